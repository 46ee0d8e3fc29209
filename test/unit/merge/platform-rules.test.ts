import { describe, expect, it } from 'vitest';
import {
  candidateOf,
  type MergeGroup,
  mergeGroups,
  mergeMemo,
  mergeQuestion,
} from '../../../rules/merge/index.ts';
import type { MergeOptions } from '../../../rules/merge/merge-groups.ts';
import type { Order } from '../../../rules/orders/order.ts';
import type { OrderState } from '../../../rules/orders/order-state.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { mergeRows } from '../../../rules/packs/platform-merge-rows.ts';
import type { RowValue } from '../../../rules/packs/platform-row.ts';
import { rowsInForce } from '../../../rules/packs/rows-in-force.ts';
import { shanghaiEpoch } from '../../../rules/time/shanghai.ts';
import { checkWording, wordingOf } from '../../../rules/wording/index.ts';

const now = shanghaiEpoch(2026, 3, 2, 12) ?? 0;
let count = 0;
const order = (platform: Order['platform'], more: Partial<Order> = {}): Order => {
  count += 1;
  const id = `n${count}`;
  return { key: id, orderId: id, platform, status: 'unshipped', lines: [], ...more };
};
const to = { receiver: '许青禾', phone: '13900001234', address: '浙江省杭州市西湖区文一路8号' };
const groups = (rows: Order[], options: MergeOptions = {}): MergeGroup[] => mergeGroups(rows, now, options);
const against = (rows: Order[], options: MergeOptions = {}): string =>
  (groups(rows, options)[0]?.reasonsAgainst ?? []).map((reason) => reason['zh-CN']).join('|');
const pair = (platform: Order['platform'], one: Partial<Order>, other: Partial<Order>): Order[] => [
  order(platform, one),
  order(platform, other),
];

describe('conditions of the platforms (rules.md §2)', () => {
  it('stand as rows with tag, source and date', () => {
    for (const row of mergeRows) {
      expect(row.tag).toMatch(/^[ABCXO]/);
      expect(row.source).not.toBe('');
      expect(row.source_date).not.toBe('');
    }
  });

  it.each<[string, Order['platform'], Partial<Order>, Partial<Order>, number]>([
    ['PDD: three fields equal, other accounts', 'pdd', { ...to, buyerId: 'a' }, { ...to, buyerId: 'b' }, 1],
    ['PDD: another receiver', 'pdd', { ...to, buyerId: 'a' }, { ...to, buyerId: 'a', receiver: '许小禾' }, 0],
    ['PDD: another phone', 'pdd', { ...to, buyerId: 'a' }, { ...to, buyerId: 'a', phone: '13900009999' }, 0],
    [
      'PDD: another house',
      'pdd',
      { ...to, buyerId: 'a' },
      { ...to, buyerId: 'a', address: `${to.address}2单元` },
      0,
    ],
    ['抖店: equal keys', 'doudian', to, to, 1],
    ['Taobao: same account, same address', 'taobao', { ...to, buyerId: 'a' }, { ...to, buyerId: 'a' }, 1],
    ['Taobao: same address, other account', 'taobao', { ...to, buyerId: 'a' }, { ...to, buyerId: 'b' }, 0],
    ['Taobao: same address, account not shown', 'taobao', { ...to, buyerId: 'a' }, to, 0],
    ['Tmall is judged by Taobao’s row', 'tmall', { ...to, buyerId: 'a' }, { ...to, buyerId: 'b' }, 0],
    [
      '京东: same account, another flat',
      'jd',
      { ...to, buyerId: 'a' },
      { ...to, buyerId: 'a', address: `${to.address}2单元` },
      1,
    ],
  ])('%s', (_, platform, one, other, expected) => {
    expect(groups(pair(platform, one, other))).toHaveLength(expected);
  });

  it('of the user’s own decide what is one parcel, how many and whether the buyer is asked', () => {
    const own = (value: RowValue) => ({ value, date: '2026-03-01', over: { kind: 'empty' as const } });
    const rows = rowsInForce(
      {
        'MRG-TB': own({ kind: 'merge', same: 'receiver' }),
        'MRG-PDD': own({ kind: 'merge', same: 'receiver', consent: true, most: 2 }),
      },
      mergeRows,
    );
    const apart = pair('taobao', { ...to, buyerId: 'a' }, { ...to, buyerId: 'b' });
    expect(groups(apart)).toHaveLength(0);
    expect(groups(apart, { rows })).toHaveLength(1);

    const three = [order('pdd', to), order('pdd', to), order('pdd', to)];
    expect(groups(three)[0]?.consent.state).toBe('unasked');
    expect(groups(three, { rows })[0]?.consent.state).toBe('needed');
    expect(against(three, { rows })).toContain('一次最多合并 2 单');
    expect(against(three, { rows })).not.toContain('抖店');
  });

  it('Taobao: a space in the address is a reason, not another place', () => {
    const rows = pair(
      'taobao',
      { ...to, buyerId: 'a' },
      { ...to, buyerId: 'a', address: '浙江省杭州市西湖区 文一路8号' },
    );
    expect(against(rows)).toContain('只差空格或符号');
    expect(groups(rows)[0]?.rule).toBe('MRG-TB');
  });

  it.each<[Order['platform'], boolean]>([
    ['jd', true],
    ['kuaishou', true],
    ['1688', true],
    ['pdd', false],
    ['doudian', false],
    ['taobao', false],
  ])('%s: no rule known is said: %s', (platform, unknown) => {
    const text = against(pair(platform, { ...to, buyerId: 'a' }, { ...to, buyerId: 'a' }));
    expect(text.includes('没有查到这个平台的合并规则')).toBe(unknown);
  });
});

