import type { NotedOrder, OrderStateChange } from '../../rules/orders/order-state.ts';
import { noteOrder, noteOrders } from '../../storage/contracts/order-book.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import { withChange } from '../../storage/order-book.ts';
import type { Stores } from './stores.ts';

/** What agents note about orders. */
export function handleOrderBook(server: RequestServer, stores: Stores, now: () => number): void {
  const note = async (orders: readonly NotedOrder[], change: OrderStateChange): Promise<void> => {
    const { agentNumber } = await stores.settings.read();
    const by = agentNumber.trim();
    const on = { at: now(), ...(by !== '' && { by }) };
    await stores.orders.update((book) => withChange(book, orders, change, on));
  };
  server.handle(noteOrder, async ({ change, ...order }) => {
    await note([order], change);
    return {};
  });
  server.handle(noteOrders, async ({ orders, change }) => {
    await note(orders, change);
    return {};
  });
}
