import { type LocalText, say } from '../language/local-text.ts';
import type { Order } from '../orders/order.ts';
import { HOUR_MS } from '../time/shanghai.ts';
import { type ShipFacts, shipBy } from './promise.ts';
import { promiseRow, type ShippingRules } from './shipping-rules.ts';

/** Where the platform's row names no hours for the pickup (rules.md §1.2 T2, "others"). */
const usualPickupHours = 24;

export interface PickupBy {
  at: number;
  /** Id of the platform's row, or `pickup-usual` where it says nothing. */
  rule: string;
  reason: LocalText;
}

/**
 * T2 of rules.md §1.2: by when the courier's 揽收 must be visible. Undefined where the start is unknown.
 * PDD: min(ship-by, upload + 24 h); 京东: start + 48 h; elsewhere upload + 24 h; the hours are those of the rows.
 */
export function pickupBy(
  order: ShipFacts & Pick<Order, 'platform' | 'shippedAt'>,
  rules: ShippingRules,
): PickupBy | undefined {
  const { platform, shippedAt, paidAt } = order;
  const own = promiseRow(platform, rules.rows);
  if (own?.value.numberHours !== undefined) {
    if (paidAt === undefined) return undefined;
    const { hours } = own.value;
    return {
      at: paidAt + hours * HOUR_MS,
      rule: own.row.id,
      reason: say(
        `京东：付款后 ${hours} 小时内要看到揽收`,
        `JD: pickup visible within ${hours} h of payment`,
      ),
    };
  }
  if (shippedAt === undefined) return undefined;
  const hours = own?.value.pickupHours ?? usualPickupHours;
  const rule = own?.value.pickupHours === undefined ? 'pickup-usual' : own.row.id;
  const afterUpload = shippedAt + hours * HOUR_MS;
  const promise = platform === 'pdd' ? shipBy(order, rules)?.at : undefined;
  if (promise !== undefined && promise < afterUpload) {
    return {
      at: promise,
      rule,
      reason: say('拼多多：揽收也要在发货承诺之内', 'PDD: the pickup itself must fall inside the promise'),
    };
  }
  return {
    at: afterUpload,
    rule,
    reason: say(`上传单号后 ${hours} 小时内要揽收`, `Pickup within ${hours} h of uploading the number`),
  };
}

/** 京东: the number itself is to be uploaded within 24 h of the start. Undefined where no row asks for that. */
export function numberBy(
  order: Pick<Order, 'platform' | 'paidAt'>,
  rules: ShippingRules,
): PickupBy | undefined {
  const own = promiseRow(order.platform, rules.rows);
  const hours = own?.value.numberHours;
  if (!own || hours === undefined || order.paidAt === undefined) return undefined;
  return {
    at: order.paidAt + hours * HOUR_MS,
    rule: own.row.id,
    reason: say(`付款后 ${hours} 小时内要上传单号`, `Number uploaded within ${hours} h of payment`),
  };
}
