import { expect, type Locator, type Page } from '@playwright/test';
import { dock, openTab, practice } from '../../sandbox/tour/desk-driver.mjs';
import { jdChat, pdd } from './support/chat-pages.ts';
import { test } from './support/desk-test.ts';
import { openAllDay } from './support/open-all-day.ts';
import { truthOf } from './support/practice-chat.ts';

test.use({ browserOf: 'live-view' });

/** Issue 6 point 4: waits on the rows of the page's own list, the way to a chat, and what is not done yet (metrics.md §6). */
test.beforeEach(async ({ product }) => {
  await openAllDay(product);
  await product.ask('data.erase', { what: 'figures' });
});

/** The clock on a row, of a build whose shadow roots are open. */
const clockOf = (page: Page, id: string): Locator =>
  page.locator(`shoubian-mark[data-wait="${id}"]`).first().locator('.clock');

/** The buyer wrote so long ago; the agent looked at it and went on. */
async function asked(page: Page, id: string, seconds: number, next: string): Promise<void> {
  const at = (await page.evaluate(() => Date.now())) - seconds * 1_000;
  await practice(page, 'practice.buyerWrites(value[0], "在吗", { at: value[1] })', [id, at]);
  await practice(page, 'practice.switchTo(value)', id);
  await expect(dock(page).locator('.sb-waiting[data-open]')).toHaveCount(1);
  await practice(page, 'practice.switchTo(value)', next);
  await expect(dock(page).locator('.sb-waiting[data-open]')).toHaveCount(0);
}

/** Conversations in which nobody waits. */
async function idle(page: Page): Promise<{ id: string; name: string; lastAt: number }[]> {
  const { conversations } = await truthOf(page);
  return conversations.filter(({ waiting }) => !waiting);
}

/** What of a row's words our clock lies over; px². */
const covered = (clock: Locator, row: string): Promise<number> =>
  clock.evaluate((label, selector) => {
    const host = (label.getRootNode() as ShadowRoot).host.closest(selector);
    if (!host) throw new Error('the clock stands on no row');
    const own = label.getBoundingClientRect();
    const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let area = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const cut = node.parentElement?.getBoundingClientRect();
      range.selectNodeContents(node);
      for (const words of range.getClientRects()) {
        const width = Math.min(own.right, words.right, cut?.right ?? 0) - Math.max(own.left, words.left);
        const height = Math.min(own.bottom, words.bottom) - Math.max(own.top, words.top);
        area += Math.max(0, width) * Math.max(0, height);
      }
    }
    return area;
  }, row);

const heights = (page: Page, row: string): Promise<number[]> =>
  page.locator(row).evaluateAll((rows) => rows.map((one) => one.getBoundingClientRect().height));

test('Vue: a clock stands on the waiting buyer’s row, in the limit’s colour, over no word and without moving one; wiped, it comes back; answered, it goes', async ({
  page,
}) => {
  await page.goto(pdd.url);
  await openTab(page, '等待');
  const [first, second] = await idle(page);
  if (!first || !second) throw new Error('nobody is idle');
  const before = await heights(page, pdd.row);
  await asked(page, first.id, 130, second.id);
  const clock = clockOf(page, first.id);
  await expect(clock).toHaveText(/^02:1\d$/);
  await expect(clock).toHaveAttribute('data-step', 'warn');
  expect(await covered(clock, pdd.row)).toBe(0);
  expect(new Set(await heights(page, pdd.row))).toEqual(new Set(before));
  const shown = await clock.textContent();
  await expect.poll(() => clock.textContent()).not.toBe(shown);
  await page.evaluate(() => {
    for (const mark of document.querySelectorAll('shoubian-mark')) mark.remove();
  });
  await expect(clock).toHaveText(/^02:\d\d$/);
  await practice(page, 'practice.switchTo(value)', first.id);
  await practice(page, "practice.agentReplies('在的亲')");
  await expect(page.locator(`shoubian-mark[data-wait="${first.id}"]`)).toHaveCount(0);
});

