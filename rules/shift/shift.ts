/** `hand`: the agent pressed it. `activity`: taken from when the agent wrote first or last. */
export type ShiftCause = 'hand' | 'activity';

/** A pause in the shift; without `to` it goes on. Epoch ms. */
export interface ShiftBreak {
  from: number;
  to?: number;
}

/** One stretch of work of one agent on this computer. Epoch ms; without `end` it goes on. */
export interface Shift {
  id: string;
  /** Work number of the agent, as the settings had it when the shift began. */
  agent?: string;
  start: number;
  end?: number;
  /** Oldest first, inside the shift; only the last one of a running shift may go on. */
  breaks: ShiftBreak[];
  startedBy: ShiftCause;
  endedBy?: ShiftCause;
  /** Orders handled in it; kept when it ended, because the orders' own notes go with the working day. */
  orders?: number;
}

/** The shift that runs: at most one does. The clock may have been set back since it began. */
export const runningShift = (shifts: readonly Shift[]): Shift | undefined =>
  shifts.findLast(({ end }) => end === undefined);

/** Nobody works longer than this at a stretch: what still runs then was forgotten (issue "Response time", O). */
export const LONGEST_SHIFT_MS = 24 * 3_600_000;

/**
 * The shift at `now`: the one that runs, or undefined. One that was forgotten open for a day is over, even where
 * nothing was awake to end it.
 */
export function currentShift(shifts: readonly Shift[], now: number): Shift | undefined {
  const running = runningShift(shifts);
  return running && now - running.start < LONGEST_SHIFT_MS ? running : undefined;
}

/** The break the shift is in. */
export const openBreak = (shift: Pick<Shift, 'breaks'>): ShiftBreak | undefined =>
  shift.breaks.findLast(({ to }) => to === undefined);

/** Ms of pauses so far. */
export const pausedMs = (shift: Shift, now: number): number =>
  shift.breaks.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? shift.end ?? now) - from), 0);

/** Ms of work so far, without pauses. */
export const workedMs = (shift: Shift, now: number): number =>
  Math.max(0, (shift.end ?? now) - shift.start - pausedMs(shift, now));

/** The list with one shift in place of the one of the same id. */
export const withShift = (shifts: readonly Shift[], shift: Shift): Shift[] =>
  shifts.map((one) => (one.id === shift.id ? shift : one));

/**
 * The list with a shift that begins at `at`; unchanged while one runs (two tabs, a button pressed twice). It never
 * reaches into the one before, whatever the clock was set to meanwhile.
 */
export function startShift(
  shifts: readonly Shift[],
  { id, at, agent, by }: { id: string; at: number; agent?: string; by: ShiftCause },
): readonly Shift[] {
  if (runningShift(shifts)) return shifts;
  const over = shifts.reduce((latest, { end }) => Math.max(latest, end ?? latest), Number.NEGATIVE_INFINITY);
  const shift: Shift = {
    id,
    ...(agent !== undefined && agent !== '' && { agent }),
    start: Math.max(at, over),
    breaks: [],
    startedBy: by,
  };
  return [...shifts, shift];
}

/** The shift ended at `at`: never before it began, and breaks end with it; one that had not begun then never was. */
export function ended(shift: Shift, at: number, by: ShiftCause): Shift {
  const end = Math.max(at, shift.start);
  const breaks = shift.breaks.flatMap(({ from, to }) =>
    from < end ? [{ from, to: Math.min(to ?? end, end) }] : [],
  );
  return { ...shift, end, breaks, endedBy: by };
}

/** The list with the running shift ended at `at`; unchanged when none runs. */
export function endShift(shifts: readonly Shift[], at: number, by: ShiftCause): readonly Shift[] {
  const running = runningShift(shifts);
  return running ? withShift(shifts, ended(running, at, by)) : shifts;
}

/** The last moment the shift tells of; a break begins no earlier than that. */
const latestMark = ({ start, breaks }: Shift): number =>
  breaks.reduce((latest, { from, to }) => Math.max(latest, to ?? from), start);

/** The running shift goes into a break; unchanged when none runs or it is in one. */
export function breakStart(shifts: readonly Shift[], at: number): readonly Shift[] {
  const running = runningShift(shifts);
  if (!running || openBreak(running)) return shifts;
  const from = Math.max(at, latestMark(running));
  return withShift(shifts, { ...running, breaks: [...running.breaks, { from }] });
}

/** The break is over; unchanged when there is none. A break of no time at all was a slip of the hand and goes. */
export function breakEnd(shifts: readonly Shift[], at: number): readonly Shift[] {
  const running = runningShift(shifts);
  const open = running && openBreak(running);
  if (!running || !open) return shifts;
  const before = running.breaks.filter((one) => one !== open);
  const breaks = at > open.from ? [...before, { from: open.from, to: at }] : before;
  return withShift(shifts, { ...running, breaks });
}

/** How many of the orders were marked as handled in the shift. A note of an order tells only when that was done last. */
export const ordersOf = (
  { start, end }: Shift,
  orders: readonly { handledAt?: number }[],
  now: number,
): number =>
  orders.filter(({ handledAt }) => handledAt !== undefined && handledAt >= start && handledAt <= (end ?? now))
    .length;
