import { browser } from '#imports';
import { currentShift } from '../../rules/shift/shift.ts';
import { visitOrders } from '../../storage/contracts/visited-orders.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import type { SeenOrder } from '../../storage/schemas/merge-candidate.ts';
import { joinedWith, VISITED_KEY, visitedSchema, withVisited } from '../../storage/visited-orders.ts';
import type { Stores } from './stores.ts';

/** The unshipped orders of the pages of this shift, for merging: in memory only (rules.md, limits). */
export function handleVisitedOrders(
  server: RequestServer,
  stores: Pick<Stores, 'shifts'>,
  now: () => number,
): void {
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const next = tail.then(work, work);
    tail = next.catch(() => undefined);
    return next;
  };
  /** The worker is stopped again and again; the session area outlives it and never reaches the disk. */
  const read = async (): Promise<SeenOrder[]> => {
    const parsed = visitedSchema.safeParse((await browser.storage.session.get(VISITED_KEY))[VISITED_KEY]);
    return parsed.success ? parsed.data : [];
  };

  server.handle(visitOrders, (page) =>
    inTurn(async () => {
      const at = now();
      const record = await read();
      const shift = currentShift((await stores.shifts.read()).shifts, at)?.start;
      const next = withVisited(record, page, at, shift);
      await browser.storage.session.set({ [VISITED_KEY]: next });
      return { seen: joinedWith(next, page, at, shift) };
    }),
  );
}

/** Erased with everything else that is buyers' data. */
export const forgetVisitedOrders = (): Promise<void> => browser.storage.session.remove(VISITED_KEY);