describe('consent', () => {
  const stateOf =
    (states: Record<string, 'asked' | 'agreed' | 'refused'>) =>
    ({ orderId = '' }: Pick<Order, 'orderId'>): OrderState | undefined => {
      const state = states[orderId];
      return state && { platform: 'doudian', orderId, at: now, mergeConsent: { state, at: now } };
    };
  const states = (...noted: ('asked' | 'agreed' | 'refused' | undefined)[]) => {
    const rows = noted.map(() => order('doudian', to));
    const known = Object.fromEntries(
      rows.flatMap(({ orderId }, i) => (noted[i] && orderId ? [[orderId, noted[i]]] : [])),
    );
    return groups(rows, { stateOf: stateOf(known) })[0];
  };
  const said = (group: MergeGroup | undefined): string =>
    [...(group?.reasonsFor ?? []), ...(group?.reasonsAgainst ?? [])].map((one) => one['zh-CN']).join('|');

  it.each([
    ['nothing noted', [undefined, undefined], 'needed', '未经买家同意'],
    ['asked', ['asked', 'asked'], 'asked', '还没有同意'],
    ['agreed for all', ['agreed', 'agreed'], 'agreed', '买家已同意合并'],
    ['agreed for one', ['agreed', undefined], 'partly', '其余还没问'],
    ['refused for one', ['agreed', 'refused'], 'refused', '请分开发'],
  ] as const)('%s', (_, noted, state, words) => {
    const group = states(...noted);
    expect(group?.consent.state).toBe(state);
    expect(said(group)).toContain(words);
    expect(said(group).includes('未经买家同意')).toBe(state === 'needed');
  });

  it('is not asked for where no row wants it, and still heard', () => {
    expect(groups(pair('pdd', to, to))[0]?.consent.state).toBe('unasked');
    const rows = pair('pdd', to, to);
    const refused = stateOf({ [rows[0]?.orderId ?? '']: 'refused' });
    expect(groups(rows, { stateOf: refused })[0]?.consent.state).toBe('refused');
  });
});

