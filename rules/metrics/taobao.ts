import { foldRules } from '../turns/fold-settings.ts';
import { inWindow } from '../turns/index.ts';
import { type Figure, mean, rate } from './figure.ts';
import { differs } from './metric-settings.ts';
import { personDay } from './person-day.ts';
import { type Counted, countTurns, foldScope, inRange, isMine, type Scope, windowFrom } from './scope.ts';
import { meanOf, rateOf } from './tally.ts';
import { isRough, waitOf } from './wait.ts';

/**
 * 旺旺 (metrics.md §3.1): TB-AVG, TB-3M, TB-RR, for Taobao and Tmall. Rounds are per account: a transfer without a
 * reply leaves the sender an unreplied round (E10). `TB-3M-AVG` is the uncapped mean of TB-3M's own rounds.
 */
export function taobaoFigures(scope: Scope): Figure[] {
  const { settings, platform } = scope;
  const sessions = foldScope(scope).sessions.filter((session) => session.stage !== 'bot');
  const rounds = countTurns(scope, sessions, {
    window: windowFrom(settings.window),
    membership: 'round_start',
  });
  const shared = differs(platform, settings, [
    'window',
    'membership',
    'reply_after_window',
    'effective',
    'assist_counts',
    'transfer',
  ]);
  const rated = countTurns(scope, sessions, {
    window: windowFrom(settings.window_3m),
    membership: 'round_start',
  });
  if (settings.offhours_answered_inhours === 'include') rated.push(...offHours(scope, sessions, rated));
  const waits = rated.map(({ wait }) => wait);
  return [
    cappedMean(scope, rounds, shared || differs(platform, settings, ['cap_s'])),
    // The window of the 3-minute rate is contested (X), so the mark is always there.
    rateOf('TB-3M', waits, settings.limit_s * 1_000, true),
    meanOf('TB-3M-AVG', waits, true),
    replyRate(scope),
  ];
}

/** Each round at most the cap, an unreplied one exactly the cap; a round still open below it is not yet decided. */
function cappedMean(scope: Scope, rounds: readonly Counted[], unsettled: boolean): Figure {
  const cap = scope.settings.cap_s * 1_000;
  let sum = 0;
  let n = 0;
  let uncertain = 0;
  let doubt = false;
  for (const { wait } of rounds) {
    if (wait.state === 'pending' && wait.lo < cap) continue;
    n += 1;
    sum += wait.state === 'answered' ? Math.min(wait.ms, cap) : cap;
    if (wait.state === 'answered' && isRough(wait) && wait.lo < cap) uncertain += 1;
    if (wait.doubt) doubt = true;
  }
  return mean('TB-AVG', sum, n, { uncertain, unsettled: unsettled || doubt });
}

/** Rounds asked outside the window and answered inside it, for `offhours_answered_inhours = include` (E5). */
function offHours(
  scope: Scope,
  sessions: ReturnType<typeof foldScope>['sessions'],
  already: readonly Counted[],
): Counted[] {
  const window = windowFrom(scope.settings.window_3m);
  const known = new Set(already.map(({ turn }) => turn));
  const found: Counted[] = [];
  for (const turn of sessions.flatMap((session) => session.turns)) {
    const answered = turn.t_reply ?? turn.late_reply?.t;
    if (known.has(turn) || !isMine(scope, turn) || !inRange(scope, turn.t_start)) continue;
    if (answered === undefined || !inWindow(answered, window)) continue;
    const asked = { t: turn.t_start, precision: turn.start_precision };
    const { now, settings } = scope;
    found.push({
      turn,
      asked,
      wait: waitOf(turn, asked, { now, window, reply_after_window: settings.reply_after_window }),
    });
  }
  return found;
}

/**
 * 旺旺回复率: people with the seller's last word ÷ people who asked, per natural day (last-word rule). Robots in
 * full reception are unclear (X): here they do not reply. An account's share are the people it had that day; what
 * colleagues said to them is left out.
 */
function replyRate(scope: Scope): Figure {
  const { effective } = foldRules(scope.platform, {
    ...(scope.settings.effective !== undefined && { effective: scope.settings.effective }),
    ...(scope.settings.assist_counts !== undefined && { assist_counts: scope.settings.assist_counts }),
  });
  const lastWord = new Map<string, 'buyer' | 'seller'>();
  const robotOnly = new Set<string>();
  const hours = scope.settings.window_rr && windowFrom(scope.settings.window_rr);
  const had = new Set<string>();
  for (const event of scope.events) {
    if (!inRange(scope, event.t)) continue;
    const key = personDay(event, event.t);
    if (scope.agent === undefined || event.agent === scope.agent || event.to === scope.agent) had.add(key);
    if (scope.agent !== undefined && event.agent !== undefined && event.agent !== scope.agent) continue;
    if (event.type === 'buyer' || event.type === 'leave_msg') {
      if (hours && !inWindow(event.t, hours)) continue;
      lastWord.set(key, 'buyer');
      robotOnly.delete(key);
    } else if (effective.has(event.type) && lastWord.has(key)) {
      lastWord.set(key, 'seller');
    } else if (event.type === 'auto' && lastWord.get(key) === 'buyer') {
      robotOnly.add(key);
    }
  }
  const asked = [...lastWord].filter(([key]) => had.has(key));
  const replied = asked.filter(([, side]) => side === 'seller').length;
  const unclear = asked.some(([key, side]) => side === 'buyer' && robotOnly.has(key));
  return rate('TB-RR', replied, asked.length, {
    unsettled:
      unclear || differs(scope.platform, scope.settings, ['effective', 'assist_counts', 'window_rr']),
  });
}
