import { DAY_MS, HOUR_MS, startOfShanghaiDay } from '../time/shanghai.ts';

/** Late shifts run past midnight; by this hour even those of live streams are over. */
const dayTurnsAt = 4 * HOUR_MS;

/**
 * Since when "in this shift" counts at `now`: a working day from 04:00 to 04:00 in Shanghai, and longer where the shift
 * that runs began before that. Never shorter: what was handled before the agent pressed "start", or in a shift that a
 * long silence ended, is handled all the same. What was handled in the evening stays handled after midnight, and the
 * next morning begins with everything open.
 * @param shiftStart when the running shift began; absent: none runs
 * @returns epoch ms
 */
export function startOfShift(now: number, shiftStart = Number.POSITIVE_INFINITY): number {
  const turn = startOfShanghaiDay(now) + dayTurnsAt;
  return Math.min(now >= turn ? turn : turn - DAY_MS, shiftStart);
}
