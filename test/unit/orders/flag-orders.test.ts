import { describe, expect, it } from 'vitest';
import { regionOf } from '../../../rules/address/index.ts';
import { type Flag, flagNames, flagOrders, type Order, summarizeFlags } from '../../../rules/orders/index.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { HOUR_MS, shanghaiEpoch } from '../../../rules/time/shanghai.ts';

const at = (day: number, hour: number, minute = 0, second = 0): number => {
  const epoch = shanghaiEpoch(2026, 3, day, hour, minute, second);
  if (epoch === undefined) throw new Error('no such time');
  return epoch;
};
const now = at(2, 14);
const plain = '浙江省杭州市余杭区****';
const order = (more: Partial<Order> = {}): Order => ({
  key: 'o1',
  platform: 'jd',
  status: 'unshipped',
  address: plain,
  amount: 5_000,
  shipBy: at(4, 18),
  lines: [{ title: '帆布包', quantity: 1 }],
  ...more,
});
const flagsOf = (more: Partial<Order>, when = now): Flag[] =>
  flagOrders([order(more)], exampleShop, when, { regionOf }).get('o1') ?? [];
const names = (more: Partial<Order>, when = now): string[] => flagsOf(more, when).map(({ name }) => name);
const label = (more: Partial<Order>, name: Flag['name'], when = now): string | undefined =>
  flagsOf(more, when).find((flag) => flag.name === name)?.label['zh-CN'];
const reasons = (more: Partial<Order>, name: Flag['name']): string =>
  (flagsOf(more).find((flag) => flag.name === name)?.reasons ?? [])
    .map((reason) => reason['zh-CN'])
    .join('|');

const several = { lines: [{ title: '帆布包', quantity: 2 }] };

describe('zone', () => {
  it.each<[string, Partial<Order>, string[]]>([
    ['a plain address', {}, []],
    ['新疆', { address: '新疆乌鲁木齐市天山区****' }, ['surcharge', 'remote']],
    ['西藏', { address: '西藏拉萨市城关区****' }, ['surcharge', 'remote']],
    ['青海', { address: '青海省西宁市城西区****' }, ['remote']],
    ['宁夏, one piece', { address: '宁夏银川市兴庆区****' }, ['remote']],
    ['宁夏, two pieces', { address: '宁夏银川市兴庆区****', ...several }, ['out-of-zone', 'remote']],
    ['海南, one piece', { address: '海南省海口市龙华区****' }, ['surcharge']],
    ['海南, two pieces', { address: '海南省海口市龙华区****', ...several }, []],
    ['海南藏族自治州 is 青海', { address: '青海省海南藏族自治州共和县****' }, ['remote']],
    ['北京, one piece', { address: '北京朝阳区****' }, []],
    ['台湾', { address: '台湾省台北市大安区****' }, ['out-of-zone']],
    ['region word in the detail', { address: '山东省青岛市市北区新疆大院27号' }, []],
    ['hidden', { address: '******' }, ['zone-unknown', 'confirm-address']],
    ['ambiguous district', { address: '鼓楼区枫桥路8号' }, ['zone-unknown', 'confirm-address']],
    ['no address', { address: undefined as never }, ['confirm-address']],
    [
      'pieces not shown, both ways the same',
      { address: '新疆喀什地区喀什市****', lines: [] },
      ['surcharge', 'remote'],
    ],
    ['pieces not shown, not the same', { address: '海南省海口市龙华区****', lines: [{}] }, ['zone-unknown']],
    ['pieces not shown, plain', { address: '广东省广州市番禺区****', lines: [{}] }, []],
    [
      'wished courier refuses',
      { address: '新疆乌鲁木齐市天山区****', courier: '申通快递' },
      ['out-of-zone', 'remote'],
    ],
    ['wished courier reaches', { address: '宁夏银川市兴庆区****', courier: '申通' }, ['remote']],
    ['courier the table does not know', { courier: '顺丰速运' }, []],
  ])('%s', (_, more, expected) => {
    expect(names(more)).toEqual(expected);
  });

  it.each<[Partial<Order>, Flag['name'], string]>([
    [{ address: '新疆乌鲁木齐市天山区****' }, 'remote', '偏远·新疆'],
    [{ address: '新疆乌鲁木齐市天山区****' }, 'surcharge', '加收¥18'],
    [{ address: '新疆乌鲁木齐市天山区****', courier: '申通快递' }, 'out-of-zone', '超区·申通不到'],
    [{ address: '宁夏银川市兴庆区****', ...several }, 'out-of-zone', '超区·圆通不到'],
  ])('says it in a few words: %j %s', (more, name, text) => {
    expect(label(more, name)).toBe(text);
  });

  it('names the rule, how the region was read, what was inferred, and that the table is an example', () => {
    const text = reasons({ address: '天山区****' }, 'surcharge');
    expect(text).toContain('post-surcharge');
    expect(text).toContain('新疆维吾尔自治区');
    expect(text).toMatch(/省、市是推断的/);
    expect(text).toContain('示例店铺');
    expect(reasons({ address: '新疆乌鲁木齐市天山区****' }, 'surcharge')).not.toContain('推断');
  });

  it('tells who pays for a flash sale that only the post reaches', () => {
    const flash = { address: '新疆乌鲁木齐市天山区****', lines: [{ title: '【秒杀】帆布包', quantity: 1 }] };
    expect(reasons({ ...flash, amount: 4_999 }, 'surcharge')).toContain('由买家补');
    expect(reasons({ ...flash, amount: 5_000 }, 'surcharge')).toContain('问主管');
  });
});

