import { describe, expect, test } from 'vitest';
import { shanghaiEpoch } from '../../../rules/time/shanghai.ts';
import { forbidsUrging, memoOfTouch, memoTouches } from '../../../rules/urging/index.ts';

const day = (month: number, date: number, year = 2026): number => shanghaiEpoch(year, month, date) ?? 0;
const now = day(11, 22) + 12 * 3_600_000;

describe('touches in a memo', () => {
  test.each([
    ['4月15日 阿华已催付', [{ day: day(4, 15), by: '阿华' }]],
    ['11-22 07 已催付(1/2)', [{ day: day(11, 22), by: '07', touch: 1 }]],
    [
      '11-20 07 已催付(1/2)\n11-21 07 已催付(2/2)',
      [
        { day: day(11, 20), by: '07', touch: 1 },
        { day: day(11, 21), by: '07', touch: 2 },
      ],
    ],
    ['12月1日 小王催过', [{ day: day(12, 1, 2025), by: '小王' }]],
    ['已催付', [{}]],
    ['03号已催款', [{ by: '03' }]],
    ['勿催付', []],
    ['不要催', []],
    ['未催付', []],
    ['加急，尽快发货', []],
    ['催单：已联系仓库', []],
    ['', []],
  ])('%j', (memo, expected) => {
    const found = memoTouches(memo, now).filter(
      (touch) => Object.keys(touch).length > 0 || expected.length > 0,
    );
    expect(found).toEqual(expected);
  });

  test('what is written is read again', () => {
    const memo = memoOfTouch(now, '07', 1, 2);
    expect(memo).toBe('11-22 07 已催付(1/2)');
    expect(memoTouches(memo, now)).toEqual([{ day: day(11, 22), by: '07', touch: 1 }]);
    expect(memoOfTouch(now, ' ', 2, 2)).toBe('11-22 已催付(2/2)');
  });

  test.each([
    ['勿催', true],
    ['请不要再催', true],
    ['别催了', true],
    ['已催付', false],
    ['催发货', false],
  ])('whether %s forbids urging: %s', (memo, expected) => expect(forbidsUrging(memo)).toBe(expected));
});
