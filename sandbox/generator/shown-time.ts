import { shanghaiDay, shanghaiParts } from '../../rules/time/shanghai.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** `17:30:05` in Shanghai. */
export function clockTime(ms: number, withSeconds = true): string {
  const { hour, minute, second } = shanghaiParts(ms);
  return `${two(hour)}:${two(minute)}${withSeconds ? `:${two(second)}` : ''}`;
}

/** `2026-09-08 17:30:05`. */
export const dashedTime = (ms: number): string => `${shanghaiDay(ms)} ${clockTime(ms)}`;

/** `2026年09月08日 17:30:05`, as PDD's chat writes it. */
export function hanTime(ms: number): string {
  const { year, month, day } = shanghaiParts(ms);
  return `${year}年${two(month)}月${two(day)}日 ${clockTime(ms)}`;
}

/** Short time of a conversation row: `17:30` today, `昨天`, else `09-06`. */
export function rowTime(ms: number, now: number): string {
  if (shanghaiDay(ms) === shanghaiDay(now)) return clockTime(ms, false);
  if (shanghaiDay(ms) === shanghaiDay(now - 86_400_000)) return '昨天';
  const { month, day } = shanghaiParts(ms);
  return `${two(month)}-${two(day)}`;
}

/** `2-22 18:55:20`: no year, nothing padded in the date, as Kuaishou's messages carry it (markets.md §7). */
export function yearlessTime(ms: number): string {
  const { month, day } = shanghaiParts(ms);
  return `${month}-${day} ${clockTime(ms)}`;
}
