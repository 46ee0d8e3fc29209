import type { PracticeOrder } from '../../generator/order-shape.ts';
import type { OrderTime } from '../../generator/order-time.ts';
import type { ShownReceiver } from '../../generator/pdd-orders.ts';

/** One order as a form of the list draws it. */
export interface ShownOrder {
  order: PracticeOrder;
  placedAt: OrderTime;
  shipBy: OrderTime | undefined;
  receiver: ShownReceiver;
  /** Absent where the page was asked to hide phones (?phone=0). */
  phone: string | undefined;
  isRevealed: boolean;
}

export interface OrderActions {
  /** 查看: shows the receiver in clear, as long as the day's views last. */
  onReveal(orderId: string): void;
  onNote(orderId: string): void;
  /** `BTN_outerWrapper` with the load's own Beast version. */
  beast(name: string): string;
}
