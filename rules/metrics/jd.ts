import { inWindow, type Session } from '../turns/index.ts';
import { type Figure, rate } from './figure.ts';
import { differs } from './metric-settings.ts';
import { foldScope, inRange, isMine, type Scope, windowFrom } from './scope.ts';
import { meanOf, rateOf } from './tally.ts';
import { type Wait, waitOf } from './wait.ts';

/**
 * 京东 咚咚 (metrics.md §3.4): JD-30F, JD-AVG, JD-LM, with JD-AVG-F (first answers only) and JD-LMR (留言回复率).
 * Sessions are in or out by their own start (B), whatever `membership` says; 留言 (all agents offline) is out of
 * JD-30F and JD-AVG, and a consult of its own at any hour (O: whether those of the night belong to it is not stated).
 */
export function jdFigures(scope: Scope): Figure[] {
  const { settings, platform } = scope;
  const window = windowFrom(settings.window);
  const sessions = foldScope(scope).sessions.filter(
    (session) =>
      session.turns.length > 0 &&
      inRange(scope, session.t_start) &&
      session.turns.some((turn) => isMine(scope, turn)),
  );
  const messages = sessions.filter(isLeft);
  const counted = sessions.filter((session) => !isLeft(session) && inWindow(session.t_start, window));
  const score = (turn: Session['turns'][number]): Wait =>
    waitOf(
      turn,
      { t: turn.t_start, precision: turn.start_precision },
      { now: scope.now, window, reply_after_window: settings.reply_after_window },
    );
  // An account answers for the first answers that were its own to give, not for those of whoever had the chat before.
  const firsts = counted.flatMap((session) =>
    session.turns
      .slice(0, 1)
      .filter((turn) => isMine(scope, turn))
      .map(score),
  );
  // A 留言 within a counted session is no answered round: its answer is a late one.
  const rounds = counted.flatMap((session) => session.turns.filter((turn) => isMine(scope, turn)).map(score));
  const robots = counted.some((session) => session.stage === 'bot');
  const changed = differs(platform, settings, [
    'window',
    'reply_after_window',
    'effective',
    'assist_counts',
    'transfer',
    'jd_gap_s',
    'limit_s',
  ]);
  const answered = messages.filter(({ turns }) => turns[0]?.late_reply !== undefined).length;
  return [
    rateOf('JD-30F', firsts, settings.limit_s * 1_000, changed || robots),
    meanOf('JD-AVG', rounds, true),
    meanOf('JD-AVG-F', firsts, true),
    rate('JD-LM', messages.length, messages.length + counted.length, { unsettled: true }),
    rate('JD-LMR', answered, messages.length, { unsettled: true }),
  ];
}

/** The consult was a 留言: nobody was online when it began. */
const isLeft = (session: Session): boolean => session.turns[0]?.closed_by === 'leave_msg';
