import { expect, type Page } from '@playwright/test';
import { dock, openTab } from '../../sandbox/tour/desk-driver.mjs';
import { test } from './support/desk-test.ts';
import { openOptions } from './support/options-page.ts';
import { openOrders, ordersUrl } from './support/orders-page.ts';
import { chatUrl, openFirst } from './support/practice-chat.ts';

test.use({ browserOf: 'registers' });

/** The registers and the return desk (mission.md A6, A7, B8, D4). */
test.beforeEach(async ({ product }) => {
  await product.ask('data.erase', { what: 'everything' });
});

interface Listed {
  entries: { kind: string; status: string; orderId?: string; trackingNo?: string; issue: string }[];
  total: number;
}
const scanBox = (page: Page) => dock(page).locator('[data-returns-scan]');
const scanned = (page: Page) => dock(page).locator('[data-scanned]');

test('three parcels are scanned in a row without the mouse, each stands with its order, and one press registers it', async ({
  product,
  page,
}) => {
  const truth = await openOrders(page, ordersUrl);
  const [first, second] = truth.rows.flatMap(({ orderId }) => orderId ?? []);
  if (first === undefined || second === undefined) throw new Error('no orders');
  await product.ask('registers.add', {
    entry: { kind: 'return', platform: 'jd', goods: [], issue: '未找到订单', trackingNo: 'YT8812345678901' },
  });
  await openTab(page, '工具');
  await dock(page).getByText('退货台', { exact: true }).click();
  await expect(scanBox(page)).toBeFocused();
  // A scanner is a keyboard: digits, then Enter, parcel after parcel.
  for (const number of [first, second, '8812345678901', 'SF0000000000000']) {
    await page.keyboard.type(number);
    await page.keyboard.press('Enter');
  }
  await expect(scanned(page)).toHaveCount(4);
  await expect(scanBox(page)).toBeFocused();
  expect(
    await scanned(page).evaluateAll((all) => all.map((one) => one.getAttribute('data-scanned'))),
  ).toEqual(['SF0000000000000', '8812345678901', second, first]);
  const card = (number: string) => dock(page).locator(`[data-scanned="${number}"]`);
  await expect(card('SF0000000000000')).toContainText('都没有这个单号');
  await expect(card('8812345678901')).toContainText('未找到订单');
  const found = card(first);
  await expect(found.locator(`[data-order="${first}"]`)).toBeVisible();
  await found.getByRole('button', { name: '登记退货' }).click();
  await expect(found).toContainText('已登记');
  await expect(scanBox(page)).toBeFocused();
  const { entries } = await product.ask<Listed>('registers.list', { kinds: ['return'], limit: 10 });
  expect(entries.map(({ orderId, trackingNo }) => orderId ?? trackingNo)).toEqual([first, 'YT8812345678901']);
});

test('what cannot be solved now is written down from the chat, is due, stays with its buyer and is solved by one press', async ({
  product,
  page,
}) => {
  const id = await openFirst(page, chatUrl(Date.now(), { rows: 3 }));
  const register = dock(page).getByRole('region', { name: '登记' });
  await register.getByRole('button', { name: '登记', exact: true }).click();
  await expect(dock(page).locator('[data-field="issue"]')).toBeFocused();
  await page.keyboard.type('包带断了要补一条');
  await dock(page).getByLabel('答应时间').fill('2026-01-05 18:00');
  await page.keyboard.press('Control+Enter');
  const entry = register.locator('[data-entry]').filter({ hasText: '包带断了要补一条' });
  await expect(entry).toBeVisible();
  await expect(register).toContainText('1 件登记已过期');
  const { entries } = await product.ask<Listed>('registers.list', { limit: 10 });
  expect(entries).toMatchObject([{ kind: 'customer-problem', status: 'open', issue: '包带断了要补一条' }]);
  // Of another buyer nothing is open, and the page keeps what it knew when it comes back.
  const other = page.locator('.chat-item-box[data-random$="-all"]').nth(1);
  if (!((await other.getAttribute('data-random')) ?? '').startsWith(`${id}-`)) {
    await other.click();
    await expect(entry).toHaveCount(0);
    await page.locator(`.chat-item-box[data-random^="${id}-"][data-random$="-all"]`).click();
    await expect(entry).toBeVisible();
  }
  await entry.getByRole('button', { name: '解决了' }).click();
  await expect(entry).toHaveCount(0);
  await expect
    .poll(async () => (await product.ask<Listed>('registers.list', { status: 'done', limit: 10 })).total)
    .toBe(1);
});

test('a shop’s own register comes in with its bad rows named, goes out masked, and a deleted entry comes back', async ({
  product,
}) => {
  const options = await openOptions(product, 'registers');
  const file =
    '日期,旺旺名,退回单号,款号,退货原因,是否处理\r\n' +
    '2026-11-20,小王,YT8812345678901,RST182,不喜欢,未处理\r\n' +
    '11月x日,小李,YT8812345678902,RST183,不喜欢,未处理\r\n' +
    '2026-11-21,小张,YT8812345678903,RST184,质量问题,未处理\r\n';
  await options
    .locator('[data-register-import]')
    .setInputFiles({ name: '退货登记表.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  const preview = options.locator('[data-register-preview]');
  await expect(preview).toContainText('读到 2 条');
  await expect(preview).toContainText('第 3 行：登记时间「11月x日」读不懂');
  await preview.locator('[data-register-apply]').click();
  await expect(options.getByText('导入 2 条')).toBeVisible();
  const rows = options.locator('[data-entry]');
  await expect(rows).toHaveCount(2);

  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.locator('[data-register-export="csv"]').click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  expect(text.startsWith('\uFEFF类型,状态,')).toBe(true);
  expect(text).toContain('YT8812345678903');
  expect(text).toContain('小**');
  expect(text).not.toContain('小王');

  const first = rows.filter({ hasText: 'RST182' });
  await first.getByRole('button', { name: /^删除/ }).click();
  await expect(rows).toHaveCount(1);
  await options.getByRole('button', { name: '撤销' }).click();
  await expect(rows).toHaveCount(2);
  await options.close();
});
