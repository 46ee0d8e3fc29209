import { expect, type Page } from '@playwright/test';
import { exampleShop } from '../../rules/packs/example-shop.ts';
import { dock, openTab, practice } from '../../sandbox/tour/desk-driver.mjs';
import { test } from './support/desk-test.ts';

test.use({ browserOf: 'price' });

/** mission.md B10, rules.md §4 on Xianyu's 修改宝贝价格: worked out, shown, filled; confirmed by nobody but the agent. */
const url = 'https://www.goofish.com/im?seed=1';
const dialog = (page: Page) => page.getByRole('dialog').filter({ hasText: '修改宝贝价格' });
const inputs = (page: Page) => dialog(page).locator('input.ant-input-number-input');
const fill = (page: Page) => dock(page).getByRole('button', { name: '填入' });
const preview = (page: Page) => dock(page).locator('.sb-preview');
const valueField = { target: '改后价（元）', minus: '减多少（元）', percent: '打几折' } as const;
const wayName = { target: '改成', minus: '减掉', percent: '打折' } as const;
type Way = keyof typeof wayName;

interface Order {
  buyerId: string;
  status: string;
  /** Fen. */
  amount: number;
  freight: number;
}

const unpaid = async (page: Page): Promise<[Order, Order]> => {
  const [first, second] = (await practice<Order[]>(page, 'practice.orders()')).filter(
    (order) => order.status === 'unpaid',
  );
  if (!first || !second) throw new Error('the seed has no two unpaid orders');
  return [first, second];
};

/** Opens the price dialog of an order the way an agent does, from the chat's header. */
async function openDialog(page: Page, order: Order): Promise<void> {
  await practice(page, 'practice.switchTo(value)', order.buyerId);
  await page.locator('[data-spm="head"]').getByText('修改价格').click();
  await dialog(page).waitFor();
  await expect(dock(page).getByRole('tab', { name: '改价' })).toHaveAttribute('aria-selected', 'true');
}

async function start(page: Page, parameters = ''): Promise<Order> {
  await page.goto(`${url}${parameters}`);
  const [order] = await unpaid(page);
  await openDialog(page, order);
  return order;
}

async function ask(page: Page, way: Way, value: string): Promise<void> {
  await dock(page).getByText(wayName[way], { exact: true }).click();
  await dock(page).getByLabel(valueField[way]).fill(value);
}

const yuan = (fen: number): string => (fen / 100).toFixed(2);
const form = (page: Page) => practice<{ price?: number; freight?: number }>(page, 'practice.priceForm');

/** Nobody pressed 确定修改, at no time. */
async function expectUnconfirmed(page: Page): Promise<void> {
  expect(await practice<boolean>(page, 'practice.confirmPressed')).toBe(false);
  expect(await practice<boolean>(page, 'practice.priceConfirmed')).toBe(false);
  await expect(dialog(page)).toBeVisible();
}

for (const { way, value, priceOf } of [
  { way: 'target', value: '35.5', priceOf: () => 3550 },
  { way: 'target', value: '￥1,035', priceOf: () => 103_500 },
  { way: 'minus', value: '5.05', priceOf: (current: number) => current - 505 },
  { way: 'minus', value: '-5', priceOf: (current: number) => current - 500 },
  { way: 'percent', value: '8.8折', priceOf: (current: number) => Math.round(current * 0.88) },
  { way: 'percent', value: '95%', priceOf: (current: number) => Math.round(current * 0.95) },
] as const) {
  test(`${wayName[way]} ${value}: the result is shown first, then filled, and the page takes exactly it`, async ({
    page,
  }) => {
    const order = await start(page);
    const price = priceOf(order.amount);
    await ask(page, way, value);
    await expect(preview(page)).toContainText(`改后¥${yuan(price)}`);
    // Nothing has reached the dialog yet.
    expect(await inputs(page).first().inputValue()).toBe(yuan(order.amount));
    await fill(page).click();
    await expect(dock(page).getByText('已填入')).toBeVisible();
    await expect(inputs(page).first()).toHaveValue(yuan(price));
    expect((await form(page)).price).toBe(price);
    await expectUnconfirmed(page);
  });
}

test('with two inputs, price and freight are filled each into its own', async ({ page }) => {
  await start(page, '&inputs=2');
  await ask(page, 'target', '30');
  await dock(page).getByLabel('运费（元）').fill('2.5');
  await expect(preview(page)).toContainText('买家实付¥32.50');
  await fill(page).click();
  await expect.poll(() => form(page)).toEqual({ price: 3000, freight: 250 });
  expect(await inputs(page).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))).toEqual([
    '30.00',
    '2.50',
  ]);
  await page.screenshot({ path: 'artifacts/screens/price-filled.png' });
  await expectUnconfirmed(page);
});

test('with two inputs and no freight asked for, the freight stays as it is', async ({ page }) => {
  await start(page, '&inputs=2');
  const before = await inputs(page).nth(1).inputValue();
  await ask(page, 'target', '30');
  await fill(page).click();
  await expect.poll(async () => (await form(page)).price).toBe(3000);
  expect(await inputs(page).nth(1).inputValue()).toBe(before);
  expect((await form(page)).freight).toBeUndefined();
});

test('with one input no freight is asked for', async ({ page }) => {
  await start(page, '&inputs=1');
  await expect(dock(page).getByLabel('改后价（元）')).toBeVisible();
  await expect(dock(page).getByLabel('运费（元）')).toHaveCount(0);
});

