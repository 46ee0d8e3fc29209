import type { Order, OrderStatus } from '../../rules/orders/order.ts';
import type { OrderTruth } from '../page/page-truth.ts';
import type { PracticeOrder } from './order-shape.ts';
import type { OrderTime } from './order-time.ts';
import { type Buyer, maskedName, maskedPhone } from './people.ts';
import { fullDivision, maskStreet } from './places.ts';

/** 待发货 stands in the order JSON (markets.md §1); the other words are the platform's public ones. */
const statusWords: Record<OrderStatus, string> = {
  unpaid: '待支付',
  unshipped: '待发货',
  shipped: '已发货，待收货',
  done: '已收货',
  closed: '已取消',
  refunding: '退款中',
};
export const pddStatusText = ({ status }: PracticeOrder): string => statusWords[status];

/** `小**`, as the list masks a nickname. */
export const pddMaskedNick = ({ nick }: Buyer): string => `${[...nick][0] ?? ''}**`;

/** Name, phone and address of the receiver as the list writes them, masked until 查看 was pressed. */
export interface ShownReceiver {
  name: string;
  phone: string;
  address: string;
}

export function pddReceiver({ buyer, place, street }: PracticeOrder, revealed: boolean): ShownReceiver {
  if (place === undefined) return { name: maskedName(buyer), phone: maskedPhone(buyer), address: '******' };
  const division = fullDivision(place);
  return revealed
    ? { name: `${buyer.surname}${buyer.givenName}`, phone: buyer.phone, address: `${division}${street}` }
    : { name: maskedName(buyer), phone: maskedPhone(buyer), address: `${division}${maskStreet(street, 0)}` };
}

export const pddSku = ({ colour, size }: { colour: string; size: string }): string => `${colour} ${size}`;

/** The list's three recorded forms (markets.md §1, order list DOM). */
export type PddOrdersForm = 'testid' | '2022' | '2021';

export interface PddTimes {
  placedAt: OrderTime;
  shipBy?: OrderTime;
}

/**
 * What a form of the list shows where the evidence says so. All three: number, both times, status words, receiver.
 * Quantity, amount and nickname stand in columns, which are recorded for 2021 only; goods have named places there.
 */
export function pddOrderShown(
  order: PracticeOrder,
  { placedAt, shipBy }: PddTimes,
  form: PddOrdersForm,
  revealed: boolean,
): OrderTruth {
  const { name, phone, address } = pddReceiver(order, revealed);
  const [line] = order.lines;
  return {
    orderId: order.orderId,
    ...(form === '2021' && { buyer: pddMaskedNick(order.buyer), amount: order.amount }),
    receiver: name,
    phone,
    address,
    status: order.status,
    statusText: pddStatusText(order),
    placedAt: placedAt.ms,
    ...(shipBy && { shipBy: shipBy.ms }),
    lines: !line
      ? []
      : form === '2021'
        ? [{ title: line.title, sku: pddSku(line), quantity: line.quantity }]
        : [{ quantity: line.quantity }],
  };
}

export const pddOrderFacts = (shown: OrderTruth): Order => ({
  key: shown.orderId ?? '',
  platform: 'pdd',
  ...shown,
});
