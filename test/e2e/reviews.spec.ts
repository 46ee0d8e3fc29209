import { expect, type Locator, type Page } from '@playwright/test';
import type { ReviewTruth } from '../../sandbox/generator/reviews.ts';
import { dock, practice } from '../../sandbox/tour/desk-driver.mjs';
import { test } from './support/desk-test.ts';

test.use({ browserOf: 'reviews' });

/** mission.md C1–C3 on PDD's review page: a prompt with the reason, a draft the agent may take; submitted by nobody else. */
const url = 'https://mms.pinduoduo.com/goods/evaluation/index?msfrom=mms_sidenav';
const prompts = 'shoubian-mark[data-review]';
const markOf = (page: Page, orderId: string) => page.locator(`${prompts}[data-review="${orderId}"]`);
const draftOf = (page: Page, orderId: string) => markOf(page, orderId).locator('.body');
const textOf = async (of: Locator): Promise<string> => (await of.textContent()) ?? '';
const row = (page: Page, orderId: string) =>
  page.locator('tbody[data-testid="beast-core-table-middle-tbody"]').filter({ hasText: orderId });
const truth = (page: Page) => practice<ReviewTruth[]>(page, 'practice.truth()');
const cards = (page: Page) => dock(page).locator('article[data-review]');

/** Opens the page and waits for a prompt on each review without an answer. */
async function openReviews(page: Page, parameters = ''): Promise<ReviewTruth[]> {
  await page.goto(`${url}${parameters}`);
  const open = (await truth(page)).filter((review) => review.reply === undefined);
  await expect(page.locator(prompts)).toHaveCount(open.length);
  return open;
}

/** Opens the page's own reply box of one review and puts the caret into it. */
async function openReplyBox(page: Page, orderId: string) {
  // As a person scrolls: the row comes to the lower part of the window, beside the dock.
  await row(page, orderId).evaluate((element) => element.scrollIntoView({ block: 'end' }));
  await row(page, orderId).getByRole('button', { name: '回复', exact: true }).click();
  const box = row(page, orderId).locator('textarea');
  await box.click();
  return box;
}

test('each review without an answer carries one prompt with the reason it names, an answered one none', async ({
  page,
}) => {
  const open = await openReviews(page);
  const marked = await page
    .locator(prompts)
    .evaluateAll((all) => all.map((mark) => mark.getAttribute('data-review') ?? ''));
  expect(marked.sort()).toEqual(open.map((review) => review.orderId).sort());
  const words: Partial<Record<string, RegExp>> = {
    质量: /质量/,
    物流: /物流/,
    尺寸: /尺码|描述/,
    色差: /描述|错发/,
    客服: /服务/,
    少发: /漏发/,
    包装: /包装/,
    价格: /价格/,
    味道: /味|质量/,
  };
  for (const { orderId, blames } of open) {
    const chips = await markOf(page, orderId).locator('.chip').allTextContents();
    if (blames.length > 0) {
      expect(
        blames.every((topic) => chips.some((chip) => words[topic]?.test(chip))),
        `${chips} for ${blames}`,
      ).toBe(true);
    }
    expect((await textOf(draftOf(page, orderId))).length).toBeGreaterThan(20);
  }
  await page.screenshot({ path: 'artifacts/screens/reviews.png' });
});

test('in the dock bad reviews stand before mixed ones and those before good ones', async ({ page }) => {
  const open = await openReviews(page);
  await expect(cards(page)).toHaveCount(open.length);
  const rank = { bad: 0, mixed: 1, good: 2 } as const;
  const moods = new Map(open.map((review) => [review.text, review.mood]));
  const shown = await cards(page).evaluateAll((all) =>
    all.map((card) => card.querySelector('.sb-review-text')?.getAttribute('title') ?? ''),
  );
  const ranks = shown.map((text) => rank[moods.get(text) ?? 'good']);
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
});

test('the draft is filled into the reply box the agent is in, in front of no one else’s, and not submitted', async ({
  page,
}) => {
  const [first, second] = (await openReviews(page)).slice(-2);
  if (!first || !second) throw new Error('the seed has no two open reviews');
  const other = await openReplyBox(page, first.orderId);
  const box = await openReplyBox(page, second.orderId);
  const draft = await textOf(draftOf(page, second.orderId));
  await markOf(page, second.orderId).getByRole('button', { name: '填入回复框' }).click();
  await expect(box).toHaveValue(draft);
  await expect(other).toHaveValue('');
  expect(await practice<number>(page, 'practice.submitted.length')).toBe(0);
  // What the agent then submits is the draft: the page's own model followed.
  await row(page, second.orderId).getByRole('button', { name: '提交' }).click();
  expect(await practice(page, 'practice.submitted')).toEqual([{ orderId: second.orderId, text: draft }]);
  await expect(markOf(page, second.orderId)).toHaveCount(0);
});

