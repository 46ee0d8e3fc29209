// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { planImport } from '../../../storage/import/plan-import.ts';
import { libraryStore } from '../../../storage/library.ts';
import { userMapsStore } from '../../../storage/maps.ts';
import { platformRulesStore } from '../../../storage/platform-rules.ts';
import { readSiteMap } from '../../../storage/schemas/site-map.ts';
import { checkSiteMap } from '../../../storage/schemas/site-map-check.ts';
import { siteMapJsonSchema } from '../../../storage/schemas/site-map-json-schema.ts';
import { settingsStore } from '../../../storage/settings.ts';
import { shopStore } from '../../../storage/shop.ts';
import { envelope } from '../../../storage/store.ts';
import { START, type WatchedPage, watch } from './page-harness.ts';

/** docs/site-maps.md says how maps are written: what it shows is run, and what it lists is complete. */
const doc = readFileSync(path.resolve(import.meta.dirname, '../../../docs/site-maps.md'), 'utf8');
const [, chinese = '', english = ''] = doc.split(/^## (?:中文|English)$/m);

const block = (name: string): string => {
  const found = new RegExp(`\`\`\`\\w+ ${name}\\n([\\s\\S]*?)\\n\`\`\``).exec(doc)?.[1];
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

let page: WatchedPage | undefined;
afterAll(() => page?.stop());

describe('the worked example', () => {
  it('is a map that may come in', () => {
    const result = checkSiteMap(JSON.parse(block('example-map')));
    expect(result.ok ? [] : result.errors).toEqual([]);
  });

  it('reads from its page what the document says', async () => {
    const result = readSiteMap(JSON.parse(block('example-map')));
    if (!result.ok) throw new Error('no map');
    window.history.replaceState(null, '', '/orders/list');
    document.body.innerHTML = block('example-page');
    page = watch([result.map]);
    await page.settle();
    const [reading] = page.readings();
    if (reading?.fact.kind !== 'orders') throw new Error('no orders');
    const said = (JSON.parse(block('example-reading')) as { placedAt: string }[]).map((order) => ({
      ...order,
      placedAt: Date.parse(order.placedAt),
    }));
    const read = reading.fact.rows.map(({ order: { key: _, platform: __, ...rest } }) => rest);
    expect(read).toEqual(said);
    expect(reading.health.broken).toEqual([]);
    expect(doc).toContain('2026-09-08 18:00');
    expect(START).toBe(Date.parse('2026-09-08T18:00:00+08:00'));
  });
});

/** Every key of the contract, wherever it stands. */
function keysOf(schema: unknown, into: Set<string> = new Set()): Set<string> {
  if (Array.isArray(schema)) for (const one of schema) keysOf(one, into);
  else if (typeof schema === 'object' && schema !== null) {
    const { properties } = schema as { properties?: Record<string, unknown> };
    for (const key of Object.keys(properties ?? {})) into.add(key);
    for (const inner of Object.values(schema)) keysOf(inner, into);
  }
  return into;
}

describe('the document', () => {
  it.each([
    ['Chinese', chinese],
    ['English', english],
  ])('names every key of the contract in %s', (_, text) => {
    const unnamed = [...keysOf(siteMapJsonSchema())].filter(
      (key) => !['zh-CN', 'en'].includes(key) && !text.includes(`\`${key}\``) && !text.includes(`.${key}\``),
    );
    expect(unnamed).toEqual([]);
  });
});

const orders = { kind: 'orders', item: '.row', fields: { orderId: '.no' } };
const map = (entry: object = orders, more: object = {}): object => ({
  format: 'shoubian.site-map',
  version: 1,
  id: 'example',
  name: { 'zh-CN': '示例市场', en: 'Example' },
  platform: 'other',
  hosts: ['https://seller.example.test/*'],
  evidence: { level: 'user', seen: '2026-09-08' },
  pages: [entry],
  ...more,
});
const withPattern = (pattern: string): object => map({ ...orders, item: { css: '.row', pattern } });
const many = {
  ...orders,
  fields: Object.fromEntries(
    ['orderId', 'buyer', 'amount', 'memo', 'status', 'phone'].map((name, i) => [
      name,
      Array.from({ length: 17 }, (_, j) => ({ pattern: `(${i * 17 + j})` })),
    ]),
  ),
};
const record = { createdAt: START, updatedAt: START, deletedAt: null };
const twice = {
  format: 'shoubian.backup',
  version: 1,
  id: 'backup-1',
  ...record,
  stores: {
    maps: envelope(userMapsStore, {
      ...userMapsStore.defaults(START),
      maps: [
        { id: '1', ...record, map: map() },
        { id: '2', ...record, map: map() },
      ] as never,
    }),
  },
};

const files: string[] = [
  '{"format": "shoubian.site-map",}',
  ...[
    map(orders, { version: 2 }),
    map(orders, { revision: 7 }),
    map({ kind: 'chat', account: '.me', messages: { item: 'li' }, editor: 'textarea' }),
    map({ ...orders, itme: '.x' }),
    map({ ...orders, fields: {} }),
    withPattern('(a+)+$'),
    withPattern('(.+)省(.+)市'),
    withPattern('a+b+'.repeat(15)),
    map(many),
    map({ ...orders, item: 'div:has(' }),
    map({ ...orders, item: ['.row', { css: 'tr >>> td' }] }),
    map(orders, { hosts: ['<all_urls>'] }),
    map(orders, { hosts: ['https://seller.example.test/*', 'https://*.com.cn/*'] }),
    twice,
  ].map((json) => JSON.stringify(json)),
  JSON.stringify(map()).replace('"id":"example"', '"id":"example","id":"other"'),
];

describe('the sentences of the document', () => {
  const said = (text: string): string[] => {
    const table = text.split(/^### (?:导入时的提示|Sentences at import)$/m)[1] ?? '';
    return [...table.matchAll(/^\| [^|]+ \| (.+) \|$/gm)].map((row) => row[1] ?? '').slice(2);
  };
  const present = {
    library: libraryStore.defaults(START),
    shop: shopStore.defaults(START),
    rules: platformRulesStore.defaults(START),
    maps: userMapsStore.defaults(START),
    settings: settingsStore.defaults(START),
  };
  const errors = files.map((file) => {
    const plan = planImport(file, present, 'replace', START);
    return plan.ok ? [] : plan.errors;
  });

  it('are those an import really says, each of its own fault, in both languages', () => {
    expect(errors.map((list) => list.length)).toEqual(files.map(() => 1));
    const told = errors.flat();
    expect(told.map((one) => one['zh-CN']).sort()).toEqual(said(chinese).sort());
    expect(told.map((one) => one.en).sort()).toEqual(said(english).sort());
  });
});
