import { DAY_MS, HOUR_MS, startOfShanghaiDay } from '../time/shanghai.ts';

/** Late shifts run past midnight; by this hour even those of live streams are over. */
const shiftTurnsAt = 4 * HOUR_MS;

/**
 * When the shift of `now` began: until shifts are kept, a working day from 04:00 to 04:00 in Shanghai. What was handled
 * in the evening stays handled after midnight, and the next morning begins with everything open.
 * @returns epoch ms
 */
export function startOfShift(now: number): number {
  const turn = startOfShanghaiDay(now) + shiftTurnsAt;
  return now >= turn ? turn : turn - DAY_MS;
}
