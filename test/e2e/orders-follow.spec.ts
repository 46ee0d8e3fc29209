import { expect } from '@playwright/test';
import type { JdOrdersPractice } from '../../sandbox/jd/orders/main.ts';
import { places } from '../../sandbox/launch.mjs';
import { dock, markedOrders, ordersByFlag, practice } from '../../sandbox/tour/desk-driver.mjs';
import { test } from './support/desk-test.ts';
import {
  alternateUrl,
  expectedFlags,
  expectMarks,
  markOf,
  marks,
  msUntilMarksAreBack,
  openOrders,
  ordersTruth,
  ordersUrl,
} from './support/orders-page.ts';
import { launchTrueTabs, openTrueTab } from './support/true-tabs.ts';

type OrdersWindow = Window & { practice: JdOrdersPractice };

test.use({ browserOf: 'orders-follow' });

/** Issue "The main job", 3: marks follow whatever the page does to its rows, also unseen, and touch no other row. */

for (const [what, act] of [
  ['the page draws its list anew', 'practice.refresh()'],
  [
    'the page throws the marks away',
    "document.querySelectorAll('shoubian-mark').forEach((mark) => mark.remove())",
  ],
  [
    'the page empties its list and fills it again',
    "(async () => { await practice.openTab('waitPay'); await practice.openTab('allOrders'); })()",
  ],
] as const) {
  test(`marks are back within one second after ${what}`, async ({ page }) => {
    const truth = await openOrders(page);
    const count = await page.locator(marks).count();
    expect(await msUntilMarksAreBack(page, act, count)).toBeLessThan(1_000);
    await expectMarks(page, expectedFlags(truth));
  });
}

test('a changed order changes its own mark and leaves every other one untouched', async ({ page }) => {
  const truth = await openOrders(page);
  const [id] = expectedFlags(truth).unpaid ?? [];
  if (id === undefined) throw new Error('the seed has no unpaid order');
  await page.evaluate((selector) => {
    const before = [...document.querySelectorAll(selector)];
    const changes: (string | null)[] = [];
    const watcher = new MutationObserver((records) => {
      for (const { target } of records) {
        const root = target.getRootNode();
        const mark =
          target instanceof Element && target.matches(selector) ? target : (root as ShadowRoot).host;
        changes.push(mark?.getAttribute('data-order') ?? null);
      }
    });
    const all = { attributes: true, childList: true, subtree: true, characterData: true };
    for (const mark of before) {
      watcher.observe(mark, all);
      if (mark.shadowRoot) watcher.observe(mark.shadowRoot, all);
    }
    Object.assign(window, { before, changes });
  }, marks);
  await practice(page, "practice.change(value, { memo: '明天再发' })", id);
  await expect(markOf(page, id)).toHaveAttribute('data-flags', /\bmemo\b/);
  await expect(markOf(page, id)).toHaveAttribute('data-flags', /\bunpaid\b/);
  const seen = await page.evaluate((selector) => {
    const { before, changes } = window as unknown as { before: Element[]; changes: (string | null)[] };
    const now = [...document.querySelectorAll(selector)];
    return { same: now.filter((mark) => before.includes(mark)).length, now: now.length, changes };
  }, marks);
  expect(seen.same).toBe(seen.now);
  expect([...new Set(seen.changes)]).toEqual([id]);
});

test('an order that is paid and shipped in the page loses what no longer holds', async ({ page }) => {
  const truth = await openOrders(page);
  const flags = expectedFlags(truth);
  const id = flags.unpaid?.find(
    (one) => Object.values(flags).filter((ids) => ids.includes(one)).length === 1,
  );
  if (id === undefined) throw new Error('the seed has no order that is only unpaid');
  await practice(page, "practice.change(value, { status: 'done' })", id);
  await expect(markOf(page, id)).toHaveCount(0);
  await expect(dock(page).locator('[data-flag="unpaid"] b')).toHaveText(
    String((flags.unpaid?.length ?? 0) - 1),
  );
});

test('marks follow the tabs of a page that navigates within itself', async ({ page }) => {
  const truth = await openOrders(page);
  for (const tab of ['waitOut', 'waitPay', 'allOrders']) {
    await practice(page, 'practice.openTab(value)', tab);
    const shown = await practice<string[]>(page, 'practice.shown()');
    // Merging looks at what the page shows; the groups are all unshipped, so each tab has them whole or not at all.
    await expectMarks(page, expectedFlags(truth, shown));
  }
  await page.goBack();
  const shown = await practice<string[]>(page, 'practice.shown()');
  await expectMarks(page, expectedFlags(truth, shown));
});

test('in a hidden tab the marks follow the page all the same', async () => {
  const browser = await launchTrueTabs(process.env.SHOUBIAN_EXTENSION ?? places.extension);
  try {
    const page = await openTrueTab(browser, ordersUrl);
    await page.waitForSelector(marks);
    const front = await openTrueTab(browser, alternateUrl);
    await front.bringToFront();
    await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('hidden');
    const flagged = (id: string): Promise<string | null> =>
      page.evaluate(
        (selector) => document.querySelector(selector)?.getAttribute('data-flags') ?? null,
        `${marks}[data-order="${id}"]`,
      );
    const shipped = await page.evaluate(
      () =>
        (window as unknown as OrdersWindow).practice.truth().rows.find((order) => order.status === 'shipped')
          ?.orderId ?? '',
    );
    expect(await flagged(shipped)).toBeNull();
    await page.evaluate(
      (id) => (window as unknown as OrdersWindow).practice.change(id, { memo: '客户催过' }),
      shipped,
    );
    await expect.poll(() => flagged(shipped)).toBe('memo');
    await page.evaluate(() => (window as unknown as OrdersWindow).practice.refresh());
    await expect.poll(() => flagged(shipped)).toBe('memo');
    expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
  } finally {
    await browser.close();
  }
});

test('a list that comes late is marked when it comes, without a word about a changed page', async ({
  page,
}) => {
  await page.goto(`${ordersUrl}&late=1500`);
  await expect(dock(page).getByText('没有要提示的内容')).toBeVisible();
  expect(await page.locator(marks).count()).toBe(0);
  await expectMarks(page, expectedFlags(await ordersTruth(page)));
  await expect(dock(page).getByRole('alert')).toHaveCount(0);
});

test('a shorter page keeps the marks of what is left; an empty one shows nothing and no complaint', async ({
  page,
}) => {
  const truth = await openOrders(page);
  await practice(page, 'practice.cut(40)');
  const shown = new Set(await practice<string[]>(page, 'practice.shown()'));
  await expect.poll(async () => (await markedOrders(page)).every(({ id }) => shown.has(id))).toBe(true);
  // Of a merge group cut in two, a single order has nothing left to go with.
  const whole = truth.mergeGroups.filter((group) => group.filter((id) => shown.has(id)).length > 1);
  await expect
    .poll(async () => ordersByFlag(await markedOrders(page)).merge ?? [])
    .toEqual(
      whole
        .flat()
        .filter((id) => shown.has(id))
        .sort(),
    );
  await practice(page, 'practice.cut(0)');
  await expect(page.locator(marks)).toHaveCount(0);
  await expect(dock(page).getByRole('tab', { name: '订单' })).toHaveCount(0);
  await expect(dock(page).getByRole('alert')).toHaveCount(0);
});
