import { DAY_MS, startOfShanghaiDay } from '../time/shanghai.ts';
import { keepsSessions } from '../turns/fold-settings.ts';
import { inWindow, type Precision, type ServiceWindow, type Turn, windowEnd } from '../turns/index.ts';
import type { MetricSettings } from './metric-settings.ts';

/** What a minute label leaves open: `10:00` is any second of that minute (metrics.md §1.5). */
const MINUTE_SLACK_MS = 59_000;

export interface Asked {
  t: number;
  precision: Precision;
}

/** A wait as scored. `lo` and `hi` bound it where only minutes are known; all ms. */
export interface Wait {
  state: 'answered' | 'unreplied' | 'pending';
  /** Of a pending or unreplied wait: how long it has run so far. */
  ms: number;
  lo: number;
  hi: number;
  /** The reply came after the window closed, the turn was handed over, or its reply was recalled: open cells of §4. */
  doubt: boolean;
}

export type Verdict = 'ok' | 'miss' | 'uncertain' | 'pending';

/** Everything in the turn that can start a clock: its opening, then the buyer's messages. */
export function asks(turn: Turn): Asked[] {
  const opening = { t: turn.t_start, precision: turn.start_precision };
  const messages = turn.buyer_ts.map((t, i) => ({ t, precision: turn.buyer_precision[i] ?? 's' }));
  return messages[0]?.t === turn.t_start ? messages : [opening, ...messages];
}

/** Where a turn's clock starts for a metric, or undefined when the turn is outside its window (metrics.md §4). */
export function countedAsk(
  turn: Turn,
  window: ServiceWindow,
  membership: NonNullable<MetricSettings['membership']>,
  sessionStart: number,
): Asked | undefined {
  const all = asks(turn);
  if (membership === 'message') return all.find(({ t }) => inWindow(t, window));
  const decisive = membership === 'session_start' ? sessionStart : turn.t_start;
  return inWindow(decisive, window) ? all[0] : undefined;
}

/**
 * The reply on the turn's own day. An answer to a 留言 or after the session's end counts where metrics know no
 * sessions: there the clock simply went on.
 */
function replyOf(turn: Turn): Asked | undefined {
  if (turn.t_reply !== undefined) return { t: turn.t_reply, precision: turn.reply_precision ?? 's' };
  if (keepsSessions(turn.platform)) return undefined;
  const late = turn.late_reply;
  const sameDay = late && startOfShanghaiDay(late.t) === startOfShanghaiDay(turn.t_start);
  return sameDay && (turn.closed_by === 'leave_msg' || turn.closed_by === 'session_end') ? late : undefined;
}

/** The wait between two instants in ms, and what minute labels leave open of it (metrics.md §1.5). */
export function waitBounds(asked: Asked, end: Asked): Pick<Wait, 'ms' | 'lo' | 'hi'> {
  const ms = end.t - asked.t;
  return {
    ms: Math.max(0, ms),
    lo: Math.max(0, ms - (asked.precision === 'min' ? MINUTE_SLACK_MS : 0)),
    hi: Math.max(0, ms + (end.precision === 'min' ? MINUTE_SLACK_MS : 0)),
  };
}

/** Scores the wait from `asked` to the turn's reply. */
export function waitOf(
  turn: Turn,
  asked: Asked,
  scope: {
    now: number;
    window: ServiceWindow;
    reply_after_window: MetricSettings['reply_after_window'];
  },
): Wait {
  const reply = replyOf(turn);
  const handed = turn.transferred === true || turn.t_assigned !== undefined;
  if (!reply) {
    const over = scope.now >= startOfShanghaiDay(turn.t_start) + DAY_MS;
    const ended = turn.closed_by !== undefined && turn.closed_by !== 'leave_msg';
    const state = over || ended ? 'unreplied' : 'pending';
    return { state, ...waitBounds(asked, { t: scope.now, precision: 's' }), doubt: handed };
  }
  const closes = windowEnd(asked.t, scope.window);
  const after = closes !== undefined && reply.t >= closes;
  const doubt = handed || after || turn.recalled === true;
  if (after && scope.reply_after_window === 'void') {
    const ms = reply.t - asked.t;
    return { state: 'unreplied', ms, lo: ms, hi: ms, doubt };
  }
  const clip = after && scope.reply_after_window === 'clip';
  const end: Asked = clip ? { t: closes, precision: 's' } : reply;
  return { state: 'answered', ...waitBounds(asked, end), doubt };
}

/** "N 分钟内" is inclusive, "超过" is strict, and minute labels may leave it open (metrics.md §1.3, §1.5). */
export function verdictOf(wait: Wait, limitMs: number): Verdict {
  if (wait.state === 'unreplied') return 'miss';
  if (wait.lo > limitMs) return 'miss';
  if (wait.state === 'pending') return 'pending';
  return wait.hi <= limitMs ? 'ok' : 'uncertain';
}

/** Whether minute labels leave the wait's length open. */
export const isRough = (wait: Wait): boolean => wait.lo !== wait.hi;
