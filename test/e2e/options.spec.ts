import { expect, type Page } from '@playwright/test';
import { optionsOrdersTexts } from '../../components/i18n/options-orders-texts.ts';
import { optionsTexts } from '../../components/i18n/options-texts.ts';
import {
  dock,
  markedOrders,
  openTab,
  ordersByFlag,
  palette,
  searchPalette,
} from '../../sandbox/tour/desk-driver.mjs';
import type { Library } from '../../storage/schemas/phrase.ts';
import type { Settings } from '../../storage/schemas/settings.ts';
import type { ShopRecord } from '../../storage/schemas/shop.ts';
import { type Product, test } from './support/desk-test.ts';
import { type ExtensionView, openView } from './support/extension-view.ts';
import { errorOf, openOptions, showSection } from './support/options-page.ts';
import { chatUrl, openFirst } from './support/practice-chat.ts';

test.use({ browserOf: 'options' });
test.describe.configure({ timeout: 90_000 });

/** Every change on the options page takes effect in a page that is already open; what cannot be read saves nothing. */
const t = optionsTexts['zh-CN'];
const ofOrders = optionsOrdersTexts['zh-CN'];
const JD_ORDERS = 'https://shop.jd.com/jdm/trade/orders/order-list?rows=60';
const editor = (page: Page) => page.locator('#replyTextarea');

let view: ExtensionView;

test.beforeEach(async ({ product }) => {
  view ??= await openView(product);
  product.context.setDefaultTimeout(15_000);
  await product.ask('data.erase', { what: 'everything' });
});

async function kept<T>(key: string): Promise<T | undefined> {
  return ((await view.kept())[key] as { value: T } | undefined)?.value;
}
/** What is kept under a key, as text, to prove that nothing of it changed. */
const frozen = async (key: string): Promise<string> => JSON.stringify((await view.kept())[key] ?? null);

/** The chat with one conversation open that has been waiting for about two hours. */
async function openChat(page: Page): Promise<void> {
  await openFirst(page, chatUrl(Date.now() - 7_200_000));
  await editor(page).click();
  await openTab(page, '话术');
}

const phrases = (page: Page) => dock(page).getByRole('listbox', { name: '话术列表' }).getByRole('option');
const titled = (page: Page, title: string) =>
  phrases(page).filter({ has: page.getByText(title, { exact: true }) });

async function addPhrase(product: Product, title: string, text: string, category = '测试'): Promise<string> {
  const { id } = await product.ask<{ id: string }>('library.save', { title, text, category });
  return id;
}

test('agent number and shop name are in the next phrase inserted into an open page', async ({
  page,
  product,
}) => {
  await addPhrase(product, '自报家门', '我是{店铺}的客服{客服号}');
  await openChat(page);
  await titled(page, '自报家门').click();
  // What nobody set is asked for; the agent gives it a home in the options instead.
  await expect(dock(page).getByRole('textbox', { name: /客服号/ })).toBeVisible();
  await expect(editor(page)).toHaveValue('');
  await page.keyboard.press('Escape');

  const options = await openOptions(product, 'agent');
  await options.getByLabel(t.agentNumber).fill('8');
  await options.getByLabel(t.shopName).fill('手边小店');
  await titled(page, '自报家门').click();
  await expect(editor(page)).toHaveValue('我是手边小店的客服8');

  await options.getByLabel(t.agentNumber).fill('12');
  await editor(page).fill('');
  await titled(page, '自报家门').click();
  await expect(editor(page)).toHaveValue('我是手边小店的客服12');
  await options.close();
});

test('a phrase added, changed, deleted and brought back shows in dock and palette of an open page at once', async ({
  page,
  product,
}) => {
  await openChat(page);
  const options = await openOptions(product, 'phrases');
  const fill = async (label: string, value: string): Promise<void> => {
    await options.getByRole('textbox', { name: label, exact: true }).fill(value);
  };
  const save = () => options.getByRole('button', { name: t.save }).click();

  await options.getByRole('button', { name: t.addPhrase }).click();
  await fill(t.title, '缺货改期');
  await options.getByLabel(t.category, { exact: true }).fill('测试');
  await fill(t.text, '这款暂时缺货，{买家}可以等三天吗');
  await save();
  await expect(titled(page, '缺货改期')).toHaveCount(1);
  for (const query of ['qhgq', 'quehuo', '改期']) {
    await editor(page).click();
    await searchPalette(page, query);
    await expect(palette(page).getByRole('option').first()).toContainText('缺货改期');
    await page.keyboard.press('Escape');
  }

  await options.getByLabel(t.phraseSearch).fill('缺货改期');
  await options.getByRole('button', { name: t.editPhrase('缺货改期') }).click();
  await fill(t.text, '这款要等五天');
  await save();
  await expect(titled(page, '缺货改期')).toContainText('这款要等五天');
  await titled(page, '缺货改期').click();
  await expect(editor(page)).toHaveValue('这款要等五天');

  await options.getByRole('button', { name: t.removePhrase('缺货改期') }).click();
  await expect(titled(page, '缺货改期')).toHaveCount(0);
  await options.getByRole('button', { name: t.undo, exact: true }).click();
  await expect(titled(page, '缺货改期')).toHaveCount(1);
  await options.close();
});

