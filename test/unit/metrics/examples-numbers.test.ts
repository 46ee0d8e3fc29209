import { describe, expect, it } from 'vitest';
import {
  attributePayment,
  customerPrice,
  inquiryConversion,
  meanBudget,
  missesAllowed,
  splitFen,
  unitsPerBuyer,
} from '../../../rules/metrics/index.ts';
import { inWindow, readWindow, windowDeadline, windowWait } from '../../../rules/turns/index.ts';
import { at, b, h, seeded } from '../turns/events.ts';
import { figuresOf } from './figures.ts';

describe('E17 misses still allowed', () => {
  it.each([
    [
      { counted: 120, failed: 9, target: 9_000, expected: 200 },
      { now: 3, asNew: 3, end: 11 },
    ],
    [
      { counted: 120, failed: 9, target: 9_500 },
      { now: -3, asNew: -4, recover: { passes: 60 } },
    ],
    [
      { counted: 3_000, failed: 265, target: 9_000 },
      { now: 35, asNew: 38 },
    ],
    [
      { counted: 10, failed: 0, target: 9_000 },
      { now: 1, asNew: 1 },
    ],
    [
      { counted: 40, failed: 1, target: 10_000 },
      { now: -1, asNew: -1, recover: 'not-reachable' },
    ],
    [
      { counted: 0, failed: 0, target: 9_000 },
      { now: 0, asNew: 0 },
    ],
  ] as const)('%o leaves %o', (given, wanted) => {
    expect(missesAllowed(given)).toEqual(wanted);
  });

  it('never allows a miss too many or too few, for every count and target', () => {
    const keeps = (failed: number, all: number, target: number): boolean =>
      BigInt(all - failed) * 10_000n >= BigInt(target) * BigInt(all);
    const random = seeded(17);
    for (let i = 0; i < 4_000; i += 1) {
      const counted = Math.floor(random() * 3_000);
      const failed = Math.floor(random() ** 3 * (counted + 1));
      const target = 1 + Math.floor(random() * 10_000);
      const { now, asNew, recover } = missesAllowed({ counted, failed, target });
      const label = JSON.stringify({ counted, failed, target });
      expect(keeps(failed + now, counted, target), label).toBe(true);
      expect(keeps(failed + now + 1, counted, target), label).toBe(false);
      if (failed + asNew >= 0) {
        expect(keeps(failed + asNew, counted + asNew, target), label).toBe(true);
        expect(keeps(failed + asNew + 1, counted + asNew + 1, target), label).toBe(false);
      }
      expect(recover !== undefined, label).toBe(!keeps(failed, counted, target));
      if (recover && recover !== 'not-reachable') {
        expect(keeps(failed, counted + recover.passes, target), label).toBe(true);
        expect(keeps(failed, counted + recover.passes - 1, target), label).toBe(false);
      }
    }
  });

  it.each([
    { counted: 1.5, failed: 0, target: 9_000 },
    { counted: 1, failed: 2, target: 9_000 },
    { counted: 1, failed: 0, target: 0 },
    { counted: 1, failed: 0, target: 10_001 },
  ])('refuses %o', (given) => {
    expect(() => missesAllowed(given)).toThrow(RangeError);
  });
});

describe('E18 what the mean still bears', () => {
  it.each([
    [50, 1_500, { unreplied: 0, nextRound: 540, any: false }],
    [100, 2_800, { unreplied: 2, nextRound: 600, any: true }],
  ])('%i rounds, %i s', (rounds, sum, wanted) => {
    expect(meanBudget(rounds, sum, 40, 600)).toEqual(wanted);
  });
  it('says how far over the mean is', () => {
    expect(meanBudget(10, 1_000, 40, 600)).toEqual({ unreplied: -2, nextRound: -560, any: false });
  });
  it('has only the next round where there is no cap', () => {
    expect(meanBudget(50, 1_500, 40)).toEqual({ nextRound: 540, any: false });
  });
  it('refuses a target the cap cannot exceed', () => {
    expect(() => meanBudget(1, 1, 600, 600)).toThrow(RangeError);
  });
});

