import { DAY_MS } from '../time/shanghai.ts';
import { ALL_DAY, inWindow, type ServiceWindow } from '../turns/index.ts';
import { type Figure, rate } from './figure.ts';
import type { MetricSettings } from './metric-settings.ts';
import { judgeBuyers, personDay, shareOfBuyers } from './person-day.ts';
import { type Counted, countTurns, foldScope, inRange, type Scope, windowFrom } from './scope.ts';
import { meanOf, rateOf } from './tally.ts';

const HALF_MINUTE_MS = 30_000;
const HOUR_MS = 3_600_000;
const MONTH_DAYS = 30;

/**
 * 拼多多 (metrics.md §3.2). The unit is the buyer of a day, judged by the worst message. `-ALL` is the 全天 column;
 * `PDD-3M-consult` and `PDD-3M-need_human` stand beside each other while the denominator is contested (E8).
 * An account's buyers are those it has turns with; whom only the robot served is no account's. PDD-ER is about buyers
 * who needed a human. `PDD-30D` is the same rate over the 30 days before `to`, as far as the events reach. All are 口径待核: the
 * denominator (X) or a working definition (O).
 */
export function pddFigures(scope: Scope): Figure[] {
  const { settings } = scope;
  const window = windowFrom(settings.window);
  const limit = settings.limit_s * 1_000;
  const turns = counted(scope, window);
  const allDay = counted(scope, ALL_DAY);
  const month = { ...scope, from: scope.to - MONTH_DAYS * DAY_MS };
  return [
    buyerRate('PDD-3M', scope, turns, window, limit, settings.den),
    buyerRate('PDD-3M-consult', scope, turns, window, limit, 'consult'),
    buyerRate('PDD-3M-need_human', scope, turns, window, limit, 'need_human'),
    buyerRate('PDD-3M-ALL', scope, allDay, ALL_DAY, limit, settings.den),
    buyerRate('PDD-30D', month, counted(month, window), window, limit, settings.den),
    buyerRate('PDD-ER', scope, turns, window, HOUR_MS, 'need_human'),
    rateOf('PDD-30S', waitsOf(turns), HALF_MINUTE_MS, true),
    rateOf('PDD-30S-ALL', waitsOf(allDay), HALF_MINUTE_MS, true),
    meanOf('PDD-AVG', waitsOf(turns), true),
    meanOf('PDD-AVG-ALL', waitsOf(allDay), true),
  ];
}

const waitsOf = (turns: readonly Counted[]): Counted['wait'][] => turns.map(({ wait }) => wait);

function counted(scope: Scope, window: ServiceWindow): Counted[] {
  const withRobot = scope.settings.bot_only === 'fail';
  const { sessions } = foldScope(scope, { bot_stage: withRobot ? 'count' : 'skip' });
  const kept = sessions.filter((session) => withRobot || session.stage !== 'bot');
  return countTurns(scope, kept, { window, membership: 'message' });
}

function buyerRate(
  id: string,
  scope: Scope,
  turns: readonly Counted[],
  window: ServiceWindow,
  limitMs: number,
  den: MetricSettings['den'],
): Figure {
  const { verdicts } = judgeBuyers(turns, limitMs);
  const buyers = new Set(verdicts.keys());
  if (den === 'consult' && scope.agent === undefined) {
    for (const event of scope.events) {
      const asks = event.type === 'buyer' || event.type === 'leave_msg' || event.type === 'enter_human';
      if (asks && inWindow(event.t, window) && inRange(scope, event.t)) buyers.add(personDay(event, event.t));
    }
  }
  const { ok, all, uncertain } = shareOfBuyers(verdicts, buyers);
  return rate(id, ok, all, { uncertain, unsettled: true });
}
