import type { Order } from '../orders/order.ts';
import type { ShopPack } from '../packs/shop.ts';
import { startOfShanghaiDay } from '../time/shanghai.ts';
import { batchOf, clockMs } from './dispatch.ts';
import { presaleOf } from './presale.ts';
import { shipBy } from './promise.ts';
import type { ShippingRules } from './shipping-rules.ts';

/** Orders that are to leave with one of today's batches. */
export interface DispatchGroup {
  /** Epoch ms by which the batch leaves. */
  at: number;
  /** Keys of the orders, in page order. */
  keys: string[];
}

/** Times at which today's batches leave, the earliest first. */
function leavingToday({ dispatch }: Pick<ShopPack, 'dispatch'>, now: number): number[] {
  const midnight = startOfShanghaiDay(now);
  return dispatch
    .flatMap(({ leavesBy }) => clockMs(leavesBy) ?? [])
    .map((ms) => midnight + ms)
    .filter((at, index, all) => all.indexOf(at) === index)
    .sort((a, b) => a - b);
}

/**
 * What still goes today, batch by batch (mission.md A10): an unshipped order goes with the batch of its payment, one
 * whose batch has left or whose ship-by time comes first with the next that leaves. Presales wait for their own date,
 * and so does what was promised for later.
 * @returns groups of today's batches that have not left, the earliest first; empty ones are left out
 */
export function stillToday(
  orders: readonly Order[],
  pack: ShippingRules & Pick<ShopPack, 'dispatch'>,
  now: number,
): DispatchGroup[] {
  const batches = leavingToday(pack, now).filter((at) => at > now);
  const groups = new Map<number, string[]>();
  for (const order of orders) {
    const at = leavesAt(order, pack, now, batches);
    if (at === undefined) continue;
    const keys = groups.get(at);
    if (keys) keys.push(order.key);
    else groups.set(at, [order.key]);
  }
  return batches.flatMap((at) => {
    const keys = groups.get(at);
    return keys ? [{ at, keys }] : [];
  });
}

function leavesAt(
  order: Order,
  pack: ShippingRules & Pick<ShopPack, 'dispatch'>,
  now: number,
  batches: readonly number[],
): number | undefined {
  const [next] = batches;
  if (order.status !== 'unshipped' || order.shippedAt !== undefined || order.trackingNo !== undefined)
    return undefined;
  if (next === undefined) return undefined;
  const due = shipBy(order, pack);
  const urgent = due && due.at <= next ? next : undefined;
  if (presaleOf(order, now)) return urgent;
  const own = order.paidAt === undefined ? undefined : batchOf(pack.dispatch, order.paidAt);
  if (!own) return urgent;
  if (own.leavesAt <= now) return next;
  const today = batches.includes(own.leavesAt) ? own.leavesAt : undefined;
  return urgent ?? today;
}