test('the order of phrases in options is their order in an open page', async ({ page, product }) => {
  for (const title of ['甲', '乙', '丙']) await addPhrase(product, title, `${title}的内容`, '顺序');
  await openChat(page);
  await dock(page).getByRole('button', { name: '顺序' }).click();
  const titles = () => phrases(page).locator('.sb-phrase-title').allTextContents();
  await expect.poll(titles).toEqual(['甲', '乙', '丙']);

  const options = await openOptions(product, 'phrases');
  await options.getByRole('button', { name: /^顺序/ }).click();
  const grip = (title: string) => options.getByRole('button', { name: t.movePhrase(title) });
  await grip('丙').press('ArrowUp');
  await expect.poll(titles).toEqual(['甲', '丙', '乙']);
  await grip('甲').press('ArrowDown');
  await expect.poll(titles).toEqual(['丙', '甲', '乙']);
  await grip('乙').dragTo(options.getByRole('listitem').filter({ has: grip('丙') }));
  await expect.poll(titles).toEqual(['乙', '丙', '甲']);
  await options.close();
});

test('limits change the colour of clocks that already run; limits that make no sense change nothing', async ({
  page,
  product,
}) => {
  await openChat(page);
  await openTab(page, '等待');
  const step = () => dock(page).locator('.sb-waiting').first().getAttribute('data-step');
  await expect.poll(step).toBe('breach');

  const options = await openOptions(product, 'limits');
  const limit = (name: string) => options.getByLabel(t.limitOf('拼多多', name));
  await limit(t.breach).fill('20000');
  await expect.poll(step).toBe('warn');
  await limit(t.warn).fill('15000');
  await expect.poll(step).toBe('soft');
  await limit(t.soft).fill('10000');
  await expect.poll(step).toBe('fresh');

  const before = await frozen('rules');
  for (const [name, value, complaint] of [
    [t.warn, '30000', t.limitsOrder],
    [t.warn, '两分钟', t.limitsNumber],
    [t.warn, '', t.limitsNumber],
    [t.warn, '0', t.limitsNumber],
  ] as const) {
    await limit(name).fill(value);
    await expect(errorOf(options, complaint)).toBeVisible();
  }
  expect(await frozen('rules')).toBe(before);
  expect(await step()).toBe('fresh');

  await limit(t.warn).fill('15000');
  await expect(errorOf(options, t.limitsNumber)).toHaveCount(0);
  await options.getByRole('button', { name: t.reset }).click();
  await expect.poll(step).toBe('breach');
  await options.close();
});

test('a rule in the courier table and the minimum order change the marks of an open order list', async ({
  page,
  product,
}) => {
  await page.goto(JD_ORDERS);
  const flagged = async (flag: string) => (ordersByFlag(await markedOrders(page))[flag] ?? []).length;
  await expect.poll(() => flagged('surcharge')).toBeGreaterThan(0);
  const [surcharged, small] = [await flagged('surcharge'), await flagged('below-minimum')];
  expect(small).toBeGreaterThan(0);

  const options = await openOptions(product, 'couriers');
  await options.getByRole('button', { name: t.addRule }).click();
  await options.getByLabel(t.courier, { exact: true }).fill('极兔');
  await options.getByLabel(t.priority, { exact: true }).fill('1');
  await options.getByRole('button', { name: t.save }).click();
  await expect.poll(() => flagged('surcharge')).toBe(0);

  await options.getByRole('button', { name: /^规则列表/ }).click();
  await options.getByRole('button', { name: t.removeRule('极兔') }).click();
  await expect.poll(() => flagged('surcharge')).toBe(surcharged);

  const minimum = options.getByLabel(t.minimumOrder);
  await minimum.fill('0');
  await expect.poll(() => flagged('below-minimum')).toBe(0);
  await minimum.fill('19.90');
  await expect.poll(() => flagged('below-minimum')).toBe(small);
  await minimum.fill('100000');
  await expect.poll(() => flagged('below-minimum')).toBeGreaterThan(small);
  await options.close();
});

