import type { Order, OrderStatus } from '../../rules/orders/order.ts';
import type { OrderTruth } from '../page/page-truth.ts';
import type { PracticeLine, PracticeOrder } from './order-shape.ts';
import type { OrderTime } from './order-time.ts';
import type { Buyer } from './people.ts';

/** 买家已付款 stands in the order JSON (markets.md §3); the other words are the platform's public ones. */
const statusWords: Record<OrderStatus, string> = {
  unpaid: '等待买家付款',
  unshipped: '买家已付款',
  shipped: '卖家已发货',
  done: '交易成功',
  closed: '交易关闭',
  refunding: '退款中',
};
export const taobaoStatusText = ({ status }: PracticeOrder): string => statusWords[status];

/** `牛**`, as the current list masks a buyer. */
export const taobaoMaskedNick = ({ nick }: Buyer): string => `${[...nick][0] ?? ''}**`;

export const taobaoSku = (line: PracticeLine): [name: string, value: string][] => [
  ['颜色分类', line.colour],
  ['尺码', line.size],
];

/** What the current list shows where the evidence says so; goods, prices and quantities stand in no known place. */
export const taobaoOrderShown = (order: PracticeOrder, placedAt: OrderTime): OrderTruth => ({
  orderId: order.orderId,
  buyer: taobaoMaskedNick(order.buyer),
  amount: order.amount,
  freight: order.freight,
  status: order.status,
  statusText: taobaoStatusText(order),
  placedAt: placedAt.ms,
  lines: [],
});

/** What the old list shows: the nick in clear, and of each sub order everything but its after-sale. */
export const oldTaobaoOrderShown = (order: PracticeOrder, placedAt: OrderTime): OrderTruth => ({
  ...taobaoOrderShown(order, placedAt),
  buyer: order.buyer.nick,
  lines: order.lines.map((line) => ({
    title: line.title,
    sku: taobaoSku(line)
      .map(([name, value]) => `${name}：${value}`)
      .join(' '),
    quantity: line.quantity,
    price: line.price,
  })),
});

export const taobaoOrderFacts = (shown: OrderTruth): Order => ({
  key: shown.orderId ?? '',
  platform: 'taobao',
  ...shown,
});
