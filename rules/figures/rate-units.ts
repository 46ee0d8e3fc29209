import type { Figure } from '../metrics/figure.ts';
import { rowPlatform } from '../packs/platform-limits.ts';
import type { Platform } from '../platform.ts';
import type { RateUnits } from './figure-report.ts';

/** The rate each platform judges a shop by (metrics.md §3); elsewhere the share within the shop's own goals. */
const rates: Partial<Record<Platform, string>> = {
  taobao: 'TB-3M',
  pdd: 'PDD-3M',
  doudian: 'DD-3M',
  jd: 'JD-30F',
  kuaishou: 'KS-3M',
  '1688': 'AL-3M',
};

/** Figure id of the rate that "misses still allowed" is about. */
export const rateMetric = (platform: Platform): string => rates[rowPlatform(platform)] ?? 'within';

/** Units of that rate (metrics.md §7): decided ones; what minute labels leave open is counted apart. */
export function rateUnits(platform: Platform, figures: readonly Figure[]): RateUnits | undefined {
  const metric = rateMetric(platform);
  const rate = figures.find(({ id }) => id === metric);
  if (!rate) return undefined;
  const { numerator, denominator, uncertain } = rate;
  return { metric, counted: denominator, failed: denominator - numerator, uncertain };
}
