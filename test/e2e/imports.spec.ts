import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { optionsTexts } from '../../components/i18n/options-texts.ts';
import { exampleShop } from '../../rules/packs/example-shop.ts';
import { dock, markedOrders } from '../../sandbox/tour/desk-driver.mjs';
import { test } from './support/desk-test.ts';
import { type ExtensionView, everyScriptBut, expectSoon, openView } from './support/extension-view.ts';
import { chooseFile, exportText, openOptions } from './support/options-page.ts';
import { chatUrl, openFirst } from './support/practice-chat.ts';

test.use({ browserOf: 'imports' });
test.describe.configure({ timeout: 90_000 });

/** Files in and out (site-map.md, automation contract): preview first, nothing half done, and a way back. */
const t = optionsTexts['zh-CN'];

let view: ExtensionView;

test.beforeEach(async ({ product }) => {
  view ??= await openView(product);
  product.context.setDefaultTimeout(15_000);
  await product.ask('data.erase', { what: 'everything' });
});

const builtInMap = async (id: string) =>
  JSON.parse(await readFile(new URL(`../../content/sites/${id}.json`, import.meta.url), 'utf8'));
const file = (format: string, body: object, version = 1): string =>
  JSON.stringify({ format: `shoubian.${format}`, version, ...body });

const phraseFile = (text: string) =>
  file('phrases', { phrases: [{ id: 'imported-1', title: '导入的话术', text, category: '导入' }] });
const courierFile = (name: string) =>
  file('courier-table', {
    table: {
      name,
      example: false,
      rules: [{ id: 'only', courier: '极兔', regions: [], reach: 'reaches', priority: 1 }],
    },
  });
const rulePack = (minimumOrder: number) =>
  file('rule-pack', {
    limits: { pdd: { soft: 11, warn: 22, breach: 33 } },
    shop: { ...exampleShop, minimumOrder },
  });

/** Everything the agent made, as kept; times apart, which say only when it was written. */
const made = async (): Promise<string> => {
  const { settings, library, shop, rules, maps } = await view.kept();
  return JSON.stringify({ settings, library, shop, rules, maps }, (key, value) =>
    key === 'updatedAt' || key === 'createdAt' ? undefined : value,
  );
};
const apply = (options: Page) => options.locator('[data-import-apply]');

/** Kind → a file of it, what its preview says, and where the agent sees that it took effect. */
const kinds: {
  name: string;
  text(): string | Promise<string>;
  preview: RegExp;
  tookEffect(page: Page): Promise<void>;
}[] = [
  {
    name: '话术',
    text: () => phraseFile('导入来的内容'),
    preview: /新增 1/,
    tookEffect: async (page) => {
      await openFirst(page, chatUrl(Date.now()));
      await expect(dock(page).getByRole('option', { name: '导入的话术' })).toBeVisible();
    },
  },
  {
    name: '快递表',
    text: () => courierFile('导入的快递表'),
    preview: /导入的快递表.*1 条规则/,
    tookEffect: async (page) => {
      await page.goto('https://shop.jd.com/jdm/trade/orders/order-list?rows=60');
      await expect.poll(async () => (await markedOrders(page)).length).toBeGreaterThan(0);
      const flags = (await markedOrders(page)).flatMap((mark) => mark.flags);
      expect(flags).not.toContain('surcharge');
    },
  },
  {
    name: '店铺规则',
    text: () => rulePack(10_000_000),
    preview: /店铺规则有改动，1 条平台规则/,
    tookEffect: async (page) => {
      await page.goto('https://shop.jd.com/jdm/trade/orders/order-list?rows=12');
      await expect
        .poll(async () => {
          const marks = await markedOrders(page);
          return marks.length > 0 && marks.every((mark) => mark.flags.includes('below-minimum'));
        })
        .toBe(true);
    },
  },
  {
    name: '页面地图',
    text: async () =>
      JSON.stringify({ ...(await builtInMap('pdd')), name: { 'zh-CN': '我的拼多多', en: 'Mine' } }),
    preview: /我的拼多多.*mms\.pinduoduo\.com/,
    tookEffect: async (page) => {
      await page.goto(chatUrl(Date.now()));
      await expect(dock(page).getByText(/我的拼多多/)).toBeVisible();
    },
  },
];

