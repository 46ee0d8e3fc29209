import type { LocalText } from '../language/local-text.ts';
import type { Order } from '../orders/order.ts';
import { orderTimers, type TimerRules } from './order-timers.ts';

/** What is due next on an order, and when (epoch ms). */
export interface NextDue {
  at: number;
  what: LocalText;
}

/**
 * The deadline an order is sorted by: the earliest that runs, late ones before all. Declaring a shortage is no work of
 * its own; it falls due with the shipping.
 */
export function nextDue(order: Order, rules: TimerRules, now: number): NextDue | undefined {
  for (const { id, at, what } of orderTimers(order, rules, now)) {
    if (id !== 'T5' && at !== undefined) return { at, what };
  }
  return undefined;
}
