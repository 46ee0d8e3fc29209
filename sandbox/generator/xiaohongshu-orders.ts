import type { Order, OrderStatus } from '../../rules/orders/order.ts';
import type { OrdersTruth, PracticeOrder } from './order-shape.ts';
import { type OrdersRequest, placeOrders } from './orders.ts';
import { ordersTruth } from './orders-truth.ts';
import { maskedName, maskedPhone } from './people.ts';
import { fullDivision, maskStreet } from './places.ts';

/** The words of the page for a status; no source names them, these are the trade's plain ones. */
export const xiaohongshuStatusWords: Record<OrderStatus, string> = {
  unpaid: '待付款',
  unshipped: '待发货',
  shipped: '已发货',
  done: '已完成',
  closed: '已关闭',
  refunding: '售后中',
};

export const xiaohongshuAddress = ({ place, street }: PracticeOrder): string | undefined =>
  place && `${fullDivision(place)}${maskStreet(street, 3)}`;

/** The facts an order card beside the chat shows, and no more. */
export function xiaohongshuOrderFacts(order: PracticeOrder): Order {
  const address = xiaohongshuAddress(order);
  return {
    key: order.orderId,
    platform: 'xiaohongshu',
    orderId: order.orderId,
    receiver: maskedName(order.buyer),
    phone: maskedPhone(order.buyer),
    ...(address !== undefined && { address }),
    amount: order.amount,
    status: order.status,
    statusText: xiaohongshuStatusWords[order.status],
    placedAt: order.placedAt,
    ...(order.memo !== undefined && { memo: order.memo }),
    ...(order.courier !== undefined && { courier: order.courier }),
    ...(order.trackingNo !== undefined && { trackingNo: order.trackingNo }),
    lines: [],
  };
}

/** One seed's order cards: the orders to show and the truth about them. */
export function xiaohongshuOrders(request: Omit<OrdersRequest, 'market'>): {
  orders: PracticeOrder[];
  truth: OrdersTruth;
} {
  const book = placeOrders({ ...request, market: 'xiaohongshu' });
  return { orders: book.orders, truth: ordersTruth(book, xiaohongshuOrderFacts) };
}
