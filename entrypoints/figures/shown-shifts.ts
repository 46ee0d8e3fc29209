import { currentShift, type Shift } from '../../rules/shift/shift.ts';

/** Finished shifts that are offered; an older one can still be asked for by its address. */
const OFFERED = 7;

/**
 * The shifts that can be looked at, the last one first: the running one, the last finished ones, and the one asked for.
 * One that was forgotten open is left out, nobody knows when it was over.
 */
export function shownShifts(shifts: readonly Shift[], asked: string | undefined, now: number): Shift[] {
  const running = currentShift(shifts, now);
  const over = shifts.filter(({ end }) => end !== undefined).toReversed();
  const offered = over.filter(({ id }, at) => at < OFFERED || id === asked);
  return running ? [running, ...offered] : offered;
}
