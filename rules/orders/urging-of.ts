import type { ShopPack } from '../packs/shop.ts';
import { nextTouch, type UrgingAdvice } from '../urging/next-touch.ts';
import type { FlagContext } from './flag-context.ts';
import type { Order } from './order.ts';

/** Whether this order may be urged now, by all that is known of it (mission.md A11); undefined unless it is unpaid. */
export function urgingOf(
  order: Order,
  shop: Pick<ShopPack, 'urging'>,
  now: number,
  { stateOf, refusalOf, agent }: FlagContext,
): UrgingAdvice | undefined {
  const state = stateOf?.(order);
  const refusal = refusalOf?.(order);
  return nextTouch(
    { order, ...(state && { state }), ...(refusal && { refusal }), ...(agent !== undefined && { agent }) },
    shop.urging,
    now,
  );
}
