import type { LocalText } from '../../../rules/language/local-text.ts';
import type { Flag } from '../../../rules/orders/flag.ts';
import type { Order } from '../../../rules/orders/order.ts';
import type { OrderState } from '../../../rules/orders/order-state.ts';

/** What is due next on an order, and when (epoch ms). */
export interface OrderDue {
  at: number;
  what: LocalText;
}

/** One order of the page as the dock works with it. Plain data: it also comes out of frames. */
export interface OrderRowView {
  order: Order;
  flags: Flag[];
  due?: OrderDue;
  state?: OrderState;
}
