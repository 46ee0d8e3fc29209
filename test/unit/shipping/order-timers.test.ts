import { describe, expect, it } from 'vitest';
import type { Order } from '../../../rules/orders/order.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { nextDue, orderTimers, pickupBy, shipBy, stillToday } from '../../../rules/shipping/index.ts';
import { warnStep } from '../../../rules/shipping/warn-step.ts';
import { HOUR_MS, shanghaiEpoch, shortShanghaiTime } from '../../../rules/time/shanghai.ts';
import fc from '../property.ts';

const at = (day: number, hour: number, minute = 0): number => shanghaiEpoch(2026, 3, day, hour, minute) ?? 0;
const order = (platform: Order['platform'], more: Partial<Order>): Order => ({
  key: 'o',
  platform,
  status: 'unshipped',
  lines: [],
  ...more,
});
const times = (one: Order, now: number): Record<string, string> =>
  Object.fromEntries(
    orderTimers(one, exampleShop, now).map(({ id, at: due }) => [
      id,
      due === undefined ? '' : shortShanghaiTime(due),
    ]),
  );

describe('the examples of rules.md §1.2', () => {
  it.each<[string, Order, number, Record<string, string>]>([
    [
      'PDD before shipping',
      order('pdd', { paidAt: at(1, 10) }),
      at(1, 12),
      { T1: '03-03 10:00', T5: '03-03 10:00' },
    ],
    [
      'PDD uploaded 03-02 20:00',
      order('pdd', { status: 'shipped', paidAt: at(1, 10), shippedAt: at(2, 20) }),
      at(2, 21),
      { T2: '03-03 10:00' },
    ],
    [
      'PDD uploaded 03-01 12:00',
      order('pdd', { status: 'shipped', paidAt: at(1, 10), shippedAt: at(1, 12) }),
      at(1, 13),
      { T2: '03-02 12:00' },
    ],
    [
      '抖店 uploaded an hour before the latest ship time',
      order('doudian', { status: 'shipped', shipBy: at(3, 10), shippedAt: at(3, 9) }),
      at(3, 10),
      { T2: '03-04 09:00' },
    ],
    [
      '京东',
      order('jd', { paidAt: at(1, 10) }),
      at(1, 12),
      { number: '03-02 10:00', T1: '03-03 10:00', T5: '03-03 10:00' },
    ],
    [
      '京东 shipped',
      order('jd', { status: 'shipped', paidAt: at(1, 10), shippedAt: at(2, 9) }),
      at(2, 10),
      { T2: '03-03 10:00' },
    ],
  ])('%s', (_, one, now, expected) => {
    expect(times(one, now)).toEqual(expected);
  });

  it('Taobao picked up 03-02 21:00, no further event: flag, standstill, red', () => {
    const sent = order('taobao', { status: 'shipped', lastTrackAt: at(2, 21), lastTrackText: '已揽收' });
    expect(times(sent, at(2, 22))).toEqual({ T3: '03-03 21:00' });
    expect(times(sent, at(3, 22))).toEqual({ T3: '03-04 21:00' });
    expect(times(sent, at(4, 22))).toEqual({ T3: '03-05 21:00' });
    expect(orderTimers(sent, exampleShop, at(6, 0))).toMatchObject([{ id: 'T3', state: 'late' }]);
    expect(times(order('jd', { ...sent, platform: 'jd' }), at(2, 22))).toEqual({ T3: '03-04 21:00' });
  });

  it('every timer says how it is known, by which rule, how well founded', () => {
    const [t1] = orderTimers(order('pdd', { shipBy: at(3, 10) }), exampleShop, at(3, 5));
    expect(t1).toMatchObject({
      id: 'T1',
      source: 'page',
      rule: 'page-deadline',
      state: 'warn',
      warnHours: 6,
    });
    const [t2] = orderTimers(
      order('pdd', { status: 'shipped', shippedAt: at(2, 20) }),
      exampleShop,
      at(2, 21),
    );
    expect(t2).toMatchObject({ source: 'inferred', rule: 'SHIP-PDD', tag: 'C/B', source_date: '2025-05' });
  });

  it('none for what is done or closed, and no ship-by for what is unpaid', () => {
    for (const status of ['done', 'closed', 'unpaid'] as const) {
      expect(orderTimers(order('pdd', { status, paidAt: at(1, 10) }), exampleShop, at(2, 0))).toEqual([]);
    }
  });
});

