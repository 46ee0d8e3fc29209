import { closingTime, DAY, type Hours, isOpen, midnight } from './clock.ts';
import type { Moment, Round } from './rounds.ts';

/** A wait as one metric sees it, ms; minute labels leave it between `least` and `most` (§1.5). */
export interface Wait {
  state: 'answered' | 'unreplied' | 'running';
  ms: number;
  least: number;
  most: number;
}

export interface Counted {
  round: Round;
  asked: Moment;
  wait: Wait;
}

const SLACK = 59_000;

/** A minute label is any second of its minute: the true wait is up to 59 s shorter or longer. */
export function between(asked: Moment, end: Moment): { ms: number; least: number; most: number } {
  const ms = end.t - asked.t;
  return {
    ms,
    least: Math.max(0, ms - (asked.rough ? SLACK : 0)),
    most: ms + (end.rough ? SLACK : 0),
  };
}

/**
 * The answer that scoring knows: of the turn's own day (F7). Where sessions count, an answer after the session's end or
 * to a 留言 is none; elsewhere the clock went on.
 */
export function answerOf(round: Round, ownSessions: boolean): Moment | undefined {
  if (round.reply) return round.reply;
  if (ownSessions || (round.closed !== 'leave_msg' && round.closed !== 'session_end')) return undefined;
  return round.late && midnight(round.late.t) === midnight(round.start.t) ? round.late : undefined;
}

export interface WaitChoice {
  hours: Hours;
  afterHours: 'calendar' | 'clip' | 'void';
  ownSessions: boolean;
  now: number;
}

/** §1.3 and the row "started in window, answered after it". */
export function waitOf(round: Round, asked: Moment, choice: WaitChoice): Wait {
  const answer = answerOf(round, choice.ownSessions);
  if (!answer) {
    // A 留言 can still be answered on its day; what else is closed cannot.
    const over = choice.now >= midnight(round.start.t) + DAY;
    const runs = !over && (round.closed === undefined || round.closed === 'leave_msg');
    return { state: runs ? 'running' : 'unreplied', ...between(asked, { t: choice.now, rough: false }) };
  }
  const wait = between(asked, answer);
  if (!isOpen(asked.t, choice.hours)) return { state: 'answered', ...wait };
  const closes = closingTime(asked.t, choice.hours);
  if (answer.t < closes || choice.afterHours === 'calendar') return { state: 'answered', ...wait };
  if (choice.afterHours === 'void') return { state: 'unreplied', ...wait };
  return { state: 'answered', ...between(asked, { t: closes, rough: false }) };
}

export type Verdict = 'ok' | 'fail' | 'uncertain' | 'running';

/** "N 分钟内" is inclusive, "超过" is strict. */
export function verdictOf(wait: Wait, limitMs: number): Verdict {
  if (wait.state === 'unreplied') return 'fail';
  if (wait.least > limitMs) return 'fail';
  if (wait.state === 'running') return 'running';
  return wait.most <= limitMs ? 'ok' : 'uncertain';
}

/** Several waits of one unit: a failure is not repaired; what is undecided stays so. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  for (const verdict of ['fail', 'uncertain', 'running'] as const) {
    if (verdicts.includes(verdict)) return verdict;
  }
  return 'ok';
}

/** Everything that can start a clock: what opened the turn, then the buyer's messages. */
export function asksOf(round: Round): Moment[] {
  return [round.start, ...round.messages.filter(({ t }) => t > round.start.t)];
}

export type Membership = 'round_start' | 'message' | 'session_start';

/** Where the clock starts for a metric, or undefined where the turn does not count (§4 "membership decided by"). */
export function clockOf(round: Round, hours: Hours, membership: Membership): Moment | undefined {
  switch (membership) {
    case 'round_start':
      return isOpen(round.start.t, hours) ? round.start : undefined;
    case 'session_start':
      return isOpen(round.chat.start, hours) ? round.start : undefined;
    default:
      return asksOf(round).find(({ t }) => isOpen(t, hours));
  }
}
