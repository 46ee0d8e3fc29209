import { describe, expect, it } from 'vitest';
import {
  bandAmounts,
  compensationBand,
  compensationFaults,
  readDiscount,
  splitOverLines,
} from '../../../rules/price/index.ts';
import { roundHalfUp } from '../../../rules/price/rounding.ts';

describe('half a fen rounds up', () => {
  it.each([
    [6300, 88, 100, 5544],
    [1, 5, 10, 1],
    [3, 5, 10, 2],
    [1990, 75, 100, 1493],
    [999, 88, 100, 879],
    [-1, 5, 10, 0],
    [-3, 5, 10, -1],
    [9_007_199_254, 99, 100, 8_917_127_261],
  ])('%d × %d / %d = %d', (amount, numerator, denominator, fen) => {
    expect(roundHalfUp(amount, numerator, denominator)).toBe(fen);
  });
});

describe('a discount is the share the buyer still pays', () => {
  it.each([
    ['8.8折', 0.88],
    ['8.8 折', 0.88],
    ['８．８折', 0.88],
    ['打8折', 0.8],
    ['88折', 0.88],
    ['8.85折', 0.885],
    ['0.5折', 0.05],
    ['八折', 0.8],
    ['八八折', 0.88],
    ['九五折', 0.95],
    ['对折', 0.5],
    ['半价', 0.5],
    ['五折', 0.5],
    ['88%', 0.88],
    ['88', 0.88],
    ['50', 0.5],
    ['99.5%', 0.995],
    ['100%', 1],
    ['减12%', 0.88],
    ['12% off', 0.88],
    ['优惠 30%', 0.7],
  ])('%s', (text, share) => {
    const reading = readDiscount(text, 10_000);
    expect('share' in reading && reading.share.numerator / reading.share.denominator).toBeCloseTo(share, 10);
  });

  it.each([
    '8.8',
    '5',
    '12%',
    '12',
    '49.9%',
    '10折',
    '0折',
    '00折',
    '88.5折',
    '减100%',
    '120折',
    '0',
    'abc',
    '8.888折',
    '',
  ])('%s is unclear and says so', (text) => {
    const reading = readDiscount(text, 10_000);
    expect('unclear' in reading && reading.unclear['zh-CN'].length).toBeGreaterThan(5);
  });
});

describe('a change is spread over lines exactly', () => {
  it.each<[number[], number, number[]]>([
    [[1990, 3500, 810], -500, [1832, 3222, 746]],
    [[100, 100, 100], -100, [66, 67, 67]],
    [[100], 50, [150]],
    [[100, 200], 300, [200, 400]],
    [[0, 100], -50, [0, 50]],
    [[0, 0], 3, [2, 1]],
    [[5000, 5000], 0, [5000, 5000]],
  ])('%o by %d', (amounts, delta, expected) => {
    expect(
      splitOverLines(
        amounts.map((amount) => ({ amount })),
        delta,
      ),
    ).toEqual(expected);
  });

  it('a line stops at its floor and the others carry the rest', () => {
    const lines = [{ amount: 1000, floor: 950 }, { amount: 1000 }, { amount: 2000, floor: 1900 }];
    expect(splitOverLines(lines, -600)).toEqual([950, 550, 1900]);
  });

  it('a line already under its floor is left alone', () => {
    expect(splitOverLines([{ amount: 500, floor: 800 }, { amount: 1000 }], -100)).toEqual([500, 900]);
  });

  it.each<[{ amount: number; floor?: number }[], number]>([
    [[], -1],
    [
      [
        { amount: 100, floor: 60 },
        { amount: 100, floor: 60 },
      ],
      -81,
    ],
    [[{ amount: 100 }], -101],
  ])('%o by %d has no room', (lines, delta) => {
    expect(splitOverLines(lines, delta)).toBeUndefined();
  });

  it('for any amounts the sum is exact, no line falls under its floor, and no line moves the wrong way', () => {
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let round = 0; round < 2_000; round += 1) {
      const lines = Array.from({ length: 1 + next(6) }, () => {
        const amount = next(90_000_00);
        return { amount, floor: next(amount + 1) };
      });
      const sum = lines.reduce((total, line) => total + line.amount, 0);
      const room = sum - lines.reduce((total, line) => total + line.floor, 0);
      const delta = round % 3 === 0 ? next(5_000) : -next(room + 1);
      const result = splitOverLines(lines, delta);
      expect(result?.reduce((total, amount) => total + amount, 0)).toBe(sum + delta);
      result?.forEach((amount, index) => {
        const line = lines[index];
        expect(amount).toBeGreaterThanOrEqual(line?.floor ?? 0);
        expect((amount - (line?.amount ?? 0)) * Math.sign(delta)).toBeGreaterThanOrEqual(0);
      });
    }
  });
});

describe('compensation for a quality complaint', () => {
  it.each([
    [{ flashSale: false }, 500, 1000],
    [{ flashSale: false, amount: 1000 }, 500, 1000],
    [{ flashSale: true, amount: 1889 }, 200, 500],
    [{ flashSale: true, amount: 1890 }, 500, 1000],
  ])('%o', (complaint, least, most) => {
    expect(compensationBand(complaint)).toMatchObject({ next: 'compensate', least, most });
  });

  it.each([
    [{ flashSale: true }, 'ask-amount'],
    [{ flashSale: true, amount: 900, unusable: true }, 'refund'],
    [{ flashSale: false, notContent: true }, 'manager'],
  ])('%o → %s', (complaint, next) => {
    expect(compensationBand(complaint).next).toBe(next);
  });
});

describe('amounts inside a band', () => {
  it.each([
    [500, 1000, [500, 600, 700, 800, 900, 1000]],
    [200, 500, [200, 300, 400, 500]],
    [500, 500, [500]],
    [150, 250, [150, 250]],
    [0, 5000, [0, 800, 1600, 2500, 3300, 4100, 5000]],
  ])('%d to %d', (least, most, amounts) => {
    expect(bandAmounts({ least, most })).toEqual(amounts);
  });
});

describe('a table of compensation', () => {
  const row = { id: 'x', goods: 'normal', least: 100, most: 200 } as const;
  it.each([
    [[row], 0],
    [[row, { ...row, goods: 'flash' as const }], 0],
    [
      [
        { ...row, under: 1890 },
        { ...row, from: 1890 },
      ],
      0,
    ],
    [[row, row], 1],
    [
      [
        { ...row, under: 2000 },
        { ...row, from: 1890 },
      ],
      1,
    ],
    [[{ ...row, least: 300 }], 1],
    [[{ ...row, from: 500, under: 500 }], 1],
  ])('%o has %d faults', (rows, count) => {
    expect(compensationFaults(rows)).toHaveLength(count);
  });
});
