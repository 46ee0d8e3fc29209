import { describe, expect, it } from 'vitest';
import type { Order } from '../../../rules/orders/order.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import {
  carrierEvent,
  countdown,
  dispatchSays,
  pickupBy,
  shipBy,
  shippingState,
  standstill,
} from '../../../rules/shipping/index.ts';
import { HOUR_MS, MINUTE_MS, shanghaiEpoch, shortShanghaiTime } from '../../../rules/time/shanghai.ts';

const at = (day: number, hour: number, minute = 0, second = 0): number => {
  const epoch = shanghaiEpoch(2026, 3, day, hour, minute, second);
  if (epoch === undefined) throw new Error('no such time');
  return epoch;
};
const order = (more: Partial<Order>): Order => ({ key: 'o', platform: 'taobao', lines: [], ...more });

describe('what buyers are told (A10)', () => {
  it.each([
    [10, 59, 59, '今天上午'],
    [11, 0, 0, '今天下午'],
    [15, 59, 59, '今天下午'],
    [16, 0, 0, '明天'],
    [23, 59, 59, '明天'],
    [0, 0, 0, '今天上午'],
  ])('paid now at %i:%i:%i ships %s', (hour, minute, second, says) => {
    const now = at(2, hour, minute, second);
    expect(dispatchSays(exampleShop, undefined, now)).toBe(says);
    expect(dispatchSays(exampleShop, now, now)).toBe(says);
  });

  it.each([
    ['paid yesterday evening', at(1, 20), at(2, 9), '今天'],
    ['paid this morning, still morning', at(2, 8), at(2, 11, 30), '今天上午'],
    ['paid this morning, the batch has left', at(2, 8), at(2, 13), '今天下午'],
    ['paid days ago and not shipped', at(1, 8), at(4, 17), '明天'],
    ['paid before midnight, asked after it', at(1, 23, 59), at(2, 0, 1), '今天'],
  ])('%s', (_, paidAt, now, says) => {
    expect(dispatchSays(exampleShop, paidAt, now)).toBe(says);
  });

  it('says nothing where the shop has no cut-offs', () => {
    expect(dispatchSays({ dispatch: [] }, undefined, at(2, 9))).toBe('');
  });

  it('names days further away by their date', () => {
    const dispatch = [{ says: '明天上午', plusDays: 4, leavesBy: '12:00' }];
    expect(dispatchSays({ dispatch }, undefined, at(2, 9))).toBe('3月6日上午');
  });
});

describe('ship-by', () => {
  it('trusts the page before the promise, and marks what is inferred', () => {
    expect(shipBy(order({ shipBy: at(3, 9), paidAt: at(1, 10) }), exampleShop)).toMatchObject({
      at: at(3, 9),
      source: 'page',
    });
    const inferred = shipBy(order({ paidAt: at(1, 10) }), exampleShop);
    expect(inferred).toMatchObject({ at: at(3, 10), source: 'inferred' });
    expect(inferred?.reason['zh-CN']).toContain('推算');
    expect(shipBy(order({ placedAt: at(1, 10) }), exampleShop)).toBeUndefined();
  });

  const due = at(2, 18);
  it.each([
    ['at the deadline', due, 'ships-today', 2],
    ['one second after', due + 1_000, 'late', undefined],
    ['that morning', at(2, 0), 'ships-today', 24],
    ['the second before its day', at(1, 23, 59, 59), 'on-time', 24],
    ['a day and more before', at(1, 17, 59), 'on-time', undefined],
  ])('%s: %s', (_, now, state, warnHours) => {
    const found = shippingState(order({ shipBy: due }), exampleShop, now);
    expect(found?.state).toBe(state);
    expect(found?.warnHours).toBe(warnHours);
  });

  it('must go today when it is due before tomorrow’s first batch', () => {
    expect(shippingState(order({ shipBy: at(3, 9) }), exampleShop, at(2, 10))?.state).toBe('ships-today');
    expect(shippingState(order({ shipBy: at(3, 12) }), exampleShop, at(2, 13))?.state).toBe('on-time');
    expect(shippingState(order({ shipBy: at(3, 9) }), exampleShop, at(2, 6))?.state).toBe('on-time');
  });
});

