import { describe, expect, it } from 'vitest';
import { readSiteMap } from '../../../storage/schemas/site-map.ts';

const map = (page: unknown, more: Record<string, unknown> = {}): unknown => ({
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

const orders = { kind: 'orders', item: '.row', fields: { orderId: '.no' } };

const errorsOf = (json: unknown): string[] => {
  const result = readSiteMap(json);
  return result.ok ? [] : result.errors.map((error) => error.en);
};

describe('readSiteMap', () => {
  it('accepts every page kind and every key of the contract', () => {
    const locator = [
      {
        css: '[data-qa-id=x]',
        label: '订单编号',
        attr: 'data-random',
        own: true,
        pattern: '(\\d[\\d-]{5,})',
        index: -1,
        as: 'text',
      },
      { count: 'svg.star' },
      '.plain',
    ];
    const all = (names: string): Record<string, unknown> =>
      Object.fromEntries(names.split(' ').map((name) => [name, locator]));
    const orderFields = all(
      'orderId buyer buyerId receiver phone address amount freight status placedAt paidAt shipBy shippedAt memo flag courier trackingNo lastTrackAt lastTrackText',
    );
    const rows = {
      item: locator,
      group: 'until-next',
      fields: orderFields,
      lines: { item: locator, fields: all('title sku code quantity price refund') },
      statuses: { 待付款: 'unpaid', 退款中: 'refunding' },
      mark: locator,
    };
    const pages = [
      {
        kind: 'chat',
        when: { path: '^/chat', has: locator },
        frames: 'all',
        conversations: { ...all('item id name preview unread time'), active: '.on' },
        ...all('buyer buyerId account editor send mark'),
        messages: {
          ...all('root item id text time image nick'),
          side: { buyer: '.a', agent: '.b', bot: '.c', system: '.d' },
        },
        orders: rows,
      },
      { kind: 'orders', when: {}, root: locator, ...rows, memoEditor: locator },
      {
        kind: 'reviews',
        ...all('root item replyEditor mark'),
        fields: all('orderId buyer rating text time append itemTitle sku reply'),
        ratings: { 好评: 5, 差评: 1 },
      },
      {
        kind: 'price',
        ...all('root confirm mark'),
        fields: all('orderId current lineTitle'),
        mode: 'line-delta',
        inputs: all('price freight freeFreight'),
      },
      {
        kind: 'refunds',
        ...all('item mark'),
        fields: all('orderId buyer type reason amount status trackingNo returnTrackingNo time memo'),
      },
    ];
    expect(errorsOf(map(orders, { revision: 1, pages }))).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    [
      'an unknown key in a field list',
      map({ ...orders, fields: { orderId: '.no', amout: '.x' } }),
      'pages[0].fields: unknown key amout.',
    ],
    [
      'a required field left out',
      map({ ...orders, fields: { amount: '.x' } }),
      'pages[0].fields.orderId: is missing.',
    ],
    [
      'a chat without an editor',
      map({ kind: 'chat', messages: { item: 'li' } }),
      'pages[0].editor: is missing.',
    ],
    [
      'an unknown key in a locator',
      map({ ...orders, item: { csss: '.x' } }),
      'pages[0].item: unknown key csss.',
    ],
    [
      'an unknown key in an alternative',
      map({ ...orders, item: ['.a', { csss: '.x' }] }),
      'pages[0].item[1]: unknown key csss.',
    ],
    ['an empty locator', map({ ...orders, item: {} }), 'pages[0].item: is a locator that says nothing.'],
    ['no alternatives', map({ ...orders, item: [] }), 'pages[0].item: needs at least one entry.'],
    [
      'a number for a locator',
      map({ ...orders, item: 3 }),
      'pages[0].item: should be a selector, a locator object, or a list of them.',
    ],
    [
      'a selector that does not close',
      map({ ...orders, item: 'div[data-x="1' }),
      'pages[0].item: is not a CSS selector (quotes or brackets do not close).',
    ],
    [
      'code where a selector belongs',
      map({ ...orders, item: 'a{color:red}' }),
      'pages[0].item: is not a CSS selector (quotes or brackets do not close).',
    ],
    [
      'a broken pattern',
      map({ ...orders, item: { css: 'a', pattern: '(' } }),
      'pages[0].item.pattern: is not a valid regular expression.',
    ],
    [
      'an unknown status',
      map({ ...orders, statuses: { 待付款: 'new' } }),
      'pages[0].statuses.待付款: should be one of unpaid / unshipped / shipped / done / closed / refunding.',
    ],
    [
      'an unknown page kind',
      map({ ...orders, kind: 'cart' }),
      'pages[0].kind: should be one of chat / orders / reviews / price / refunds.',
    ],
    [
      'a rating of six',
      map({ kind: 'reviews', item: 'li', fields: { text: 'p' }, ratings: { 好: 6 } }),
      'pages[0].ratings.好: must not be above 5.',
    ],
    [
      'every site at once',
      map(orders, { hosts: ['*://*/*'] }),
      'hosts[0]: must not cover every site; name one marketplace, such as https://seller.example.com/*.',
    ],
    [
      'a host that is no pattern',
      map(orders, { hosts: ['seller.example.com'] }),
      'hosts[0]: is not a match pattern such as https://seller.example.com/*.',
    ],
    [
      'more alternatives than anybody needs',
      map({ ...orders, item: Array.from({ length: 21 }, () => '.row') }),
      'pages[0].item: must not have more than 20 entries.',
    ],
    [
      'an id with spaces',
      map(orders, { id: 'My Map' }),
      'id: may only use lower-case letters, digits and hyphens.',
    ],
    [
      'an evidence date in words',
      map(orders, { evidence: { level: 'user', seen: 'today' } }),
      'evidence.seen: should be a date such as 2026-09-08.',
    ],
    ['no pages', map(orders, { pages: [] }), 'pages: needs at least one entry.'],
    [
      'a newer version',
      map(orders, { version: 2 }),
      'This site map is version 2; this extension reads version 1. Update the extension first.',
    ],
    [
      'a later revision',
      map(orders, { revision: 3, novel: true }),
      'This site map was made for revision 3 of the format; this extension knows revisions up to 2. Update the extension first.',
    ],
    ['a revision in words', map(orders, { revision: 'new' }), 'revision: should be one of 0 / 1 / 2.'],
    [
      'a key of revision 1 in a document that does not name it',
      map({ kind: 'chat', account: '.me', messages: { item: 'li' }, editor: 'textarea' }),
      'pages[0].account: this key came with revision 1; add "revision": 1 to the document.',
    ],
    [
      'a nested key of revision 1 in a document of revision 0',
      map({ kind: 'chat', messages: { item: 'li', nick: 'b' }, editor: 'textarea' }, { revision: 0 }),
      'pages[0].messages.nick: this key came with revision 1; add "revision": 1 to the document.',
    ],
    ['another format', { format: 'x' }, 'This is not a site map: format should be "shoubian.site-map".'],
    ['a list', [], 'This is not a site map: a JSON object is expected.'],
  ])('refuses %s and says where', (_, json, error) => {
    expect(errorsOf(json)).toEqual([error]);
  });

  it('says every fault in Chinese too', () => {
    const result = readSiteMap(map({ ...orders, fields: {}, memo: 'x' }));
    expect(result.ok ? [] : result.errors.map((error) => error['zh-CN'])).toEqual([
      'pages[0].fields.orderId：缺少这一项。',
      'pages[0]：不认识的键 memo。',
    ]);
  });
});
