import type { FigureGoals } from '../../components/figures/model.ts';
import type { FigureReport } from '../../rules/figures/figure-report.ts';
import { missGoals } from '../../rules/figures/miss-goals.ts';
import { type MissLine, missLines } from '../../rules/figures/miss-line.ts';
import { metricSettingsOf } from '../../rules/metrics/index.ts';
import { targetsOf } from '../../rules/packs/platform-limits.ts';
import { rowsInForce } from '../../rules/packs/rows-in-force.ts';
import type { Platform } from '../../rules/platform.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import type { QueueSnapshot } from '../../storage/schemas/queue.ts';

/** What a platform's figures are held against: the rows in force, and the shop's own goals beside them. */
export function figureGoals(state: Pick<KeptState, 'rules' | 'shop'>, platform: Platform): FigureGoals {
  const rows = rowsInForce(state.rules.rows);
  const { target_s, first_target_s, limit_s } = metricSettingsOf(platform, rows);
  const { rate, mean, first } = targetsOf(platform, rows);
  const { meanReply, monthMeanReply, firstReply } = state.shop.pack.goals;
  return {
    limit: target_s ?? limit_s,
    ...(first_target_s !== undefined && { firstLimit: first_target_s }),
    own: { dayMean: meanReply, monthMean: monthMeanReply, first: firstReply },
    ...(rate !== undefined && { share: rate }),
    ...(mean !== undefined && { mean }),
    ...(first !== undefined && { first }),
  };
}

/**
 * What today's misses leave room for, and who waits and has not failed yet. An account's share is no shop's figure, and
 * of a span without today nothing is left to be done.
 */
export function missesOf(
  report: FigureReport | undefined,
  rules: KeptState['rules'] | undefined,
  today: string,
  waiting: QueueSnapshot['waiting'] = [],
): MissLine[] {
  if (!report || !rules) return [];
  const { platform, shop, agent, from, to } = report.question;
  if (agent !== undefined || today < from || to < today) return [];
  const { expected, ...goals } = missGoals(platform, rowsInForce(rules.rows));
  return missLines({
    platform,
    days: report.days,
    today,
    ...goals,
    // What the user expects is of the whole platform: one of several shops has its own weekdays to go by.
    ...(shop === undefined && { expected }),
    atRisk: waiting.filter(
      (buyer) => buyer.platform === platform && (shop === undefined || buyer.shop === shop) && !buyer.failed,
    ).length,
  });
}
