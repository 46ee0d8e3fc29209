import { ceilDiv, floorDiv, WHOLE } from './integers.ts';

/**
 * "还能再失误 N 次" (metrics.md §7), integers only. The unit is the platform's: buyers (拼多多, 快手, 旺旺回复率), rounds
 * (TB-3M, 1688), sessions (京东). Over a rolling period give sums of all its days. An estimate: exclusions that only
 * the platform knows are not in it.
 */
export interface MissCount {
  /** Units counted so far, open ones included. */
  counted: number;
  /** Of them failed. */
  failed: number;
  /** Ten-thousandths: 90 % is 9000; 1 to 10000. */
  target: number;
  /** Units expected by the end of the period. */
  expected?: number;
}

export interface MissesAllowed {
  /** Of the units counted so far, how many more may fail. Negative: already over by that many. */
  now: number;
  /** How many new units may all fail. */
  asNew: number;
  /** Until the end of the period; absent without a forecast. */
  end?: number;
  /** Set when the target is missed: passing units in a row that repair it, or that today none can. */
  recover?: { passes: number } | 'not-reachable';
}

/** Throws RangeError for counts or targets that are no counts or targets. */
export function missesAllowed({ counted, failed, target, expected }: MissCount): MissesAllowed {
  for (const n of [counted, failed, expected ?? 0]) {
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a count: ${n}`);
  }
  if (failed > counted) throw new RangeError('more failed than counted');
  if (!Number.isInteger(target) || target < 1 || target > WHOLE)
    throw new RangeError(`not a target: ${target}`);
  const slack = WHOLE - target;
  const now = floorDiv(counted * slack, WHOLE) - failed;
  const passed = counted - failed;
  const short = target * counted - WHOLE * passed;
  return {
    now,
    asNew: floorDiv(passed * WHOLE, target) - counted,
    ...(expected !== undefined && { end: floorDiv(expected * slack, WHOLE) - failed }),
    ...(short > 0 && {
      recover: slack === 0 ? ('not-reachable' as const) : { passes: ceilDiv(short, slack) },
    }),
  };
}

/** What a mean still bears (metrics.md §7 and E18). */
export interface MeanBudget {
  /** Unreplied rounds still allowed, each counting the cap; absent without a cap. Negative: the mean is over already. */
  unreplied?: number;
  /** Seconds the next round may take; at most the cap. Negative: no round can bring the mean back at once. */
  nextRound: number;
  /** The next round may take any time: the cap is reached first. */
  any: boolean;
}

/**
 * @param rounds rounds counted; @param sum their seconds, whole; @param target mean in whole seconds;
 * @param cap seconds an unreplied round counts (Taobao 600), above the target.
 */
export function meanBudget(rounds: number, sum: number, target: number, cap?: number): MeanBudget {
  for (const n of [rounds, sum, target])
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not whole: ${n}`);
  const next = target * (rounds + 1) - sum;
  if (cap === undefined) return { nextRound: next, any: false };
  if (target >= cap) throw new RangeError('the target must be below the cap');
  return {
    unreplied: floorDiv(rounds * target - sum, cap - target),
    nextRound: Math.min(next, cap),
    any: next >= cap,
  };
}
