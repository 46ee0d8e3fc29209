import * as z from 'zod/mini';
import { changeState, saysSomething } from '../rules/orders/change-state.ts';
import {
  type NotedOrder,
  type OrderState,
  type OrderStateChange,
  stateKey,
} from '../rules/orders/order-state.ts';
import { startOfShift } from '../rules/shift/start-of-shift.ts';
import { orderStateSchema } from './schemas/order-state.ts';
import { recordFields } from './schemas/record.ts';
import type { StoreDefinition } from './store.ts';

/** Orders remembered; the ones longest unchanged go first. */
export const mostOrders = 20_000;

const orderBookSchema = z.object({
  ...recordFields,
  /** Each order once, in no particular order. */
  orders: z.array(orderStateSchema).check(z.maxLength(mostOrders)),
});
export type OrderBook = z.infer<typeof orderBookSchema>;

const isState = (value: unknown): boolean => {
  const state = value as Partial<OrderState> | null;
  return (
    typeof state?.platform === 'string' && typeof state.orderId === 'string' && typeof state.at === 'number'
  );
};

/**
 * What agents noted about orders: handled in this shift, address checked, urged, agreed to be merged. Buyers' data:
 * kept as long as the ledger, exported and erased with it.
 */
export const orderBookStore: StoreDefinition<OrderBook> = {
  key: 'order-book',
  version: 1,
  schema: orderBookSchema,
  migrations: {},
  packed: true,
  looksRight: (value): value is OrderBook => {
    const { orders } = (value ?? {}) as { orders?: unknown };
    return Array.isArray(orders) && orders.every(isState);
  },
  defaults: (now) => ({ id: 'order-book', createdAt: now, updatedAt: now, deletedAt: null, orders: [] }),
};

/** The book after one change of these orders. */
export function withChange(
  book: OrderBook,
  orders: readonly NotedOrder[],
  change: OrderStateChange,
  on: { at: number; by?: string },
): OrderBook {
  const states = new Map(book.orders.map((state) => [stateKey(state), state]));
  for (const order of orders) {
    const key = stateKey(order);
    const next = changeState(states.get(key), order, change, on);
    if (next) states.set(key, next);
    else states.delete(key);
  }
  const kept = [...states.values()];
  if (kept.length > mostOrders) kept.sort((one, other) => other.at - one.at).splice(mostOrders);
  return { ...book, updatedAt: on.at, orders: kept };
}

/** Without orders last changed before `before` (epoch ms), and without "handled" of shifts that are over. */
export function withoutOldStates(
  book: OrderBook,
  before: number,
  now: number,
  shiftStart?: number,
): OrderBook {
  const shift = startOfShift(now, shiftStart);
  const orders = book.orders.flatMap((state) => {
    if (state.at < before) return [];
    if (state.handledAt === undefined || state.handledAt >= shift) return [state];
    const { handledAt: _, handledFor: __, ...rest } = state;
    return saysSomething(rest) ? [rest] : [];
  });
  return { ...book, orders };
}

/** The states by {@link stateKey}. */
export const statesOf = (book: OrderBook): ReadonlyMap<string, OrderState> =>
  new Map(book.orders.map((state) => [stateKey(state), state]));
