import type { CourierReach, CourierVerdict } from './verdict.ts';

/** The table's row for a courier as people name it: 申通快递 and 申通 are one, 中国邮政 and 邮政包裹 too. */
export function courierOf(verdict: Pick<CourierVerdict, 'couriers'>, name: string): CourierReach | undefined {
  const wanted = plainCourier(name);
  return wanted === '' ? undefined : verdict.couriers.find(({ courier }) => plainCourier(courier) === wanted);
}

const plainNames = new Map<string, string>();

export function plainCourier(name: string): string {
  const known = plainNames.get(name);
  if (known !== undefined) return known;
  const plain = name.replace(/中国|快递|速递|速运|包裹|物流|\s/g, '');
  if (plainNames.size > 500) plainNames.clear();
  plainNames.set(name, plain);
  return plain;
}