describe('E19 the business clock', () => {
  const window = readWindow({ from: '08:00', to: '23:00' });
  if (!window) throw new Error('a readable window');
  it.each([
    ['22:55:00', 1, '08:05:00'],
    ['07:30:00', 0, '08:10:00'],
    ['23:30:00', 1, '08:10:00'],
    ['22:50:00', 0, '23:00:00'],
  ])('asked at %s, ten minutes end on day %i at %s', (asked, day, clock) => {
    expect(windowDeadline(at(asked), 600_000, window)).toBe(at(clock, day));
  });
  it('steps over a closed day', () => {
    expect(windowDeadline(at('22:55:00'), 600_000, window, new Set(['2026-03-06']))).toBe(at('08:05:00', 2));
    expect(windowWait(at('22:00:00'), at('09:00:00', 2), window, new Set(['2026-03-06']))).toBe(
      2 * 3_600_000,
    );
  });
  it('has no deadline when nothing ever opens', () => {
    const closed = new Set(
      Array.from({ length: 500 }, (_, i) => new Date(Date.UTC(2026, 2, 5 + i)).toISOString().slice(0, 10)),
    );
    expect(windowDeadline(at('10:00:00'), 600_000, window, closed)).toBeUndefined();
  });
  it('counts what it promised: the wait until the deadline is the time asked for', () => {
    const random = seeded(19);
    for (let i = 0; i < 500; i += 1) {
      const from = at('00:00') + Math.floor(random() * 86_400_000);
      const ms = 1 + Math.floor(random() * 40 * 3_600_000);
      const deadline = windowDeadline(from, ms, window);
      expect(deadline).toBeDefined();
      expect(windowWait(from, deadline ?? 0, window)).toBe(ms);
    }
  });
  it('may run over midnight', () => {
    const night = readWindow({ from: '20:00', to: '02:00' });
    if (!night) throw new Error('a readable window');
    expect([
      inWindow(at('21:00'), night),
      inWindow(at('01:59:59'), night),
      inWindow(at('02:00'), night),
    ]).toEqual([true, true, false]);
    expect(windowWait(at('19:00'), at('03:00', 1), night)).toBe(6 * 3_600_000);
  });
  it.each([
    ['8', '23:00'],
    ['08:00', '08:00'],
    ['08:00', '24:01'],
    ['08:60', '09:00'],
    ['24:00', '08:00'],
  ])('does not guess the window %s–%s', (from, to) => {
    expect(readWindow({ from, to })).toBeUndefined();
  });
});

describe('E21 derived figures', () => {
  it('答问比 is messages per message', () => {
    const events = [
      ...Array.from({ length: 300 }, (_, i) => h('10:00:00', { id: `h${i}`, agent: 'A' })),
      ...Array.from({ length: 240 }, (_, i) => b('10:00:00', { id: `b${i}`, agent: 'A' })),
    ];
    expect(figuresOf('taobao', events, { agent: 'A' }).get('answer-ratio')?.value).toBe(1.25);
    expect(figuresOf('taobao', events).get('answer-ratio')?.value).toBe(1.25);
  });
  const asked = Array.from({ length: 40 }, (_, i) => ({ buyer: `b${i}`, t: at('10:00', 0) + i * 1_000 }));
  const paid = [
    ...Array.from({ length: 10 }, (_, i) => ({ buyer: `b${i}`, t: at('12:00') })),
    ...Array.from({ length: 4 }, (_, i) => ({ buyer: `b${10 + i}`, t: at('23:59:59', 1) })),
    ...Array.from({ length: 2 }, (_, i) => ({ buyer: `b${14 + i}`, t: at('09:00', 3) })),
    { buyer: 'b0', t: at('13:00') },
    { buyer: 'b30', t: at('09:59') },
    { buyer: 'stranger', t: at('12:00') },
  ];
  it('inquiries turn into payments by the next day and finally', () => {
    const { nextDay, final } = inquiryConversion(asked, paid, at('15:00'));
    expect([nextDay.figure.numerator, nextDay.figure.denominator]).toEqual([14, 40]);
    expect([final.figure.numerator, final.figure.denominator]).toEqual([16, 40]);
    expect([nextDay.readyAt, final.readyAt]).toEqual([at('00:00', 2), at('00:00', 5)]);
  });
  it('nobody asked: no rate', () => {
    expect(inquiryConversion([], paid, at('15:00')).final.figure.value).toBeNull();
  });
  it('客单价 and 客件数', () => {
    expect(customerPrice(320_000, 16)).toBe(20_000);
    expect(customerPrice(100, 3)).toBe(33);
    expect(customerPrice(0, 0)).toBeNull();
    expect(unitsPerBuyer(24, 16)).toBe('1.50');
    expect(unitsPerBuyer(0, 0)).toBe('—');
  });
  it('a payment belongs to the last person who spoke before it', () => {
    const spoken = [
      h('10:00:00', { agent: 'A' }),
      h('10:05:00', { agent: 'B' }),
      h('11:00:00', { agent: 'C' }),
      h('10:06:00', { agent: 'D', buyer: 'another' }),
    ];
    const payment = b('10:30:00');
    expect(attributePayment(spoken, payment)).toEqual(['B']);
    expect(attributePayment(spoken, payment, 'first')).toEqual(['A']);
    expect(attributePayment(spoken, payment, 'all')).toEqual(['A', 'B']);
    expect(attributePayment([], payment)).toEqual([]);
  });
  it('a split payment loses no fen', () => {
    expect([...splitFen(100, ['A', 'B', 'C'])]).toEqual([
      ['A', 34],
      ['B', 33],
      ['C', 33],
    ]);
    expect(splitFen(100, []).size).toBe(0);
  });
});
