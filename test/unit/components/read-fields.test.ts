import { describe, expect, test } from 'vitest';
import {
  readAmount,
  readClock,
  readWeight,
  readWhole,
  splitNames,
} from '../../../components/options/read-fields.ts';

describe('typed fields', () => {
  test.each([
    ['9:30', '09:30'],
    ['16：00', '16:00'],
    ['00:00', '00:00'],
    ['24:00', undefined],
    ['12:60', undefined],
    ['1230', undefined],
  ])('time %s → %s', (text, value) => expect(readClock(text)).toBe(value));

  test.each([
    ['18', 1_800],
    ['¥18.50', 1_850],
    ['１９．９', 1_990],
    ['-1', undefined],
    ['', undefined],
  ])('amount %s → %s fen', (text, value) => expect(readAmount(text)).toBe(value));

  test.each([
    ['1', 1_000],
    ['0.5', 500],
    ['１．５ 公斤', 1_500],
    ['500g', 500],
    ['1斤', 500],
    ['0.5克', undefined],
    ['0', undefined],
    ['1.2345', undefined],
    ['-1', undefined],
    ['1吨', undefined],
    ['一', undefined],
  ])('weight %s → %s g', (text, value) => expect(readWeight(text)).toBe(value));

  test.each([
    ['３0', 30],
    [' 5 ', 5],
    ['1e3', undefined],
    ['101', undefined],
  ])('whole number %s → %s within 1…100', (text, value) => expect(readWhole(text, 1, 100)).toBe(value));

  test('names are separated by every comma agents use and never doubled', () => {
    expect(splitNames(' 海南省、青海省，海南省;\n西藏自治区,, ')).toEqual(['海南省', '青海省', '西藏自治区']);
  });
});
