import type { Platform } from '../platform.ts';
import { responseRows } from './platform-response-rows.ts';
import type { LimitsValue, PlatformRow, ReplyLimits, WindowValue } from './platform-row.ts';
import { readRow, rowPlatform } from './row-reading.ts';

export { rowPlatform };

/** Steps of a platform without a row of its own (metrics.md §9, columns 1688 and generic). */
const genericLimits: LimitsValue = { soft: 60, warn: 120, breach: 180 };
const wholeDay: WindowValue = { from: '00:00', to: '24:00' };

/** Seconds at which a wait changes colour, per platform, with the first-answer variant where there is one. */
export const limitsOf = (platform: Platform, rows: readonly PlatformRow[] = responseRows): LimitsValue =>
  readRow(rows, platform, 'limits', 'limits')?.limits ?? genericLimits;

/** Steps of one wait: those of the first answer where `first` and the platform has them, else the ordinary ones. */
export function replyLimits(
  platform: Platform,
  first: boolean,
  rows: readonly PlatformRow[] = responseRows,
): ReplyLimits {
  const limits = limitsOf(platform, rows);
  const { soft, warn, breach } = (first && limits.first) || limits;
  return { soft, warn, breach };
}

/** Window in which the platform counts, the whole day where it has no row (metrics.md §9). */
export const windowOf = (platform: Platform, rows: readonly PlatformRow[] = responseRows): WindowValue =>
  readRow(rows, platform, 'window', 'window')?.window ?? wholeDay;

/** Window of the platform's rate: TB-3M has one of its own, on which sources disagree. */
export const rateWindowOf = (platform: Platform, rows: readonly PlatformRow[] = responseRows): WindowValue =>
  readRow(rows, platform, 'window_3m', 'window')?.window ?? windowOf(platform, rows);

/** Seconds after which the platform's rate counts a failure: 180, 30 for 京东's first answer (metrics.md §4). */
export const rateLimitOf = (platform: Platform, rows: readonly PlatformRow[] = responseRows): number =>
  readRow(rows, platform, 'limit', 'seconds')?.seconds ?? 180;

/** Seconds a Taobao round counts at most, and an unreplied one exactly; undefined where there is no cap. */
export const capOf = (platform: Platform, rows: readonly PlatformRow[] = responseRows): number | undefined =>
  readRow(rows, platform, 'cap', 'seconds')?.seconds;

/** Kinds of message that count as a reply (metrics.md §4, row "effective"). */
export const effectiveOf = (
  platform: Platform,
  rows: readonly PlatformRow[] = responseRows,
): ('human' | 'assist')[] => {
  const value = readRow(rows, platform, 'effective', 'kinds');
  return value ? [...value.kinds] : ['human', 'assist'];
};

/** The user's goals beside the platform's limits; what nobody set is absent (metrics.md §9). */
export interface ReplyTargets {
  /** Of the platform's rate, ten-thousandths: 90 % is 9000. */
  rate?: number;
  /** Mean, whole seconds. */
  mean?: number;
  /** First reply, mean, whole seconds. */
  first?: number;
  /** 京东: most 留言 among the consults, ten-thousandths. */
  leave?: number;
}

/** Units of the platform's rate the user expects a day; undefined where nobody said so (metrics.md §7). */
export const expectedOf = (
  platform: Platform,
  rows: readonly PlatformRow[] = responseRows,
): number | undefined => readRow(rows, platform, 'expected', 'count')?.count;

export function targetsOf(platform: Platform, rows: readonly PlatformRow[] = responseRows): ReplyTargets {
  const rate = readRow(rows, platform, 'target', 'share')?.share;
  const mean = readRow(rows, platform, 'mean_target', 'seconds')?.seconds;
  const first = readRow(rows, platform, 'first_mean_target', 'seconds')?.seconds;
  const leave = readRow(rows, platform, 'leave_target', 'share')?.share;
  return {
    ...(rate !== undefined && { rate }),
    ...(mean !== undefined && { mean }),
    ...(first !== undefined && { first }),
    ...(leave !== undefined && { leave }),
  };
}
