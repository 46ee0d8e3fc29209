import { describe, expect, it } from 'vitest';
import { newMap, pathOf, placeOf, putFirst, repaired, withEntry } from '../../../content/picker/make-map.ts';
import { nameOf } from '../../../content/picker/run-picker.ts';
import { guessStatus } from '../../../content/picker/status-words.ts';
import { builtInMaps } from '../../../content/sites/built-in.ts';
import { type PageEntry, readSiteMap } from '../../../storage/schemas/site-map.ts';

const entry: PageEntry = {
  kind: 'orders',
  when: { path: '^/orders' },
  evidence: { level: 'user', seen: '2026-09-09' },
  item: '.card',
  fields: { orderId: '.no' },
};

describe('the address of a page', () => {
  it.each([
    ['/trade/list', '', '', '^/trade/list'],
    ['/shop/123456/orders', '', '', '^/shop/\\d+/orders'],
    ['/index.html', '', '#/orders/list?tab=1', '^/index\\.html.*#/orders/list'],
    ['/seller.php', '?m=order&a=list&id=5', '', '^/seller\\.php.*[?&]m=order'],
    ['/a/orders', '?page=2&tab=all', '', '^/a/orders'],
  ])('%s%s%s → %s', (pathname, search, hash, pattern) => {
    expect(pathOf({ pathname, search, hash })).toBe(pattern);
    expect(new RegExp(pattern).test(pathname + search + hash)).toBe(true);
  });
});

describe('the name of a marketplace', () => {
  it.each([
    ['鹿角集市 - 卖家中心 - 我的订单', '鹿角集市'],
    ['竹篮商家后台 | 交易管理', '竹篮'],
    ['订单列表 - 山货铺工作台', '山货铺'],
    ['', 'seller.example.test'],
  ])('%s → %s', (title, name) => expect(nameOf(title, 'seller.example.test')).toBe(name));
});

describe('words of status', () => {
  it.each([
    ['等待买家付款', 'unpaid'],
    ['待支付', 'unpaid'],
    ['买家已付款', 'unshipped'],
    ['待配货', 'unshipped'],
    ['等待卖家发货', 'unshipped'],
    ['卖家已发货', 'shipped'],
    ['运输中', 'shipped'],
    ['待收货', 'shipped'],
    ['交易成功', 'done'],
    ['已签收', 'done'],
    ['交易关闭', 'closed'],
    ['已取消', 'closed'],
    ['退款中', 'refunding'],
    ['退款成功', 'refunding'],
    ['神秘状态', undefined],
  ])('%s → %s', (word, status) => expect(guessStatus(word)).toBe(status));
});

describe('an agent’s copy of a map', () => {
  const [jd] = builtInMaps().filter(({ id }) => id === 'jd');
  if (!jd) throw new Error('no map');

  it('keeps the evidence of every page that was not touched, also where it was the map’s own', () => {
    const bare = { ...jd, pages: jd.pages.map(({ evidence: _, ...page }) => page as PageEntry) };
    const [orders, chat] = bare.pages;
    if (!orders || !chat) throw new Error('no pages');
    const copy = withEntry(bare, { ...orders, evidence: { level: 'user', seen: '2026-09-09' } }, orders);
    expect(copy.id).toBe('jd');
    expect(copy.evidence.level).toBe('user');
    expect(copy.pages[0]?.evidence?.level).toBe('user');
    expect(copy.pages[1]?.evidence).toEqual(jd.evidence);
    expect(readSiteMap(JSON.parse(JSON.stringify(copy))).ok).toBe(true);
  });

  it('puts a newly taught page first, so that it wins', () => {
    const copy = withEntry(jd, entry, undefined);
    expect(copy.pages[0]).toBe(entry);
    expect(copy.pages).toHaveLength(jd.pages.length + 1);
  });

  it('a repair puts the new way first and keeps the old ones behind it, once each', () => {
    expect(putFirst([{ css: '.new' }], ['.old', { label: '订单号' }])).toEqual([
      '.new',
      '.old',
      { label: '订单号' },
    ]);
    expect(putFirst([{ css: '.old' }], '.old')).toBe('.old');
    expect(putFirst([{ css: '.new' }], undefined)).toBe('.new');
    const fixed = repaired(entry, placeOf('orders', 'orderId'), [{ css: '.number' }]);
    expect(fixed.kind === 'orders' && fixed.fields.orderId).toEqual(['.number', '.no']);
    expect(entry.fields.orderId).toBe('.no');
  });

  it.each([
    ['orders', 'orderId', 'fields.orderId'],
    ['orders', 'lines.title', 'lines.fields.title'],
    ['orders', 'root', 'root'],
    ['chat', 'messages.text', 'messages.text'],
    ['chat', 'root', 'messages.root'],
    ['chat', 'orders.orderId', 'orders.fields.orderId'],
    ['chat', 'editor', 'editor'],
    ['price', 'inputs.price', 'inputs.price'],
    ['reviews', 'text', 'fields.text'],
  ] as const)('%s %s lies at %s', (kind, field, place) => expect(placeOf(kind, field).join('.')).toBe(place));

  it('a new marketplace is a whole document', () => {
    const map = newMap('seller-example-test', '示例', 'other', 'https://seller.example.test/*', entry);
    expect(readSiteMap(JSON.parse(JSON.stringify(map))).ok).toBe(true);
  });
});