describe('deadlines', () => {
  it.each<[string, Partial<Order>, string[]]>([
    ['tomorrow evening', { shipBy: at(3, 18) }, []],
    ['today', { shipBy: at(2, 18) }, ['ship-today']],
    ['the last second of today', { shipBy: at(2, 23, 59, 59) }, ['ship-today']],
    ['now', { shipBy: now }, ['ship-today']],
    ['a second ago', { shipBy: now - 1_000 }, ['ship-late']],
    ['inferred, due', { shipBy: undefined as never, paidAt: now - 48 * HOUR_MS - 1 }, ['ship-late']],
    ['inferred, today', { shipBy: undefined as never, paidAt: now - 44 * HOUR_MS }, ['ship-today']],
    ['nothing to go by', { shipBy: undefined as never }, []],
    ['shipped late is not our matter any more', { shipBy: at(1, 18), status: 'shipped' }, []],
    ['unpaid has no clock', { shipBy: at(1, 18), status: 'unpaid' }, ['unpaid']],
  ])('%s', (_, more, expected) => {
    expect(names(more)).toEqual(expected);
  });

  it('labels them', () => {
    expect(label({ shipBy: at(2, 16) }, 'ship-today')).toBe('今天16:00前发');
    expect(label({ shipBy: at(2, 10, 50) }, 'ship-late')).toBe('超时 3小时');
    expect(label({ shipBy: undefined as never, paidAt: now - 44 * HOUR_MS }, 'ship-today')).toContain('推算');
    expect(label({ shipBy: at(3, 9) }, 'ship-today')).toBe('今天发·明天09:00截止');
  });

  it('changes at midnight in Shanghai', () => {
    const due = { shipBy: at(3, 20) };
    expect(names(due, at(2, 23, 59, 59))).toEqual([]);
    expect(names(due, at(3, 0))).toEqual(['ship-today']);
  });
});

describe('other flags', () => {
  it.each<[string, Partial<Order>, string[]]>([
    ['¥19.89', { amount: 1_989 }, ['below-minimum']],
    ['exactly ¥19.90', { amount: 1_990 }, []],
    ['amount not shown', { amount: undefined as never }, []],
    ['memo', { memo: ' 换黑色 ' }, ['memo']],
    ['empty memo', { memo: '  ' }, []],
    ['refund only, not shipped', { lines: [{ quantity: 1, refund: '仅退款' }] }, ['refund-only']],
    ['refund only, withdrawn', { lines: [{ quantity: 1, refund: '仅退款已取消' }] }, []],
    ['refund only, shipped', { status: 'shipped', lines: [{ refund: '仅退款待处理' }] }, ['refund-only']],
    ['refunding', { status: 'refunding', statusText: '仅退款', address: '新疆****' }, ['refund-only']],
    ['closed gets nothing', { status: 'closed', memo: 'x', amount: 100, address: '新疆****' }, []],
    ['done gets nothing', { status: 'done', memo: 'x', amount: 100, lastTrackAt: 0 }, []],
    [
      'shipped gets no zone flag',
      { status: 'shipped', address: '新疆乌鲁木齐市天山区****', amount: 100 },
      [],
    ],
    [
      'status words not understood',
      { status: undefined as never, statusText: '预约中', address: '新疆****', amount: 100 },
      [],
    ],
    [
      'no status column',
      { status: undefined as never, address: '新疆乌鲁木齐市天山区****' },
      ['surcharge', 'remote'],
    ],
    [
      'unpaid, remote',
      { status: 'unpaid', address: '新疆乌鲁木齐市天山区****' },
      ['surcharge', 'remote', 'unpaid'],
    ],
  ])('%s', (_, more, expected) => {
    expect(names(more)).toEqual(expected);
  });

  const shipped = { status: 'shipped', platform: 'taobao', shippedAt: now - 25 * HOUR_MS } as const;
  it.each<[string, Partial<Order>, string[]]>([
    ['no tracking on the page', shipped, []],
    ['not picked up after 24 h', { ...shipped, lastTrackText: '等待揽收' }, ['pickup-late']],
    [
      'not picked up within 24 h',
      { ...shipped, shippedAt: now - 24 * HOUR_MS, lastTrackText: '等待揽收' },
      [],
    ],
    ['picked up', { ...shipped, lastTrackText: '已揽收', lastTrackAt: now - HOUR_MS }, []],
    [
      'two days still',
      { ...shipped, lastTrackText: '到达某地分拨中心', lastTrackAt: now - 48 * HOUR_MS },
      ['stuck'],
    ],
    ['delivered', { ...shipped, lastTrackText: '已签收', lastTrackAt: now - 480 * HOUR_MS }, []],
    [
      'not shipped yet',
      { platform: 'taobao', lastTrackText: '等待揽收', lastTrackAt: now - 480 * HOUR_MS },
      [],
    ],
  ])('%s', (_, more, expected) => {
    expect(names(more)).toEqual(expected);
  });

  it('merges with the group’s size, id and reasons on every member', () => {
    const pair = [
      order({ key: 'a', buyerId: 'b' }),
      order({ key: 'b', buyerId: 'b', memo: '急' }),
      order({ key: 'c', buyerId: 'x' }),
    ];
    const flags = flagOrders(pair, exampleShop, now, { regionOf });
    const [one, other] = ['a', 'b'].map((key) => flags.get(key)?.find(({ name }) => name === 'merge'));
    expect(one?.label['zh-CN']).toBe('可合并 2单');
    expect(one?.group).toBe(other?.group);
    expect(one?.reasons.map((reason) => reason['zh-CN']).join()).toMatch(/合：同一买家账号.*慎：备注不同/);
    expect(flags.has('c')).toBe(false);
  });
});

