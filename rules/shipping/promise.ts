import { type LocalText, say } from '../language/local-text.ts';
import type { Order } from '../orders/order.ts';
import { HOUR_MS, shortShanghaiTime } from '../time/shanghai.ts';
import { promiseDue, readPromise } from './listed-promise.ts';
import { presaleOf } from './presale.ts';
import { promiseRow, type ShippingRules } from './shipping-rules.ts';
import { missingHolidays } from './working-days.ts';

/** T1 of rules.md §1.2: by when an order must be shipped, and how we know. */
export interface ShipBy {
  /** Epoch ms. */
  at: number;
  /** `page`: shown on the page. `inferred`: start of the clock plus the promised hours (推算). */
  source: 'page' | 'inferred';
  /** Id of the row that decided. */
  rule: string;
  reason: LocalText;
}

/** What decides the ship-by time of an order. */
export type ShipFacts = Pick<Order, 'shipBy' | 'paidAt'> &
  Partial<Pick<Order, 'platform' | 'promise' | 'statusText' | 'status'>>;

/** Why there is no ship-by time although a promise stands on the page. */
export interface NoShipBy {
  missing: LocalText;
  /** The promise as the page writes it. */
  promise: string;
}

/** The words on the page that promise something, its own field before the status. */
function listed({ promise, statusText }: ShipFacts) {
  const own = promise === undefined ? undefined : readPromise(promise, { field: true });
  if (own && promise !== undefined) return { promise: own, words: promise };
  const said = statusText === undefined ? undefined : readPromise(statusText);
  return said && statusText !== undefined ? { promise: said, words: statusText } : undefined;
}

/** Hours counted on where nothing is promised on the page: the shop's, or the platform's where they are shorter. */
function defaultHours(order: ShipFacts, rules: ShippingRules): { hours: number; rule: string } {
  const row = order.platform && promiseRow(order.platform, rules.rows);
  if (row?.row.user_value) return { hours: row.value.hours, rule: row.row.id };
  if (row && row.value.hours < rules.promiseHours) return { hours: row.value.hours, rule: row.row.id };
  return { hours: rules.promiseHours, rule: 'promise-hours' };
}

/**
 * The ship-by time in the order of trust of rules.md §1.1: the deadline on the page, the promise in words and the
 * start of the clock, else payment plus the default, both marked 推算. Undefined where neither is known; an order that
 * was only placed, or whose tail payment is open, has no clock running.
 */
export function shipBy(order: ShipFacts, rules: ShippingRules): ShipBy | undefined {
  const found = shipPromise(order, rules);
  return found && 'at' in found ? found : undefined;
}

/** As {@link shipBy}, and says so where a promise cannot be worked out for want of a holiday table. */
export function shipPromise(order: ShipFacts, rules: ShippingRules): ShipBy | NoShipBy | undefined {
  if (order.shipBy !== undefined) {
    const time = shortShanghaiTime(order.shipBy);
    return {
      at: order.shipBy,
      source: 'page',
      rule: 'page-deadline',
      reason: say(`页面显示最晚 ${time} 发货`, `The page says: ship by ${time}`),
    };
  }
  // Where the tail is open, a time on the page is when it must be paid, and no promise has begun.
  if (presaleOf(order, order.paidAt ?? 0)?.tailOpen) return undefined;
  const promised = listed(order);
  if (promised) {
    const { promise, words } = promised;
    // Without a payment a date without a year cannot be placed.
    const placed = order.paidAt !== undefined || (promise.kind === 'date' && promise.year !== undefined);
    const due = placed ? promiseDue(promise, order.paidAt, order.paidAt ?? 0, rules.holidays) : undefined;
    if (due && 'missingYear' in due) return { missing: missingHolidays(due.missingYear), promise: words };
    if (due)
      return {
        at: due.at,
        source: due.source,
        rule: 'listed-promise',
        reason: listedReason(words, due, order.paidAt),
      };
    return undefined;
  }
  if (order.paidAt === undefined) return undefined;
  const { hours, rule } = defaultHours(order, rules);
  const at = order.paidAt + hours * HOUR_MS;
  const [paid, time] = [shortShanghaiTime(order.paidAt), shortShanghaiTime(at)];
  return {
    at,
    source: 'inferred',
    rule,
    reason: say(
      `页面没有写发货截止；按 ${paid} 付款加 ${hours} 小时推算，最晚 ${time}`,
      `No deadline on the page; inferred from payment ${paid} plus ${hours} h: by ${time}`,
    ),
  };
}

function listedReason(
  words: string,
  { at, source }: Pick<ShipBy, 'at' | 'source'>,
  paidAt: number | undefined,
): LocalText {
  const time = shortShanghaiTime(at);
  if (source === 'page' || paidAt === undefined) {
    return say(`页面写着「${words}」，最晚 ${time}`, `The page says “${words}”: by ${time}`);
  }
  const paid = shortShanghaiTime(paidAt);
  return say(
    `页面承诺「${words}」；从 ${paid} 付款算起，推算最晚 ${time}`,
    `The page promises “${words}”; inferred from payment ${paid}: by ${time}`,
  );
}
