import { describe, expect, it } from 'vitest';
import type { Order } from '../../../rules/orders/order.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { shippingRows } from '../../../rules/packs/platform-shipping-rows.ts';
import { holidayYear, orderTimers, shipBy, shipPromise } from '../../../rules/shipping/index.ts';
import { readPromise } from '../../../rules/shipping/listed-promise.ts';
import { afterWorkingDays, hasHolidays } from '../../../rules/shipping/working-days.ts';
import { shanghaiEpoch, shortShanghaiTime } from '../../../rules/time/shanghai.ts';

const time = (year: number, month: number, day: number, hour = 0, minute = 0): number => {
  const at = shanghaiEpoch(year, month, day, hour, minute);
  if (at === undefined) throw new Error('no such time');
  return at;
};
const order = (more: Partial<Order>): Order => ({
  key: 'o',
  platform: 'doudian',
  status: 'unshipped',
  lines: [],
  ...more,
});

describe('words of a promise', () => {
  it.each([
    ['48小时发货', '03-04 10:00'],
    ['48小时内发货', '03-04 10:00'],
    ['待发货 承诺 72 小时内发货', '03-05 10:00'],
    ['７２小时发货', '03-05 10:00'],
    ['二十四小时发货', '03-03 10:00'],
    ['今日发', '03-03 00:00'],
    ['当日发货', '03-03 00:00'],
    ['次日发', '03-04 00:00'],
    ['16点前付款当天发货', '03-03 00:00'],
    ['9:30前付款当天发货', '03-04 00:00'],
    ['付款后3天内发货', '03-05 10:00'],
    ['15日内发货', '03-17 10:00'],
    ['两天内发货', '03-04 10:00'],
    ['预售 3月5日前发', '03-06 00:00'],
    ['预售，2026-03-09 18:00前发货', '03-09 18:00'],
    ['3月5日24:00前发货', '03-06 00:00'],
    ['3个工作日内发货', '03-06 00:00'],
  ])('%s, paid 03-02 10:00: by %s', (statusText, by) => {
    const due = shipBy(order({ statusText, paidAt: time(2026, 3, 2, 10) }), exampleShop);
    expect(due && shortShanghaiTime(due.at)).toBe(by);
    expect(due?.rule).toBe('listed-promise');
    expect(due?.source).toBe(/月|-/.test(statusText) ? 'page' : 'inferred');
  });

  it.each([
    '待发货',
    '剩余 23 小时发货',
    '还剩5小时发货',
    '已超时48小时',
    '今天发现少了一件',
    '48小时内',
    '48小时发货 72小时发货',
    '13月45日前发货',
    '',
  ])('「%s」 promises nothing that can be told', (text) => {
    expect(readPromise(text)).toBeUndefined();
  });

  it('in the field of the promise the words need no verb', () => {
    expect(readPromise('48小时内', { field: true })).toEqual({ kind: 'hours', hours: 48 });
    const due = shipBy(order({ promise: '24小时', paidAt: time(2026, 3, 2, 10) }), exampleShop);
    expect(due && shortShanghaiTime(due.at)).toBe('03-03 10:00');
  });

  it('a time the page shows goes before the words, and a payment is needed for hours', () => {
    const both = order({ shipBy: time(2026, 3, 9), statusText: '48小时发货', paidAt: time(2026, 3, 2) });
    expect(shipBy(both, exampleShop)).toMatchObject({ at: time(2026, 3, 9), rule: 'page-deadline' });
    expect(shipBy(order({ statusText: '48小时发货' }), exampleShop)).toBeUndefined();
  });

  it('no clock runs while the tail payment is open; its own deadline is shown', () => {
    const waits = order({
      status: 'unpaid',
      statusText: '定金已付，待付尾款，截止 03-08 22:00',
      paidAt: time(2026, 3, 2),
    });
    expect(shipBy(waits, exampleShop)).toBeUndefined();
    expect(orderTimers(waits, exampleShop, time(2026, 3, 2))).toMatchObject([
      { id: 'T4', at: time(2026, 3, 8, 22), source: 'page' },
    ]);
  });
});

