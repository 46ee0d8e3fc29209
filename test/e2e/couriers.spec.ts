import { expect, type Page } from '@playwright/test';
import { courierTileTexts } from '../../components/i18n/courier-tile-texts.ts';
import { optionsTexts } from '../../components/i18n/options-texts.ts';
import { markedOrders, ordersByFlag } from '../../sandbox/tour/desk-driver.mjs';
import type { ShopRecord } from '../../storage/schemas/shop.ts';
import { test } from './support/desk-test.ts';
import { type ExtensionView, openView } from './support/extension-view.ts';
import { openOptions } from './support/options-page.ts';

test.use({ browserOf: 'couriers' });
test.describe.configure({ timeout: 90_000 });

/** The courier table on the options page, with an order list open beside it (issue "Orders", 2). */
const t = optionsTexts['zh-CN'];
const words = courierTileTexts['zh-CN'];
const JD_ORDERS = 'https://shop.jd.com/jdm/trade/orders/order-list?rows=60';

let view: ExtensionView;

test.beforeEach(async ({ product }) => {
  view ??= await openView(product);
  product.context.setDefaultTimeout(15_000);
  await product.ask('data.erase', { what: 'everything' });
});

const flagged = async (page: Page, flag: string): Promise<string[]> =>
  ordersByFlag(await markedOrders(page))[flag] ?? [];
const grid = (options: Page) => options.getByRole('grid', { name: words.grid });
const tile = (options: Page, name: string) => grid(options).locator(`[data-tile="${name}"]`);
const keptRules = async () => {
  const shop = (await view.kept()).shop as { value: ShopRecord } | undefined;
  return shop?.value.pack.couriers.rules ?? [];
};

test('a verdict changed on a tile changes the marks of an open order list', async ({ page, product }) => {
  await page.goto(JD_ORDERS);
  await expect.poll(async () => (await flagged(page, 'surcharge')).length).toBeGreaterThan(0);
  const [surcharged, outside] = [await flagged(page, 'surcharge'), await flagged(page, 'out-of-zone')];

  const options = await openOptions(product, 'couriers');
  await options.getByRole('tab', { name: '中国邮政' }).click();
  await expect(tile(options, '新疆维吾尔自治区')).toContainText('加18');
  await tile(options, '新疆维吾尔自治区').click();
  const panel = options.getByRole('region', { name: words.panel('新疆维吾尔自治区') });
  await expect(panel).toContainText('邮政加收 ¥18');
  await panel.getByRole('button', { name: words.editHere('中国邮政', '新疆') }).click();
  await panel.locator('form').getByText(words.words.no, { exact: true }).click();
  await panel.getByRole('button', { name: t.save }).click();

  await expect(tile(options, '新疆维吾尔自治区')).toContainText(words.words.no);
  // Only 新疆 was taken from the rule; the other five still charge.
  await expect(tile(options, '云南省')).toContainText('加18');
  await expect.poll(async () => (await flagged(page, 'out-of-zone')).length).toBeGreaterThan(outside.length);
  const left = await flagged(page, 'surcharge');
  expect(left.length).toBeLessThan(surcharged.length);
  for (const id of left) expect(surcharged).toContain(id);
  await options.close();
});

test('with the keyboard alone: all divisions at once for one courier, and taken back', async ({
  page,
  product,
}) => {
  await page.goto(JD_ORDERS);
  await expect.poll(async () => (await flagged(page, 'surcharge')).length).toBeGreaterThan(0);
  const before = await flagged(page, 'surcharge');

  const options = await openOptions(product, 'couriers');
  await grid(options).locator('[tabindex="0"]').focus();
  await options.keyboard.press('Control+Home');
  await options.keyboard.press('ArrowDown');
  await expect(tile(options, '吉林省')).toBeFocused();
  await options.keyboard.press('Enter');
  await expect(options.getByRole('region', { name: words.panel('吉林省') })).toBeVisible();
  await options.keyboard.press('Control+a');
  const several = options.getByRole('region', { name: words.setSeveral(34) });
  await several.getByLabel(t.courier, { exact: true }).focus();
  await options.keyboard.type('极兔');
  await options.keyboard.press('Tab');
  await options.keyboard.type('1');
  await options.keyboard.press('Enter');

  await expect.poll(async () => (await flagged(page, 'surcharge')).length).toBe(0);
  expect((await keptRules()).at(-1)).toMatchObject({ courier: '极兔', priority: 1, reach: 'reaches' });
  await expect(options.getByRole('tab', { name: '极兔' })).toHaveAttribute('aria-selected', 'true');
  await options.getByRole('button', { name: t.undo, exact: true }).click();
  await expect.poll(() => flagged(page, 'surcharge')).toEqual(before);
  await options.close();
});

test('an address tried names the rule that decided, leads to it, and nothing of it is kept', async ({
  product,
}) => {
  const options = await openOptions(product, 'couriers');
  const before = JSON.stringify(await view.kept());
  const trial = options.locator('[data-courier-trial]');
  // 天山区 lies in one city only, and the province is not written: the lists know.
  await trial
    .getByLabel(words.trialAddress, { exact: true })
    .fill('收货人：张三，13800000000\n乌鲁木齐天山区光明路12号');
  await expect(trial).toContainText('post-surcharge');
  await expect(trial).toContainText('新疆维吾尔自治区 乌鲁木齐市 天山区');
  await expect(tile(options, '新疆维吾尔自治区')).toHaveAttribute('data-deciding', 'true');
  await trial.getByLabel(words.pieces).fill('2');
  await trial.getByLabel(words.trialAddress, { exact: true }).fill('广东省深圳市南山区科技园路1号');
  await expect(trial.locator('[data-trial-courier][data-deciding]')).toContainText('圆通');
  expect(JSON.stringify(await view.kept())).toBe(before);

  await trial.getByTitle(words.showRule('圆通')).click();
  const editor = options.locator('[data-rule-list] form');
  await expect(editor.getByLabel(t.minPieces)).toHaveValue('2');
  await expect(editor).toBeInViewport();
  await options.close();
});

test('a shop’s own spreadsheet is shown before it is taken, its bad rows by line, and can be taken back', async ({
  product,
}) => {
  const options = await openOptions(product, 'couriers');
  const before = await keptRules();
  const sheet = [
    '快递,省,市,结果,首费,备注',
    '极兔,新疆维吾尔自治区,,加收,２０元,新疆加二十',
    '极兔,浙江,杭州,到,,',
    '极兔,火星省,,到,,',
    '极兔,西藏自治区,,加收,十八,',
  ].join('\r\n');
  await options.locator('[data-courier-import]').setInputFiles({
    name: '快递.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${sheet}`),
  });
  const card = options.locator('[data-courier-files]');
  await expect(card).toContainText('火星省');
  await expect(card).toContainText(/第 ?4 行|4 ?行/);
  await expect(card).toContainText('十八');
  // Nothing is written while it is looked at.
  expect(await keptRules()).toEqual(before);
  await options.locator('[data-import-apply]').click();
  await expect
    .poll(async () => (await keptRules()).filter(({ courier }) => courier === '极兔'))
    .toMatchObject([
      { regions: ['新疆维吾尔自治区'], reach: 'surcharge', surcharge: { first: 2_000 }, note: '新疆加二十' },
      { regions: ['浙江省/杭州市'], reach: 'reaches' },
    ]);
  await options.getByRole('button', { name: t.undo, exact: true }).first().click();
  await expect.poll(keptRules).toEqual(before);
  await options.close();
});
