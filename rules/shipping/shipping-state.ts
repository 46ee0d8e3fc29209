import type { ShopPack } from '../packs/shop.ts';
import { DAY_MS, startOfShanghaiDay } from '../time/shanghai.ts';
import { clockMs } from './dispatch.ts';
import { type ShipBy, type ShipFacts, shipBy } from './promise.ts';
import type { ShippingRules } from './shipping-rules.ts';
import { warnStep } from './warn-step.ts';

/** Where an unshipped order stands against its ship-by time. */
export interface ShippingState {
  state: 'on-time' | 'ships-today' | 'late';
  shipBy: ShipBy;
  /** The smallest warning step reached, in hours (rules.md §9 SHIP-WARN: 24, 12, 6, 2); absent before the first. */
  warnHours?: number;
}

/** A deadline further away than this never asks for today. */
const lookAhead = DAY_MS;

/**
 * The state of an unshipped order at `now`. Late is after the deadline, not at it. It must go today when the deadline
 * falls today, or within 24 hours and before tomorrow's first batch has left (A10).
 * Undefined where no deadline can be worked out.
 */
export function shippingState(
  order: ShipFacts,
  pack: ShippingRules & Pick<ShopPack, 'dispatch' | 'shipWarnHours'>,
  now: number,
): ShippingState | undefined {
  const due = shipBy(order, pack);
  if (!due) return undefined;
  const left = due.at - now;
  if (left < 0) return { state: 'late', shipBy: due };
  const warnHours = warnStep(due.at, now, pack.shipWarnHours);
  const warn = warnHours === undefined ? {} : { warnHours };
  const tomorrow = startOfShanghaiDay(now) + DAY_MS;
  const today = due.at < tomorrow || (left <= lookAhead && due.at < tomorrow + firstBatch(pack));
  return { state: today ? 'ships-today' : 'on-time', shipBy: due, ...warn };
}

/** Ms after midnight at which the day's first batch has left; 0 where the shop has no batches. */
function firstBatch({ dispatch }: Pick<ShopPack, 'dispatch'>): number {
  const times = dispatch.map((row) => clockMs(row.leavesBy)).filter((ms) => ms !== undefined);
  return times.length === 0 ? 0 : Math.min(...times);
}
