import { type LocalText, say } from '../language/local-text.ts';
import type { Order } from '../orders/order.ts';
import type { ShopPack } from '../packs/shop.ts';
import { HOUR_MS, shortShanghaiTime } from '../time/shanghai.ts';

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

type PromisePack = Pick<ShopPack, 'promiseHours'>;

/**
 * The ship-by time in the order of trust of rules.md §1.1: the deadline on the page, else payment plus the promise,
 * marked 推算. Undefined where neither is known; an order that was only placed has no clock running.
 */
export function shipBy(order: Pick<Order, 'shipBy' | 'paidAt'>, pack: PromisePack): ShipBy | undefined {
  if (order.shipBy !== undefined) {
    const time = shortShanghaiTime(order.shipBy);
    return {
      at: order.shipBy,
      source: 'page',
      rule: 'page-deadline',
      reason: say(`页面显示最晚 ${time} 发货`, `The page says: ship by ${time}`),
    };
  }
  if (order.paidAt === undefined) return undefined;
  const at = order.paidAt + pack.promiseHours * HOUR_MS;
  const [paid, time] = [shortShanghaiTime(order.paidAt), shortShanghaiTime(at)];
  return {
    at,
    source: 'inferred',
    rule: 'promise-hours',
    reason: say(
      `页面没有写发货截止；按 ${paid} 付款加 ${pack.promiseHours} 小时推算，最晚 ${time}`,
      `No deadline on the page; inferred from payment ${paid} plus ${pack.promiseHours} h: by ${time}`,
    ),
  };
}

/** Hours from the upload of the number to the first pickup event (rules.md §1.2 T2). */
const pickupHours = 24;
/** 京东: pickup visible by 48 h after the start (rules.md §1.2; sources conflict). */
const jdPickupHours = 48;

export interface PickupBy {
  at: number;
  rule: string;
  reason: LocalText;
}

/**
 * T2 of rules.md §1.2: by when the courier's 揽收 must be visible. Undefined where the start is unknown.
 * PDD: min(ship-by, upload + 24 h); 京东: start + 48 h; elsewhere upload + 24 h.
 */
export function pickupBy(
  order: Pick<Order, 'platform' | 'shipBy' | 'paidAt' | 'shippedAt'>,
  pack: PromisePack,
): PickupBy | undefined {
  const { platform, shippedAt, paidAt } = order;
  if (platform === 'jd') {
    if (paidAt === undefined) return undefined;
    return {
      at: paidAt + jdPickupHours * HOUR_MS,
      rule: 'SHIP-JD',
      reason: say(
        `京东：付款后 ${jdPickupHours} 小时内要看到揽收`,
        `JD: pickup visible within ${jdPickupHours} h of payment`,
      ),
    };
  }
  if (shippedAt === undefined) return undefined;
  const afterUpload = shippedAt + pickupHours * HOUR_MS;
  const promise = platform === 'pdd' ? shipBy(order, pack)?.at : undefined;
  if (promise !== undefined && promise < afterUpload) {
    return {
      at: promise,
      rule: 'SHIP-PDD',
      reason: say('拼多多：揽收也要在发货承诺之内', 'PDD: the pickup itself must fall inside the promise'),
    };
  }
  return {
    at: afterUpload,
    rule: platform === 'pdd' ? 'SHIP-PDD' : platform === 'doudian' ? 'SHIP-DD' : 'SHIP-TB',
    reason: say(
      `上传单号后 ${pickupHours} 小时内要揽收`,
      `Pickup within ${pickupHours} h of uploading the number`,
    ),
  };
}
