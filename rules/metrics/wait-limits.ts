import { replyLimits } from '../packs/platform-limits.ts';
import type { Platform } from '../platform.ts';
import type { MetricSettings } from './metric-settings.ts';

/** Limits that stand in the metrics themselves: PDD-30S, the goals of the generic profile, PDD-ER. Seconds. */
const fixed = [30, 60, 180, 3_600];

/**
 * Every limit that some figure of the platform judges a running wait by, in ms, ascending: between two of them a wait
 * changes no figure by growing longer. A metric with a new limit adds it here (a property test watches).
 */
export function waitLimits(platform: Platform, settings: MetricSettings): number[] {
  const { limit_s, cap_s, slow_s, first_target_s, target_s } = settings;
  const steps = [replyLimits(platform, true).breach, replyLimits(platform, false).breach];
  const all = [...fixed, limit_s, cap_s, slow_s, first_target_s, target_s, ...steps];
  return [...new Set(all.flatMap((s) => (s === undefined ? [] : [s * 1_000])))].sort((a, b) => a - b);
}
