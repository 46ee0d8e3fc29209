import type { Order } from '../../rules/orders/order.ts';
import type { ChatFact, OrderFact, PriceFact } from '../site-map/facts.ts';

/**
 * The order a price dialog is for: the one whose number the dialog tells, else the only unpaid one beside the open chat
 * that costs what the dialog says. Undefined where that is not sure; its status is then not known either.
 */
export function pricedOrder(
  fact: PriceFact,
  chat: ChatFact | undefined,
  rows: readonly OrderFact[],
): Order | undefined {
  const shown = [...rows, ...(chat?.orders ?? [])].map(({ order }) => order);
  if (fact.orderId !== undefined) return shown.find(({ orderId }) => orderId === fact.orderId);
  if (fact.current === undefined) return undefined;
  const { current } = fact;
  const unpaid = (chat?.orders ?? []).filter(
    ({ order }) => order.status === 'unpaid' && (order.amount === current || goodsOf(order) === current),
  );
  return unpaid.length === 1 ? unpaid[0]?.order : undefined;
}

const goodsOf = ({ amount, freight }: Order): number | undefined =>
  amount === undefined || freight === undefined ? undefined : amount - freight;

/** What the lines of an order cost together with their pieces; fen. Undefined where a line's price is not shown. */
function lineAmounts(order: Order): number[] | undefined {
  const amounts = order.lines.map(({ price, quantity = 1 }) =>
    price === undefined ? undefined : price * quantity,
  );
  return amounts.length > 0 && amounts.every((fen) => fen !== undefined) ? (amounts as number[]) : undefined;
}

/**
 * What each price field of the dialog stands for, where the page tells: in the fields themselves, or on the order's
 * row. What the row says must add up to what the dialog or the row calls the total, else a coupon lies between and no
 * line's price is known.
 */
export function fieldAmounts(fact: PriceFact, order: Order | undefined): number[] | undefined {
  const fields = fact.inputs.price.length;
  const told = fact.lines ?? (order && lineAmounts(order));
  if (told?.length !== fields) return undefined;
  const sum = told.reduce((total, fen) => total + fen, 0);
  const totals = [
    fact.current,
    ...(fact.current === undefined && order ? [goodsOf(order), order.amount] : []),
  ];
  const known = totals.filter((fen) => fen !== undefined);
  if (fact.lines && known.length === 0) return told;
  return known.includes(sum) ? told : undefined;
}
