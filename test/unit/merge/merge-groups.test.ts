import { describe, expect, it } from 'vitest';
import { regionOf } from '../../../rules/address/index.ts';
import { mergeGroups } from '../../../rules/merge/index.ts';
import type { Order } from '../../../rules/orders/order.ts';

const now = 1_780_000_000_000;
let count = 0;
const order = (more: Partial<Order>): Order => {
  count += 1;
  return { key: `o${count}`, platform: 'jd', status: 'unshipped', lines: [], ...more };
};
const clear = { receiver: '韩青禾', phone: '13900001234', address: '陕西省西安市雁塔区枫桥路8号' };
const masked = { receiver: '韩**', phone: '139****1234', address: '陕西省西安市雁塔区枫桥****' };
const against = (orders: Order[]): string => {
  const [group] = mergeGroups(orders, now, { regionOf });
  return (group?.reasonsAgainst ?? []).map((reason) => reason['zh-CN']).join('|');
};

describe('groups', () => {
  it('same buyer id, all unshipped', () => {
    const pair = [order({ buyerId: 'b1', ...masked }), order({ buyerId: 'b1', ...masked })];
    const groups = mergeGroups([...pair, order({ buyerId: 'b2', ...masked })], now, { regionOf });
    expect(groups).toHaveLength(1);
    expect(groups[0]?.orders).toEqual(pair.map(({ key }) => key));
    expect(groups[0]?.needsCheck).toBe(true);
  });

  it('same receiver, phone and address in clear, without a buyer id', () => {
    expect(mergeGroups([order(clear), order(clear)], now, { regionOf })).toHaveLength(1);
  });

  it('joins what a buyer id and an address each join', () => {
    const orders = [order({ buyerId: 'b1', ...clear }), order(clear), order({ buyerId: 'b1', ...masked })];
    expect(mergeGroups(orders, now, { regionOf }).map((group) => group.orders.length)).toEqual([3]);
  });

  it.each<[string, Partial<Order>, Partial<Order>]>([
    ['everything masked and equal', masked, masked],
    ['masked receiver', { ...clear, receiver: '韩**' }, { ...clear, receiver: '韩**' }],
    ['masked phone', { ...clear, phone: '139****1234' }, { ...clear, phone: '139****1234' }],
    ['masked address', { ...clear, address: masked.address }, { ...clear, address: masked.address }],
    ['masked buyer id', { buyerId: 'jd_***7' }, { buyerId: 'jd_***7' }],
    ['equal nick only', { buyer: '青禾' }, { buyer: '青禾' }],
    ['masked nick', { buyer: '青**', ...masked }, { buyer: '青**', ...masked }],
    [
      'no phone',
      { receiver: clear.receiver, address: clear.address },
      { receiver: clear.receiver, address: clear.address },
    ],
    ['another platform', { buyerId: 'b1' }, { buyerId: 'b1', platform: 'taobao' }],
    ['another shop', { buyerId: 'b1', shop: '甲店' }, { buyerId: 'b1', shop: '乙店' }],
    ['one shipped', { buyerId: 'b1' }, { buyerId: 'b1', status: 'shipped' }],
    ['one unpaid', { buyerId: 'b1' }, { buyerId: 'b1', status: 'unpaid' }],
    ['one closed', { buyerId: 'b1' }, { buyerId: 'b1', status: 'closed' }],
    ['one with a tracking number', { buyerId: 'b1' }, { buyerId: 'b1', trackingNo: 'SF1' }],
    ['status not known', { buyerId: 'b1', status: undefined as never }, { buyerId: 'b1' }],
    ['empty buyer id', { buyerId: ' ' }, { buyerId: ' ' }],
    [
      'different districts',
      { buyerId: 'b1', address: '陕西省西安市雁塔区****' },
      { buyerId: 'b1', address: '浙江省杭州市余杭区****' },
    ],
  ])('never: %s', (_, one, other) => {
    expect(mergeGroups([order(one), order(other)], now, { regionOf })).toEqual([]);
  });
});

describe('reasons', () => {
  const pair = (one: Partial<Order>, other: Partial<Order>, platform: Order['platform'] = 'jd'): Order[] => [
    order({ buyerId: 'b', platform, ...clear, ...one }),
    order({ buyerId: 'b', platform, ...clear, ...other }),
  ];
  it.each<[string, Partial<Order>, Partial<Order>, RegExp]>([
    ['refund', { lines: [{ refund: '退款中' }] }, {}, /退款售后/],
    ['memo', { memo: '加急' }, {}, /备注不同/],
    ['flag', { flag: 'red' }, { flag: 'blue' }, /旗帜不同/],
    ['deadline', { shipBy: now + 7_200_000 }, { shipBy: now + 3_600_000 }, /最早截止 .*以它为准/],
    ['deadline passed', { shipBy: now + 7_200_000 }, { shipBy: now - 1 }, /最早截止 .*已过/],
    ['address text', {}, { address: `${clear.address} 2单元` }, /地址写法不同/],
    ['receiver', {}, { receiver: '韩小禾' }, /收件人不同/],
    ['masked', masked, masked, /需人工核对/],
  ])('against: %s', (_, one, other, pattern) => {
    expect(against(pair(one, other))).toMatch(pattern);
    expect(against(pair({}, {}))).not.toMatch(pattern);
  });

  it('the earliest deadline governs', () => {
    const [group] = mergeGroups(pair({ shipBy: now + 9 }, { shipBy: now + 5 }), now, { regionOf });
    expect(group?.earliestShipBy).toBe(now + 5);
  });

  it('doudian needs the buyer’s consent, and merges at most 200', () => {
    expect(against(pair({}, {}, 'doudian'))).toMatch(/买家同意/);
    const many = (n: number): Order[] =>
      Array.from({ length: n }, () => order({ buyerId: 'b', platform: 'doudian' }));
    expect(against(many(200))).not.toMatch(/最多合并/);
    expect(against(many(201))).toMatch(/最多合并 200/);
  });
});

it('takes one group of thousands and thousands of groups in the same stride', () => {
  const one = Array.from({ length: 5_000 }, () => order({ buyerId: 'b', ...clear }));
  expect(mergeGroups(one, now, { regionOf })).toHaveLength(1);
  const pairs = Array.from({ length: 5_000 }, (_, index) => order({ buyerId: `b${index % 2_500}` }));
  expect(mergeGroups(pairs, now, { regionOf })).toHaveLength(2_500);
});