test('a current price that stands only in the placeholder is read and worked with', async ({ page }) => {
  const order = await start(page, '&price=placeholder&inputs=2');
  expect(await inputs(page).first().inputValue()).toBe('');
  await expect(dock(page).locator('.sb-price-now')).toContainText(`¥${yuan(order.amount)}`);
  await ask(page, 'percent', '9折');
  const price = Math.round(order.amount * 0.9);
  await expect(preview(page)).toContainText(`改后¥${yuan(price)}`);
  await fill(page).click();
  await expect.poll(async () => (await form(page)).price).toBe(price);
  await expectUnconfirmed(page);
});

test('a sum that cannot be meant is blocked with the reason, by mouse and by Enter', async ({ page }) => {
  const order = await start(page);
  for (const [way, value, why] of [
    ['target', '-5', '负数'],
    ['target', '12.345', '最多两位小数'],
    ['target', '十块', '不是金额'],
    ['minus', '99999', '负数'],
    ['minus', '+5', '看不出是减还是加'],
    ['percent', '8.8', '请写清楚'],
    ['percent', '打骨折', '不是折扣'],
  ] as const) {
    await ask(page, way, value);
    await expect(dock(page).getByRole('alert').filter({ hasText: why }), value).toBeVisible();
    await expect(fill(page)).toBeDisabled();
    await dock(page).getByLabel(valueField[way]).press('Enter');
  }
  // A sum that may be filled, afterwards: it is the only one that arrives.
  await ask(page, 'target', '36');
  await dock(page).getByLabel(valueField.target).press('Enter');
  await expect.poll(() => form(page)).toEqual({ price: 3600 });
  expect(order.amount).not.toBe(3600);
  await expectUnconfirmed(page);
});

test('a price of 0 warns that the buyer would pay nothing', async ({ page }) => {
  await start(page, '&inputs=1');
  await ask(page, 'target', '0');
  await expect(dock(page).getByText('改完买家付 0 元')).toBeVisible();
  await expectUnconfirmed(page);
});

test("below the shop's floor nothing is filled before the agent agrees, and at the floor nothing is asked", async ({
  page,
  product,
}) => {
  await product.ask('shop.save', { pack: { ...exampleShop, price: { floor: 3000 } } });
  await start(page);
  await ask(page, 'target', '29.99');
  await expect(dock(page).getByText('低于本店底价 30.00 元')).toBeVisible();
  await expect(fill(page)).toBeDisabled();
  await dock(page).getByRole('button', { name: '知道了，仍按这个价' }).click();
  await expect(fill(page)).toBeEnabled();
  await ask(page, 'target', '30');
  await expect(preview(page)).toContainText('改后¥30.00');
  await expect(dock(page).getByText('低于本店底价')).toHaveCount(0);
  await expect(fill(page)).toBeEnabled();
  await product.ask('shop.save', { pack: exampleShop });
});

test('the look-alike 修改价格 in the order card opens nothing, and nothing is offered for it', async ({
  page,
}) => {
  await page.goto(url);
  const [order] = await unpaid(page);
  await practice(page, 'practice.switchTo(value)', order.buyerId);
  await page.locator('[class*="message-row--"]').getByRole('button', { name: '修改价格' }).click();
  await openTab(page, '话术');
  await expect(dock(page).getByRole('tab', { name: '改价' })).toHaveCount(0);
  await expect(dialog(page)).toHaveCount(0);
});

test('a dialog opened for another conversation shows its own price and nothing worked out before', async ({
  page,
}) => {
  await start(page);
  const [, other] = await unpaid(page);
  await ask(page, 'target', '12.34');
  await fill(page).click();
  await expect(dock(page).getByText('已填入')).toBeVisible();
  await dialog(page)
    .getByRole('button', { name: /取\s*消/ })
    .click();
  await expect(dock(page).getByRole('tab', { name: '改价' })).toHaveCount(0);
  await openDialog(page, other);
  await expect(dock(page).locator('.sb-price-now')).toContainText(`¥${yuan(other.amount)}`);
  await expect(dock(page).getByLabel(valueField.target)).toHaveValue('');
  await expect(preview(page)).toHaveCount(0);
  expect(await inputs(page).first().inputValue()).toBe(yuan(other.amount));
  await expect(fill(page)).toBeDisabled();
});

test('the conversation changed under an open dialog: what was worked out does not reach the other order', async ({
  page,
}) => {
  await start(page);
  const [, other] = await unpaid(page);
  await ask(page, 'target', '12.34');
  await expect(preview(page)).toContainText('改后¥12.34');
  await practice(page, 'practice.switchTo(value)', other.buyerId);
  await expect(dialog(page)).toHaveCount(0);
  await expect(dock(page).getByRole('tab', { name: '改价' })).toHaveCount(0);
  await openDialog(page, other);
  await expect(dock(page).getByLabel(valueField.target)).toHaveValue('');
  expect(await inputs(page).first().inputValue()).toBe(yuan(other.amount));
});

test('a discount is taken from the price before anybody typed, not from what stands in the input', async ({
  page,
}) => {
  const order = await start(page, '&inputs=1');
  await inputs(page).first().fill('88');
  await inputs(page).first().press('Tab');
  await ask(page, 'percent', '9折');
  await expect(dock(page).locator('.sb-price-now')).toContainText(`¥${yuan(order.amount)}`);
  await fill(page).click();
  await expect.poll(async () => (await form(page)).price).toBe(Math.round(order.amount * 0.9));
});

test('a field that refuses the number is reported, with the number to type by hand', async ({ page }) => {
  await start(page, '&inputs=1');
  await inputs(page)
    .first()
    .evaluate((input) => input.setAttribute('readonly', ''));
  await ask(page, 'target', '35');
  await fill(page).click();
  await expect(dock(page).getByRole('alert').filter({ hasText: '请手动输入 35.00' })).toBeVisible();
  await expectUnconfirmed(page);
});