describe('pickup-by (rules.md §1.2)', () => {
  it.each([
    ['pdd', { shipBy: at(3, 10), shippedAt: at(2, 20) }, at(3, 10)],
    ['pdd', { shipBy: at(3, 10), shippedAt: at(1, 12) }, at(2, 12)],
    ['doudian', { shipBy: at(3, 10), shippedAt: at(3, 9) }, at(4, 9)],
    ['jd', { paidAt: at(1, 10), shippedAt: at(1, 12) }, at(3, 10)],
    ['taobao', { shippedAt: at(2, 20) }, at(3, 20)],
    ['taobao', {}, undefined],
    ['jd', {}, undefined],
  ] as const)('%s %j', (platform, more, expected) => {
    expect(pickupBy(order({ platform, ...more }), exampleShop)?.at).toBe(expected);
  });
});

describe('carrier events', () => {
  it.each([
    ['您的快件已由某地网点揽收', 'picked-up'],
    ['快递员已收件', 'picked-up'],
    ['等待揽收', 'printed'],
    ['快件待揽件', 'printed'],
    ['商家已发货，等待快递公司揽收', 'printed'],
    ['包裹信息已打印电子面单', 'printed'],
    ['快件到达某地分拨中心', 'moving'],
    ['快递员正在派送中', 'delivering'],
    ['快件已到驿站，请凭取件码领取，待取件', 'at-station'],
    ['已签收，签收人本人', 'delivered'],
    ['暂无物流信息', 'none'],
    ['', undefined],
    ['祝您生活愉快', undefined],
  ])('%s → %s', (text, event) => {
    expect(carrierEvent(text)).toBe(event);
  });

  const still = (hours: number, text: string, platform: Order['platform'] = 'taobao'): string | undefined =>
    standstill(order({ platform, lastTrackAt: at(2, 21), lastTrackText: text }), at(2, 21) + hours * HOUR_MS)
      ?.level;
  it.each([
    [23.99, '已揽收', 'taobao', undefined],
    [24, '已揽收', 'taobao', 'info'],
    [24, '已揽收', 'jd', undefined],
    [24, '到达分拨中心', 'taobao', undefined],
    [48, '已揽收', 'taobao', 'warn'],
    [47.99, '到达分拨中心', 'jd', undefined],
    [48, '到达分拨中心', 'jd', 'warn'],
    [72, '到达分拨中心', 'jd', 'stop'],
    [500, '已签收', 'jd', undefined],
    [500, '已到驿站', 'jd', undefined],
  ] as const)('%d h after 「%s」 on %s: %s', (hours, text, platform, level) => {
    expect(still(hours, text, platform)).toBe(level);
  });
});

it.each([
  [0, '剩 不到1分'],
  [-30_000, '剩 不到1分'],
  [1_000, '超时 不到1分'],
  [59 * MINUTE_MS, '超时 59分'],
  [2 * HOUR_MS + 10 * MINUTE_MS, '超时 2小时10分'],
  [3 * HOUR_MS + 10 * MINUTE_MS, '超时 3小时'],
  [-26 * HOUR_MS, '剩 1天2小时'],
  [48 * HOUR_MS, '超时 2天'],
])('%i ms after the deadline reads %s', (past, label) => {
  expect(countdown(at(2, 10), at(2, 10) + past).label['zh-CN']).toBe(label);
});

it('reads days in Shanghai, whatever the machine’s zone', () => {
  expect(shortShanghaiTime(at(2, 0))).toBe('03-02 00:00');
  expect(new Date(at(2, 0)).toISOString()).toBe('2026-03-01T16:00:00.000Z');
});
