import type { CourierRule, CourierTable, Reach } from './table.ts';
import {
  byPrecedence,
  type IndexedRule,
  indexOf,
  type Match,
  matchesOf,
  type TableIndex,
} from './table-index.ts';
import type { ZoneFacts, ZoneRegion } from './zone-region.ts';

export type { ZoneFacts, ZoneRegion };

/** What one courier of the shop's table says about the region. */
export interface CourierReach {
  courier: string;
  reach: Reach;
  /** Fen, as in the rule; only with `surcharge`. */
  surcharge?: NonNullable<CourierRule['surcharge']>;
  /** The rule that decided; absent where the shop's table says nothing about this courier here. */
  rule?: CourierRule;
  /** The region of the rule that holds the address, as the rule writes it; absent for a default. */
  region?: string;
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
 * Which couriers of the shop reach a region, and which rule says so (mission.md B1–B3). Per courier the most special
 * rule wins whose conditions hold: by its region and words (`table-index.ts`), then by the number of its conditions,
 * then the lower priority, then the earlier row. The table is indexed once; a verdict does not grow with it.
 */
export function courierVerdict(
  table: CourierTable,
  region: ZoneRegion,
  facts: ZoneFacts = {},
): CourierVerdict {
  const index = indexOf(table);
  return decide(index, matchesOf(index, region), facts);
}

/** The verdict over rules that were found before, for several sets of facts about one region. */
export function decide(index: TableIndex, matches: readonly Match[], facts: ZoneFacts): CourierVerdict {
  const deciding: (Match | undefined)[] = [];
  for (const match of matches) {
    const { courier, rule } = match.entry;
    const current = deciding[courier];
    if (current && !precedes(match, current)) continue;
    if (holds(rule, facts)) deciding[courier] = match;
  }
  const couriers = index.couriers.map((courier, at): CourierReach => {
    const found = deciding[at];
    const rule = found ? found.entry.rule : defaultOf(index.defaults[at] ?? [], facts);
    if (!rule) return { courier, reach: 'unknown' };
    const reach: CourierReach = { courier, reach: rule.reach, rule };
    if (rule.reach === 'surcharge' && rule.surcharge) reach.surcharge = rule.surcharge;
    if (found?.region !== undefined) reach.region = found.region;
    return reach;
  });
  couriers.sort((a, b) => rank[a.reach] - rank[b.reach] || priorityOf(a) - priorityOf(b));

  const [first] = couriers;
  if (!first) return { couriers, overall: 'unknown' };
  if (rank[first.reach] < rank.unknown) return { couriers, best: first, overall: first.reach };
  const refused = couriers.filter(({ reach }) => reach === 'no');
  const named = refused.some(({ rule }) => rule !== undefined && refusesByName(rule));
  return { couriers, overall: named || refused.length === couriers.length ? 'no' : 'unknown' };
}

/** Whether a rule speaks of certain places, not of everywhere else. */
export const refusesByName = ({ regions, keywords = [], corps }: CourierRule): boolean =>
  regions.length > 0 || keywords.length > 0 || corps === true;

/** Fen the rule charges for a parcel of that many grams; without a weight, the first unit. */
export function surchargeFor(surcharge: NonNullable<CourierRule['surcharge']>, grams?: number): number {
  const { first, firstUnit, next, nextUnit } = surcharge;
  if (grams === undefined || firstUnit === undefined || grams <= firstUnit) return first;
  if (next === undefined || nextUnit === undefined || nextUnit <= 0) return first;
  return first + Math.ceil((grams - firstUnit) / nextUnit) * next;
}

const priorityOf = (entry: CourierReach): number => entry.rule?.priority ?? Number.MAX_SAFE_INTEGER;

function defaultOf(sorted: readonly IndexedRule[], facts: ZoneFacts): CourierRule | undefined {
  return sorted.find(({ rule }) => holds(rule, facts))?.rule;
}

/** Whether the rule's conditions hold; one on an unknown fact does not. */
export function holds({ when }: CourierRule, { pieces, total, flashSale, grams }: ZoneFacts): boolean {
  if (!when) return true;
  return (
    within(pieces, when.minPieces, when.maxPieces) &&
    within(total, when.minTotal, when.maxTotal) &&
    within(grams, when.minGrams, when.maxGrams) &&
    (when.flashSale === undefined || when.flashSale === flashSale)
  );
}

const within = (value: number | undefined, min: number | undefined, max: number | undefined): boolean =>
  (min === undefined && max === undefined) ||
  (value !== undefined && (min === undefined || value >= min) && (max === undefined || value <= max));

const precedes = (match: Match, current: Match): boolean =>
  match.rank !== current.rank
    ? match.rank > current.rank
    : match.entry !== current.entry && byPrecedence(match.entry, current.entry) < 0;
