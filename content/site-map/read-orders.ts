import type { Order, OrderLine } from '../../rules/orders/order.ts';
import type { Platform } from '../../rules/platform.ts';
import type { OrderRows, OrdersEntry } from '../../storage/schemas/site-map.ts';
import type { OrderFact, OrdersFact } from './facts.ts';
import { healthOf, isFieldBroken, mayBeInFrame } from './health.ts';
import { locateElement, locateElements } from './locate.ts';
import { createReadings, type EntryOf, type PageReader, type ReadContext } from './page-reader.ts';
import { FieldReader, present, type Tally } from './read-field.ts';
import { createRowKeys } from './row-keys.ts';
import { createRowList, type RowList } from './row-list.ts';
import { type Scope, scopeOf } from './scope.ts';

function readLines(rows: OrderRows, scope: Scope, fields: FieldReader): OrderLine[] {
  const { lines } = rows;
  if (!lines) return [];
  return locateElements(lines.item, scope).map((item) => {
    const line = fields.within(scopeOf([item], scope.shadows), 'lines.');
    return present<OrderLine>({
      title: line.text('title', lines.fields.title),
      sku: line.text('sku', lines.fields.sku),
      code: line.text('code', lines.fields.code),
      quantity: line.int('quantity', lines.fields.quantity),
      price: line.money('price', lines.fields.price),
      refund: line.text('refund', lines.fields.refund),
    });
  });
}

/** A promise is a few words; a locator that hits more hit something else. */
const longestPromise = 60;

/** Reads one order row; money in fen, times in epoch ms, what the row does not show absent. */
function readOrder(
  rows: OrderRows,
  scope: Scope,
  item: Element,
  now: number,
  platform: Platform,
  keyOf: (id: string | undefined, item: Element) => string,
): { fact: OrderFact; tally: Tally } {
  const { fields: at } = rows;
  const fields = new FieldReader(scope, now);
  const orderId = fields.id('orderId', at.orderId);
  const status = fields.word('status', at.status, rows.statuses);
  const shipBy = fields.moment('shipBy', at.shipBy, 'any');
  const order: Order = {
    key: keyOf(orderId, item),
    platform,
    ...present<Omit<Order, 'key' | 'platform' | 'lines'>>({
      shop: undefined,
      orderId,
      buyer: fields.text('buyer', at.buyer),
      buyerId: fields.id('buyerId', at.buyerId),
      receiver: fields.text('receiver', at.receiver),
      phone: fields.phone('phone', at.phone),
      address: fields.text('address', at.address),
      amount: fields.money('amount', at.amount),
      freight: fields.money('freight', at.freight),
      status: status?.value,
      statusText: status?.text,
      placedAt: fields.moment('placedAt', at.placedAt),
      paidAt: fields.moment('paidAt', at.paidAt),
      shipBy,
      // Where a page promises in words (48小时内发货), the deadline is worked out from them.
      promise: shipBy === undefined ? fields.wordsAt(at.shipBy)?.slice(0, longestPromise) : undefined,
      shippedAt: fields.moment('shippedAt', at.shippedAt),
      memo: fields.text('memo', at.memo),
      flag: fields.text('flag', at.flag),
      courier: fields.text('courier', at.courier),
      trackingNo: fields.id('trackingNo', at.trackingNo),
      lastTrackAt: fields.moment('lastTrackAt', at.lastTrackAt),
      lastTrackText: fields.text('lastTrackText', at.lastTrackText),
    }),
    lines: readLines(rows, scope, fields),
  };
  const mark = locateElement(rows.mark, scope) ?? item;
  return { fact: { order, element: item, mark }, tally: fields.tally };
}

/** The order rows of a page, or the order cards beside a chat. */
export function createOrderRows(rows: OrderRows, platform: Platform, ctx: ReadContext): RowList<OrderFact> {
  const keys = createRowKeys('order');
  const list = createRowList<OrderFact>({
    item: rows.item,
    group: rows.group,
    ctx,
    read: (scope, item) => readOrder(rows, scope, item, ctx.now(), platform, keys.keyOf),
  });
  const unique = keys.makeUnique<OrderFact>(
    (fact) => fact.order.key,
    (fact, key) => ({ ...fact, order: { ...fact.order, key } }),
  );
  return {
    touch: list.touch,
    read(scope, added) {
      const read = list.read(scope, added);
      return { ...read, facts: unique(read.facts) };
    },
  };
}

/** Reads an order list (site-map.md, orders). Broken without its root, or when no row yields an order number. */
export function createOrdersReader({ map, entry, ctx, patience }: EntryOf<OrdersEntry>): PageReader {
  const rows = createOrderRows(entry, map.platform, ctx);
  const reading = createReadings(map, entry);
  return {
    touch: rows.touch,
    read(added) {
      const shadows = ctx.hasShadows();
      const page = scopeOf([ctx.document], shadows);
      const root = entry.root === undefined ? ctx.document : locateElement(entry.root, page);
      const isMissing = root === undefined && !mayBeInFrame(ctx.document, entry.frames);
      const rootLost = patience.isOver('root', isMissing, ctx.now());
      const { facts, items, tally } = rows.read(scopeOf(root ? [root] : [], shadows), added);
      const broken = [...(rootLost ? ['root'] : []), ...(isFieldBroken(tally, 'orderId') ? ['orderId'] : [])];
      const isBroken = broken.length > 0;
      const memoEditor = isBroken ? undefined : locateElement(entry.memoEditor, page);
      const fact: OrdersFact = {
        kind: 'orders',
        rows: isBroken ? [] : (facts as OrderFact[]),
        ...(memoEditor && { memoEditor }),
      };
      return reading(fact, healthOf('orders', items.length, tally, broken));
    },
  };
}
