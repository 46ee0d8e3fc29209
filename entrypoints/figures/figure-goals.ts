import type { FigureGoals } from '../../components/figures/model.ts';
import type { FigureReport } from '../../rules/figures/figure-report.ts';
import { type MissLine, meanMetric, missLines } from '../../rules/figures/miss-line.ts';
import { metricSettingsOf } from '../../rules/metrics/index.ts';
import { capOf, targetsOf } from '../../rules/packs/platform-limits.ts';
import { rowsInForce } from '../../rules/packs/rows-in-force.ts';
import type { Platform } from '../../rules/platform.ts';
import type { KeptState } from '../../storage/kept-state.ts';

/** What a platform's figures are held against: the rows in force, and the shop's own goals beside them. */
export function figureGoals(state: Pick<KeptState, 'rules' | 'shop'>, platform: Platform): FigureGoals {
  const rows = rowsInForce(state.rules.rows);
  const { target_s, first_target_s, limit_s } = metricSettingsOf(platform, rows);
  const { rate, mean, first } = targetsOf(platform, rows);
  const cap = capOf(platform, rows);
  const { meanReply, monthMeanReply, firstReply } = state.shop.pack.goals;
  return {
    limit: target_s ?? limit_s,
    ...(first_target_s !== undefined && { firstLimit: first_target_s }),
    own: { dayMean: meanReply, monthMean: monthMeanReply, first: firstReply },
    ...(rate !== undefined && { share: rate }),
    ...(mean !== undefined && { mean }),
    ...(cap !== undefined && { cap }),
    ...(first !== undefined && { first }),
  };
}

/** What today's misses leave room for; an account's share is no shop's figure, and a former day is over. */
export function missesOf(report: FigureReport | undefined, goals: FigureGoals, today: string): MissLine[] {
  if (!report || report.question.agent !== undefined || report.question.to !== today) return [];
  const { platform } = report.question;
  const { share, mean, cap } = goals;
  return missLines({
    platform,
    days: report.days,
    today,
    target: share,
    mean:
      mean === undefined
        ? undefined
        : { id: meanMetric(platform), target: mean, ...(cap !== undefined && { cap }) },
  });
}
