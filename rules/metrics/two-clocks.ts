import { windowOf } from '../packs/platform-limits.ts';
import type { PlatformRow } from '../packs/platform-row.ts';
import { inWindow, type WaitingBuyer, windowEnd, windowWait } from '../turns/index.ts';
import { windowFrom } from './scope.ts';

/** Both clocks of one wait (metrics.md §1.7), whole seconds. */
export interface TwoClocks {
  /** As the buyer feels it. A page clock ahead of ours reads as 0. */
  calendar: number;
  /** Inside the platform's window only. */
  window: number;
  /** The wait began outside the platform's window: its rates do not count it, and it shows grey (§6). */
  outside: boolean;
}

/** @param rows the platforms' rows in force; without them the shipped ones */
export function twoClocks(
  { platform, since }: Pick<WaitingBuyer, 'platform' | 'since'>,
  now: number,
  rows?: readonly PlatformRow[],
): TwoClocks {
  const window = windowFrom(windowOf(platform, rows));
  const to = Math.max(since, now);
  return {
    calendar: Math.floor((to - since) / 1_000),
    window: Math.floor(windowWait(since, to, window) / 1_000),
    outside: !inWindow(since, window),
  };
}

/** When the platform's window closes, epoch ms; undefined outside it. */
export const closesAt = (
  platform: WaitingBuyer['platform'],
  now: number,
  rows?: readonly PlatformRow[],
): number | undefined => windowEnd(now, windowFrom(windowOf(platform, rows)));
