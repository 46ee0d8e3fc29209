import type { Order } from '../../rules/orders/order.ts';
import type { DecidedFlag, OrdersTruth, PracticeOrder } from './order-shape.ts';
import type { OrderBook } from './orders.ts';

/** What each flag rests on: a page that does not show it can give no such flag. */
const restsOn: Record<DecidedFlag, (order: Order) => boolean> = {
  remote: (order) => order.address !== undefined,
  'out-of-zone': (order) => order.address !== undefined && piecesShown(order),
  surcharge: (order) => order.address !== undefined && piecesShown(order),
  'zone-unknown': (order) => order.address !== undefined,
  'confirm-address': (order) => order.address !== undefined,
  // Masked text is never a key (rules.md §2): only an id tells that two orders are one buyer's.
  merge: (order) => order.buyerId !== undefined,
  'below-minimum': (order) => order.amount !== undefined,
  unpaid: (order) => order.status !== undefined,
  'ship-today': (order) => order.shipBy !== undefined || order.paidAt !== undefined,
  'ship-late': (order) => order.shipBy !== undefined || order.paidAt !== undefined,
  'refund-only': (order) => order.lines.some(({ refund }) => refund !== undefined),
  memo: (order) => order.memo !== undefined,
};

const piecesShown = (order: Order): boolean =>
  order.lines.length > 1 || order.lines[0]?.quantity !== undefined;

/**
 * The truth about a page that shows of each order what `factsOf` says, and nothing else: flags and merge groups stay
 * the generator's, less those for which the page shows no ground. For a page that shows the number of every order.
 */
export function ordersTruth(book: OrderBook, factsOf: (order: PracticeOrder) => Order): OrdersTruth {
  const rows = book.orders.map(factsOf);
  const byId = new Map(rows.map((row) => [row.orderId, row]));
  const grounded = (flag: DecidedFlag, ids: readonly string[]): string[] =>
    ids.filter((id) => {
      const row = byId.get(id);
      return row !== undefined && restsOn[flag](row);
    });
  const flags = Object.fromEntries(
    Object.entries(book.flags).map(([flag, ids]) => [flag, grounded(flag as DecidedFlag, ids)]),
  ) as OrdersTruth['flags'];
  const whole = (groups: readonly string[][]): string[][] =>
    groups.filter((group) => grounded('merge', group).length === group.length);
  return {
    rows,
    flags,
    mergeGroups: whole(book.mergeGroups),
    lookAlikes: book.lookAlikes,
    regions: Object.fromEntries(
      book.orders.flatMap(({ orderId, place }) => {
        if (place === undefined || byId.get(orderId)?.address === undefined) return [];
        const { province, city, district } = place;
        return [[orderId, { province, city, ...(district !== undefined && { district }) }]];
      }),
    ),
  };
}
