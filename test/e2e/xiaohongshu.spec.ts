import { expect } from '@playwright/test';
import type { OrdersTruth } from '../../sandbox/generator/order-shape.ts';
import { dock, markedOrders, ordersByFlag, palette, practice } from '../../sandbox/tour/desk-driver.mjs';
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

test('a phrase speaks of the one order beside the chat; of two it asks, and inserts what was answered', async ({
  page,
  product,
}) => {
  const text = '亲，您的订单{订单号}在这边{光标}，请放心';
  await product.ask('library.save', { title: '报订单号', text, category: '测试', code: 'zzdd' });
  await page.goto(`${cards}?rows=66`);
  const { rows } = await practice<OrdersTruth>(page, 'practice.truth()');
  // The workbench's own editor is not known; any box the agent writes in will do.
  await page.evaluate(() => document.body.prepend(document.createElement('textarea')));
  const editor = page.locator('textarea').first();
  const pick = async (): Promise<void> => {
    await editor.fill('');
    await editor.click();
    await page.keyboard.press('Alt+q');
    await page.keyboard.type('zzdd');
    await expect(palette(page).getByRole('option').first()).toContainText('报订单号');
    await page.keyboard.press('Enter');
  };
  const shown = async (count: number): Promise<void> => {
    await practice(page, 'practice.show(0, value)', count);
    await expect(page.locator('.order-card')).toHaveCount(count);
  };

  await shown(1);
  const said = (number: string | undefined): string => `亲，您的订单${number}在这边，请放心`;
  // The desk reads the panel a moment after the page drew it.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await pick();
    await expect(editor).toHaveValue(said(rows[0]?.orderId), { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });

  await shown(2);
  const form = palette(page).getByRole('dialog', { name: '填写“报订单号”' });
  await expect(async () => {
    await page.keyboard.press('Escape');
    await pick();
    await expect(form).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await expect(form).toContainText('页面上没有读到');
  // An input method composes: its Enter and its Escape are not the form's.
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'p123', selectionStart: 4, selectionEnd: 4 });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(form).toBeVisible();
  await session.send('Input.insertText', { text: 'P123' });
  await expect(form).toContainText(said('P123'));
  await page.keyboard.press('Enter');
  await expect(editor).toHaveValue(said('P123'));
  const caret = await editor.evaluate((box) => (box as HTMLTextAreaElement).selectionStart);
  expect(caret).toBe(said('P123').indexOf('，请放心'));
});
