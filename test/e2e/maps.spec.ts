import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { optionsMapTexts } from '../../components/i18n/options-map-texts.ts';
import { markedOrders } from '../../sandbox/tour/desk-driver.mjs';
import type { SiteMap } from '../../storage/schemas/site-map.ts';
import { test } from './support/desk-test.ts';
import { type ExtensionView, openView } from './support/extension-view.ts';
import { chooseFile, errorOf, openOptions, showSection } from './support/options-page.ts';

test.use({ browserOf: 'maps' });
test.describe.configure({ timeout: 60_000 });

/** Maps in the options: edited as a form and as JSON, refused with reasons, taken back, carried to another machine. */
const t = optionsMapTexts['zh-CN'];
const fixtures = path.resolve(import.meta.dirname, '../fixtures/unknown-market');
const example = readFileSync(path.join(fixtures, 'map.json'), 'utf8');
const exampleId = (JSON.parse(example) as SiteMap).id;

let view: ExtensionView;

test.beforeEach(async ({ product }) => {
  view ??= await openView(product);
  product.context.setDefaultTimeout(15_000);
  await product.ask('data.erase', { what: 'everything' });
});

interface KeptMap {
  id: string;
  deletedAt: number | null;
  map: SiteMap;
}
const keptMaps = async (): Promise<KeptMap[]> =>
  ((await view.kept()).maps as { value: { maps: KeptMap[] } } | undefined)?.value.maps ?? [];
const keptMap = async (id: string): Promise<SiteMap | undefined> =>
  (await keptMaps()).find((one) => one.id === id && one.deletedAt === null)?.map;

const card = (options: Page, id: string): Locator => options.locator(`[data-market="${id}"]`);
const save = (options: Page): Locator => options.locator('[data-map-save]');
const jsonBox = (options: Page): Locator => options.getByRole('textbox', { name: t.jsonLabel });
const showJson = (options: Page): Promise<void> =>
  options.locator('[data-map-editor]').getByText(t.json, { exact: true }).click();
const showForm = (options: Page): Promise<void> =>
  options.locator('[data-map-editor]').getByText(t.form, { exact: true }).click();
const openEditor = async (options: Page, id: string): Promise<void> => {
  await card(options, id).getByRole('button', { name: t.edit, exact: true }).click();
  await options.locator(`[data-map-editor="${id}"]`).waitFor();
};
async function savedTo(options: Page): Promise<void> {
  await save(options).click();
  await expect(options.locator('[data-map-editor]')).toHaveCount(0);
}

