import type { EntryFacts } from '../../../rules/registers/entry.ts';
import { bagCodesOf } from '../../../rules/returns/bag-code.ts';
import type { ReturnMatch, ReturnRow } from '../../../rules/returns/match-return.ts';
import type { ReturnRules } from '../../../rules/returns/return-rules.ts';
import type { DockModel, RefundRowView } from '../model.ts';
import { goodsOfLines } from './entry-start.ts';

const ofRefund = (refund: RefundRowView): Partial<ReturnRow> => ({
  ...(refund.returnTrackingNo !== undefined && { returnNo: refund.returnTrackingNo }),
  ...(refund.trackingNo !== undefined && { trackingNo: refund.trackingNo }),
  ...(refund.reason !== undefined && { reason: refund.reason }),
});

/**
 * What the return desk looks through: the orders of the page, and its returns where a map reads them. A return of an order
 * that is listed too is one row.
 */
export function returnRows(
  model: Pick<DockModel, 'orders' | 'refunds'>,
  platform: ReturnRow['platform'],
): ReturnRow[] {
  const refunds = model.refunds ?? [];
  const byOrder = new Map(refunds.map((refund) => [refund.orderId, refund]));
  const orders = (model.orders?.list ?? []).map(({ order }): ReturnRow => {
    const refund = order.orderId === undefined ? undefined : byOrder.get(order.orderId);
    return {
      key: order.key,
      platform: order.platform,
      lines: order.lines,
      ...(order.orderId !== undefined && { orderId: order.orderId }),
      ...(order.buyer !== undefined && { buyer: order.buyer }),
      ...(order.amount !== undefined && { amount: order.amount }),
      ...(order.courier !== undefined && { courier: order.courier }),
      ...(order.trackingNo !== undefined && { trackingNo: order.trackingNo }),
      ...(order.statusText !== undefined && { statusText: order.statusText }),
      ...(refund && ofRefund(refund)),
    };
  });
  const listed = new Set(orders.map(({ orderId }) => orderId));
  const alone = refunds
    .filter(({ orderId }) => orderId === undefined || !listed.has(orderId))
    .map(
      (refund): ReturnRow => ({
        key: refund.key,
        platform,
        lines: [],
        ...(refund.orderId !== undefined && { orderId: refund.orderId }),
        ...(refund.buyer !== undefined && { buyer: refund.buyer }),
        ...(refund.amount !== undefined && { amount: refund.amount }),
        ...(refund.status !== undefined && { statusText: refund.status }),
        ...ofRefund(refund),
      }),
    );
  return [...orders, ...alone];
}

/** The entry a return makes. What came back with which number is what was scanned, unless an order number was. */
export function entryOfReturn({ row, by, number }: ReturnMatch, rules: ReturnRules): EntryFacts {
  const trackingNo = by === 'order' ? row.returnNo : number;
  const bagCode = bagCodesOf(row.lines, rules.bagCodes);
  return {
    kind: 'return',
    platform: row.platform,
    goods: goodsOfLines(row.lines),
    issue: '退货',
    ...(row.orderId !== undefined && { orderId: row.orderId }),
    ...(row.buyer !== undefined && { buyer: row.buyer }),
    ...(row.amount !== undefined && { amount: row.amount }),
    ...(row.reason !== undefined && { reason: row.reason }),
    ...(trackingNo !== undefined && { trackingNo }),
    ...(bagCode !== undefined && { bagCode }),
  };
}
