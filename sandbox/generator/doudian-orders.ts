import type { Order, OrderStatus } from '../../rules/orders/order.ts';
import type { OrderTruth } from '../page/page-truth.ts';
import type { PracticeLine, PracticeOrder } from './order-shape.ts';
import type { OrderTime } from './order-time.ts';
import { maskedName, maskedPhone } from './people.ts';
import { fullDivision } from './places.ts';

/** 待发货 stands in the order JSON (markets.md §2); the other words are the platform's public ones. */
const statusWords: Record<OrderStatus, string> = {
  unpaid: '待支付',
  unshipped: '待发货',
  shipped: '已发货',
  done: '已完成',
  closed: '已关闭',
  refunding: '退款中',
};
export const doudianStatusText = ({ status }: PracticeOrder): string => statusWords[status];

/** A refund that was asked for; else some parcels that left have an after-sale that is over. The words are ours. */
export function afterSaleText({ status }: PracticeOrder, line: PracticeLine): string | undefined {
  if (line.afterSale !== undefined) return line.afterSale;
  if (status !== 'shipped' && status !== 'done') return undefined;
  const draw = Number(line.id.slice(-2)) % 4;
  return draw === 0 ? '售后已关闭' : draw === 1 && status === 'done' ? '换货成功' : undefined;
}

export const doudianSku = (line: PracticeLine): [name: string, value: string][] => [
  ['颜色', line.colour],
  ['尺码', line.size],
];

const skuShown = (line: PracticeLine): string =>
  doudianSku(line)
    .map(([name, value]) => `${name}：${value}`)
    .join(' ');

/** `浙江省杭州市余杭区******`: the platform hides the whole street. */
export const doudianAddress = ({ place }: PracticeOrder): string =>
  `${place === undefined ? '' : fullDivision(place)}******`;

/**
 * What the list of 2026 shows where the evidence says so: cells 1, 3 and 4, the label of the time and of the code.
 * Price, quantity, payment and receiver stand in cells of which nothing is known.
 */
export const doudianOrderShown = (order: PracticeOrder, placedAt: OrderTime): OrderTruth => ({
  orderId: order.orderId,
  status: order.status,
  statusText: doudianStatusText(order),
  placedAt: placedAt.ms,
  lines: order.lines.map((line) => {
    const refund = afterSaleText(order, line);
    return { title: line.title, sku: skuShown(line), code: line.code, ...(refund && { refund }) };
  }),
});

/** What the list of 2021 shows: no code and no after-sale, but amounts, quantities and the receiver. */
export const oldDoudianOrderShown = (order: PracticeOrder, placedAt: OrderTime): OrderTruth => ({
  orderId: order.orderId,
  buyer: order.buyer.nick,
  receiver: maskedName(order.buyer),
  phone: maskedPhone(order.buyer),
  address: doudianAddress(order),
  amount: order.amount,
  status: order.status,
  statusText: doudianStatusText(order),
  placedAt: placedAt.ms,
  lines: order.lines.map((line) => ({
    title: line.title,
    sku: skuShown(line),
    quantity: line.quantity,
    price: line.price,
  })),
});

export const doudianOrderFacts = (shown: OrderTruth): Order => ({
  key: shown.orderId ?? '',
  platform: 'doudian',
  ...shown,
});