it('lists flags most urgent first, and counts them in the vocabulary’s order', () => {
  const orders = [
    order({ key: 'a', address: '新疆乌鲁木齐市天山区****', shipBy: at(1, 1), memo: 'x', amount: 100 }),
    order({ key: 'b', memo: 'y' }),
  ];
  const flags = flagOrders(orders, exampleShop, now, { regionOf });
  expect(flags.get('a')?.map(({ name }) => name)).toEqual([
    'ship-late',
    'surcharge',
    'remote',
    'below-minimum',
    'memo',
  ]);
  const counts = summarizeFlags(flags);
  expect(counts.map(({ flag, keys }) => [flag, keys.length])).toEqual([
    ['ship-late', 1],
    ['surcharge', 1],
    ['remote', 1],
    ['below-minimum', 1],
    ['memo', 2],
  ]);
  const places = counts.map(({ flag }) => flagNames.indexOf(flag));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(counts[0]?.level).toBe('stop');
  expect(summarizeFlags(new Map())).toEqual([]);
});

it('does ten times the orders with the work of ten times the orders', () => {
  // Counted, not timed: every order's address is read a bounded number of times.
  const touches = (n: number): number => {
    let touched = 0;
    const orders = Array.from({ length: n }, (_, index) => {
      const base = order({ key: `k${index}`, buyerId: `b${index % 7}` });
      return new Proxy(base, {
        get: (target, field, receiver) => {
          touched += 1;
          return Reflect.get(target, field, receiver);
        },
      });
    });
    flagOrders(orders, exampleShop, now, { regionOf });
    return touched;
  };
  expect(touches(2_000)).toBeLessThan(touches(200) * 11);
});

it('leaves its input alone', () => {
  const orders = [Object.freeze(order({ memo: 'x' }))];
  flagOrders(Object.freeze(orders), exampleShop, now, { regionOf });
  expect(orders[0]?.memo).toBe('x');
});

describe('while an address has not been read yet', () => {
  const pending = { regionOf: () => undefined };
  const flagsWith = (orders: Order[], context?: Parameters<typeof flagOrders>[3]): string[] =>
    [...flagOrders(orders, exampleShop, now, context).values()].flat().map(({ name }) => name);

  it.each(['新疆乌鲁木齐市天山区****', '鼓楼区中山北路1号', 'xyz'])(
    'nothing is said of its zone, and nobody is asked to confirm it: %s',
    (address) => {
      expect(flagsWith([order({ address })], pending)).toEqual([]);
      expect(flagsWith([order({ address })])).toEqual([]);
    },
  );

  it('what does not depend on it is said', () => {
    expect(flagsWith([order({ amount: 100, memo: '加急' })], pending)).toEqual(['below-minimum', 'memo']);
  });

  it('an order without any address is to be confirmed all the same', () => {
    const { address: _, ...none } = order();
    expect(flagsWith([none], pending)).toEqual(['confirm-address']);
  });

  it('no parcel is suggested that may turn out to have two destinations; one destination is certain at once', () => {
    const pair = (second: string): Order[] => [
      order({ key: 'a', buyerId: 'b1' }),
      order({ key: 'b', buyerId: 'b1', address: second }),
    ];
    expect(flagsWith(pair('云南省昆明市五华区****'), pending)).toEqual([]);
    expect(flagsWith(pair(plain), pending)).toEqual(['merge', 'merge']);
  });
});