it('an order is sorted by its earliest deadline; a shortage is none of its own', () => {
  const due = nextDue(order('jd', { paidAt: at(1, 10) }), exampleShop, at(1, 12));
  expect(due?.at).toBe(at(2, 10));
  expect(due?.what['zh-CN']).toBe('上传单号');
  // Whether the number was uploaded in time the page cannot tell afterwards; the ship-by time stays.
  const after = nextDue(order('jd', { paidAt: at(1, 10) }), exampleShop, at(2, 12));
  expect(after).toMatchObject({ at: at(3, 10), what: { 'zh-CN': '最晚发货' } });
  const sent = order('pdd', { status: 'shipped', shippedAt: at(2, 20) });
  expect(nextDue(sent, exampleShop, at(2, 21))).toBeUndefined();
  expect(nextDue(order('jd', {}), exampleShop, at(1, 12))).toBeUndefined();
});

describe('what still goes today (A10)', () => {
  const left = (now: number, ...paid: (number | Partial<Order>)[]): string[] =>
    stillToday(
      paid.map((one, index) => ({
        ...order('taobao', typeof one === 'number' ? { paidAt: one } : one),
        key: `k${index}`,
      })),
      exampleShop,
      now,
    ).map((group) => `${shortShanghaiTime(group.at).slice(-5)} ${group.keys.join(',')}`);

  it.each<[string, number, (number | Partial<Order>)[], string[]]>([
    [
      'paid before 11:00 and before 16:00',
      at(2, 11, 30),
      [at(2, 10), at(2, 11, 10)],
      ['12:00 k0', '18:00 k1'],
    ],
    ['paid after 16:00 goes tomorrow', at(2, 16, 30), [at(2, 16, 10)], []],
    ['whose batch has left goes with the next', at(2, 13), [at(2, 10), at(1, 20)], ['18:00 k0,k1']],
    ['nothing leaves any more', at(2, 18, 30), [at(2, 10)], []],
    ['due before its own batch', at(2, 9), [{ paidAt: at(2, 8, 59), shipBy: at(2, 11) }], ['12:00 k0']],
    ['a presale waits', at(2, 9), [{ paidAt: at(1, 8), statusText: '预售 3月20日前发' }], []],
    [
      'shipped and unpaid ones are none',
      at(2, 9),
      [{ status: 'shipped', paidAt: at(2, 8) }, { status: 'unpaid' }],
      [],
    ],
  ])('%s', (_, now, paid, expected) => {
    expect(left(now, ...paid)).toEqual(expected);
  });
});

describe('deadlines are monotone', () => {
  const moment = fc.integer({ min: at(1, 0), max: at(28, 0) });
  const later = fc.integer({ min: 0, max: 20 * 24 * HOUR_MS });
  const platform = fc.constantFrom<Order['platform']>('pdd', 'doudian', 'jd', 'taobao', 'kuaishou');
  const promise = fc.constantFrom(
    undefined,
    '48小时发货',
    '当日发',
    '次日发',
    '3天内发货',
    '2个工作日内发货',
    '16点前付款当天发货',
  );

  it('a later payment never gives an earlier ship-by time', () => {
    fc.assert(
      fc.property(platform, promise, moment, later, (on, words, paid, more) => {
        const due = (paidAt: number) =>
          shipBy(order(on, { paidAt, ...(words !== undefined && { promise: words }) }), exampleShop)?.at ?? 0;
        expect(due(paid + more)).toBeGreaterThanOrEqual(due(paid));
        expect(due(paid)).toBeGreaterThan(paid);
      }),
    );
  });

  it('a later payment or upload never gives an earlier pickup', () => {
    fc.assert(
      fc.property(platform, moment, later, later, (on, paid, upload, more) => {
        const due = (paidAt: number, shippedAt: number) =>
          pickupBy(order(on, { status: 'shipped', paidAt, shippedAt }), exampleShop)?.at ?? 0;
        const start = due(paid, paid + upload);
        expect(due(paid, paid + upload + more)).toBeGreaterThanOrEqual(start);
        expect(due(paid + more, paid + upload)).toBeGreaterThanOrEqual(start);
      }),
    );
  });

  it('more hours never give an earlier one', () => {
    const hours = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(platform, moment, hours, hours, (on, paidAt, some, more) => {
        const due = (promiseHours: number) => shipBy(order(on, { paidAt }), { promiseHours })?.at ?? 0;
        expect(due(some + more)).toBeGreaterThanOrEqual(due(some));
        const listed = (h: number) =>
          shipBy(order(on, { paidAt, promise: `${h}小时发货` }), exampleShop)?.at ?? 0;
        expect(listed(some + more)).toBeGreaterThan(listed(some));
      }),
    );
  });

  it('warning steps only shrink as time goes on, and end with the deadline', () => {
    const steps = fc.uniqueArray(fc.integer({ min: 1, max: 72 }), { maxLength: 6 });
    fc.assert(
      fc.property(steps, moment, later, later, (hours, due, before, passed) => {
        const early = warnStep(due, due - before, hours) ?? Number.POSITIVE_INFINITY;
        const now = Math.min(due, due - before + passed);
        expect(warnStep(due, now, hours) ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(early);
        expect(warnStep(due, due + 1, hours)).toBeUndefined();
      }),
    );
  });
});
