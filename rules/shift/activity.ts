import { MINUTE_MS } from '../time/shanghai.ts';
import {
  breakEnd,
  ended,
  LONGEST_SHIFT_MS,
  openBreak,
  runningShift,
  type Shift,
  startShift,
  withShift,
} from './shift.ts';

/** A reply read this soon after it was written was written here and now; anything older is history being read. */
const LIVE_MS = 2 * MINUTE_MS;
/** Who ended the shift by hand and still answers a last buyer does not begin another one. */
const AFTER_END_MS = 30 * MINUTE_MS;

export interface ActivityRule {
  /** So long without a word and the shift was over at the last one, ms. */
  silenceMs: number;
  /** Whether a reply begins a shift when none runs. */
  begins: boolean;
}

/** Whether a reply of `at` was written as it was read. */
export const isLive = (at: number, now: number): boolean => at >= now - LIVE_MS && at <= now;

/** Everything the shift knows the agent did, oldest first: never later than `now`. */
function marksOf(shift: Shift, replies: readonly number[], now: number): number[] {
  const taps = shift.breaks.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]));
  const marks = [...taps, ...replies].filter((at) => at > shift.start && at <= now);
  return [shift.start, ...marks.sort((one, other) => one - other)];
}

/** The moment a running shift was over by silence, or undefined while it goes on. */
function overAt(
  shift: Shift,
  replies: readonly number[],
  { silenceMs }: ActivityRule,
  now: number,
): number | undefined {
  const marks = marksOf(shift, replies, now);
  const latest = shift.start + LONGEST_SHIFT_MS;
  let last = shift.start;
  for (const mark of marks) {
    if (mark - last >= silenceMs || mark >= latest) return last;
    last = mark;
  }
  return now - last >= silenceMs || now >= latest ? last : undefined;
}

/**
 * When a running shift will be over if nothing more is done: the time for an alarm.
 * @returns epoch ms, or undefined when none runs
 */
export function silentAt(
  shifts: readonly Shift[],
  replies: readonly number[],
  { silenceMs }: Pick<ActivityRule, 'silenceMs'>,
  now: number,
): number | undefined {
  const running = runningShift(shifts);
  if (!running) return undefined;
  const last = marksOf(running, replies, now).at(-1) ?? running.start;
  return Math.min(last + silenceMs, running.start + LONGEST_SHIFT_MS);
}

/**
 * The list after what the agent's own replies tell. A running shift ends at the last thing done before a silence of
 * `silenceMs`; a reply written just now ends a break, and begins a shift where the rule says so and none runs. It gives
 * the same whenever and however often it is asked: a worker that was killed in between misses nothing. No time is
 * invented: every moment it sets is one of the moments given.
 * @param replies times of the agent's own replies, in any order; epoch ms
 * @param as id and agent of a shift that begins
 */
export function noteActivity(
  shifts: readonly Shift[],
  replies: readonly number[],
  rule: ActivityRule,
  now: number,
  as: { id: string; agent?: string },
): readonly Shift[] {
  const running = runningShift(shifts);
  const over = running && overAt(running, replies, rule, now);
  const settled =
    running && over !== undefined ? withShift(shifts, ended(running, over, 'activity')) : shifts;
  const live = replies.filter((at) => isLive(at, now)).sort((one, other) => one - other);
  const still = runningShift(settled);
  if (still) {
    const open = openBreak(still);
    const back = open && live.find((at) => at > open.from);
    return back === undefined ? settled : breakEnd(settled, back);
  }
  if (!rule.begins) return settled;
  const last = settled.at(-1);
  const quietUntil =
    last?.end === undefined
      ? Number.NEGATIVE_INFINITY
      : last.end + (last.endedBy === 'hand' ? AFTER_END_MS : 0);
  const first = live.find((at) => at > quietUntil);
  return first === undefined ? settled : startShift(settled, { ...as, at: first, by: 'activity' });
}
