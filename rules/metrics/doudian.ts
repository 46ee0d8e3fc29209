import { inWindow, type ServiceWindow, type Session } from '../turns/index.ts';
import { type Figure, mean, rate } from './figure.ts';
import { differs, type MetricSettings } from './metric-settings.ts';
import { type Counted, countTurns, foldScope, inRange, isMine, type Scope, windowFrom } from './scope.ts';
import { meanOf, rateOf, worstVerdict } from './tally.ts';
import { asks, isRough, type Verdict, verdictOf, type Wait, waitOf } from './wait.ts';

/** A session that reached the human stage, with the rounds of it that count. */
interface HumanSession {
  session: Session;
  /** When the human stage began: 转人工, or the wait that it found (F5). */
  start: number;
  /** Of the range. */
  rounds: Counted[];
  /** All of it: a session is judged whole in the range it began in, also one that goes on over midnight. */
  whole: Counted[];
}

/**
 * 抖店 飞鸽 (metrics.md §3.3): DD-FRT, DD-AVG, DD-3M, DD-NS; and, because basis and reading are contested (X), every
 * reading beside the chosen one: DD-AVG-round, DD-AVG-message, DD-3M-m, DD-3M-s_any, DD-3M-s_mean.
 */
export function doudianFigures(scope: Scope): Figure[] {
  const { settings } = scope;
  const window = windowFrom(settings.window);
  const sessions = humanSessions(scope, window);
  const rounds = sessions.flatMap((item) => item.rounds);
  const averages = {
    round: rounds.map(({ wait }) => wait),
    message: messageWaits(scope, sessions, window),
  };
  // A session in which no round counts (none of the account's own in the window) has nothing to be judged by.
  const opened = sessions.filter(
    ({ start, whole }) => inWindow(start, window) && inRange(scope, start) && whole.length > 0,
  );
  const rates: Record<MetricSettings['dd_3m'], (id: string) => Figure> = {
    m: (id) => rateOf(id, averages.message, settings.limit_s * 1_000, true),
    s_any: (id) => sessionRate(id, opened, (item) => anyVerdict(item, settings.limit_s * 1_000)),
    s_mean: (id) => sessionRate(id, opened, (item) => meanVerdict(item, settings.limit_s * 1_000)),
  };
  return [
    firstReply(scope, opened, window),
    meanOf('DD-AVG', averages[settings.avg_basis], true),
    meanOf('DD-AVG-round', averages.round, true),
    meanOf('DD-AVG-message', averages.message, true),
    rates[settings.dd_3m]('DD-3M'),
    rates.m('DD-3M-m'),
    rates.s_any('DD-3M-s_any'),
    rates.s_mean('DD-3M-s_mean'),
    notServed(scope, opened),
  ];
}

const always = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

function humanSessions(scope: Scope, window: ServiceWindow): HumanSession[] {
  const found: HumanSession[] = [];
  const counting = { window, membership: 'message' } as const;
  for (const session of foldScope(scope).sessions) {
    const [first] = session.turns;
    if (session.stage === 'bot' || !first || !session.turns.some((turn) => isMine(scope, turn))) continue;
    found.push({
      session,
      start: first.t_start,
      rounds: countTurns(scope, [session], counting),
      whole: countTurns({ ...scope, ...always }, [session], counting),
    });
  }
  return found;
}

/** Waits of the single messages after 转人工 whose own time lies in the window (E1, E13). */
function messageWaits(scope: Scope, sessions: readonly HumanSession[], window: ServiceWindow): Wait[] {
  const { now, settings } = scope;
  return sessions.flatMap(({ session }) =>
    session.turns
      .filter((turn) => isMine(scope, turn))
      .flatMap((turn) =>
        asks(turn)
          .filter(({ t }) => turn.buyer_ts.includes(t) && inWindow(t, window) && inRange(scope, t))
          .map((asked) =>
            waitOf(turn, asked, { now, window, reply_after_window: settings.reply_after_window }),
          ),
      ),
  );
}

/** Σ(first reply − 转人工) ÷ sessions really answered; an account answers for the first replies that were its own. */
function firstReply(scope: Scope, sessions: readonly HumanSession[], window: ServiceWindow): Figure {
  const waits = sessions.flatMap(({ session, start }) => {
    const [first] = session.turns;
    if (!first || first.closed_by === 'leave_msg' || !isMine(scope, first)) return [];
    const asked = { t: start, precision: first.start_precision };
    const { now, settings } = scope;
    return [waitOf(first, asked, { now, window, reply_after_window: settings.reply_after_window })];
  });
  const answered = waits.filter((wait) => wait.state === 'answered');
  const changed = differs(scope.platform, scope.settings, [
    'window',
    'reply_after_window',
    'effective',
    'assist_counts',
    'transfer',
  ]);
  return mean(
    'DD-FRT',
    answered.reduce((sum, wait) => sum + wait.ms, 0),
    answered.length,
    {
      uncertain: answered.filter(isRough).length,
      unsettled: changed || answered.some((wait) => wait.doubt),
    },
  );
}

function sessionRate(
  id: string,
  sessions: readonly HumanSession[],
  judge: (item: HumanSession) => Verdict,
): Figure {
  const verdicts = sessions.map(judge);
  const of = (verdict: Verdict): number => verdicts.filter((item) => item === verdict).length;
  return rate(id, of('ok'), of('ok') + of('miss'), { uncertain: of('uncertain'), unsettled: true });
}

/** No free agent and an offline message: the session counts 0 whatever came later. */
const left = ({ session }: HumanSession): boolean =>
  session.turns.some((turn) => turn.closed_by === 'leave_msg');

/** Strictest reading: one round over the limit, or never answered, fails the session. */
function anyVerdict(item: HumanSession, limitMs: number): Verdict {
  if (left(item)) return 'miss';
  return worstVerdict(item.whole.map(({ wait }) => verdictOf(wait, limitMs)));
}

/** The session's mean wait is within the limit; a session never answered fails. Sums, so that nothing is rounded. */
function meanVerdict(item: HumanSession, limitMs: number): Verdict {
  if (left(item)) return 'miss';
  const answered = item.whole.filter(({ wait }) => wait.state === 'answered');
  if (answered.length === 0) return anyVerdict(item, limitMs);
  const allowed = limitMs * answered.length;
  if (answered.reduce((sum, { wait }) => sum + wait.lo, 0) > allowed) return 'miss';
  return answered.reduce((sum, { wait }) => sum + wait.hi, 0) <= allowed ? 'ok' : 'uncertain';
}

/** 人工不服务率: nobody free, or assigned and nothing but the welcome text from that agent, ÷ sessions. */
function notServed(scope: Scope, sessions: readonly HumanSession[]): Figure {
  let unserved = 0;
  let served = 0;
  for (const item of sessions) {
    const answered = item.session.turns.some((turn) => isMine(scope, turn) && turn.t_reply !== undefined);
    if (left(item)) unserved += 1;
    else if (answered) served += 1;
    // Not answered yet, but within the limit: not decided.
    else if (anyVerdict(item, scope.settings.limit_s * 1_000) === 'miss') unserved += 1;
  }
  return rate('DD-NS', unserved, unserved + served, {
    unsettled: differs(scope.platform, scope.settings, ['window', 'effective', 'assist_counts']),
  });
}
