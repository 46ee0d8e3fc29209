import { expect, type Page } from '@playwright/test';
import { dock, markedOrders, ordersByFlag, practice } from '../../sandbox/tour/desk-driver.mjs';
import { test } from './support/desk-test.ts';
import {
  alternateUrl,
  expectedFlags,
  expectMarks,
  markOf,
  marks,
  openOrders,
  ordersTruth,
  ordersUrl,
} from './support/orders-page.ts';

test.use({ browserOf: 'orders' });

/** mission.md B2–B5, B15 on JD's order list, against the truth the generator counted while placing the orders. */
const flagRows = (page: Page) => dock(page).locator('[data-flag]');

/** The dock's summary: flag → how many. */
async function counts(page: Page): Promise<Record<string, number>> {
  const rows = await flagRows(page).evaluateAll((all) =>
    all.map((row) => [row.getAttribute('data-flag') ?? '', Number(row.querySelector('b')?.textContent)]),
  );
  return Object.fromEntries(rows as [string, number][]);
}

for (const seed of ['1', '7', '2026']) {
  test(`the marks on 66 orders say what the generator placed, and the dock counts the same (seed ${seed})`, async ({
    page,
  }) => {
    const truth = await openOrders(page, `${ordersUrl}&seed=${seed}`);
    expect(truth.rows).toHaveLength(66);
    const byFlag = ordersByFlag(await markedOrders(page));
    await expect
      .poll(() => counts(page))
      .toEqual(Object.fromEntries(Object.entries(byFlag).map(([flag, ids]) => [flag, ids.length])));
    // One mark per order, each inside its own card.
    const places = await page
      .locator(marks)
      .evaluateAll((all) =>
        all.map((mark) => [
          mark.getAttribute('data-order'),
          mark.closest('.card')?.querySelector('.order-info-btn span')?.textContent,
        ]),
      );
    expect(places.filter(([order, card]) => order !== card)).toEqual([]);
    expect(new Set(places.map(([order]) => order)).size).toBe(places.length);
  });
}

test('a zone verdict names the rule of the courier table and says that the table is an example', async ({
  page,
}) => {
  const truth = await openOrders(page);
  const flags = expectedFlags(truth);
  const reasons = (id: string, chip: RegExp) =>
    markOf(page, id).locator('.chip').filter({ hasText: chip }).getAttribute('title');
  for (const id of flags.surcharge ?? []) {
    const title = await reasons(id, /加收/);
    expect(title).toMatch(/(中国邮政|京东)要加收.+（规则 [a-z-]+(：.+)?）/);
    expect(title).toContain('依据示例店铺的快递表');
  }
  for (const id of flags['out-of-zone'] ?? []) {
    const title = await reasons(id, /超区/);
    expect(title).toContain('圆通不到');
    expect(title).toMatch(/（规则 [a-z-]+：.+）/);
    expect(title).toContain('依据示例店铺的快递表');
  }
  await expect(dock(page).getByText('这是示例店的快递表，请换成本店的')).toBeVisible();
});

test("an order's reasons rest on what its own address says, not on an estate named after a region", async ({
  page,
}) => {
  const truth = await openOrders(page);
  const remote = new Set(expectedFlags(truth).remote);
  const named = truth.rows.filter((order) => /西藏新|新疆大|青海花/.test(order.address ?? ''));
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((order) => remote.has(order.orderId ?? ''))).toEqual([]);
  for (const { orderId = '' } of named) await expect(markOf(page, orderId)).toHaveCount(0);
});

test('copying puts exactly the order numbers shown on the clipboard', async ({ page }) => {
  await page
    .context()
    .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: 'https://shop.jd.com' });
  const truth = await openOrders(page);
  const late = expectedFlags(truth)['ship-late'] ?? [];
  await dock(page).locator('[data-flag="ship-late"]').click();
  const listed = dock(page).locator('.sb-order');
  await expect(listed).toHaveCount(late.length);
  await dock(page)
    .getByRole('button', { name: `复制单号 (${late.length})` })
    .first()
    .click();
  await expect(dock(page).getByText('已复制', { exact: true })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n').sort()).toEqual(late);
  const shown = await listed.evaluateAll((all) => all.map((one) => one.getAttribute('data-order')));
  expect(copied.split('\n')).toEqual(shown);
});

test('jumping brings the row into view, and leaves its attributes as they are', async ({ page }) => {
  const truth = await openOrders(page);
  const last = await practice<string>(page, 'practice.shown().at(-1)');
  const late = expectedFlags(truth)['ship-late'] ?? [];
  const [id = ''] = late;
  const card = page.locator('.card').filter({ hasText: id });
  const attributes = () => card.evaluate((element) => [...element.attributes].map(({ name }) => name));
  const before = await attributes();
  await page.locator('.card').filter({ hasText: last }).scrollIntoViewIfNeeded();
  await dock(page).locator('[data-flag="ship-late"]').click();
  await dock(page)
    .getByRole('button', { name: `定位到订单 ${id}` })
    .first()
    .click();
  await expect(card).toBeInViewport({ ratio: 0.9 });
  expect(await attributes()).toEqual(before);
});

