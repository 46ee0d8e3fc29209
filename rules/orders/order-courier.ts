import type { RegionReader } from '../address/region.ts';
import type { LocalText } from '../language/local-text.ts';
import type { ShopPack } from '../packs/shop.ts';
import type { Order } from './order.ts';
import { orderZone } from './order-zone.ts';

/** What the shop's courier table says of one order, in a few words. */
export interface OrderCourier {
  /** The courier it would go with; absent where none is known to reach. */
  name?: string;
  label: LocalText;
  level: 'info' | 'warn' | 'stop';
}

/** Undefined where no verdict can be asked for: no address, not read yet, or the parcel is on its way. */
export function orderCourier(
  order: Order,
  shop: Pick<ShopPack, 'couriers' | 'flashSale'>,
  regionOf: RegionReader | undefined,
): OrderCourier | undefined {
  const { address, status } = order;
  if (status !== undefined && status !== 'unpaid' && status !== 'unshipped') return undefined;
  const region = address === undefined ? undefined : regionOf?.(address);
  if (!region) return undefined;
  const answer = orderZone(order, shop, region);
  const name = answer.used && answer.used.reach !== 'no' ? answer.used.courier : undefined;
  return { label: answer.label, level: answer.level, ...(name !== undefined && { name }) };
}
