import type { WindowValue } from '../packs/platform-row.ts';
import type { Platform } from '../platform.ts';
import { type Folded, foldUnique } from '../turns/fold.ts';
import {
  ALL_DAY,
  type FoldSettings,
  readWindow,
  type ServiceWindow,
  type Session,
  type Turn,
  type TurnEvent,
} from '../turns/index.ts';
import type { MetricSettings } from './metric-settings.ts';
import { type Asked, countedAsk, type Wait, waitOf } from './wait.ts';

/** What every metric of one platform is worked out from. */
export interface Scope {
  platform: Platform;
  /** Of this platform, each once, oldest first. */
  events: readonly TurnEvent[];
  settings: MetricSettings;
  /** Half-open, epoch ms: a turn belongs to the range its clock starts in. */
  from: number;
  to: number;
  now: number;
  /** Only this account's share. */
  agent: string | undefined;
  /** Folds made so far, by their settings: several metrics rest on the same one. */
  folds: Map<string, Folded>;
}

/** A turn that a metric counts, with the wait it is given. */
export interface Counted {
  turn: Turn;
  asked: Asked;
  wait: Wait;
}

export const windowFrom = (value: WindowValue): ServiceWindow => readWindow(value) ?? ALL_DAY;

/** The scope's turns and sessions under the settings, with `fold` laid over them. */
export function foldScope(scope: Scope, fold: FoldSettings = {}): Folded {
  const { effective, assist_counts, transfer, jd_gap_s } = scope.settings;
  const key = JSON.stringify(fold);
  const made = scope.folds.get(key);
  if (made) return made;
  const folded = foldUnique(scope.events, {
    jd_gap_s,
    now: scope.now,
    ...(effective !== undefined && { effective }),
    ...(assist_counts !== undefined && { assist_counts }),
    ...(transfer !== undefined && { transfer }),
    ...fold,
  });
  scope.folds.set(key, folded);
  return folded;
}

/** Whether the scope's account answers for a turn: who replied, else who has it. */
export const isMine = (scope: Scope, turn: Turn): boolean =>
  scope.agent === undefined || (turn.reply_agent ?? turn.agent) === scope.agent;

export const inRange = (scope: Scope, t: number): boolean => t >= scope.from && t < scope.to;

/** When the turn's owner got it, if that was after `start`. */
function assignment(turn: Turn, start: Asked): Asked | undefined {
  if (turn.t_assigned === undefined || turn.t_assigned <= start.t) return undefined;
  return { t: turn.t_assigned, precision: turn.assigned_precision ?? 's' };
}

/** The turns that count in a window, each with its clock's start and its wait. */
export function countTurns(
  scope: Scope,
  sessions: readonly Session[],
  options: {
    window: ServiceWindow;
    membership: NonNullable<MetricSettings['membership']>;
    /** The account's own clock starts when the chat lands with it (快手, generic per agent). */
    fromAssignment?: boolean;
  },
): Counted[] {
  const membership = scope.settings.membership ?? options.membership;
  const counted: Counted[] = [];
  for (const session of sessions) {
    for (const turn of session.turns) {
      if (!isMine(scope, turn)) continue;
      const start = countedAsk(turn, options.window, membership, session.t_start);
      if (!start || !inRange(scope, start.t)) continue;
      const asked = (options.fromAssignment && scope.agent !== undefined && assignment(turn, start)) || start;
      const wait = waitOf(turn, asked, {
        now: scope.now,
        window: options.window,
        reply_after_window: scope.settings.reply_after_window,
      });
      // Measured from a later message than the turn's first: an open cell of the matrix (burst, membership).
      counted.push({ turn, asked, wait: start.t === turn.t_start ? wait : { ...wait, doubt: true } });
    }
  }
  return counted.sort((a, b) => a.asked.t - b.asked.t);
}
