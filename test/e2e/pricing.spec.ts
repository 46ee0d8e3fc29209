import { expect, type Page } from '@playwright/test';
import { dock, openTab, practice } from '../../sandbox/tour/desk-driver.mjs';
import { test } from './support/desk-test.ts';
import { openOptions } from './support/options-page.ts';

test.use({ browserOf: 'pricing' });

/** mission.md B10, B11, B13: prices by formula and live list into a known dialog, numbers into an unknown one. */
const url = 'https://www.goofish.com/im?seed=1';
const dialog = (page: Page) => page.getByRole('dialog').filter({ hasText: '修改宝贝价格' });
const input = (page: Page) => dialog(page).locator('input.ant-input-number-input').first();
const card = (page: Page) => dock(page).locator('.sb-price');
const fill = (page: Page) => dock(page).getByRole('button', { name: '填入' });

interface Order {
  buyerId: string;
  status: string;
}

test.beforeEach(async ({ product }) => {
  await product.ask('data.erase', { what: 'everything' });
});

async function openChat(page: Page): Promise<void> {
  await page.goto(url);
  const orders = await practice<Order[]>(page, 'practice.orders()');
  const order = orders.find(({ status }) => status === 'unpaid');
  if (!order) throw new Error('the seed has no unpaid order');
  await practice(page, 'practice.switchTo(value)', order.buyerId);
}

async function openDialog(page: Page): Promise<void> {
  await openChat(page);
  await page.locator('[data-spm="head"]').getByText('修改价格').click();
  await dialog(page).waitFor();
  await expect(dock(page).getByRole('tab', { name: '改价' })).toHaveAttribute('aria-selected', 'true');
}

async function expectUnconfirmed(page: Page): Promise<void> {
  expect(await practice<boolean>(page, 'practice.confirmPressed')).toBe(false);
  expect(await practice<boolean>(page, 'practice.priceConfirmed')).toBe(false);
  await expect(dialog(page)).toBeVisible();
}

const logged = async (product: { ask<A>(name: string, input?: object): Promise<A> }) => {
  const { json } = await product.ask<{ json: string }>('ledger.export', { from: 0, to: 4_000_000_000_000 });
  return (JSON.parse(json) as { prices: Record<string, unknown>[] }).prices;
};

test('a formula’s price is filled into the dialog, logged with its arithmetic, and confirmed by nobody', async ({
  page,
  product,
}) => {
  await openDialog(page);
  await card(page).getByText('公式', { exact: true }).click();
  await card(page).getByLabel('成本（元）').fill('30');
  const formula = card(page).locator('.sb-formulas li').filter({ hasText: '夏洛昔' });
  await expect(formula).toContainText('(30.00 + 10) ÷ 0.6 ÷ 0.7 = 95.24');
  await formula.getByRole('button', { name: '用这个价' }).click();
  await card(page).getByLabel(/原因/).fill('直播间答应的');
  await expect(card(page).locator('.sb-sums')).toContainText('改后¥95.24');
  await fill(page).click();
  await expect(dock(page).getByText('已填入')).toBeVisible();
  await expect(input(page)).toHaveValue('95.24');
  await expectUnconfirmed(page);
  await expect
    .poll(() => logged(product))
    .toMatchObject([{ place: 'dialog', platform: 'xianyu', price: 9524, reason: '直播间答应的' }]);
  const [entry] = await logged(product);
  expect(entry?.way).toContain('公式 夏洛昔 (30.00 + 10) ÷ 0.6 ÷ 0.7 = 95.24');
});

test('a live price is found by the goods’ card and taken with one click; under the cost it asks first', async ({
  page,
  product,
}) => {
  const options = await openOptions(product, 'pricing');
  await options.getByLabel('或者粘贴表格').fill('编码\t直播价\nQX-77\t21.5\nBAD\t30起');
  await options.getByRole('button', { name: '看一下' }).click();
  await expect(options.locator('.sb-pricing-preview')).toContainText('第 3 行：「30起」不是一个价格');
  await options.getByRole('button', { name: '跳过 1 行，导入 1 个' }).click();
  await expect(options.locator('[data-price-list]')).toContainText('1 个编码');
  await options.close();

  await openDialog(page);
  await expect(card(page).locator('.sb-price-source')).toContainText('价目表里没有这件');
  // The title carries no code: the goods' card does.
  const name = await page.locator('[data-spm="head"] [class*="text2--"]').first().textContent();
  const facts = {
    codes: ['QX-77'],
    ids: [],
    points: [],
    matching: [],
    lines: [{ label: '成本', text: '25' }],
  };
  await product.ask('cards.save', { name: name?.trim() ?? '', ...facts });
  await openDialog(page);
  await expect(card(page).locator('.sb-price-source')).toContainText('¥21.50');
  await card(page).locator('.sb-price-source').getByRole('button', { name: '用这个价' }).click();
  await expect(dock(page).getByRole('alert').filter({ hasText: '低于成本 25.00 元' })).toBeVisible();
  await expect(fill(page)).toBeDisabled();
  await dock(page).getByRole('button', { name: '知道了，仍按这个价' }).click();
  await fill(page).click();
  await expect(input(page)).toHaveValue('21.50');
  await expectUnconfirmed(page);
  await expect
    .poll(async () => (await logged(product)).map(({ way }) => way))
    .toEqual(['改成 21.50（直播价 QX-77）']);
});

test('numbers go one by one into a dialog nobody mapped: each into the field last clicked, nothing pressed', async ({
  page,
}) => {
  await openChat(page);
  await page.evaluate(() => {
    const box = document.createElement('div');
    box.setAttribute('role', 'dialog');
    box.style.cssText = 'position:fixed;left:20px;top:20px;z-index:9;background:#fff;padding:20px';
    box.innerHTML =
      '<label>第一件 <input id="p1"></label><label>第二件 <input id="p2"></label><button id="ok">确定</button>';
    box.querySelector('#ok')?.addEventListener('click', () => box.setAttribute('data-pressed', ''));
    document.body.append(box);
  });
  await openTab(page, '工具');
  await dock(page).getByText('算价补偿', { exact: true }).click();
  const tool = dock(page).locator('.sb-pricing');
  await tool.getByLabel('商品 1 金额（元）').fill('19.9');
  await tool.getByRole('button', { name: '加一件' }).click();
  await tool.getByLabel('商品 2 金额（元）').fill('43.1');
  await tool.getByLabel('减多少（元）').fill('5');
  const numbers = tool.locator('.sb-numbers li');
  await expect(numbers).toContainText(['18.32', '39.68']);
  await expect(numbers.nth(0)).toHaveAttribute('data-next', 'true');
  await page.locator('#p1').click();
  await numbers.nth(0).getByRole('button').click();
  await expect(page.locator('#p1')).toHaveValue('18.32');
  await expect(numbers.nth(1)).toHaveAttribute('data-next', 'true');
  await page.locator('#p2').click();
  await numbers.nth(1).getByRole('button').click();
  await expect(page.locator('#p2')).toHaveValue('39.68');
  await expect(dock(page).getByText('39.68 已填进「第二件」')).toBeVisible();
  expect(await page.locator('[data-pressed]').count()).toBe(0);
});
