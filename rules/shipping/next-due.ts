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
 * its own; it falls due with the shipping. What the page cannot tell to be done or not is not called due: a pickup
 * where no tracking is shown, an upload of the number that should have been.
 */
export function nextDue(order: Order, rules: TimerRules, now: number): NextDue | undefined {
  for (const { id, at, what, state } of orderTimers(order, rules, now)) {
    if (at === undefined || id === 'T5') continue;
    if (id === 'T2' && order.lastTrackText === undefined) continue;
    if (id === 'number' && state === 'late') continue;
    return { at, what };
  }
  return undefined;
}
