import { expect, type Page } from '@playwright/test';
import { exampleShop } from '../../rules/packs/example-shop.ts';
import { dock } from '../../sandbox/tour/desk-driver.mjs';
import { test } from './support/desk-test.ts';
import { expectedFlags, openOrders } from './support/orders-page.ts';

test.use({ browserOf: 'urging' });

/** Following up unpaid orders beside the list (mission.md A11, rules.md §5). */
const part = (page: Page) => dock(page).locator('.sb-urging');
const button = (page: Page, name: string) => part(page).getByRole('button', { name, exact: true });

// No quiet hours and no age to wait for: the test runs at any hour.
const urging = {
  ...exampleShop.urging,
  quiet: { from: '00:00', to: '00:00' },
  steps: [
    { afterMinutes: 0, text: '亲，订单 {订单号} 还没有付款哦~' },
    { afterMinutes: 0, text: '亲，还需要帮您留着吗？' },
  ],
};

async function openUnpaid(page: Page): Promise<string> {
  const [id = ''] = expectedFlags(await openOrders(page)).unpaid ?? [];
  await dock(page).locator('[data-flag="unpaid"]').click();
  await dock(page).locator(`.sb-order[data-order="${id}"] .sb-order-open`).click();
  return id;
}

test('an unpaid order offers words filled from it, counts a touch by the agent’s click, and then waits', async ({
  page,
  product,
}) => {
  await product.ask('shop.save', { pack: { urging } });
  const id = await openUnpaid(page);
  await expect(part(page)).toHaveAttribute('data-urging', 'may');
  await expect(part(page)).toContainText(`亲，订单 ${id} 还没有付款哦~`);
  await expect(part(page)).toContainText('可以催第 1/2 次');
  await button(page, '复制话术').click();
  // Copied is not sent: nothing was counted.
  await expect(part(page)).toHaveAttribute('data-urging', 'may');
  await button(page, '记一次已催').click();
  await expect(part(page)).toHaveAttribute('data-urging', 'gap');
  await expect(part(page)).toContainText('已催 1/2');

  await page.reload();
  await openUnpaid(page);
  await expect(part(page)).toHaveAttribute('data-urging', 'gap');
  await button(page, '不再催').click();
  await expect(part(page)).toHaveAttribute('data-urging', 'stopped');
  await button(page, '恢复催付').click();
  await expect(part(page)).toHaveAttribute('data-urging', 'gap');

  // Shorter gaps take effect in the open page at once, and the next step has its own words.
  await product.ask('shop.save', { pack: { urging: { ...urging, gapMinutes: 0 } } });
  await expect(part(page)).toContainText('亲，还需要帮您留着吗？');
});
