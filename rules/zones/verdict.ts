import { sameRegion } from './region-name.ts';
import type { CourierRule, CourierTable, Reach } from './table.ts';

/** Official names; absent levels are unknown. */
export interface ZoneRegion {
  province?: string;
  city?: string;
  district?: string;
}

/** What is known of the order. A rule with a condition on a fact that is unknown does not apply: nothing is guessed. */
export interface ZoneFacts {
  /** Pieces in the parcel. */
  pieces?: number;
  /** Order total in fen. */
  total?: number;
  flashSale?: boolean;
}

/** What one courier of the shop's table says about the region. */
export interface CourierReach {
  courier: string;
  reach: Reach;
  /** Fen, as in the rule; only with `surcharge`. */
  surcharge?: NonNullable<CourierRule['surcharge']>;
  /** The rule that decided; absent where the shop's table says nothing about this courier here. */
  rule?: CourierRule;
}

export interface CourierVerdict {
  /** Every courier of the table, best first. */
  couriers: CourierReach[];
  /** The courier to ship with; absent where none is known to reach. */
  best?: CourierReach;
  /**
   * Where none reaches: `no` if a rule of the shop refuses this region by name or every courier refuses; otherwise
   * `unknown`. Out of zone is never concluded from silence (data.md §10).
   */
  overall: Reach;
}

const rank: Record<Reach, number> = { reaches: 0, surcharge: 1, slow: 1, unknown: 2, no: 3 };

/**
 * Which couriers of the shop reach a region, and which rule says so (mission.md B1–B3). Per courier the rule with the
 * longest region wins; among equally long ones the rule with more conditions, then the lower priority, then the
 * earlier row.
 */
export function courierVerdict(
  table: CourierTable,
  region: ZoneRegion,
  facts: ZoneFacts = {},
): CourierVerdict {
  const deciding = new Map<string, { rule: CourierRule; length: number } | undefined>();
  for (const rule of table.rules) {
    const current = deciding.get(rule.courier);
    if (!deciding.has(rule.courier)) deciding.set(rule.courier, undefined);
    if (!holds(rule, facts)) continue;
    const length = matchLength(rule, region);
    if (length < 0) continue;
    if (!current || precedes(rule, length, current.rule, current.length))
      deciding.set(rule.courier, { rule, length });
  }
  const couriers: CourierReach[] = [...deciding].map(([courier, found]) => {
    if (!found) return { courier, reach: 'unknown' };
    const { rule } = found;
    const surcharge = rule.reach === 'surcharge' ? rule.surcharge : undefined;
    return { courier, reach: rule.reach, rule, ...(surcharge ? { surcharge } : {}) };
  });
  couriers.sort((a, b) => rank[a.reach] - rank[b.reach] || priorityOf(a) - priorityOf(b));

  const [first] = couriers;
  if (!first) return { couriers, overall: 'unknown' };
  if (rank[first.reach] < rank.unknown) return { couriers, best: first, overall: first.reach };
  const refused = couriers.filter(({ reach }) => reach === 'no');
  const named = refused.some(({ rule }) => rule !== undefined && rule.regions.length > 0);
  return { couriers, overall: named || refused.length === couriers.length ? 'no' : 'unknown' };
}

/** Fen the rule charges for a parcel of that many grams; without a weight, the first unit. */
export function surchargeFor(surcharge: NonNullable<CourierRule['surcharge']>, grams?: number): number {
  const { first, firstUnit, next, nextUnit } = surcharge;
  if (grams === undefined || firstUnit === undefined || grams <= firstUnit) return first;
  if (next === undefined || nextUnit === undefined || nextUnit <= 0) return first;
  return first + Math.ceil((grams - firstUnit) / nextUnit) * next;
}

const priorityOf = (entry: CourierReach): number => entry.rule?.priority ?? Number.MAX_SAFE_INTEGER;

/** Levels of the longest region of the rule that contains this one; 0 for a courier's default; -1 for none. */
function matchLength(rule: CourierRule, region: ZoneRegion): number {
  if (rule.regions.length === 0) return 0;
  let longest = -1;
  for (const written of rule.regions) {
    const [province, ...below] = written.split('/').map((part) => part.trim());
    if (!sameRegion(province, region.province)) continue;
    const length = below.length === 0 ? 1 : lengthBelow(below, region);
    if (length > longest) longest = length;
  }
  return longest;
}

function lengthBelow([second, third]: string[], region: ZoneRegion): number {
  // 海南/琼海市: a county governed by its province stands in the place of the city.
  const underProvince = region.city === undefined && sameRegion(second, region.district);
  if (underProvince) return third === undefined || sameRegion(third, region.district) ? 3 : -1;
  if (third === undefined) return sameRegion(second, region.city) ? 2 : -1;
  const anyCity = second === '' || sameRegion(second, region.city);
  // Compared in full: 邢台市 and 邢台县 share their stem.
  return anyCity && sameDistrict(third, region.district) ? 3 : -1;
}

const sameDistrict = (a: string, b: string | undefined): boolean =>
  a === b || (sameRegion(a, b) && !/[县区市旗]$/.test(a));

function holds({ when }: CourierRule, { pieces, total, flashSale }: ZoneFacts): boolean {
  if (!when) return true;
  const within = (value: number | undefined, min: number | undefined, max: number | undefined): boolean =>
    (min === undefined && max === undefined) ||
    (value !== undefined &&
      value >= (min ?? Number.NEGATIVE_INFINITY) &&
      value <= (max ?? Number.POSITIVE_INFINITY));
  return (
    within(pieces, when.minPieces, when.maxPieces) &&
    within(total, when.minTotal, when.maxTotal) &&
    (when.flashSale === undefined || when.flashSale === flashSale)
  );
}

function precedes(rule: CourierRule, length: number, current: CourierRule, currentLength: number): boolean {
  if (length !== currentLength) return length > currentLength;
  const conditions = Object.keys(rule.when ?? {}).length - Object.keys(current.when ?? {}).length;
  if (conditions !== 0) return conditions > 0;
  return rule.priority < current.priority;
}