async function download(options: Page, id: string): Promise<string> {
  const [file] = await Promise.all([
    options.waitForEvent('download'),
    card(options, id).getByRole('button', { name: t.exportMap, exact: true }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`shoubian-map-${id}.json`);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

test('a field changed in the form is kept as the agent’s own map, changes that field alone, and can be reset', async ({
  product,
}) => {
  const options = await openOptions(product, 'maps');
  const before = JSON.parse(await download(options, 'jd')) as SiteMap;
  await openEditor(options, 'jd');
  const [entry] = before.pages;
  expect(entry?.kind).toBe('orders');
  await options.locator('[data-place="pages[0]"] > summary').click();
  const buyer = options.locator('[data-place="pages[0].fields.buyer"]');
  await buyer.getByRole('textbox').first().fill('.my-buyer');
  await buyer.getByRole('button', { name: t.addAlternativeFor('买家') }).click();
  await buyer.getByRole('textbox').last().fill('.second-buyer');
  await buyer.getByRole('button', { name: t.earlier(2) }).click();
  await expect(buyer.getByRole('textbox').first()).toHaveValue('.second-buyer');
  await savedTo(options);

  const kept = await keptMap('jd');
  expect(kept?.evidence.level).toBe('user');
  const expected = structuredClone(before) as SiteMap & { pages: { fields: Record<string, unknown> }[] };
  expected.evidence.level = 'user';
  const first = expected.pages[0];
  if (first) first.fields.buyer = ['.second-buyer', '.my-buyer'];
  expect(kept).toEqual(expected);

  await expect(card(options, 'jd')).toHaveAttribute('data-origin', 'changed');
  await expect(card(options, 'jd').locator('[data-differences="1"]')).toContainText(t.differences(1));
  await card(options, 'jd').getByRole('button', { name: t.reset }).click();
  await card(options, 'jd').getByRole('button', { name: t.yes, exact: true }).click();
  await expect(card(options, 'jd')).toHaveAttribute('data-origin', 'built-in');
  expect(await keptMap('jd')).toBeUndefined();
  await options.getByRole('button', { name: '撤销' }).click();
  await expect(card(options, 'jd')).toHaveAttribute('data-origin', 'changed');
  expect((await keptMap('jd'))?.evidence.level).toBe('user');
  await options.close();
});

test('form and JSON edit one draft; the former version comes back, and a draft waits while other sections are shown', async ({
  product,
}) => {
  const options = await openOptions(product, 'maps');
  await openEditor(options, 'pdd');
  await showJson(options);
  const text = await jsonBox(options).inputValue();
  await jsonBox(options).fill(text.replace('拼多多', '拼多多甲店'));
  await showForm(options);
  await expect(options.getByLabel(t.nameZh)).toHaveValue('拼多多甲店');
  await options.getByLabel(t.nameZh).fill('拼多多乙店');
  await showSection(options, 'agent');
  await expect(options.locator('nav')).toContainText(t.unsaved);
  await showSection(options, 'maps');
  await showJson(options);
  await expect(jsonBox(options)).toHaveValue(text.replace('拼多多', '拼多多乙店'));
  await savedTo(options);
  expect((await keptMap('pdd'))?.name['zh-CN']).toBe('拼多多乙店');

  await openEditor(options, 'pdd');
  await options.getByLabel(t.nameZh).fill('拼多多丙店');
  await savedTo(options);
  await card(options, 'pdd').getByRole('button', { name: t.revert }).click();
  await expect(card(options, 'pdd').locator('strong').first()).toHaveText('拼多多乙店');
  await options.close();
});

/** What the agent changes in the JSON of the example map, and what must be said of it. */
const bad: [name: string, from: string | RegExp, to: string, says: RegExp][] = [
  ['a comma too many', /\}\s*$/, ',}', /第 \d+ 行第 \d+ 列/],
  ['full-width quotes', '"format"', '“format”', /第 2 行第 3 列，用了中文标点/],
  ['a key nobody knows', '"platform"', '"platfrom"', /不认识的键 platfrom/],
  ['a platform nobody knows', '"other"', '"nowhere"', /platform：只能是/],
  ['every host', /"https:\/\/[^"]*\/\*"/, '"<all_urls>"', /hosts\[0\]：不能包含所有网站/],
  ['hosts of strangers', /"https:\/\/[^"]*\/\*"/, '"https://*.com/*"', /hosts\[0\]：.*范围太大/],
  ['a selector that does not parse', /"item": "([^"]*)"/, '"item": "$1 >"', /pages\[0\]\.item：.*选择器/],
  [
    'a pattern that runs away',
    /"item": "([^"]*)"/,
    '"item": { "pattern": "(a+)+$" }',
    /pages\[0\]\.item\.pattern：.*卡住页面/,
  ],
  [
    'a pattern that is none',
    /"item": "([^"]*)"/,
    '"item": { "pattern": "(" }',
    /pages\[0\]\.item\.pattern：.*正则/,
  ],
  ['another id', `"id": "${exampleId}"`, '"id": "someone-else"', /id：正在改的是/],
  ['a later version', '"version": 1', '"version": 2', /第 2 版/],
];

test('what cannot be saved says why with its place, in a sentence of its own, and nothing is kept of it', async ({
  product,
}) => {
  await product.ask('data.import', { text: example, conflicts: 'replace' });
  const before = JSON.stringify(await keptMaps());
  const options = await openOptions(product, 'maps');
  await openEditor(options, exampleId);
  await showJson(options);
  const text = await jsonBox(options).inputValue();
  for (const [name, from, to, says] of bad) {
    const broken = text.replace(from, to);
    expect(broken, name).not.toBe(text);
    await jsonBox(options).fill(broken);
    await expect(errorOf(options, '').filter({ hasText: says }), name).toBeVisible();
    await expect(save(options), name).toBeDisabled();
  }
  // The sentence leads to its place in the text.
  await jsonBox(options).fill(text.replace('"platform"', '"platfrom"'));
  await errorOf(options, 'platfrom').getByRole('button').first().click();
  await expect(jsonBox(options)).toBeFocused();
  await jsonBox(options).fill(text);
  await expect(errorOf(options, '')).toHaveCount(0);
  expect(JSON.stringify(await keptMaps())).toBe(before);
  await options.close();
});

