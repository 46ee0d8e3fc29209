import type { OrderRowView, OrdersView } from '../../components/dock/model.ts';
import type { Language } from '../../rules/language/local-text.ts';
import { ADDRESS_CHECK_RULE } from '../../rules/orders/address-check.ts';
import type { Flag } from '../../rules/orders/flag.ts';
import type { FlagContext } from '../../rules/orders/flag-context.ts';
import { handledStanding } from '../../rules/orders/handled.ts';
import { flagOrders, ordersToMerge, summarizeFlags } from '../../rules/orders/index.ts';
import type { Order } from '../../rules/orders/order.ts';
import { orderCourier } from '../../rules/orders/order-courier.ts';
import type { ShopPack } from '../../rules/packs/shop.ts';
import { nextDue, type ShippingTables, stillToday } from '../../rules/shipping/index.ts';
import type { MarkRow } from '../marks/mark-layer.ts';
import type { OrderFact } from '../site-map/facts.ts';
import { mergeView } from './merge-view.ts';
import { orderMark } from './order-mark.ts';
import { orderUrging } from './urging-desk.ts';

/** What the orders on a page look like to the agent: marks on the rows and the summary in the dock. */
export interface OrdersPicture {
  marks: MarkRow[];
  view: OrdersView;
}

/**
 * Where no order of the list shows an address (Taobao's list never does), a missing one says nothing about an order:
 * asking every buyer for it would be noise on every row.
 */
function grounded(flags: Map<string, Flag[]>, orders: readonly Order[]): Map<string, Flag[]> {
  if (orders.some(({ address }) => address !== undefined)) return flags;
  const kept = [...flags].map(
    ([key, own]) =>
      [
        key,
        own.filter(({ name, rule }) => name !== 'confirm-address' || rule === ADDRESS_CHECK_RULE),
      ] as const,
  );
  return new Map(kept.filter(([, own]) => own.length > 0));
}

/**
 * Decides every mark over all rows at once (architecture.md, way 2): merging needs to see the whole page. A row whose
 * order number could not be read is counted and not marked: nobody could tell which order a mark there is about.
 */
export function pictureOrders(
  rows: readonly OrderFact[],
  pack: ShopPack & ShippingTables,
  now: number,
  language: Language,
  context: FlagContext = {},
  shopName = '',
): OrdersPicture {
  const named = rows.filter(({ order }) => order.orderId !== undefined);
  const orders = named.map((row) => row.order);
  const groups = ordersToMerge(orders, pack, now, context);
  const flags = grounded(flagOrders(orders, pack, now, { ...context, groups }), orders);
  const idOf = new Map(orders.map((order) => [order.key, order.orderId]));
  const withId = (key: string): { key: string; orderId?: string } => {
    const orderId = idOf.get(key);
    return { key, ...(orderId !== undefined && { orderId }) };
  };
  const { shiftStart } = context;
  const stateOf = (order: Order) => context.stateOf?.(order);
  const marks = named.flatMap((row): MarkRow[] => {
    const mark = orderMark(
      row,
      flags.get(row.order.key) ?? [],
      stateOf(row.order),
      { now, shiftStart },
      language,
    );
    return mark ? [mark] : [];
  });
  // What was handled in this shift is counted as handled, not once more as something to do.
  const toDo = orders.flatMap((order): [string, Flag[]][] => {
    const own = flags.get(order.key) ?? [];
    return handledStanding(stateOf(order), own, now, shiftStart) === 'handled' ? [] : [[order.key, own]];
  });
  const counts = summarizeFlags(new Map(toDo)).map((count) => ({ ...count, orders: count.keys.map(withId) }));
  const merges = groups.map((group) => mergeView(group, withId, now, context.agent ?? ''));
  const today = stillToday(orders, pack, now).map(({ at, keys }) => ({
    at,
    orders: keys.flatMap((key) => idOf.get(key) ?? []),
  }));
  const { promiseHours, shipWarnHours, holidays, rows: rules } = pack;
  const timing = {
    promiseHours,
    shipWarnHours,
    ...(holidays && { holidays }),
    ...(rules && { rows: rules }),
  };
  const list = orders.map((order): OrderRowView => {
    const state = stateOf(order);
    const due = nextDue(order, pack, now);
    const verdict = orderCourier(order, pack, context.regionOf);
    const urging = orderUrging(order, pack, now, context, shopName);
    return {
      order,
      flags: flags.get(order.key) ?? [],
      ...(due && { due }),
      timing,
      ...(state && { state }),
      ...(verdict && { verdict }),
      ...(urging && { urging }),
    };
  });
  const { name, example } = pack.couriers;
  return {
    marks,
    view: {
      rows: rows.length,
      counts,
      merges,
      today,
      list,
      table: { name, example },
      ...(shiftStart !== undefined && { shiftStart }),
    },
  };
}