test('orders of one buyer are one suggestion with reasons for and against; look-alikes are none', async ({
  page,
}) => {
  const truth = await openOrders(page);
  await dock(page).getByText(`合并 ${truth.mergeGroups.length}`, { exact: true }).click();
  const cards = dock(page).locator('[data-merge]');
  await expect(cards).toHaveCount(truth.mergeGroups.length);
  const groups = await cards.evaluateAll((all) =>
    all.map((card) => [...card.querySelectorAll('.sb-number')].map((one) => one.textContent ?? '').sort()),
  );
  const sorted = (list: readonly (readonly string[])[]): string[] =>
    list.map((group) => [...group].sort().join(' ')).sort();
  expect(sorted(groups)).toEqual(sorted(truth.mergeGroups));
  for (const card of await cards.all()) {
    await expect(card.getByText('同一买家账号')).toBeVisible();
    await expect(card.getByText('注意').first()).toBeVisible();
  }
  // The group whose members have different memos says so.
  const memos = new Map(truth.rows.map((order) => [order.orderId, order.memo]));
  const differing = truth.mergeGroups.filter((group) => new Set(group.map((id) => memos.get(id))).size > 1);
  await expect(cards.filter({ hasText: '备注不同' })).toHaveCount(differing.length);
  expect(truth.lookAlikes.length).toBeGreaterThan(0);
  const merged = new Set(ordersByFlag(await markedOrders(page)).merge);
  expect(truth.lookAlikes.flat().filter((id) => merged.has(id))).toEqual([]);
  await cards.first().scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'artifacts/screens/orders-merge.png' });
});

test('orders in a frame of another host are marked there, summed up in the one dock, and jumped to', async ({
  page,
}) => {
  await page
    .context()
    .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: 'https://shop.jd.com' });
  await page.goto(`${ordersUrl}&frame=1`);
  await expect.poll(() => page.frames().length).toBe(2);
  const frame = page.frames()[1];
  if (!frame) throw new Error('no frame');
  await frame.locator('.card').first().waitFor();
  const truth = await ordersTruth(frame);
  const flags = expectedFlags(truth);
  await expectMarks(frame, flags);
  expect(await page.locator(marks).count()).toBe(0);
  await expect(dock(page)).toHaveCount(1);
  await expect(frame.locator('shoubian-dock')).toHaveCount(0);
  await expect
    .poll(() => counts(page))
    .toEqual(Object.fromEntries(Object.entries(flags).map(([flag, ids]) => [flag, ids.length])));
  await expect(dock(page).getByRole('alert')).toHaveCount(0);

  const id = flags['ship-late']?.at(-1) ?? '';
  await dock(page).locator('[data-flag="ship-late"]').click();
  await dock(page)
    .getByRole('button', { name: `定位到订单 ${id}` })
    .first()
    .click();
  await expect(frame.locator('.card').filter({ hasText: id })).toBeInViewport({ ratio: 0.9 });
  await dock(page)
    .getByRole('button', { name: `复制单号 (${flags['ship-late']?.length})` })
    .first()
    .click();
  await expect
    .poll(async () => (await page.evaluate(() => navigator.clipboard.readText())).split('\n').sort())
    .toEqual(flags['ship-late']);
  await page.screenshot({ path: 'artifacts/screens/orders-frame.png' });
});

test('the alternate host is marked like the usual one', async ({ page }) => {
  const truth = await openOrders(page, `${alternateUrl}?seed=3`);
  expect(Object.keys(expectedFlags(truth)).length).toBeGreaterThan(8);
  await expect(dock(page)).toHaveCount(1);
});

test('a clicked mark neither selects the row nor presses anything of the page', async ({ page }) => {
  await openOrders(page);
  await page.evaluate(() => {
    const heard: string[] = [];
    for (const type of ['click', 'mousedown', 'pointerdown', 'dblclick']) {
      document.querySelector('.table-body')?.addEventListener(type, () => heard.push(type));
    }
    Object.assign(window, { heard });
  });
  await page.locator(marks).first().locator('.chip').first().click();
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`marks and dock are drawn in the ${scheme} colours the browser asks for`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openOrders(page);
    const ink = await page
      .locator(marks)
      .first()
      .locator('.mark')
      .evaluate((element) => getComputedStyle(element).color);
    const [red = 0] = ink.match(/\d+/g)?.map(Number) ?? [];
    expect(red > 128).toBe(scheme === 'dark');
    await page.screenshot({ path: `artifacts/screens/orders-${scheme}.png` });
  });
}