test('a draft changed in the dock goes into the reply box as changed, and not into itself', async ({
  page,
}) => {
  const review = (await openReviews(page)).at(-1);
  if (!review) throw new Error('the seed has no open review');
  const box = await openReplyBox(page, review.orderId);
  const card = cards(page).filter({ hasText: review.text }).first();
  const own = card.getByLabel('回复草稿');
  await own.fill('亲，谢谢您的评价');
  await card.getByRole('button', { name: '填入' }).click();
  await expect(box).toHaveValue('亲，谢谢您的评价');
  await expect(own).toHaveValue('亲，谢谢您的评价');
});

test('without a reply box the agent is told to click one first, and may copy the draft', async ({ page }) => {
  await page
    .context()
    .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: 'https://mms.pinduoduo.com' });
  const [review] = await openReviews(page);
  if (!review) throw new Error('the seed has no open review');
  const draft = await textOf(draftOf(page, review.orderId));
  await markOf(page, review.orderId).getByRole('button', { name: '填入回复框' }).click();
  await expect(dock(page).getByText('先点一下回复框')).toBeVisible();
  await markOf(page, review.orderId).getByRole('button', { name: '复制' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(draft);
});

test('换一条 gives another text, for this review and no other', async ({ page }) => {
  await openReviews(page);
  const drafts = () => page.locator(`${prompts} .body`).allTextContents();
  const before = await drafts();
  const place = 3;
  const orderId = (await page.locator(prompts).nth(place).getAttribute('data-review')) ?? '';
  const seen = new Set([before[place]]);
  for (let press = 0; press < 3; press += 1) {
    const last = await textOf(draftOf(page, orderId));
    await markOf(page, orderId).getByRole('button', { name: '换一条' }).click();
    await expect(draftOf(page, orderId)).not.toHaveText(last);
    seen.add(await textOf(draftOf(page, orderId)));
  }
  expect(seen.size).toBeGreaterThan(2);
  const others = (texts: string[]): string[] => texts.filter((_, index) => index !== place);
  expect(others(await drafts())).toEqual(others(before));
});

test('down the page no draft is the same as the one before it, also after 换一条', async ({ page }) => {
  await openReviews(page, '&rows=64&size=64');
  const drafts = () => page.locator(`${prompts} .body`).allTextContents();
  const first = await drafts();
  expect(first.length).toBeGreaterThan(40);
  expect(first.filter((text, index) => text === first[index - 1])).toEqual([]);
  for (let place = 0; place < 12; place += 1) {
    await page.locator(prompts).nth(place).getByRole('button', { name: '换一条' }).click();
    await expect.poll(async () => (await drafts())[place]).not.toBe(first[place]);
    const now = await drafts();
    expect(now[place]).not.toBe(now[place - 1]);
    expect(now[place]).not.toBe(now[place + 1]);
  }
});

test('marks and drafts survive the page drawing itself anew, and follow its pager', async ({ page }) => {
  await openReviews(page);
  const before = await page.locator(`${prompts} .body`).allTextContents();
  await page.evaluate(() => {
    for (const mark of document.querySelectorAll('shoubian-mark')) mark.remove();
  });
  await practice(page, 'practice.wipe()');
  await expect.poll(() => page.locator(`${prompts} .body`).allTextContents()).toEqual(before);
  await page.goto(`${url}&rows=30&size=10`);
  for (const number of [1, 2, 0]) {
    await practice(page, 'practice.openPage(value)', number);
    const shown = new Set(await practice<string[]>(page, 'practice.shown()'));
    const open = (await truth(page)).filter((one) => one.reply === undefined && shown.has(one.orderId));
    await expect
      .poll(() =>
        page.locator(prompts).evaluateAll((all) => all.map((mark) => mark.getAttribute('data-review'))),
      )
      .toEqual(open.map((review) => review.orderId));
  }
});

test('the page itself cannot press a prompt’s buttons', async ({ page }) => {
  const review = (await openReviews(page)).at(-1);
  if (!review) throw new Error('the seed has no open review');
  const box = await openReplyBox(page, review.orderId);
  const draft = await textOf(draftOf(page, review.orderId));
  await page.evaluate((selector) => {
    for (const mark of document.querySelectorAll(selector)) {
      for (const button of mark.shadowRoot?.querySelectorAll('button') ?? []) {
        button.click();
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      }
    }
  }, prompts);
  // A trusted press afterwards: had a page's press counted, the texts would differ or stand there twice.
  await markOf(page, review.orderId).getByRole('button', { name: '填入回复框' }).click();
  await expect(box).toHaveValue(draft);
  await expect(draftOf(page, review.orderId)).toHaveText(draft);
});
