import { type Figure, mean, rate } from './figure.ts';
import { isRough, type Verdict, verdictOf, type Wait } from './wait.ts';

export interface RateTally {
  ok: number;
  miss: number;
  uncertain: number;
  /** Open and still to be kept: in neither part of the rate. */
  pending: number;
  doubt: boolean;
}

/** Counts verdicts of units that are one wait each. */
export function tallyRate(waits: readonly Wait[], limitMs: (index: number) => number): RateTally {
  const tally: RateTally = { ok: 0, miss: 0, uncertain: 0, pending: 0, doubt: false };
  waits.forEach((wait, i) => {
    const verdict = verdictOf(wait, limitMs(i));
    tally[verdict] += 1;
    if (verdict !== 'pending' && wait.doubt) tally.doubt = true;
  });
  return tally;
}

/** Share of waits within a limit. */
export function rateOf(id: string, waits: readonly Wait[], limitMs: number, unsettled: boolean): Figure {
  const { ok, miss, uncertain, doubt } = tallyRate(waits, () => limitMs);
  return rate(id, ok, ok + miss, { uncertain, unsettled: unsettled || doubt });
}

/** Mean of the answered waits, no cap; unanswered ones are left out. */
export function meanOf(id: string, waits: readonly Wait[], unsettled: boolean): Figure {
  const answered = waits.filter((wait) => wait.state === 'answered');
  const sum = answered.reduce((total, wait) => total + wait.ms, 0);
  return mean(id, sum, answered.length, {
    uncertain: answered.filter(isRough).length,
    unsettled: unsettled || answered.some((wait) => wait.doubt),
  });
}

/** One unit made of several waits, judged by its worst: a failure decides, then what is undecided. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  for (const worst of ['miss', 'uncertain', 'pending'] as const) if (verdicts.includes(worst)) return worst;
  return 'ok';
}