describe('working days', () => {
  it.each([
    // Spring Festival 2026: off 02-15 to 02-23, Saturday 02-14 and 02-28 worked.
    ['a plain week', time(2026, 3, 2, 10), 3, time(2026, 3, 6)],
    ['over a weekend', time(2026, 3, 6, 10), 1, time(2026, 3, 10)],
    ['into a worked Saturday', time(2026, 2, 13, 10), 1, time(2026, 2, 15)],
    ['over the Spring Festival', time(2026, 2, 14, 10), 1, time(2026, 2, 25)],
    ['over the National Day', time(2026, 9, 30, 10), 1, time(2026, 10, 9)],
  ])('%s', (_, start, days, at) => {
    expect(afterWorkingDays(start, days)).toEqual({ at });
  });

  it.each([2027, 2031])(
    'with a clock in %i nothing is worked out, and the missing table is named',
    (year) => {
      expect(hasHolidays(2026)).toBe(true);
      expect(hasHolidays(year)).toBe(false);
      const promised = order({ statusText: '7个工作日内发货', paidAt: time(year, 3, 2, 10) });
      expect(shipBy(promised, exampleShop)).toBeUndefined();
      const found = shipPromise(promised, exampleShop);
      expect(found && 'missing' in found && found.missing['zh-CN']).toBe(`缺少 ${year} 年节假日表`);
      const [timer] = orderTimers(promised, exampleShop, time(year, 3, 3));
      expect(timer).toMatchObject({ id: 'T1', state: 'unknown' });
      expect(timer?.at).toBeUndefined();
      expect(timer?.reason['zh-CN']).toContain(`缺少 ${year} 年节假日表`);
      // What does not hang on working days is worked out as ever.
      expect(shipBy(order({ paidAt: time(year, 3, 2, 10) }), exampleShop)?.at).toBe(time(year, 3, 4, 10));
    },
  );

  it('a promise that runs into an uncovered year is not worked out either', () => {
    expect(afterWorkingDays(time(2026, 12, 30, 10), 3)).toEqual({ missingYear: 2027 });
  });

  it('a table the user loaded fills the year and goes before the package', () => {
    const table = holidayYear(2027, [
      { name: '劳动节', date: '2027-05-03', isOffDay: true },
      { name: '劳动节', date: '2027-05-08', isOffDay: false },
    ]);
    const own = { 2027: table };
    expect(afterWorkingDays(time(2027, 4, 30, 10), 1, own)).toEqual({ at: time(2027, 5, 5) });
    expect(afterWorkingDays(time(2027, 5, 7, 10), 1, own)).toEqual({ at: time(2027, 5, 9) });
    const promised = order({ statusText: '1个工作日内发货', paidAt: time(2027, 4, 30, 10) });
    expect(shipBy(promised, { ...exampleShop, holidays: own })?.at).toBe(time(2027, 5, 5));
  });
});

describe('rows of the pack', () => {
  it('the user’s value of a row decides the hours', () => {
    const rows = shippingRows.map((row) =>
      row.id === 'SHIP-DD'
        ? { ...row, user_value: { kind: 'hours' as const, hours: 72, pickupHours: 72 } }
        : row,
    );
    const paid = order({ paidAt: time(2026, 3, 2, 10) });
    expect(shipBy(paid, exampleShop)?.at).toBe(time(2026, 3, 4, 10));
    expect(shipBy(paid, { ...exampleShop, rows })).toMatchObject({
      at: time(2026, 3, 5, 10),
      rule: 'SHIP-DD',
    });
    const [own] = orderTimers(paid, { ...exampleShop, rows }, time(2026, 3, 2, 11));
    expect(own, 'a source is named of shipped values only').toMatchObject({ rule: 'SHIP-DD', tag: 'O' });
    expect(own).not.toHaveProperty('from');
    const sent = order({ status: 'shipped', shippedAt: time(2026, 3, 2, 10) });
    expect(orderTimers(sent, exampleShop, time(2026, 3, 2, 11))[0]).toHaveProperty('from');
    expect(orderTimers(sent, { ...exampleShop, rows }, time(2026, 3, 2, 11))).toMatchObject([
      { id: 'T2', at: time(2026, 3, 5, 10), rule: 'SHIP-DD' },
    ]);
  });
});
