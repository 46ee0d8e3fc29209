import { DAY_MS, SHANGHAI_OFFSET_MS } from '../time/shanghai.ts';

/** Shanghai days `YYYY-MM-DD`, both included. */
export interface DayRange {
  from: string;
  to: string;
}

/** Ranges with a name; `own` is whatever the agent types. */
export const namedRanges = ['today', 'yesterday', 'week', 'month', 'days30', 'year'] as const;
export type NamedRange = (typeof namedRanges)[number];

/** More than this a report is never asked for: a leap year. */
export const LONGEST_DAYS = 366;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01 of a day key; undefined for what is no day of the calendar (2026-02-30). */
function dayNumber(day: string): number | undefined {
  const [, year, month, date] = dayPattern.exec(day) ?? [];
  if (year === undefined) return undefined;
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(date));
  return new Date(ms).toISOString().slice(0, 10) === day ? ms / DAY_MS : undefined;
}

const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

export const isDay = (day: string): boolean => dayNumber(day) !== undefined;

/** The day `n` days later; the day itself where it is none. */
export function addDays(day: string, n: number): string {
  const number = dayNumber(day);
  return number === undefined ? day : dayOf(number + n);
}

/** Epoch ms of the Shanghai midnight that begins the day; undefined for no day. */
export function startOfDay(day: string): number | undefined {
  const number = dayNumber(day);
  return number === undefined ? undefined : number * DAY_MS - SHANGHAI_OFFSET_MS;
}

/** 0 Monday … 6 Sunday: weeks of the trade begin on Monday. */
export function weekdayOf(day: string): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(day) ?? 0) + 3) % 7) + 7) % 7;
}

/** The Monday of the day's week. */
export const startOfWeek = (day: string): string => addDays(day, -weekdayOf(day));

/** How many days a range has; 0 where it ends before it begins or has no days. */
export function dayCount({ from, to }: DayRange): number {
  const first = dayNumber(from);
  const last = dayNumber(to);
  return first === undefined || last === undefined ? 0 : Math.max(0, last - first + 1);
}

/** Every day of a range, oldest first. */
export const daysOf = (range: DayRange): string[] =>
  Array.from({ length: dayCount(range) }, (_, i) => addDays(range.from, i));

/**
 * A named range as of `today`, which is always its last day but for yesterday's: a running week or month is shown as far
 * as it has come. The 30 days have today in them, like the sums of "misses still allowed" (metrics.md §7).
 */
export function rangeOf(name: NamedRange, today: string): DayRange {
  const from: Record<NamedRange, string> = {
    today,
    yesterday: addDays(today, -1),
    week: startOfWeek(today),
    month: `${today.slice(0, 8)}01`,
    days30: addDays(today, -29),
    year: addDays(today, -364),
  };
  return { from: from[name], to: name === 'yesterday' ? from.yesterday : today };
}

/** What is wrong with days an agent typed; undefined when they make a range. */
export type RangeFault = 'no-day' | 'backwards' | 'too-long' | 'future';

export function rangeFault({ from, to }: DayRange, today: string): RangeFault | undefined {
  if (!isDay(from) || !isDay(to)) return 'no-day';
  if (from > to) return 'backwards';
  if (from > today) return 'future';
  return dayCount({ from, to }) > LONGEST_DAYS ? 'too-long' : undefined;
}
