import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayCount,
  daysOf,
  isDay,
  type NamedRange,
  rangeFault,
  rangeOf,
  startOfDay,
  startOfWeek,
  weekdayOf,
} from '../../../rules/figures/ranges.ts';

describe('a named range ends today and begins where the trade says', () => {
  test.each<[NamedRange, string, string, string]>([
    ['today', '2026-11-22', '2026-11-22', '2026-11-22'],
    ['yesterday', '2026-11-22', '2026-11-21', '2026-11-21'],
    ['yesterday', '2026-03-01', '2026-02-28', '2026-02-28'],
    ['yesterday', '2028-03-01', '2028-02-29', '2028-02-29'],
    // 2026-11-22 is a Sunday: its week began on the Monday before.
    ['week', '2026-11-22', '2026-11-16', '2026-11-22'],
    ['week', '2026-11-23', '2026-11-23', '2026-11-23'],
    ['week', '2026-01-01', '2025-12-29', '2026-01-01'],
    ['month', '2026-11-01', '2026-11-01', '2026-11-01'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
    ['days30', '2026-03-01', '2026-01-31', '2026-03-01'],
    ['year', '2026-11-22', '2025-11-23', '2026-11-22'],
  ])('%s of %s is %s to %s', (name, today, from, to) => {
    expect(rangeOf(name, today)).toEqual({ from, to });
  });

  test.each<[NamedRange, number]>([
    ['today', 1],
    ['days30', 30],
    ['year', 365],
  ])('%s has %d days', (name, days) => {
    expect(dayCount(rangeOf(name, '2026-11-22'))).toBe(days);
  });
});

test.each([
  ['2026-11-16', 0],
  ['2026-11-21', 5],
  ['2026-11-22', 6],
  ['1969-12-29', 0],
])('%s is weekday %d, Monday being 0', (day, weekday) => {
  expect(weekdayOf(day)).toBe(weekday);
  expect(addDays(startOfWeek(day), weekday)).toBe(day);
});

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['', false],
])('%s is a day: %s', (day, expected) => {
  expect(isDay(day)).toBe(expected);
});

test('a day begins at midnight in Shanghai, whatever the computer says', () => {
  expect(startOfDay('2026-11-22')).toBe(Date.UTC(2026, 10, 21, 16));
  expect(startOfDay('2026-02-30')).toBeUndefined();
});

test('a range has every one of its days, over month ends and leap days', () => {
  expect(daysOf({ from: '2028-02-27', to: '2028-03-01' })).toEqual([
    '2028-02-27',
    '2028-02-28',
    '2028-02-29',
    '2028-03-01',
  ]);
  expect(daysOf({ from: '2026-01-02', to: '2026-01-01' })).toEqual([]);
});

test.each([
  ['2026-11-01', '2026-11-22', undefined],
  ['2026-11-22', '2026-11-30', undefined],
  ['2026-11-23', '2026-11-23', 'future'],
  ['2026-11-22', '2026-11-01', 'backwards'],
  ['', '2026-11-01', 'no-day'],
  ['2026-11-01', '2026-11-31', 'no-day'],
  ['2025-11-22', '2026-11-22', undefined],
  ['2025-11-21', '2026-11-22', 'too-long'],
])('%s to %s on 2026-11-22: %s', (from, to, fault) => {
  expect(rangeFault({ from, to }, '2026-11-22')).toBe(fault);
});
