import type { WindowValue } from '../packs/platform-row.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, shanghaiDay, startOfShanghaiDay } from '../time/shanghai.ts';

/** Half-open stretch of a Shanghai day in ms since midnight, [start, end). `start` > `end` runs over midnight. */
export interface ServiceWindow {
  start: number;
  end: number;
}

export const ALL_DAY: ServiceWindow = { start: 0, end: DAY_MS };

/** Days (`YYYY-MM-DD`) on which the generic business clock stands still (metrics.md §10 E19). */
export type ClosedDays = ReadonlySet<string>;

/** After this many closed days in a row there is no next opening. */
const FARTHEST_OPENING_DAYS = 400;

function clockMs(clock: string): number | undefined {
  const read = /^(\d{1,2}):(\d{2})$/.exec(clock);
  if (!read) return undefined;
  const ms = Number(read[1]) * HOUR_MS + Number(read[2]) * MINUTE_MS;
  return Number(read[2]) < 60 && ms <= DAY_MS ? ms : undefined;
}

/** Reads `HH:mm`–`HH:mm`; undefined when a clock cannot be read or the window would be empty. */
export function readWindow(value: WindowValue): ServiceWindow | undefined {
  const start = clockMs(value.from);
  const end = clockMs(value.to);
  if (start === undefined || end === undefined || start === end || start === DAY_MS) return undefined;
  return { start, end };
}

/** The window's open stretches of one day, oldest first. */
function stretches(window: ServiceWindow): [number, number][] {
  if (window.start < window.end) return [[window.start, window.end]];
  return [
    [0, window.end],
    [window.start, DAY_MS],
  ];
}

/** Whether an instant lies in the window: 22:59:59.999 does, 23:00:00.000 does not (metrics.md §1.2). */
export function inWindow(t: number, window: ServiceWindow): boolean {
  const ms = t - startOfShanghaiDay(t);
  return stretches(window).some(([start, end]) => ms >= start && ms < end);
}

/** End of the open stretch that `t` lies in, epoch ms; undefined outside the window. */
export function windowEnd(t: number, window: ServiceWindow): number | undefined {
  const day = startOfShanghaiDay(t);
  const stretch = stretches(window).find(([start, end]) => t - day >= start && t - day < end);
  return stretch && day + stretch[1];
}

/** Ms inside the window between two instants: the second clock of every wait (metrics.md §1.7). */
export function windowWait(from: number, to: number, window: ServiceWindow, closed?: ClosedDays): number {
  let sum = 0;
  for (let day = startOfShanghaiDay(from); day < to; day += DAY_MS) {
    if (closed?.has(shanghaiDay(day))) continue;
    for (const [start, end] of stretches(window)) {
      sum += Math.max(0, Math.min(to, day + end) - Math.max(from, day + start));
    }
  }
  return sum;
}

/**
 * Instant at which `ms` of window time have passed since `from` (business clock, metrics.md §5 and E19). A wait
 * that ends exactly at closing time ends then, not at the next opening. Undefined when no day opens for a year.
 */
export function windowDeadline(
  from: number,
  ms: number,
  window: ServiceWindow,
  closed?: ClosedDays,
): number | undefined {
  let left = ms;
  let day = startOfShanghaiDay(from);
  for (let shut = 0; shut < FARTHEST_OPENING_DAYS; day += DAY_MS) {
    if (closed?.has(shanghaiDay(day))) {
      shut += 1;
      continue;
    }
    shut = 0;
    for (const [start, end] of stretches(window)) {
      const opens = Math.max(from, day + start);
      const open = day + end - opens;
      if (open <= 0) continue;
      if (left <= open) return opens + left;
      left -= open;
    }
  }
  return undefined;
}
