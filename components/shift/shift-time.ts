import { HOUR_MS, MINUTE_MS, shanghaiDay, shanghaiParts } from '../../rules/time/shanghai.ts';
import type { ShiftTexts } from '../i18n/shift-texts.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** `09:02`, with the date before it when that is not the day of `now`. */
export function timeOfDay(at: number, now: number): string {
  const { month, day, hour, minute } = shanghaiParts(at);
  const clock = `${two(hour)}:${two(minute)}`;
  return shanghaiDay(at) === shanghaiDay(now) ? clock : `${two(month)}-${two(day)} ${clock}`;
}

/** Whole minutes in words. */
export function lengthText(ms: number, t: ShiftTexts): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE_MS));
  return t.hours(Math.floor(minutes / (HOUR_MS / MINUTE_MS)), minutes % (HOUR_MS / MINUTE_MS));
}