describe('what the page can tell against it', () => {
  it.each<[string, Partial<Order>, Partial<Order>, RegExp]>([
    ['an address changed after payment', { memo: '买家要求改地址' }, {}, /改过地址/],
    ['the status says so', { statusText: '待发货 已修改收货地址' }, {}, /改过地址/],
    ['a presale beside stock', { statusText: '待发货（预售）' }, {}, /预售和现货不同/],
    ['couriers', { courier: '申通' }, { courier: '圆通' }, /快递不同/],
    ['gifts', { lines: [{ title: '赠品 小挂件' }] }, {}, /赠品或满减/],
    ['an invoice', { memo: '开发票' }, {}, /抬头可能不同/],
    ['a refund', { lines: [{ refund: '退款中' }] }, {}, /退款售后/],
    ['pieces', { lines: [{ quantity: 1 }] }, { lines: [{ quantity: 2 }] }, /共 3 件/],
  ])('%s', (_, one, other, pattern) => {
    expect(against(pair('doudian', { ...to, ...one }, { ...to, ...other }))).toMatch(pattern);
    expect(against(pair('doudian', to, to))).not.toMatch(pattern);
  });

  it('the example of rules.md §2: earliest deadline, and memos', () => {
    const rows = pair(
      'pdd',
      { ...to, shipBy: shanghaiEpoch(2026, 3, 3, 10) ?? 0 },
      { ...to, shipBy: shanghaiEpoch(2026, 3, 2, 18) ?? 0, memo: '加急' },
    );
    expect(against(rows)).toContain('最早截止 03-02 18:00');
    expect(against(rows)).toContain('备注不同，ERP 可能只保留主单的');
  });

  it('one number on two orders', () => {
    expect(against(pair('pdd', to, to))).toContain('虚假发货');
  });
});

describe('orders of other pages', () => {
  const elsewhere = (row: Order, at = now - 60_000) => {
    const candidate = candidateOf(row);
    return candidate ? [{ ...candidate, elsewhere: at }] : [];
  };

  it('join those of this page, with their number and when they were seen', () => {
    const [here, away] = pair('pdd', to, to) as [Order, Order];
    const [group] = groups([here], { seen: elsewhere(away) });
    expect(group?.orders).toEqual([here.key]);
    expect(group?.elsewhere).toEqual([{ key: away.key, orderId: away.orderId, at: now - 60_000 }]);
  });

  it('are no group of their own, and no second copy of an order of this page', () => {
    const [here, away] = pair('pdd', { ...to, phone: '13911112222' }, to) as [Order, Order];
    const other = order('pdd', to);
    expect(groups([here], { seen: [...elsewhere(away), ...elsewhere(other)] })).toEqual([]);
    expect(groups([here], { seen: elsewhere(here) })).toEqual([]);
  });

  it('what this page shows as shipped is not merged with its older self', () => {
    const [here, away] = pair('pdd', to, to) as [Order, Order];
    expect(groups([here, { ...away, status: 'shipped' }], { seen: elsewhere(away) })).toEqual([]);
  });

  it('carry no name, phone or address', () => {
    const text = JSON.stringify(elsewhere(order('pdd', { ...to, buyerId: 'tb-9901', memo: '加急' })));
    for (const secret of [to.receiver, to.phone, '文一路', 'tb-9901', '加急'])
      expect(text).not.toContain(secret);
  });
});

describe('texts', () => {
  it('the memo is in the shop’s format', () => {
    expect(mergeMemo(['1001', '1002'], now, '07')).toBe('03-02 07 合并发货: 1001、1002');
    expect(mergeMemo(['1001', '1002'], now, ' ')).toBe('03-02 合并发货: 1001、1002');
  });
  it('the question passes the wording check and tells the orders apart', () => {
    const text = mergeQuestion(['88810001', '88820001']);
    expect(text).toContain('88810001');
    expect(mergeQuestion(['88810001', '88820002'])).toContain('尾号0002');
    const hits = checkWording(text, wordingOf(exampleShop.wording, 'doudian', 'chat'));
    expect(hits.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});
