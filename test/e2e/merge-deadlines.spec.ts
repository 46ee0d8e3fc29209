import { expect, type Page } from '@playwright/test';
import type { OrdersTruth } from '../../sandbox/generator/order-shape.ts';
import { dock, practice } from '../../sandbox/tour/desk-driver.mjs';
import { test } from './support/desk-test.ts';
import { expectedFlags, markOf, openOrders, ordersTruth, ordersUrl } from './support/orders-page.ts';

test.use({ browserOf: 'merge-deadlines' });

const button = (page: Page, name: string | RegExp) => dock(page).getByRole('button', { name, exact: true });
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** Two orders of one group, and a page size that puts them on two pages. */
function apart({ mergeGroups, rows }: OrdersTruth): { first: string; second: string; size: number } {
  const place = new Map(rows.map(({ orderId }, index) => [orderId, index]));
  const [pair] = mergeGroups
    .map((group) => group.map((id) => ({ id, at: place.get(id) ?? -1 })).sort((a, b) => a.at - b.at))
    .filter((group) => group.length === 2 && (group[1]?.at ?? 0) * 2 >= rows.length);
  const [one, other] = pair ?? [];
  if (!one || !other) throw new Error('no pair in this seed');
  return { first: one.id, second: other.id, size: other.at };
}

test('a group over two pages of a list names the order of the other page; the consent and the memo hold for both', async ({
  page,
  product,
}) => {
  await page
    .context()
    .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: 'https://shop.jd.com' });
  await page.goto(ordersUrl);
  const { first, second, size } = apart(await ordersTruth(page));
  await page.goto('about:blank');
  // What was seen is buyers' data: erased with it, nothing of the visit is left.
  await product.ask('data.erase', { what: 'figures' });
  await page.goto(`${ordersUrl}&size=${size}`);
  await expect(markOf(page, first)).toHaveCount(0);
  await expect(dock(page).locator('.sb-order').first()).toBeVisible();
  // The page is told of once it stands still.
  const seen = (): Promise<string[]> =>
    product.worker.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { session: { get(key: string): Promise<Record<string, unknown>> } } };
      };
      const kept = (await chrome.storage.session.get('visited-orders'))['visited-orders'];
      return ((kept ?? []) as { orderId: string }[]).map(({ orderId }) => orderId);
    });
  await expect.poll(seen).toContain(first);

  await page.getByRole('button', { name: '下一页' }).click();
  const mark = markOf(page, second).locator('.chip').filter({ hasText: '可合并 2单·1单在别页' });
  await expect(mark).toHaveCount(1);
  await dock(page)
    .getByText(/^合并 \d+$/)
    .click();
  const card = dock(page).locator('[data-merge]').filter({ hasText: second });
  await expect(card.locator('[data-elsewhere]')).toContainText(first);
  await expect(card.locator('[data-elsewhere]')).toContainText(/别页 \d\d:\d\d/);
  await card.getByRole('button', { name: '复制单号 (2)' }).click();
  await expect.poll(() => clipboard(page)).toBe(`${second}\n${first}`);

  await card.getByRole('button', { name: '同意', exact: true }).click();
  await expect(card.locator('[data-consent="agreed"]')).toBeVisible();
  await expect(card).toContainText('买家已同意合并');
  await card.getByRole('button', { name: '复制备注' }).click();
  await expect
    .poll(() => clipboard(page))
    .toMatch(new RegExp(`^\\d\\d-\\d\\d .*合并发货: ${second}、${first}$`));
  await page.screenshot({ path: 'artifacts/screens/merge-pages.png' });

  // The other page knows both the consent and the order just seen.
  await page.getByRole('button', { name: '上一页' }).click();
  const back = dock(page).locator('[data-merge]').filter({ hasText: first });
  await expect(back.locator('[data-elsewhere]')).toContainText(second);
  await expect(back.locator('[data-consent="agreed"]')).toBeVisible();

  // Shipped there, it can share no parcel any more.
  await practice(page, 'practice.openPage(1)');
  await practice(page, 'practice.change(value, { status: "shipped" })', second);
  await expect.poll(seen).not.toContain(second);
  await practice(page, 'practice.openPage(0)');
  await expect(markOf(page, first).locator('.chip').filter({ hasText: '可合并' })).toHaveCount(0);
});

test('an order shows its deadlines with how they are known; the penalty on request, the delay message to copy', async ({
  page,
}) => {
  await page
    .context()
    .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: 'https://shop.jd.com' });
  const [late = ''] = expectedFlags(await openOrders(page))['ship-late'] ?? [];
  await dock(page).locator('[data-flag="ship-late"]').click();
  await dock(page).locator(`.sb-order[data-order="${late}"] .sb-order-open`).click();
  const part = dock(page).locator('[data-deadlines]');
  const timer = part.locator('[data-timer="T1"]');
  await expect(timer).toHaveAttribute('data-state', 'late');
  await expect(timer).toContainText(/最晚发货\d\d-\d\d \d\d:\d\d超时/);
  await expect(timer).toContainText(/页面|推算/);

  await expect(part.locator('[data-penalties]')).toHaveCount(0);
  await button(page, '罚款估算').click();
  await expect(part.locator('[data-penalties]')).toContainText('估算，未核实');
  await expect(part.locator('[data-rule="PEN-JD-LATE"]')).toContainText(/¥\d+\.\d\d.*来源 90cto\.com/);

  await button(page, '延迟说明').click();
  await part.getByLabel('原因').selectOption('weather');
  await button(page, '复制说明').click();
  await expect.poll(() => clipboard(page)).toMatch(/^亲，真的很抱歉，受天气影响/);
  expect(await clipboard(page)).not.toContain('预计');
  await part.getByLabel(/新的发货日期/).fill('3月8日');
  await button(page, '复制说明').click();
  await expect.poll(() => clipboard(page)).toContain('目前预计3月8日前后发出');
  await page.screenshot({ path: 'artifacts/screens/deadlines.png' });
});
