import { metricSettingsOf } from '../metrics/metric-settings.ts';
import { capOf, expectedOf, targetsOf } from '../packs/platform-limits.ts';
import type { PlatformRow } from '../packs/platform-row.ts';
import type { Platform } from '../platform.ts';
import { type MissQuestion, meanMetric } from './miss-line.ts';

/** What misses are held against on a platform, from the rows in force: the user's goals, forecast and reading. */
export function missGoals(
  platform: Platform,
  rows: readonly PlatformRow[],
): Pick<MissQuestion, 'target' | 'expected' | 'reading' | 'mean'> {
  const { rate, mean } = targetsOf(platform, rows);
  const cap = capOf(platform, rows);
  return {
    target: rate,
    expected: expectedOf(platform, rows),
    reading: platform === 'doudian' ? `DD-3M-${metricSettingsOf(platform, rows).dd_3m}` : undefined,
    mean:
      mean === undefined
        ? undefined
        : { id: meanMetric(platform), target: mean, ...(cap !== undefined && { cap }) },
  };
}
