import { DAY_MS } from '../time/shanghai.ts';

/**
 * A day is worked out from its own events, those of the day before (what was open, whose conversation it was) and of
 * the two days after (late answers, sessions over midnight). What lies further away changes nothing any more: an answer
 * three days later answers no turn. So a day that lies three days back is settled, unless its history comes later
 * (issue "Response time"; our own choice, O).
 */
export const REACH_BEFORE_MS = DAY_MS;
export const REACH_AFTER_MS = 2 * DAY_MS;
/** Days, the present one included, whose figures new messages can still change. */
export const HOT_DAYS = 3;

/** Whether nothing new can change a day's figures any more: all of its reach is past. Days are their midnights. */
export const isSettled = (day: number, now: number): boolean => now >= day + DAY_MS + REACH_AFTER_MS;