test('a bad selector typed in the form is said at its field; closing asks before the change is lost', async ({
  product,
}) => {
  const options = await openOptions(product, 'maps');
  await openEditor(options, 'jd');
  await options.locator('[data-place="pages[0]"] > summary').click();
  const orderId = options.locator('[data-place="pages[0].fields.orderId"]');
  await orderId.getByRole('textbox').first().fill('div >');
  await expect(orderId.getByRole('alert')).toContainText(/选择器/);
  await expect(save(options)).toBeDisabled();
  await options.getByRole('button', { name: t.close, exact: true }).click();
  await expect(options.getByText(t.closeAsk)).toBeVisible();
  await options.getByRole('button', { name: t.closeYes }).click();
  await expect(card(options, 'jd')).toHaveAttribute('data-origin', 'built-in');
  expect(await keptMaps()).toEqual([]);
  await options.close();
});

test('a new map made by form alone works on its page; exported, removed and imported again it is the same', async ({
  page,
  product,
}) => {
  const host = 'https://seller.example.test';
  await page.context().route(`${host}/**`, (route) =>
    new URL(route.request().url()).pathname.endsWith('.ico')
      ? route.fulfill({ status: 204 })
      : route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: `<ul>${[1, 2, 3].map((n) => `<li class="deal"><b class="no">D-${n}</b> 新疆维吾尔自治区乌鲁木齐市天山区解放北路${n}号 <i class="to">新疆维吾尔自治区乌鲁木齐市天山区解放北路${n}号</i></li>`).join('')}</ul>`,
        }),
  );
  const options = await openOptions(product, 'maps');
  await options.locator('[data-new-map]').click();
  await expect(save(options)).toBeDisabled();
  await options.getByLabel(t.nameZh).fill('新市场');
  await options.getByLabel(t.nameEn).fill('New market');
  await options.getByLabel(t.id, { exact: true }).fill('new-market');
  await options.getByLabel(`${t.hosts} 1`).fill(`${host}/*`);
  await options.locator('[data-place="pages[0].item"]').getByRole('textbox').fill('.deal');
  await options.locator('[data-place="pages[0].fields.orderId"]').getByRole('textbox').fill('.no');
  await options.locator('[data-part="fields"]').getByLabel(t.addField).selectOption({ label: '收货地址' });
  await options.locator('[data-place="pages[0].fields.address"]').getByRole('textbox').fill('.to');
  await savedTo(options);

  await page.goto(`${host}/orders`);
  await expect
    .poll(async () => (await markedOrders(page)).map((mark) => mark.id).sort())
    .toEqual(['D-1', 'D-2', 'D-3']);

  const file = await download(options, 'new-market');
  const kept = await keptMap('new-market');
  expect(JSON.parse(file)).toEqual(kept);
  await card(options, 'new-market').getByRole('button', { name: t.remove, exact: true }).click();
  await card(options, 'new-market').getByRole('button', { name: t.yes, exact: true }).click();
  await expect(card(options, 'new-market')).toHaveCount(0);
  await expect(page.locator('shoubian-mark')).toHaveCount(0);

  await showSection(options, 'data');
  const preview = await chooseFile(options, file);
  await expect(preview).toContainText('新的地图，编号 new-market');
  await expect(preview).toContainText('订单页');
  await options.locator('[data-import-apply]').click();
  await showSection(options, 'maps');
  await expect(card(options, 'new-market')).toBeVisible();
  expect(await keptMap('new-market')).toEqual(kept);
  await options.close();
});

test('a copy is kept beside its original under an id of its own, and says that the original is read first', async ({
  product,
}) => {
  const options = await openOptions(product, 'maps');
  await card(options, 'xianyu').getByRole('button', { name: t.duplicate, exact: true }).click();
  await expect(options.getByLabel(t.id, { exact: true })).toHaveValue('xianyu-2');
  await options.getByLabel(t.id, { exact: true }).fill('jd');
  await expect(errorOf(options, '已经有一份地图叫 jd')).toBeVisible();
  await expect(save(options)).toBeDisabled();
  await options.getByLabel(t.id, { exact: true }).fill('xianyu-2');
  await savedTo(options);
  await expect(card(options, 'xianyu-2')).toContainText(t.shadowed('闲鱼'));
  await options.close();
});

test('a page that was turned off is listed and turned on again', async ({ product }) => {
  await product.ask('health.page-off', { mapId: 'jd', kind: 'orders', off: true });
  const options = await openOptions(product, 'maps');
  await expect(card(options, 'jd')).toContainText(`订单页：${t.pageOff}`);
  await card(options, 'jd').getByRole('button', { name: t.turnOn }).first().click();
  await expect(card(options, 'jd')).not.toContainText(t.pageOff);
  await options.close();
});
