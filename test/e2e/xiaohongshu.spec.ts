import { expect } from '@playwright/test';
import type { OrdersTruth } from '../../sandbox/generator/order-shape.ts';
import { dock, markedOrders, ordersByFlag, practice } from '../../sandbox/tour/desk-driver.mjs';
import { test } from './support/desk-test.ts';

test.use({ browserOf: 'xiaohongshu' });

/** markets.md §8: the order cards beside the chat, which is all that is known of the workbench. */
const cards = 'https://walle.xiaohongshu.com/cstools/chat';

/** What needs no goods: the cards show none, so nothing that rests on the number of pieces is asked here. */
const flagsAsked = ['remote', 'memo', 'unpaid', 'below-minimum'] as const;
const asked = (flags: Partial<Record<string, string[]>>): string[][] =>
  flagsAsked.map((flag) => [...(flags[flag] ?? [])].sort());

test('order cards carry at their foot the marks the seed placed, and the next buyer’s cards get their own', async ({
  page,
}) => {
  await page.goto(`${cards}?rows=66`);
  const { flags, rows } = await practice<OrdersTruth>(page, 'practice.truth()');
  expect(asked(flags).map((ids) => ids.length > 0)).toEqual([true, true, true, true]);
  await expect.poll(async () => asked(ordersByFlag(await markedOrders(page)))).toEqual(asked(flags));
  const homes = await page
    .locator('shoubian-mark')
    .evaluateAll((marks) => marks.map((mark) => mark.parentElement?.className));
  expect(new Set(homes)).toEqual(new Set(['order-card-footer']));

  const remote = rows.findIndex(({ orderId = '' }) => flags.remote.includes(orderId));
  await practice(page, 'practice.show(value, value + 1)', remote);
  await expect
    .poll(async () => (await markedOrders(page)).map(({ id }) => id))
    .toEqual([rows[remote]?.orderId]);
});

test('where the chat never comes nothing is marked and nothing is called broken', async ({ page }) => {
  await page.goto(`${cards}?chat=none`);
  await expect(dock(page)).toHaveCount(1);
  await expect(page.locator('shoubian-mark')).toHaveCount(0);
  await expect(dock(page).getByText('读不到')).toHaveCount(0);
});
