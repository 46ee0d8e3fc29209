import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { type ImportPlan, planImport } from '../../../storage/import/plan-import.ts';
import { libraryStore } from '../../../storage/library.ts';
import { userMapsStore, withMap } from '../../../storage/maps.ts';
import { platformRulesStore } from '../../../storage/platform-rules.ts';
import { readSiteMap, type SiteMap } from '../../../storage/schemas/site-map.ts';
import { settingsStore } from '../../../storage/settings.ts';
import { shopStore } from '../../../storage/shop.ts';
import { envelope } from '../../../storage/store.ts';

/** Bad map files, each with its own sentence (issue 3). Nothing is thrown and nothing kept is touched. */
const NOW = Date.parse('2026-09-08T18:00:00+08:00');
const builtIn = (id: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../content/sites/${id}.json`, import.meta.url), 'utf8'));

const orders = { kind: 'orders', item: '.row', fields: { orderId: '.no' } };
const document = (page: object = orders, more: object = {}): object => ({
  format: 'shoubian.site-map',
  version: 1,
  id: 'example',
  name: { 'zh-CN': '示例市场', en: 'Example' },
  platform: 'other',
  hosts: ['https://seller.example.test/*'],
  evidence: { level: 'user', seen: '2026-09-08' },
  pages: [page],
  ...more,
});
const mapOf = (json: object): SiteMap => {
  const read = readSiteMap(json);
  if (!read.ok) throw new Error(read.errors[0]?.en);
  return read.map;
};

const present = () => ({
  library: libraryStore.defaults(NOW),
  shop: shopStore.defaults(NOW),
  rules: platformRulesStore.defaults(NOW),
  maps: userMapsStore.defaults(NOW),
  settings: settingsStore.defaults(NOW),
  builtInIds: ['pdd'],
});
let kept: ReturnType<typeof present>;
const plan = (text: string): ImportPlan => planImport(text, kept, 'replace', NOW);
const errorsOf = (text: string): { zh: string[]; en: string[] } => {
  const made = plan(text);
  const errors = made.ok ? [] : made.errors;
  return { zh: errors.map((one) => one['zh-CN']), en: errors.map((one) => one.en) };
};

beforeEach(() => {
  kept = present();
});

const pattern = (text: string): object => ({ ...orders, item: { css: '.row', pattern: text } });

const bad: [string, string, string, string][] = [
  [
    'not JSON',
    '{"format": "shoubian.site-map",}',
    '不是有效的 JSON：第 1 行第 31 列，最后一项后面多了逗号。',
    'This is not valid JSON: line 1, column 31: there is a comma too many after the last entry.',
  ],
  [
    'of a later version',
    JSON.stringify(document(orders, { version: 2 })),
    '这份页面地图是第 2 版，当前扩展只认识第 1 版，请先更新扩展',
    'This file (Site map) is version 2; this extension reads version 1. Update it first',
  ],
  [
    'of a later revision',
    JSON.stringify(document(orders, { revision: 7 })),
    '这份站点地图用的是第 7 次修订的写法，当前扩展只认识到第 2 次修订，请先更新扩展。',
    'This site map was made for revision 7 of the format; this extension knows revisions up to 2. Update the extension first.',
  ],
  [
    'with an unknown key',
    JSON.stringify(document({ ...orders, itme: '.x' })),
    'pages[0]：不认识的键 itme。',
    'pages[0]: unknown key itme.',
  ],
  [
    'with a key twice',
    JSON.stringify(document()).replace('{"orderId":".no"}', '{"orderId":".no","orderId":".number"}'),
    'pages[0].fields.orderId：这个键写了两次，请删掉一个。',
    'pages[0].fields.orderId: this key is written twice; remove one.',
  ],
  [
    'with two ids',
    JSON.stringify(document()).replace('"id":"example"', '"id":"example","id":"other"'),
    'id：这个键写了两次，请删掉一个。',
    'id: this key is written twice; remove one.',
  ],
  [
    'with a catastrophic regex',
    JSON.stringify(document(pattern('(\\d+)+$'))),
    'pages[0].item.pattern：这个正则遇到某些文字会无休止地反复尝试（例如重复里套重复 (a+)+），会卡住页面，请改写。',
    'pages[0].item.pattern: this pattern can run away on some texts (a repetition inside a repetition such as (a+)+) and would freeze the page; rewrite it.',
  ],
  [
    'with a catastrophic path',
    JSON.stringify(document({ ...orders, when: { path: '^/(a|a)*b' } })),
    'pages[0].when.path：这个正则遇到某些文字会无休止地反复尝试（例如重复里套重复 (a+)+），会卡住页面，请改写。',
    'pages[0].when.path: this pattern can run away on some texts (a repetition inside a repetition such as (a+)+) and would freeze the page; rewrite it.',
  ],
  [
    'with a regex of open parts',
    JSON.stringify(document(pattern('(.+)省(.+)市'))),
    'pages[0].item.pattern：这个正则里有几段不定长的内容互相争抢，文字一长就很慢，请写得更明确，例如在开头加 ^ 或用 [^，]+ 代替 .+。',
    'pages[0].item.pattern: parts of open length compete in this pattern, which makes it very slow on long texts; say more exactly what is meant, for example begin with ^ or write [^,]+ for .+.',
  ],
  [
    'with a selector that does not parse',
    JSON.stringify(document({ ...orders, item: ['.row', { css: 'tr >>> td' }] })),
    'pages[0].item[1].css：浏览器不认识选择器 tr >>> td。',
    'pages[0].item[1].css: the browser does not know the selector tr >>> td.',
  ],
  [
    'with a selector that does not close',
    JSON.stringify(document({ ...orders, item: 'div:has(' })),
    'pages[0].item：不是有效的 CSS 选择器（引号或括号没有成对）。',
    'pages[0].item: is not a CSS selector (quotes or brackets do not close).',
  ],
  [
    'for every site',
    JSON.stringify(document(orders, { hosts: ['<all_urls>'] })),
    'hosts[0]：不能包含所有网站，请写到具体的市场，例如 https://seller.example.com/*。',
    'hosts[0]: must not cover every site; name one marketplace, such as https://seller.example.com/*.',
  ],
  [
    'for a whole registry',
    JSON.stringify(document(orders, { hosts: ['https://seller.example.test/*', 'https://*.com.cn/*'] })),
    'hosts[1]：https://*.com.cn/* 的范围太大，会包括别人的网站，请写到具体的市场，例如 https://seller.example.com/*。',
    "hosts[1]: https://*.com.cn/* is too broad and covers other people's sites; name one marketplace, such as https://seller.example.com/*.",
  ],
];

describe('a map file that cannot be taken', () => {
  it.each(bad)('%s says so in both languages, and leaves the maps as they were', (_, text, zh, en) => {
    kept.maps = withMap(kept.maps, mapOf(document()), NOW);
    const before = JSON.stringify(kept);
    expect(errorsOf(text)).toEqual({ zh: [zh], en: [en] });
    expect(JSON.stringify(kept)).toBe(before);
  });

  it('has a sentence of its own for every fault', () => {
    const sentences = bad.map(([, , zh]) => zh.replace(/^[\w.[\]]+：/, ''));
    // The two catastrophic patterns, and the two kinds of key written twice, are one fault each.
    expect(new Set(sentences).size).toBe(bad.length - 2);
  });

  it('is told of five bad patterns at most, and of too many patterns before any is judged', () => {
    const alternatives = (count: number, text: (i: number) => string): object => ({
      ...orders,
      fields: Object.fromEntries(
        ['orderId', 'buyer', 'amount', 'memo', 'status', 'phone'].map((name, field) => [
          name,
          Array.from({ length: count }, (_, i) => ({ pattern: text(field * count + i) })),
        ]),
      ),
    });
    expect(errorsOf(JSON.stringify(document(alternatives(2, (i) => `(a${i}|a${i})*b`)))).en).toHaveLength(5);
    expect(errorsOf(JSON.stringify(document(alternatives(17, (i) => `(${i})`)))).en).toEqual([
      'There are 102 different patterns; 100 is the limit.',
    ]);
  });

  it('names all its faults at once', () => {
    const json = document(pattern('(a+)+$'), { hosts: ['https://*.cn/*'] });
    expect(errorsOf(JSON.stringify(json)).en.map((one) => one.split(':')[0])).toEqual([
      'hosts[0]',
      'pages[0].item.pattern',
    ]);
  });
});

describe('a map file whose id is there already', () => {
  const linesOf = (text: string): string => {
    const made = plan(text);
    return made.ok ? made.lines.map((line) => line['zh-CN']).join('\n') : '';
  };

  it('says that it replaces the agent’s own map, which is kept as the version before', () => {
    kept.maps = withMap(kept.maps, mapOf(document()), NOW);
    const text = JSON.stringify(document(orders, { platform: 'jd' }));
    expect(linesOf(text)).toContain('编号 example 你已经有一份，会被替换，原来的留作上一版');
  });

  it('says that it stands in for a built-in one', () => {
    expect(linesOf(JSON.stringify(builtIn('pdd')))).toContain('编号 pdd 和内置地图相同');
  });

  it('says of a new id that it is new, with its pages and addresses', () => {
    const lines = linesOf(JSON.stringify(document()));
    expect(lines).toContain('新的地图，编号 example');
    expect(lines).not.toMatch(/替换|代替/);
    expect(lines).toMatch(/：订单页，网址 https:\/\//);
  });

  it('says that the same map changes nothing', () => {
    kept.maps = withMap(kept.maps, mapOf(document()), NOW);
    const made = plan(JSON.stringify(document()));
    expect(made.ok && made.changed).toBe(0);
    expect(linesOf(JSON.stringify(document()))).toContain('完全相同');
  });
});

describe('a backup', () => {
  const backup = (maps: SiteMap[]): string =>
    JSON.stringify({
      format: 'shoubian.backup',
      version: 1,
      id: 'backup-1',
      createdAt: NOW,
      updatedAt: NOW,
      deletedAt: null,
      stores: {
        maps: envelope(userMapsStore, {
          ...userMapsStore.defaults(NOW),
          maps: maps.map((map) => ({ id: map.id, createdAt: NOW, updatedAt: NOW, deletedAt: null, map })),
        }),
      },
    });
  const dangerous = mapOf(document(pattern('(a+)+$'), { id: 'dangerous' }));

  it('with two maps of one id is not taken', () => {
    expect(errorsOf(backup([mapOf(document()), mapOf(document(orders, { platform: 'jd' }))])).zh).toEqual([
      '备份里有两份编号都是 example 的页面地图，分不清该用哪一份。',
    ]);
  });

  it('leaves out a map that could freeze a page, and names it', () => {
    const made = plan(backup([mapOf(document()), dangerous]));
    if (!made.ok || made.kind !== 'backup') throw new Error('not taken');
    expect(made.problems.map((one) => one.en)).toEqual([
      expect.stringMatching(/^The site map dangerous is left out\. pages\[0\]\.item\.pattern: this pattern/),
    ]);
    const stored = made.backup.stores.maps as { value: { maps: { id: string }[] } };
    expect(stored.value.maps.map((one) => one.id)).toEqual(['example']);
  });

  it('without any of that is taken as it is', () => {
    const made = plan(backup([mapOf(document())]));
    expect(made).toMatchObject({ ok: true, problems: [], changed: 1 });
  });
});