test('language, theme and the palette key change in an open page at once', async ({ page, product }) => {
  const orders = await product.context.newPage();
  await orders.goto(JD_ORDERS);
  await orders.locator('shoubian-mark[data-order]').first().waitFor();
  await page.bringToFront();
  await openChat(page);
  const options = await openOptions(product, 'appearance');

  await options.getByText('English', { exact: true }).click();
  await expect(dock(page).getByRole('tab', { name: 'Phrases' })).toBeVisible();
  await expect(options.getByRole('heading', { name: 'Appearance' })).toBeVisible();
  await options.getByText('中文', { exact: true }).click();
  await expect(dock(page).getByRole('tab', { name: '话术' })).toBeVisible();

  const paper = (tab: Page, selector: string) =>
    tab
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  const [dockLight, chipLight] = [
    await paper(page, 'shoubian-dock .sb-dock'),
    await paper(orders, 'shoubian-mark .chip'),
  ];
  await options.getByText(t.themes.dark, { exact: true }).click();
  await expect.poll(() => paper(page, 'shoubian-dock .sb-dock')).not.toBe(dockLight);
  await expect.poll(() => paper(orders, 'shoubian-mark .chip')).not.toBe(chipLight);

  const key = options.getByLabel(t.paletteKey);
  const before = await frozen('settings');
  await key.press('q');
  await expect(errorOf(options, t.paletteKeyBad)).toBeVisible();
  expect(await frozen('settings')).toBe(before);
  await key.press('Alt+k');
  await expect.poll(async () => (await kept<Settings>('settings'))?.paletteKey).toBe('Alt+K');
  await page.bringToFront();
  await editor(page).click();
  await page.keyboard.press('Alt+k');
  await expect(palette(page).getByRole('combobox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette(page).getByRole('combobox')).toHaveCount(0);
  await page.keyboard.press('Alt+q');
  await expect(palette(page).getByRole('combobox')).toHaveCount(0);
  await options.close();
  await orders.close();
});

test('what cannot be read shows its error under the field and saves nothing', async ({ product }) => {
  const options = await openOptions(product, 'phrases');
  const before = { library: await frozen('library'), shop: await frozen('shop') };
  await options.getByRole('button', { name: t.addPhrase }).click();
  await options.getByRole('button', { name: t.save }).click();
  await expect(options.getByText(t.titleMissing)).toBeVisible();
  await expect(options.getByText(t.textMissing)).toBeVisible();
  expect(await frozen('library')).toBe(before.library);

  await showSection(options, 'couriers');
  await options.getByRole('button', { name: t.addRule }).click();
  await options.getByLabel(t.priority, { exact: true }).fill('一');
  await options.getByRole('button', { name: t.save }).click();
  await expect(options.getByText(t.courierMissing)).toBeVisible();
  await expect(options.getByText(t.badNumber)).toBeVisible();
  await options.getByLabel(t.regions, { exact: true }).fill('新疆维吾尔自治区、火星省');
  await expect(errorOf(options, t.unknownRegion('火星省'))).toBeVisible();
  await options.getByRole('button', { name: t.cancel }).click();
  for (const [section, label, value, complaint] of [
    ['couriers', t.minimumOrder, '十九块九毛', t.badMoney],
    ['couriers', t.minimumOrder, '-5', t.badMoney],
    ['orders', ofOrders.promiseHours, '1.5', ofOrders.badNumber],
    ['orders', ofOrders.warnHours, '24、明天', ofOrders.badWarnHours],
    ['orders', ofOrders.quietFrom, '25:00', ofOrders.badClock],
  ] as const) {
    await showSection(options, section);
    const field = options.getByLabel(label);
    const good = await field.inputValue();
    await field.fill(value);
    await expect(errorOf(options, complaint)).toBeVisible();
    expect(await frozen('shop'), value).toBe(before.shop);
    await field.fill(good);
    await expect(errorOf(options, complaint)).toHaveCount(0);
  }

  await showSection(options, 'data');
  const settings = await frozen('settings');
  for (const value of ['0', '4000', '一周']) {
    await options.getByLabel(t.retention).fill(value);
    await expect(errorOf(options, t.retentionBad)).toBeVisible();
  }
  expect(await frozen('settings')).toBe(settings);
  await options.getByLabel(t.retention).fill('30');
  await expect.poll(async () => (await kept<Settings>('settings'))?.retentionDays).toBe(30);
  await options.close();
});

test('fields filled one right after the other are all kept', async ({ product }) => {
  const options = await openOptions(product, 'couriers');
  await options.getByLabel(t.minimumOrder).fill('25');
  await options.getByLabel(t.priceFloor).fill('24');
  await options.getByLabel(t.askManagerFrom).fill('99');
  await expect
    .poll(async () => {
      const pack = (await kept<ShopRecord>('shop'))?.pack;
      return pack && [pack.minimumOrder, pack.price.floor, pack.flashSale.askManagerFrom];
    })
    .toEqual([2_500, 2_400, 9_900]);
  expect((await kept<Library>('library'))?.phrases.length).toBeGreaterThan(80);
  await options.close();
});
