import { startOfShift } from '../shift/start-of-shift.ts';
import type { Flag } from './flag.ts';
import type { HandledFlag, OrderState } from './order-state.ts';

const rank: Record<Flag['level'], number> = { info: 0, warn: 1, stop: 2 };

/** `back`: it was handled in this shift, and something worse has come up since. */
export type HandledStanding = 'open' | 'handled' | 'back';

/** The flags that call for an agent: what an order is handled for. */
export const callingFlags = (flags: readonly Flag[]): HandledFlag[] =>
  flags.flatMap(({ name, level }) => (level === 'info' ? [] : [{ flag: name, level }]));

/**
 * Whether an order counts as handled in the shift of `now`. It comes back when a flag asks for more than it did when
 * the agent was done with it (handled as unpaid, now late); what is only worth knowing brings nothing back.
 * @param shiftStart when the shift that runs began, if one does
 */
export function handledStanding(
  state: OrderState | undefined,
  flags: readonly Flag[],
  now: number,
  shiftStart?: number,
): HandledStanding {
  if (state?.handledAt === undefined || state.handledAt < startOfShift(now, shiftStart)) return 'open';
  const known = new Map(state.handledFor?.map(({ flag, level }) => [flag, rank[level]]));
  return flags.some(({ name, level }) => rank[level] > (known.get(name) ?? 0)) ? 'back' : 'handled';
}
