import { type MetricSettings, metricSettingsOf } from '../../rules/metrics/index.ts';
import { rowsInForce } from '../../rules/packs/rows-in-force.ts';
import type { Platform } from '../../rules/platform.ts';
import type { Stores } from './stores.ts';

/** How a platform's figures are counted on this machine: the rule pack's rows, with the user's values over them. */
export const metricRules = async (
  stores: Pick<Stores, 'rules'>,
  platform: Platform,
): Promise<MetricSettings> => metricSettingsOf(platform, rowsInForce((await stores.rules.read()).rows));