for (const kind of kinds) {
  test(`${kind.name}: nothing changes before the preview is accepted, then it takes effect, and undo takes it back`, async ({
    page,
    product,
  }) => {
    const options = await openOptions(product, 'data');
    const text = await kind.text();
    const before = await made();
    const preview = await chooseFile(options, text);
    await expect(preview).toContainText(kind.name);
    await expect(preview).toContainText(kind.preview);
    expect((await made()) === before, 'a preview changes nothing').toBe(true);
    await options.getByRole('button', { name: t.cancel }).click();
    await expect(preview).toHaveCount(0);
    expect((await made()) === before, 'nor does cancelling it').toBe(true);

    await chooseFile(options, text);
    await apply(options).click();
    await expect(options.getByText(/已导入，改动 [1-9]/)).toBeVisible();
    await kind.tookEffect(page);

    await chooseFile(options, text, 'again.json');
    await expect(apply(options), 'the same file again has nothing to do').toBeDisabled();
    await options.getByRole('button', { name: t.cancel }).click();

    await options.getByRole('button', { name: t.undo, exact: true }).click();
    await expectSoon(async () => (await made()) === before, true, 'as it was before the import');
    await options.close();
  });
}

test('备份: a full backup puts everything the agent made back, after it was erased', async ({ product }) => {
  await product.ask('library.save', { title: '自己的话术', text: '自己的内容', category: '自己' });
  await product.ask('settings.change', { agentNumber: '66', markets: { xianyu: { enabled: false } } });
  await product.ask('data.import', { text: courierFile('自己的表'), conflicts: 'replace' });
  await product.ask('data.import', {
    text: JSON.stringify({ ...(await builtInMap('jd')), name: { 'zh-CN': '自己的京东', en: 'Mine' } }),
    conflicts: 'replace',
  });
  const options = await openOptions(product, 'data');
  const backup = await exportText(options, 'backup');
  const mine = await made();

  await product.ask('data.erase', { what: 'everything' });
  const erased = await made();
  expect(erased.includes('自己的'), 'nothing of it is left').toBe(false);

  const preview = await chooseFile(options, backup);
  for (const name of ['设置', '话术库', '快递表', '页面地图']) await expect(preview).toContainText(name);
  await apply(options).click();
  await expectSoon(async () => (await made()) === mine, true, 'the backup is in place');
  await expectSoon(() => view.registeredScripts(), everyScriptBut('xianyu'), 'markets follow the backup');
  await options.getByRole('button', { name: t.undo, exact: true }).click();
  await expectSoon(async () => (await made()) === erased, true, 'and is taken back');
  await options.close();
});

test('what was exported changes nothing when it is imported again', async ({ product }) => {
  await product.ask('library.save', {
    title: '多行',
    text: '第一行\n{买家}😊"引号"',
    category: '自己',
    code: 'dh',
  });
  await product.ask('rules.set', { id: 'JD-GAP', value: { kind: 'seconds', seconds: 900 } });
  await product.ask('data.import', { text: courierFile('自己的表'), conflicts: 'replace' });
  await product.ask('data.import', {
    text: JSON.stringify(await builtInMap('xianyu')),
    conflicts: 'replace',
  });
  const options = await openOptions(product, 'data');
  const before = await made();
  for (const id of ['phrases', 'courier-table', 'rule-pack', 'site-maps', 'backup']) {
    const text = await exportText(options, id);
    expect(text.length, id).toBeGreaterThan(100);
    await chooseFile(options, text, `${id}.json`);
    await expect(apply(options), `${id} has nothing to do`).toBeDisabled();
    await options.getByRole('button', { name: t.cancel }).click();
  }
  expect((await made()) === before, 'nothing changed').toBe(true);
  await options.close();
});

/** A clear sentence: Chinese, and not a program's own words. */
const sentence = /[一-龥]{4}/;
const newer = /第 2 版|版本是 2/;

/** The map of Pinduoduo with one order page, its number found in this way. */
const ordersMap = async (orderId: unknown): Promise<string> =>
  JSON.stringify({
    ...(await builtInMap('pdd')),
    pages: [{ kind: 'orders', item: '.row', fields: { orderId } }],
  });

