import { describe, expect, test } from 'vitest';
import type { Order } from '../../../rules/orders/order.ts';
import type { OrderState } from '../../../rules/orders/order-state.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, shanghaiEpoch } from '../../../rules/time/shanghai.ts';
import { awake, nextTouch, stopWordIn, type UrgingFacts } from '../../../rules/urging/index.ts';
import fc from '../property.ts';

const at = (hour: number, minute = 0, day = 22): number => shanghaiEpoch(2026, 11, day, hour, minute) ?? 0;
const rules = exampleShop.urging;
const order = (patch: Partial<Order> = {}): Order => ({
  key: '1',
  platform: 'taobao',
  orderId: '1',
  status: 'unpaid',
  placedAt: at(10),
  lines: [],
  ...patch,
});
const state = (patch: Partial<OrderState>): OrderState => ({
  platform: 'taobao',
  orderId: '1',
  at: 0,
  ...patch,
});
const advise = (facts: Partial<UrgingFacts> = {}, now = at(12)) =>
  nextTouch({ order: order(), ...facts }, rules, now);

describe('an unpaid order is urged in steps, never too often and never at night (rules.md §5)', () => {
  test.each([
    ['at once after it was placed it is left alone', {}, at(10, 9), 'too-young', at(10, 10)],
    ['ten minutes after it was placed the first words may go', {}, at(10, 10), 0, undefined],
    [
      'two hours after a touch it may be touched again',
      { state: state({ urges: [{ at: at(10, 15), step: 0 }] }) },
      at(12, 15),
      1,
      undefined,
    ],
    [
      'a minute earlier it may not',
      { state: state({ urges: [{ at: at(10, 15), step: 0 }] }) },
      at(12, 14),
      'gap',
      at(12, 15),
    ],
    [
      'after two touches it is left alone',
      {
        state: state({
          urges: [
            { at: at(8), step: 0 },
            { at: at(10), step: 1 },
          ],
        }),
      },
      at(20),
      'exhausted',
      undefined,
    ],
    ['at ten in the evening it is quiet until nine', {}, at(22), 'quiet', at(9, 0, 23)],
    [
      'after midnight it is quiet until nine of the same day',
      { order: order({ placedAt: at(20, 0, 21) }) },
      at(1),
      'quiet',
      at(9),
    ],
    ['at nine it is no longer quiet', { order: order({ placedAt: at(20, 0, 21) }) }, at(9), 0, undefined],
    [
      'what comes due at night is due in the morning',
      { order: order({ placedAt: at(21, 55) }) },
      at(21, 58),
      'too-young',
      at(9, 0, 23),
    ],
    ['PDD has its own button', { order: order({ platform: 'pdd' }) }, at(12), 'native', undefined],
    [
      'an open refund ends it',
      { order: order({ lines: [{ refund: '退款中' }] }) },
      at(12),
      'refund',
      undefined,
    ],
    [
      'the agent may end it',
      { state: state({ urgeStop: { at: at(11), why: '买家说不要了' } }) },
      at(12),
      'stopped',
      undefined,
    ],
    [
      'a buyer who said no after the order is not urged',
      { refusal: { at: at(11), word: '不要了' } },
      at(12),
      'stopped',
      undefined,
    ],
    [
      'a buyer who said no to an older order may be',
      { refusal: { at: at(9), word: '不要了' } },
      at(12),
      0,
      undefined,
    ],
    [
      'a memo that forbids it is heard',
      { order: order({ memo: '老客户，勿催' }) },
      at(12),
      'memo',
      undefined,
    ],
    [
      'a touch in the memo counts',
      { order: order({ memo: '11-22 阿华 已催付(1/2)' }) },
      at(12),
      1,
      undefined,
    ],
    [
      'two of two in the memo are enough',
      { order: order({ memo: '11-22 07 已催付(2/2)' }) },
      at(12),
      'exhausted',
      undefined,
    ],
    [
      'without the time of the order nothing is said',
      { order: order({ placedAt: undefined as never }) },
      at(12),
      'age-unknown',
      undefined,
    ],
  ] as [string, Partial<UrgingFacts>, number, string | number, number | undefined][])(
    '%s',
    (_, facts, now, expected, until) => {
      const advice = advise(facts, now);
      if (typeof expected === 'number') expect(advice).toMatchObject({ may: true, step: expected });
      else expect(advice).toMatchObject({ may: false, why: expected });
      if (advice && !advice.may) expect(advice.until).toBe(until);
    },
  );

  test('paid, shipped and closed orders are none of its business', () => {
    for (const status of ['unshipped', 'shipped', 'done', 'closed', 'refunding'] as const) {
      expect(advise({ order: order({ status }) })).toBeUndefined();
    }
  });

  test('a touch by somebody else is named, one’s own is not', () => {
    const urged = { state: state({ urges: [{ at: at(8), step: 0, by: '03' }] }) };
    expect(advise({ ...urged, agent: '07' })).toMatchObject({ other: '03' });
    expect(advise({ ...urged, agent: '03' })).not.toHaveProperty('other');
    expect(advise({ order: order({ memo: '11月22日阿华已催付' }), agent: '07' })).toMatchObject({
      other: '阿华',
    });
  });

  test('whatever the times, the moment named is after now and outside the quiet hours', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3 * DAY_MS }),
        fc.integer({ min: 0, max: 2 * DAY_MS }),
        fc.array(fc.integer({ min: 0, max: 2 * DAY_MS }), { maxLength: 1 }),
        (age, ago, urged) => {
          const now = at(0) + ago;
          const urges = urged.map((before) => ({ at: now - before, step: 0 }));
          const advice = advise(
            { order: order({ placedAt: now - age }), ...(urges.length > 0 && { state: state({ urges }) }) },
            now,
          );
          if (!advice || advice.may) {
            expect(awake(now, rules)).toBe(now);
            return;
          }
          if (advice.until === undefined) return;
          expect(advice.until).toBeGreaterThan(now);
          expect(awake(advice.until, rules)).toBe(advice.until);
          // And then it may be done, or another reason holds: the one named has passed.
          const later = advise(
            { order: order({ placedAt: now - age }), ...(urges.length > 0 && { state: state({ urges }) }) },
            advice.until,
          );
          expect(later?.may).toBe(true);
        },
      ),
    );
  });
});

