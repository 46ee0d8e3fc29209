import { figureScope, partOf } from '../metrics/compute.ts';
import { type GenericTurn, genericTurns } from '../metrics/generic.ts';
import type { MetricSettings } from '../metrics/metric-settings.ts';
import type { Scope } from '../metrics/scope.ts';
import { asks, isRough } from '../metrics/wait.ts';
import type { Platform } from '../platform.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, msOfShanghaiDay, startOfShanghaiDay } from '../time/shanghai.ts';
import type { TurnEvent } from '../turns/index.ts';
import { isEmptyRow, toRow } from './figure-form.ts';
import type { SlowTurn } from './figure-report.ts';
import { HOUR_WIDTH, longestFirst } from './share.ts';

/** A span that figures are worked out for: the platform's settings, and [from, to) in epoch ms. */
export interface TallyScope {
  platform: Platform;
  settings: MetricSettings;
  from: number;
  to: number;
}

/** What one conversation adds to the share of one account, or of the whole shop. */
export interface Contribution {
  row: number[];
  calendar: readonly number[];
  inHours: readonly number[];
  rough: number;
  unreplied: boolean;
  slow: boolean;
  /** Hour of the day, then HOUR_WIDTH numbers; one stretch for each turn. */
  hours: number[];
  /** The longest answered waits, and every one that is not answered: how long that is, the moment tells. */
  slowest: SlowTurn[];
}

export interface Contributions {
  /** Absent key: the whole shop. Only those that count something. */
  of: Map<string | undefined, Contribution>;
  /** Epoch ms from which on the contributions may change by time alone; Infinity where nobody waits. */
  until: number;
  /** Somebody was not answered: an earlier moment would say something else. */
  open: boolean;
}

/** Works one conversation out. `events` are its own, of the span and the days around it. */
export function contributionsOf(
  events: readonly TurnEvent[],
  scope: TallyScope & { limits: readonly number[]; now: number },
): Contributions {
  const { limits, ...options } = scope;
  const whole = figureScope(events, options);
  const of = new Map<string | undefined, Contribution>();
  for (const agent of [undefined, ...accountsOf(events)]) {
    const found = contribution({ ...whole, agent });
    if (found) of.set(agent, found);
  }
  return { of, ...nextChange(whole, limits) };
}

/** Accounts that took part: who spoke or was named, and who got the conversation. */
function accountsOf(events: readonly TurnEvent[]): Set<string> {
  const names = new Set<string>();
  for (const { agent, to } of events) {
    if (agent !== undefined) names.add(agent);
    if (to !== undefined) names.add(to);
  }
  return names;
}

function contribution(scope: Scope): Contribution | undefined {
  const turns = genericTurns(scope);
  const part = partOf(scope, turns);
  const row = toRow(part);
  if (turns.length === 0 && isEmptyRow(row)) return undefined;
  const { calendar, inHours, rough, unreplied, slow } = part.generic;
  const waits = turns.map((item) => slowTurn(scope, item));
  return {
    row,
    calendar,
    inHours,
    rough,
    unreplied: unreplied.length > 0,
    slow: slow.length > 0,
    hours: turns.flatMap((item) => hourOf(scope, item)),
    slowest: [
      ...waits.filter(({ answered }) => !answered),
      ...longestFirst(waits.filter(({ answered }) => answered)),
    ],
  };
}

function hourOf(scope: Scope, { asked, wait, verdict }: GenericTurn): number[] {
  // An account's clock may start after the span in which the buyer asked.
  const hour = Math.floor(msOfShanghaiDay(Math.min(asked.t, scope.to - 1)) / HOUR_MS);
  const answered = wait.state === 'answered';
  const numbers = [
    1,
    Number(answered),
    answered ? wait.ms : 0,
    Number(verdict === 'ok'),
    Number(verdict === 'miss'),
  ];
  return [hour, ...numbers.slice(0, HOUR_WIDTH)];
}

function slowTurn(scope: Scope, { turn, asked, wait }: GenericTurn): SlowTurn {
  const agent = turn.reply_agent ?? turn.agent;
  const answered = wait.state === 'answered';
  return {
    t: asked.t,
    ms: answered ? wait.ms : waitedUntil(asked.t, scope.now),
    shop: turn.shop,
    buyer: turn.buyer,
    ...(agent !== undefined && { agent }),
    answered,
    rough: answered ? isRough(wait) : asked.precision === 'min',
  };
}

/** Of a wait that nobody ended: until now, at most until the end of its day. */
export const waitedUntil = (t: number, now: number): number =>
  Math.max(0, Math.min(now, startOfShanghaiDay(t) + DAY_MS) - t);

/**
 * When an unanswered turn changes a figure without any message: at a limit, and at the end of its day (F7). The limits
 * of all its messages are taken, whether a figure counts them or not: once too often is only slower.
 */
function nextChange({ folds, now }: Scope, limits: readonly number[]): Pick<Contributions, 'until' | 'open'> {
  let until = Number.POSITIVE_INFINITY;
  let open = false;
  const at = (t: number): void => {
    if (t > now && t < until) until = t;
  };
  for (const { turns } of folds.values()) {
    for (const turn of turns) {
      if (turn.t_reply !== undefined) continue;
      open = true;
      at(startOfShanghaiDay(turn.t_start) + DAY_MS);
      const starts = asks(turn).map(({ t }) => t);
      if (turn.t_assigned !== undefined) starts.push(turn.t_assigned);
      for (const t of starts) {
        for (const limit of limits) {
          // "Within" is inclusive, a cap is not; a minute label may stand for any second of its minute (§1.5).
          for (const slack of [0, MINUTE_MS - 1_000]) {
            at(t + limit + slack);
            at(t + limit + slack + 1);
          }
        }
      }
    }
  }
  return { until, open };
}