test('React, a list that draws only what is seen: clocks go with their buyers, and a click finds a row that is not drawn', async ({
  page,
}) => {
  await page.goto(jdChat.url);
  await openTab(page, '等待');
  const [first, second] = await idle(page);
  if (!first || !second) throw new Error('nobody is idle');
  await asked(page, first.id, 8, second.id);
  const list = page.locator('.c-wrap-list').first();
  const clock = clockOf(page, first.id);
  await expect(clock).toHaveText(/^00:\d\d$/);
  expect(await covered(clock, jdChat.row)).toBe(0);
  // The rows that are drawn now are other buyers', in the same elements.
  await list.evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await expect(page.locator(`[id^="u_${first.id}im"]`)).toHaveCount(0);
  await expect(page.locator(`shoubian-mark[data-wait="${first.id}"]`)).toHaveCount(0);
  await dock(page).locator('.sb-waiting').filter({ hasText: first.name }).click();
  await expect.poll(async () => (await truthOf(page)).open?.id).toBe(first.id);
  await expect(page.locator(`[id^="u_${first.id}im"]`)).toBeInViewport();
  await expect(clock).toHaveText(/^00:\d\d$/);
});

test('a click on a buyer of another tab brings that tab forward with the chat open; a page that takes no clicks of a script shows the row and says so', async ({
  page,
  product,
}) => {
  await page.goto(pdd.url);
  await openTab(page, '等待');
  const other = await product.context.newPage();
  await other.goto(jdChat.url);
  await openTab(other, '等待');
  const [here, hereToo] = await idle(page);
  const [there, thereToo] = await idle(other);
  if (!here || !hereToo || !there || !thereToo) throw new Error('nobody is idle');
  await asked(page, here.id, 40, hereToo.id);
  await asked(other, there.id, 10, thereToo.id);
  const row = (on: Page, name: string): Locator =>
    dock(on)
      .locator('.sb-waiting')
      .filter({ has: on.getByText(name, { exact: true }) });
  await row(page, there.name).click();
  await expect.poll(async () => (await truthOf(other)).open?.id).toBe(there.id);
  await page.locator('.chat-list-scroll').evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await row(other, here.name).click();
  await expect(dock(page).getByText('这个页面不让扩展代点')).toBeVisible();
  await expect(page.locator(`.chat-item-box[data-random^="${here.id}-"]`).first()).toBeInViewport();
  expect((await truthOf(page)).open?.id).toBe(hereToo.id);
  await other.close();
});

test('who had the last word and what can be closed are listed, and the row of a chat that can be closed says so', async ({
  page,
}) => {
  await page.goto(pdd.url);
  await openTab(page, '等待');
  // Silent for longest: what is written now is the last that was written.
  const [first, second, third] = (await idle(page)).sort((a, b) => a.lastAt - b.lastAt);
  if (!first || !second || !third) throw new Error('nobody is idle');
  await asked(page, first.id, 900, second.id);
  const lists = dock(page).getByRole('radiogroup', { name: '看哪些会话' });
  await lists.getByText(/^最后发言 /).click();
  await expect(dock(page).getByText('客户最后发言；一个表情即可', { exact: true })).toBeVisible();
  const listed = dock(page).locator('.sb-quiet').filter({ hasText: first.name });
  await expect(listed).toHaveCount(1);
  // Answered ten minutes ago, on a phone; nothing came since.
  const at = (await page.evaluate(() => Date.now())) - 600_000;
  await practice(page, 'practice.switchTo(value)', first.id);
  await practice(page, "practice.agentReplies('不客气', { at: value })", at);
  await expect(listed).toHaveCount(0);
  await practice(page, 'practice.switchTo(value)', third.id);
  await lists.getByText(/^可关闭 /).click();
  await expect(dock(page).getByText('可以关闭会话')).toBeVisible();
  await expect(listed).toHaveCount(1);
  // Only rows that are seen are written on.
  const word = clockOf(page, first.id);
  await word.evaluate((label) => (label.getRootNode() as ShadowRoot).host.parentElement?.scrollIntoView());
  await expect(word).toHaveText('可关闭');
});