const badFiles: [string, () => string | Promise<string>, RegExp][] = [
  ['an empty file', () => '', /JSON/],
  ['a picture', () => '\u0089PNG\r\n\u001a\n', /JSON/],
  ['half a file', () => phraseFile('内容').slice(0, 60), /JSON/],
  ['JSON that is nothing', () => 'null', /认不出/],
  ['a list', () => '[1,2,3]', /认不出/],
  ["somebody else's format", () => file('unknown', {}), /认不出/],
  ['a name every object has', () => JSON.stringify({ format: 'constructor', version: 1 }), /认不出/],
  ['phrases without a list', () => file('phrases', { phrases: '没有' }), sentence],
  ['a courier table without rules', () => file('courier-table', { table: { name: '表' } }), /rules/],
  [
    'a courier table with a rule twice',
    () => {
      const rule = { id: 'same', courier: '极兔', regions: [], reach: 'reaches', priority: 1 };
      return file('courier-table', { table: { name: '表', example: false, rules: [rule, rule] } });
    },
    /same.*两次/,
  ],
  [
    'a rule pack with a negative limit',
    () => file('rule-pack', { limits: { pdd: { soft: -1, warn: 2, breach: 3 } } }),
    /soft/,
  ],
  [
    'a site map with a misspelt key',
    async () => JSON.stringify({ ...(await builtInMap('pdd')), hostz: [] }),
    /hostz/,
  ],
  [
    'a site map for every host',
    async () => JSON.stringify({ ...(await builtInMap('pdd')), hosts: ['<all_urls>'] }),
    /hosts\[0\]：不能包含所有网站/,
  ],
  [
    "a site map for other people's sites",
    async () => JSON.stringify({ ...(await builtInMap('pdd')), hosts: ['https://*.com/*'] }),
    /hosts\[0\]：.*范围太大/,
  ],
  [
    'a site map with a pattern that runs away',
    () => ordersMap({ pattern: '(a+)+$' }),
    /orderId\.pattern：.*卡住页面/,
  ],
  ['a site map with a pattern that is none', () => ordersMap({ pattern: '(' }), /orderId\.pattern：.*正则/],
  ['a site map with a selector that does not parse', () => ordersMap('.no >'), /orderId：.*选择器/],
  [
    'a site map with a key written twice',
    async () => (await ordersMap('.no')).replace('"id":', '"id": "first", "id":'),
    /id：这个键写了两次/,
  ],
  [
    'a backup with one store that cannot be read',
    () =>
      file('backup', {
        id: 'b',
        createdAt: 1,
        updatedAt: 1,
        deletedAt: null,
        stores: { settings: { version: 1, value: { language: 'klingon' } } },
      }),
    /设置|settings/,
  ],
  ['phrases of a newer version', () => file('phrases', { phrases: [] }, 2), newer],
  ['a courier table of a newer version', () => file('courier-table', { table: {} }, 2), newer],
  ['a rule pack of a newer version', () => file('rule-pack', {}, 2), newer],
  ['a backup of a newer version', () => file('backup', { stores: {} }, 2), newer],
  [
    'a site map of a newer version',
    async () => JSON.stringify({ ...(await builtInMap('pdd')), version: 2 }),
    newer,
  ],
];

test('a file that cannot be taken says why in Chinese and changes nothing', async ({ product }) => {
  const options = await openOptions(product, 'data');
  const before = JSON.stringify(await view.kept());
  for (const [name, text, says] of badFiles) {
    const bad = await text();
    const preview = await chooseFile(options, bad, `${name}.json`);
    await expect(apply(options), name).toBeDisabled();
    const complaint = (await preview.getByRole('alert').allTextContents()).join('\n');
    expect(complaint, name).toMatch(says);
    expect(complaint, name).toMatch(sentence);
    const answer = await product.ask<{ changed: number; errors: string[] }>('data.import', {
      text: bad,
      conflicts: 'replace',
    });
    expect(answer.changed, name).toBe(0);
    expect(answer.errors.length, name).toBeGreaterThan(0);
  }
  expect(JSON.stringify(await view.kept()) === before, 'nothing changed').toBe(true);
  await options.close();
});
