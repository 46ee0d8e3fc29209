/**
 * Every day, window and cut-off of the trade is read in Asia/Shanghai, whatever the computer says
 * (metrics.md §1.1). China has had no daylight saving since 1991, so a fixed offset is exact for every
 * time a marketplace page can show.
 */
export const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** Calendar fields in Shanghai. `month` and `day` count from 1; `weekday` 0 is Sunday. */
export interface ShanghaiParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  weekday: number;
}

/** Splits an epoch in ms into Shanghai calendar fields. */
export function shanghaiParts(epochMs: number): ShanghaiParts {
  const shifted = new Date(epochMs + SHANGHAI_OFFSET_MS);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: shifted.getUTCDay(),
  };
}

/** Epoch in ms of a Shanghai wall-clock time. Undefined for a date that does not exist (2-30). */
export function shanghaiEpoch(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
): number | undefined {
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  const check = new Date(utc);
  if (check.getUTCFullYear() !== year || check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day) {
    return undefined;
  }
  return utc - SHANGHAI_OFFSET_MS;
}

/** Epoch in ms of the Shanghai midnight that begins the day of `epochMs`. */
export function startOfShanghaiDay(epochMs: number): number {
  return Math.floor((epochMs + SHANGHAI_OFFSET_MS) / DAY_MS) * DAY_MS - SHANGHAI_OFFSET_MS;
}

/** Milliseconds since Shanghai midnight, in [0, DAY_MS). */
export function msOfShanghaiDay(epochMs: number): number {
  return epochMs - startOfShanghaiDay(epochMs);
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Day key `YYYY-MM-DD` in Shanghai; the ledger is kept by it. */
export function shanghaiDay(epochMs: number): string {
  const p = shanghaiParts(epochMs);
  return `${p.year}-${two(p.month)}-${two(p.day)}`;
}

/** `MM-DD HH:mm` in Shanghai, for people. */
export function shortShanghaiTime(epochMs: number): string {
  const p = shanghaiParts(epochMs);
  return `${two(p.month)}-${two(p.day)} ${two(p.hour)}:${two(p.minute)}`;
}

/** `2026-03-05 14:30:05` in Shanghai, which sorts as text. */
export function sortableShanghaiTime(epochMs: number): string {
  const p = shanghaiParts(epochMs);
  return `${p.year}-${two(p.month)}-${two(p.day)} ${two(p.hour)}:${two(p.minute)}:${two(p.second)}`;
}
