import { expect, type Page } from '@playwright/test';
import { dock, openTab } from '../../sandbox/tour/desk-driver.mjs';
import { pdd } from './support/chat-pages.ts';
import { test } from './support/desk-test.ts';
import { openOrders } from './support/orders-page.ts';

test.use({ browserOf: 'guide' });

/** Issue "Orders", 5: guided decisions on the practice pages. */
const ordersOf = 'https://fxg.jinritemai.com/ffa/morder/order/list?size=100&layout=2026';
const question = (page: Page) => dock(page).locator('[data-question]');
const answer = (page: Page, id: string) => dock(page).locator(`[data-answer="${id}"]`);
const outcome = (page: Page) => dock(page).locator('[data-outcome]');
const text = (page: Page, reader: string) => dock(page).locator(`[data-reader="${reader}"]`);

interface Kept {
  entries: { kind: string; orderId?: string; issue: string; solution?: string; promisedAt?: number }[];
  total: number;
}

/** Opens the guide from the details of an order with an open refund, by what the page says of its parcel. */
async function openRefund(page: Page, status: 'unshipped' | 'shipped'): Promise<string> {
  const truth = await openOrders(page, ordersOf);
  const refunds = new Set(truth.flags['refund-only']);
  const order = truth.rows.find((row) => row.status === status && refunds.has(row.orderId ?? ''));
  const id = order?.orderId ?? '';
  expect(id).not.toBe('');
  await dock(page).locator('[data-flag="refund-only"]').first().click();
  await dock(page).locator(`.sb-order[data-order="${id}"] .sb-order-open`).click();
  await dock(page).getByRole('button', { name: '处理步骤', exact: true }).click();
  await expect(dock(page).locator('[data-guide="refund-only"]')).toContainText(id);
  return id;
}

test('a refund that is asked for before the parcel left: the warehouse is asked to pull it, and it is registered', async ({
  page,
  product,
}) => {
  const id = await openRefund(page, 'unshipped');
  await expect(question(page)).toHaveAttribute('data-question', 'memo');
  // Opened where nothing is written, the keys are the guide's.
  await page.keyboard.press('1');
  await expect(dock(page).locator('[data-step="shipped"][data-by="fact"]')).toContainText('没发货');
  await page.keyboard.press('1');
  await expect(outcome(page)).toHaveAttribute('data-outcome', 'pull');
  await expect(text(page, 'warehouse').getByRole('button', { name: '复制' })).toBeDisabled();
  await dock(page).locator('[data-field="金额"]').fill('59.90');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], {
    origin: 'https://fxg.jinritemai.com',
  });
  await text(page, 'warehouse').getByRole('button', { name: '复制' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(new RegExp(`^【拦件】订单 ${id}，.*金额 59\\.90 元`));

  await dock(page).getByRole('button', { name: '登记到「退款」', exact: true }).click();
  await expect(outcome(page)).toContainText('已登记');
  const kept = await product.ask<Kept>('registers.list', { query: id, limit: 10 });
  expect(kept.total).toBe(1);
  expect(kept.entries[0]).toMatchObject({
    kind: 'refund',
    orderId: id,
    issue: '仅退款',
    solution: '请仓库把包裹拦下来，拦到再退款',
  });
});

test('a refund of a parcel that left: the buyer is asked to return it, unless the agent knows it is still there', async ({
  page,
}) => {
  await openRefund(page, 'shipped');
  await answer(page, 'none').click();
  await expect(question(page)).toHaveAttribute('data-question', 'where');
  await answer(page, 'delivered').click();
  await expect(outcome(page)).toHaveAttribute('data-outcome', 'return-it');
  await expect(text(page, 'buyer')).toContainText('退货退款');
  await dock(page).getByRole('button', { name: '改「发货了吗？」的回答', exact: true }).click();
  await answer(page, 'no').click();
  await expect(question(page)).toHaveAttribute('data-question', 'pulled');
});

test('beside a chat the guide is opened by hand, and the text goes into the editor, not to the buyer', async ({
  page,
}) => {
  await page.goto(`${pdd.url}`);
  await page.locator(pdd.row).first().click();
  await page.locator(pdd.editor).waitFor();
  await openTab(page, '工具');
  await dock(page).getByText('处理步骤', { exact: true }).click();
  await dock(page).locator('.sb-guide-table select').selectOption('quality');
  await answer(page, 'no').click();
  await expect(outcome(page)).toHaveAttribute('data-outcome', 'ask-picture');
  const said = (await text(page, 'buyer').locator('blockquote').textContent()) ?? '';
  await text(page, 'buyer').getByRole('button', { name: '放入输入框' }).click();
  await expect(page.locator(pdd.editor)).toHaveValue(said);
  // What was said stays while the agent looks elsewhere in the dock.
  await openTab(page, '话术');
  await openTab(page, '工具');
  await dock(page).getByText('处理步骤', { exact: true }).click();
  await expect(outcome(page)).toHaveAttribute('data-outcome', 'ask-picture');
});

test('a table changed in the options changes the guide that is open, and the shipped one comes back', async ({
  page,
  product,
}) => {
  await openRefund(page, 'unshipped');
  const options = await product.context.newPage();
  await options.goto(product.extensionUrl('options.html#decisions'));
  await options.getByRole('button', { name: '编辑' }).nth(1).click();
  const own = options.locator('[data-editing="refund-only"]');
  await own.locator('[data-part="memo"] [data-field="text"]').fill('备注里写了什么？');
  await own.locator('[data-part="pull"] [data-field="buyer"]').fill('亲，{快递号}');
  await expect(own.getByRole('button', { name: '保存' })).toBeDisabled();
  await expect(own.locator('[data-part="pull"] [role="alert"]').last()).toContainText('{快递单号}');
  await own.locator('[data-part="pull"] [data-field="buyer"]').fill('亲，{订单号} 正在拦，请稍等哦~');
  await own.getByRole('button', { name: '保存' }).click();
  await expect(options.locator('[data-table="refund-only"]')).toHaveAttribute('data-origin', 'changed');

  await expect(question(page)).toContainText('备注里写了什么？');
  await answer(page, 'none').click();
  await answer(page, 'not-asked').click();
  await expect(text(page, 'buyer').locator('blockquote')).toHaveText(/^亲，\d{19} 正在拦，请稍等哦~$/);

  await options.locator('[data-table="refund-only"]').getByRole('button', { name: '恢复自带' }).click();
  await options.getByRole('button', { name: '确定' }).click();
  await expect(text(page, 'buyer').locator('blockquote')).toContainText('请仓库把包裹拉下来');
  await options.close();
});
