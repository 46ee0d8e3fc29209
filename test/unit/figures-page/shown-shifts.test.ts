import { expect, test } from 'vitest';
import { shownShifts } from '../../../entrypoints/figures/shown-shifts.ts';
import type { Shift } from '../../../rules/shift/shift.ts';
import { DAY_MS, HOUR_MS, shanghaiEpoch } from '../../../rules/time/shanghai.ts';

const now = shanghaiEpoch(2026, 11, 22, 12) ?? Number.NaN;
const over = (daysAgo: number): Shift => {
  const start = now - daysAgo * DAY_MS;
  return { id: `d${daysAgo}`, start, end: start + HOUR_MS, breaks: [], startedBy: 'hand', endedBy: 'hand' };
};
const running = (start: number): Shift => ({ id: 'now', start, breaks: [], startedBy: 'hand' });
const past = [9, 8, 7, 6, 5, 4, 3, 2, 1].map(over);
const ids = (shifts: Shift[], asked?: string) => shownShifts(shifts, asked, now).map(({ id }) => id);

test('the running shift is offered first, then the last seven that are over', () => {
  const last = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7'];
  expect(ids([...past, running(now - HOUR_MS)])).toEqual(['now', ...last]);
  expect(ids(past)).toEqual(last);
  expect(ids([])).toEqual([]);
});

test('an older one is there while it is asked for', () => {
  expect(ids(past, 'd9').slice(-2)).toEqual(['d7', 'd9']);
  expect(ids(past, 'd2')).toHaveLength(7);
});

test('one that was forgotten open is not offered: nobody knows when it was over', () => {
  expect(ids([over(3), running(now - DAY_MS)])).toEqual(['d3']);
});
