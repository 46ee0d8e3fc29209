import { useEffect, useState } from 'react';
import type { ShiftSum } from '../../components/shift/model.ts';
import { platformNames } from '../../rules/platform-names.ts';
import { ordersOf, type Shift } from '../../rules/shift/shift.ts';
import { readSpanFigures } from '../../storage/contracts/figures.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { orderBookStore } from '../../storage/order-book.ts';
import { readStore } from '../../storage/store.ts';
import { localArea } from '../../storage/watch.ts';

/** What a shift came to: its figures per platform, and the orders handled in it. */
export async function shiftSum(shift: Shift, now: number): Promise<ShiftSum> {
  const { start: from, end } = shift;
  const [sets, orders] = await Promise.all([
    sendRequest(readSpanFigures, { from, ...(end !== undefined && { to: end }) }),
    shift.orders ??
      readStore(localArea(), orderBookStore, now).then((book) => ordersOf(shift, book.orders, now)),
  ]);
  return {
    groups: sets.map(({ platform, figures }) => ({ id: platform, name: platformNames[platform], figures })),
    orders,
  };
}

/** The same for a view that shows it, counted again whenever `changed` does; undefined while it is not known. */
export function useShiftSum(shift: Shift | undefined, changed: unknown): ShiftSum | undefined {
  const [sum, setSum] = useState<{ id: string; sum: ShiftSum }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was counted is counted again when something happened
  useEffect(() => {
    if (!shift) return;
    const { id } = shift;
    shiftSum(shift, Date.now()).then(
      (next) => setSum({ id, sum: next }),
      () => setSum(undefined),
    );
  }, [shift, changed]);
  return shift && sum?.id === shift.id ? sum.sum : undefined;
}
