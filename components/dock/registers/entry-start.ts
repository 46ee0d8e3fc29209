import type { Order } from '../../../rules/orders/order.ts';
import type { EntryGoods } from '../../../rules/registers/entry.ts';
import type { ReturnRow } from '../../../rules/returns/match-return.ts';
import type { EntryStart } from '../../registers/entry-draft.ts';

export const goodsOfLines = (lines: Order['lines'] | ReturnRow['lines']): EntryGoods[] =>
  lines.flatMap(({ title, sku, code, quantity }) =>
    title === undefined && sku === undefined && code === undefined
      ? []
      : [
          {
            ...(title !== undefined && { title }),
            ...(sku !== undefined && { sku }),
            ...(code !== undefined && { code }),
            ...(quantity !== undefined && quantity > 0 && { quantity }),
          },
        ],
  );

/** What an order tells of an entry about it. */
export const startOfOrder = (order: Order): EntryStart => ({
  platform: order.platform,
  goods: goodsOfLines(order.lines),
  ...(order.shop !== undefined && { shop: order.shop }),
  ...(order.buyer !== undefined && { buyer: order.buyer }),
  ...(order.orderId !== undefined && { orderId: order.orderId }),
  ...(order.amount !== undefined && { amount: order.amount }),
  ...(order.courier !== undefined && { courier: order.courier }),
  ...(order.trackingNo !== undefined && { trackingNo: order.trackingNo }),
});
