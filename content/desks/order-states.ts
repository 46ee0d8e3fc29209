import type { Order } from '../../rules/orders/order.ts';
import { type OrderState, stateKey } from '../../rules/orders/order-state.ts';
import { orderBookStore, statesOf } from '../../storage/order-book.ts';
import { watchStore } from '../../storage/watch.ts';

/** Follows what agents noted about orders. @param changed something was, also in another tab */
export function followOrderStates(
  now: () => number,
  signal: AbortSignal,
  changed: () => void,
): (order: Pick<Order, 'platform' | 'orderId'>) => OrderState | undefined {
  let states: ReadonlyMap<string, OrderState> = new Map();
  void watchStore(orderBookStore, now, signal, (book) => {
    const before = states.size;
    states = statesOf(book);
    if (before + states.size > 0) changed();
  });
  return ({ platform, orderId }) =>
    orderId === undefined ? undefined : states.get(stateKey({ platform, orderId }));
}
