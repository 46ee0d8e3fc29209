import type { CourierRule } from './table.ts';

type When = NonNullable<CourierRule['when']>;

const ranges = [
  ['minPieces', 'maxPieces'],
  ['minTotal', 'maxTotal'],
  ['minGrams', 'maxGrams'],
] as const;

const low = (when: When, key: (typeof ranges)[number][0]): number => when[key] ?? Number.NEGATIVE_INFINITY;
const high = (when: When, key: (typeof ranges)[number][1]): number => when[key] ?? Number.POSITIVE_INFINITY;

/** Whether the first holds wherever the second does, also while a fact is unknown. */
export function covers(first: CourierRule['when'], second: CourierRule['when']): boolean {
  const outer = first ?? {};
  const inner = second ?? {};
  const within = ranges.every(([min, max]) => {
    // A condition on an unknown fact never holds: without one of its own the second holds where the first does not.
    const asks = outer[min] !== undefined || outer[max] !== undefined;
    const asked = inner[min] !== undefined || inner[max] !== undefined;
    if (asks && !asked) return false;
    return low(outer, min) <= low(inner, min) && high(outer, max) >= high(inner, max);
  });
  return within && (outer.flashSale === undefined || outer.flashSale === inner.flashSale);
}

/** Whether some order meets both. */
export function overlap(first: CourierRule['when'], second: CourierRule['when']): boolean {
  const one = first ?? {};
  const other = second ?? {};
  const meet = ranges.every(
    ([min, max]) => Math.max(low(one, min), low(other, min)) <= Math.min(high(one, max), high(other, max)),
  );
  return (
    meet &&
    (one.flashSale === undefined || other.flashSale === undefined || one.flashSale === other.flashSale)
  );
}

export const sameConditions = (first: CourierRule['when'], second: CourierRule['when']): boolean =>
  covers(first, second) && covers(second, first);

/** Whether two rules tell the agent the same: the verdict, the fee, the days. */
export function sameOutcome(one: CourierRule, other: CourierRule): boolean {
  const fee = ({ surcharge }: CourierRule): string =>
    [surcharge?.first, surcharge?.firstUnit, surcharge?.next, surcharge?.nextUnit].join('|');
  return (
    one.reach === other.reach &&
    fee(one) === fee(other) &&
    one.days?.least === other.days?.least &&
    one.days?.most === other.days?.most
  );
}
