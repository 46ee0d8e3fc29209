/** What a shop's courier rule says about a region (issue "Orders", 2; data.md §10). */
export const reaches = ['reaches', 'surcharge', 'slow', 'no', 'unknown'] as const;
export type Reach = (typeof reaches)[number];

/**
 * One rule of the shop. `regions` are official names, `省`, `省/市`, `省/市/区` or `省/市/区/镇`; the longest match wins
 * per courier. A rule with neither regions, words nor `corps` is the courier's default for everywhere else.
 * Precedence: docs/couriers.md.
 */
export interface CourierRule {
  id: string;
  courier: string;
  regions: string[];
  /** Words anywhere in the address (乡, 军区, an estate); with `regions` both must hold. */
  keywords?: string[];
  /** Only addresses of the 新疆 production corps (兵团). */
  corps?: boolean;
  reach: Reach;
  /** Fen; only with `surcharge`. `firstUnit` in grams. */
  surcharge?: { first: number; firstUnit?: number; next?: number; nextUnit?: number };
  /** Conditions on the order; an absent one always holds. Pieces and fen are inclusive. */
  when?: {
    minPieces?: number;
    maxPieces?: number;
    minTotal?: number;
    maxTotal?: number;
    flashSale?: boolean;
    /** Weight of the parcel, inclusive. */
    minGrams?: number;
    maxGrams?: number;
  };
  /** Days on the way, as the shop tells buyers; inclusive. */
  days?: { least?: number; most?: number };
  /** Lower goes first when several couriers reach an address. */
  priority: number;
  note?: string;
}

export interface CourierTable {
  name: string;
  /** True for the shipped example shop, so that no surface passes it off as this shop's own. */
  example: boolean;
  rules: CourierRule[];
  /**
   * Division codes of the regions the rules write, by the text of the region: two, four or six digits, with `/镇` behind
   * them for a town. Filled in where the lists of divisions are at hand (`withCodes`), so that a rule on a former or
   * renamed district follows its successor on pages that carry no lists. Regions without a code go by their names.
   */
  codes?: Record<string, string>;
}
