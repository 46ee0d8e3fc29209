import type { Order, OrderStatus } from '../../rules/orders/order.ts';
import type { OrdersTruth, PracticeOrder } from './order-shape.ts';
import { type OrdersRequest, placeOrders } from './orders.ts';
import { ordersTruth } from './orders-truth.ts';
import { maskedName, maskedPhone } from './people.ts';
import { jdDivision, maskStreet } from './places.ts';

/** 等待出库 is evidenced (markets.md §4); the other words are the platform's public ones and an assumption here. */
export const jdStatusWords: Record<Exclude<OrderStatus, 'refunding'>, string> = {
  unpaid: '等待付款',
  unshipped: '等待出库',
  shipped: '等待确认收货',
  done: '完成',
  closed: '已取消',
};

export const jdStatusText = (order: PracticeOrder): string =>
  order.status === 'refunding' ? '锁定' : jdStatusWords[order.status];

/** The address as JD's list shows it, without the receiver's name in front. */
export const jdAddress = ({ place, street }: PracticeOrder): string =>
  place === undefined ? '******' : `${jdDivision(place)}${maskStreet(street, 4)}`;

/** The facts JD's list shows of an order, and no more. */
export function jdOrderFacts(order: PracticeOrder): Order {
  return {
    key: order.orderId,
    platform: 'jd',
    orderId: order.orderId,
    // The account name is both: the only name of the buyer on the page, and its id.
    buyer: order.buyer.id,
    buyerId: order.buyer.id,
    receiver: maskedName(order.buyer),
    phone: maskedPhone(order.buyer),
    address: jdAddress(order),
    amount: order.amount,
    status: order.status,
    statusText: jdStatusText(order),
    placedAt: order.placedAt,
    ...(order.paidAt !== undefined && { paidAt: order.paidAt }),
    ...(order.shipBy !== undefined && { shipBy: order.shipBy }),
    ...(order.memo !== undefined && { memo: order.memo }),
    lines: order.lines.map((line) => ({
      title: line.title,
      sku: `颜色：${line.colour} 尺码：${line.size}`,
      code: line.code,
      quantity: line.quantity,
      price: line.price,
    })),
  };
}

/** One seed's JD order page: the orders to show and the truth about them. */
export function jdOrders(request: OrdersRequest): { orders: PracticeOrder[]; truth: OrdersTruth } {
  const book = placeOrders({ ...request, market: 'jd' });
  return { orders: book.orders, truth: ordersTruth(book, jdOrderFacts) };
}
