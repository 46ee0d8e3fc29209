import type { Flag } from '../../../rules/orders/flag.ts';
import type { Order } from '../../../rules/orders/order.ts';
import type { OrderCourier } from '../../../rules/orders/order-courier.ts';
import type { OrderDue } from '../../../rules/orders/order-due.ts';
import type { OrderState } from '../../../rules/orders/order-state.ts';
import type { TimerRules } from '../../../rules/shipping/index.ts';
import type { UrgingAdvice } from '../../../rules/urging/next-touch.ts';

/** One order of the page as the dock works with it. Plain data: it also comes out of frames. */
export interface OrderRowView {
  order: Order;
  flags: Flag[];
  due?: OrderDue;
  /** What its deadlines rest on. */
  timing?: TimerRules;
  state?: OrderState;
  /** By the shop's courier table; of unshipped orders whose address could be read. */
  verdict?: OrderCourier;
  /** Of an unpaid order. */
  urging?: OrderUrging;
}

/** Following up an unpaid order (mission.md A11). */
export interface OrderUrging {
  advice: UrgingAdvice;
  /** The words for the buyer; absent where a value they name is not known. */
  text?: string;
  /** Names of values the words need and nobody knows. */
  missing?: string[];
  /** The line for the order's memo. */
  memo?: string;
}
