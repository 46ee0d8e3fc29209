import type { ShopPricing } from '../price/shop-pricing.ts';
import type { ReturnRules } from '../returns/return-rules.ts';
import type { ClockTime } from '../time/clock-time.ts';
import type { UrgingRules } from '../urging/urging-rules.ts';
import type { ShopWording } from '../wording/shop-wording.ts';
import type { CourierTable } from '../zones/table.ts';

export type { ClockTime };

/** Paid before `before` → dispatched then (A10). The last row has no `before`. */
export interface DispatchCutOff {
  before?: ClockTime;
  /** What buyers are told, e.g. 今天上午. */
  says: string;
  /** Days added to the day of payment. */
  plusDays: number;
  /** Time of day by which that batch has left. */
  leavesBy: ClockTime;
}

/** A shop's own numbers (mission.md); the example shop's values ship as a labelled example. Money in fen. */
export interface ShopPack {
  couriers: CourierTable;
  /** Provinces the shop calls remote (rules.md §3), official names. */
  remoteProvinces: string[];
  /** B5: orders under this get a message. */
  minimumOrder: number;
  dispatch: DispatchCutOff[];
  /** B3: words in a goods title that make a line a flash-sale item, and the total from which the manager is asked. */
  flashSale: { words: string[]; askManagerFrom: number };
  /** Hours promised where the page shows no promise (rules.md §1; shown as 推算). */
  promiseHours: number;
  /** Hours left at which a deadline warns (rules.md §9 SHIP-WARN). */
  shipWarnHours: number[];
  /** B10: lowest total the helper fills without a warning, as a share of the current price in percent, and an absolute floor. */
  price: { floorPercent?: number; floor?: number };
  /** Seconds: the shop's own goals beside the platform's limits (metrics.md §9). */
  goals: { meanReply: number; monthMeanReply: number; firstReply: number; breach: number };
  /** A14: words the shop does not use, words it has released, and its own levels. */
  wording: ShopWording;
  /** A11: how unpaid orders are followed up. */
  urging: UrgingRules;
  /** B11, B13: formulas from cost to price, and what may be offered for a complaint. */
  pricing: ShopPricing;
  /** B8: the return desk. */
  returns: ReturnRules;
}