describe('quiet hours', () => {
  test.each([
    ['over midnight, before', at(21, 59), at(21, 59)],
    ['over midnight, at the beginning', at(22), at(9, 0, 23)],
    ['over midnight, before nine', at(8, 59), at(9)],
    ['at the end', at(9), at(9)],
  ])('%s', (_, now, expected) =>
    expect(awake(now, { quiet: { from: '22:00', to: '09:00' } })).toBe(expected),
  );

  test('within a day, and none where both ends are the same', () => {
    expect(awake(at(12, 30), { quiet: { from: '12:00', to: '13:30' } })).toBe(at(13, 30));
    expect(awake(at(13, 30), { quiet: { from: '12:00', to: '13:30' } })).toBe(at(13, 30));
    expect(awake(at(12), { quiet: { from: '12:00', to: '12:00' } })).toBe(at(12));
    expect(awake(at(3), { quiet: { from: '00:00', to: '09:00' } }) - at(3)).toBe(6 * HOUR_MS);
    expect(awake(at(23, 59), { quiet: { from: '23:59', to: '00:00' } }) - at(23, 59)).toBe(MINUTE_MS);
  });
});

describe('a buyer’s no is heard, and only a no', () => {
  test.each([
    ['算了不要了', '不要了'],
    ['帮我取消吧', '取消'],
    ['可以取消吗', '取消'],
    ['我要退款', '退款'],
    ['我不取消，晚点付', undefined],
    ['不合适能退款吗？', undefined],
    ['退款怎么操作', undefined],
    ['明天付', undefined],
    ['', undefined],
  ])('%s', (text, expected) => expect(stopWordIn(text, rules)).toBe(expected));
});
