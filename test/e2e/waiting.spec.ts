import { expect, type Page } from '@playwright/test';
import { dock, openTab, practice } from '../../sandbox/tour/desk-driver.mjs';
import { pdd } from './support/chat-pages.ts';
import { test } from './support/desk-test.ts';
import { openAllDay } from './support/open-all-day.ts';

test.use({ browserOf: 'waiting' });
test.beforeAll(({ product }) => openAllDay(product));

/** Issue "The main job", 5: waiting buyers with running clocks; limits and colours of metrics.md §6, §9. */

/** Opens conversations one after the other, as an agent looks through them; each is read and then waits in the dock. */
async function lookThrough(page: Page, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await practice(page, 'practice.switchTo(value)', id);
    await expect(dock(page).locator('.sb-waiting[data-open]')).toHaveCount(1);
  }
}

const secondsOf = (clock: string): number => {
  const parts = (clock.match(/\d+/g) ?? []).map(Number);
  return parts.reduce((sum, part) => sum * 60 + part, 0);
};

test('waiting buyers are listed by the time left to the limit, those past it last, in the colour of the limit reached, clocks running', async ({
  page,
  product,
}) => {
  await product.ask('data.erase', { what: 'figures' });
  await page.goto(pdd.url);
  await openTab(page, '等待');
  const all = await practice<{ id: string; name: string; waitingSince?: number }[]>(
    page,
    'practice.truth().conversations',
  );
  const now = await page.evaluate(() => Date.now());
  // PDD's limits: 30, 120 and 180 s (metrics.md §9). One buyer for each colour, none near a limit.
  const wanted = [
    { waited: 8, step: 'fresh' },
    { waited: 40, step: 'soft' },
    { waited: 130, step: 'warn' },
    { waited: 200, step: 'breach' },
  ];
  const idle = all.filter((one) => one.waitingSince === undefined).slice(0, wanted.length);
  const ids = idle.map(({ id }) => id);
  for (const [index, { waited }] of wanted.entries()) {
    await practice(page, 'practice.buyerWrites(value[0], "在吗", { at: value[1] })', [
      ids[index],
      now - waited * 1_000,
    ]);
  }
  await lookThrough(page, ids);
  const rows = async () =>
    (
      await dock(page)
        .locator('.sb-waiting')
        .evaluateAll((items) =>
          items.map((item) => ({
            name: item.querySelector('.sb-waiting-name')?.textContent ?? '',
            step: item.getAttribute('data-step') ?? '',
          })),
        )
    ).filter(({ name }) => idle.some((one) => one.name === name));
  await expect
    .poll(rows)
    // 50, 140 and 172 s left; 200 s is over 180 and cannot be saved any more.
    .toEqual([2, 1, 0, 3].map((index) => ({ name: idle[index]?.name, step: wanted[index]?.step })));

  const colours = await Promise.all(
    wanted.map(({ step }) =>
      dock(page)
        .locator(`.sb-waiting[data-step="${step}"] .sb-clock`)
        .first()
        .evaluate((clock) => `${getComputedStyle(clock).color} ${getComputedStyle(clock).backgroundColor}`),
    ),
  );
  expect(new Set(colours).size).toBe(wanted.length);

  const clock = dock(page).locator('.sb-waiting[data-step="warn"] .sb-clock').first();
  const first = secondsOf((await clock.textContent()) ?? '');
  // The clocks of the list tick together, once a second.
  expect(first).toBeGreaterThanOrEqual(129);
  await expect.poll(async () => secondsOf((await clock.textContent()) ?? '')).toBeGreaterThan(first);
  await expect(dock(page).locator('.sb-waiting[data-step="breach"] .sb-clock').first()).toContainText('超时');
  await page.screenshot({ path: 'artifacts/screens/dock-waiting.png' });
});

test('an answered buyer leaves the list at once', async ({ page, product }) => {
  await product.ask('data.erase', { what: 'figures' });
  await page.goto(`${pdd.url.replace('#/', '?seed=5#/')}`);
  await openTab(page, '等待');
  const id = await practice<string>(page, 'practice.truth().conversations[0].id');
  await lookThrough(page, [id]);
  const name = await practice<string>(page, 'practice.truth().open.name');
  const row = dock(page).locator('.sb-waiting').filter({ hasText: name });
  await expect(row).toHaveCount(1);
  await practice(page, "practice.agentReplies('在的亲')");
  await expect(row).toHaveCount(0);
});

test('a click on a waiting buyer brings the row into view', async ({ page, product }) => {
  await product.ask('data.erase', { what: 'figures' });
  await page.goto(`${pdd.url.replace('#/', '?seed=6#/')}`);
  await openTab(page, '等待');
  const id = await practice<string>(page, 'practice.truth().conversations[0].id');
  await lookThrough(page, [id]);
  const name = await practice<string>(page, 'practice.truth().open.name');
  await page.locator('.chat-list-scroll').evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await dock(page).locator('.sb-waiting').filter({ hasText: name }).click();
  await expect(page.locator(`.chat-item-box[data-random^="${id}-"]`).first()).toBeInViewport();
});
