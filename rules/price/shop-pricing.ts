import type { CompensationRow } from './compensation.ts';

/** A shop's own way from cost to price, as it writes it: `(成本+10)/0.6/0.7` (mission.md B11). */
export interface NamedFormula {
  id: string;
  name: string;
  expression: string;
}

/** The shop's own rows of the price and compensation helper (mission.md B11, B13). */
export interface ShopPricing {
  formulas: NamedFormula[];
  /** Id of the formula whose price is the floor where a cost is known; without it the cost itself is. */
  floorFormula?: string;
  compensation: CompensationRow[];
}
