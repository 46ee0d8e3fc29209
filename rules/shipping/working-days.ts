import chineseDays from 'chinese-days';
import { type LocalText, say } from '../language/local-text.ts';
import { DAY_MS, shanghaiDay, shanghaiParts, startOfShanghaiDay } from '../time/shanghai.ts';
import type { HolidayYears } from './holiday-table.ts';

/** Local noon of a calendar day: the package reads dates in the computer's zone, wherever that is. */
const noon = (year: number, month: number, day: number): Date => new Date(year, month - 1, day, 12);

const covered = new Map<number, boolean>();

/**
 * Whether the package knows a year. For others it guesses from the weekday without a word (data.md §8), so it is asked
 * whether it can name the National Day.
 */
function isKnown(year: number): boolean {
  let known = covered.get(year);
  if (known === undefined) {
    known = chineseDays.getDayDetail(noon(year, 10, 1)).name.includes('国庆');
    covered.set(year, known);
  }
  return known;
}

/** Whether working days of a year can be told at all. */
export const hasHolidays = (year: number, own: HolidayYears = {}): boolean =>
  own[year] !== undefined || isKnown(year);

/** 缺少 2027 年节假日表. */
export const missingHolidays = (year: number): LocalText =>
  say(`缺少 ${year} 年节假日表`, `No holiday table for ${year}`);

function isWorkingDay(midnight: number, own: HolidayYears): boolean {
  const { year, month, day, weekday } = shanghaiParts(midnight);
  const table = own[year];
  if (!table) return chineseDays.isWorkday(noon(year, month, day));
  const date = shanghaiDay(midnight);
  if (table.off.includes(date)) return false;
  return table.work.includes(date) || (weekday !== 0 && weekday !== 6);
}

/**
 * The end of the n-th working day after the day of `start` (a promise of N 个工作日 counts from the next day).
 * @returns epoch ms, or the first year on the way whose holidays are not known; then nothing is worked out
 */
export function afterWorkingDays(
  start: number,
  days: number,
  own: HolidayYears = {},
): { at: number } | { missingYear: number } {
  let midnight = startOfShanghaiDay(start);
  const first = shanghaiParts(midnight).year;
  if (!hasHolidays(first, own)) return { missingYear: first };
  for (let left = days; left > 0; ) {
    midnight += DAY_MS;
    const { year } = shanghaiParts(midnight);
    if (!hasHolidays(year, own)) return { missingYear: year };
    if (isWorkingDay(midnight, own)) left -= 1;
  }
  return { at: midnight + DAY_MS };
}
