import { describe, expect, it } from 'vitest';
import { mapDifferences } from '../../../components/options/maps/map-differences.ts';
import { pathInWords } from '../../../components/options/maps/path-words.ts';
import { builtInMaps } from '../../../content/sites/built-in.ts';
import type { SiteMap } from '../../../storage/schemas/site-map.ts';

describe('an address condition in words', () => {
  it.each([
    [undefined, '这个网站的任何网址'],
    ['^/orders', '网址以 /orders 开头'],
    ['/order-list', '网址含有 /order-list'],
    ['\\.html$', '网址以 .html 结尾'],
    ['^\\/a\\?tab=1$', '网址等于 /a?tab=1'],
    ['^/a|/b', '网址以 /a 开头，或含有 /b'],
    ['^/orders?/list', '网址符合 ^/orders?/list'],
    ['^/(?:a|b)', '网址符合 ^/(?:a|b)'],
    ['\\d+', '网址符合 \\d+'],
    ['a\\$', '网址含有 a$'],
  ])('%s → %s', (pattern, words) => {
    expect(pathInWords(pattern)['zh-CN']).toBe(words);
  });
});

const map: SiteMap = {
  format: 'shoubian.site-map',
  version: 1,
  id: 'example',
  name: { 'zh-CN': '示例', en: 'Example' },
  platform: 'other',
  hosts: ['https://a.example.test/*'],
  evidence: { level: 'medium', seen: '2026-11-22' },
  pages: [
    { kind: 'orders', when: { path: '^/orders' }, item: '.row', fields: { orderId: '.no', buyer: '.nick' } },
    { kind: 'chat', messages: { item: '.m', side: { buyer: '.l' } }, editor: 'textarea' },
  ],
};
const orders = map.pages[0] as Extract<SiteMap['pages'][number], { kind: 'orders' }>;

describe('what differs from the built-in map', () => {
  it.each<[string, SiteMap, string[]]>([
    ['nothing', { ...map, evidence: { level: 'user', seen: '2026-11-23', note: '自己改' } }, []],
    [
      'a field said otherwise, one more, one less',
      {
        ...map,
        pages: [{ ...orders, fields: { orderId: '.number', amount: '.money' } }, ...map.pages.slice(1)],
      },
      ['订单页 · 订单号：改过', '订单页 · 买家：去掉了', '订单页 · 实付金额：新增'],
    ],
    [
      'hosts',
      { ...map, hosts: ['https://b.example.test/*'] },
      ['网址：多了 https://b.example.test/*', '网址：少了 https://a.example.test/*'],
    ],
    ['a page less', { ...map, pages: [orders] }, ['少了一个聊天页']],
    ['a page more', { ...map, pages: [...map.pages, orders] }, ['多了一个订单页']],
    ['the order of pages of different kinds', { ...map, pages: [...map.pages].reverse() }, []],
    [
      'the words for a status, and rows of an order',
      {
        ...map,
        pages: [{ ...orders, statuses: { 待付款: 'unpaid' }, group: 'until-next' }, ...map.pages.slice(1)],
      },
      ['订单页 · 一单占几行：新增', '订单页 · 状态的写法：新增'],
    ],
  ])('%s', (_, mine, lines) => {
    expect(mapDifferences(mine, map).map((line) => line['zh-CN'])).toEqual(lines);
  });

  it('is nothing between a built-in map and itself, and something for each of its fields that goes', () => {
    for (const built of builtInMaps()) {
      expect(mapDifferences(built, structuredClone(built) as SiteMap)).toEqual([]);
      for (const [i, page] of built.pages.entries()) {
        if (page.kind !== 'orders') continue;
        for (const field of Object.keys(page.fields)) {
          const copy = structuredClone(built) as unknown as { pages: { fields: Record<string, unknown> }[] };
          delete copy.pages[i]?.fields[field];
          expect(mapDifferences(copy as unknown as SiteMap, built), `${built.id} ${field}`).toHaveLength(1);
        }
      }
    }
  });
});
