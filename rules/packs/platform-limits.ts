import type { Platform } from '../platform.ts';
import { responseRows } from './platform-response-rows.ts';
import type { LimitsValue, PlatformRow, ReplyLimits, RowValue, WindowValue } from './platform-row.ts';

/** Steps of a platform without a row of its own (metrics.md §9, columns 1688 and generic). */
const genericLimits: LimitsValue = { soft: 60, warn: 120, breach: 180 };
const wholeDay: WindowValue = { from: '00:00', to: '24:00' };

/** Platform whose rows apply: 天猫 is judged by Taobao's. */
export function rowPlatform(platform: Platform): Platform {
  return platform === 'tmall' ? 'taobao' : platform;
}

function rowValue(rows: readonly PlatformRow[], platform: Platform, key: string): RowValue | undefined {
  const name = rowPlatform(platform);
  const row = rows.find((item) => item.platform === name && item.key === key);
  return row?.user_value ?? row?.value;
}

/** Seconds at which a wait changes colour, per platform, with the first-answer variant where there is one. */
export function limitsOf(platform: Platform, rows: readonly PlatformRow[] = responseRows): LimitsValue {
  const value = rowValue(rows, platform, 'limits');
  return value?.kind === 'limits' ? value.limits : genericLimits;
}

/** Steps of one wait: those of the first answer where `first` and the platform has them, else the ordinary ones. */
export function defaultLimits(platform: Platform, first: boolean): ReplyLimits {
  const limits = limitsOf(platform);
  const { soft, warn, breach } = (first && limits.first) || limits;
  return { soft, warn, breach };
}

/** Window in which the platform counts, the whole day where it has no row (metrics.md §9). */
export function windowOf(platform: Platform, rows: readonly PlatformRow[] = responseRows): WindowValue {
  const value = rowValue(rows, platform, 'window');
  return value?.kind === 'window' ? value.window : wholeDay;
}

/** Seconds after which the platform's rate counts a failure: 180, 30 for 京东's first answer (metrics.md §4). */
export function rateLimitOf(platform: Platform, rows: readonly PlatformRow[] = responseRows): number {
  const value = rowValue(rows, platform, 'limit');
  return value?.kind === 'seconds' ? value.seconds : 180;
}

/** Kinds of message that count as a reply (metrics.md §4, row "effective"). 京东 counts people only until settled. */
export function effectiveOf(
  platform: Platform,
  rows: readonly PlatformRow[] = responseRows,
): ('human' | 'assist')[] {
  const value = rowValue(rows, platform, 'effective');
  if (value?.kind === 'kinds') return [...value.kinds];
  return platform === 'jd' || platform === 'kuaishou' ? ['human'] : ['human', 'assist'];
}
