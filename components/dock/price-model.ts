import type { LocalText } from '../../rules/language/local-text.ts';
import type { ShopPack } from '../../rules/packs/shop.ts';
import type { Platform } from '../../rules/platform.ts';
import type { PriceFloor } from '../../rules/price/plan.ts';
import type { ShopPricing } from '../../rules/price/shop-pricing.ts';

/** The price dialog that is open, as the dock shows it. */
export interface PriceView {
  platform: Platform;
  /** Fen; absent when the dialog does not show it. */
  current?: number;
  /** What the dialog can be asked for; absent: everything. */
  ways?: readonly PriceRequest['way'][];
  hasFreight: boolean;
  /** The order the dialog is for, where the page tells. */
  orderId?: string;
  lineTitle?: string;
  /** The platform's own rule, with where it comes from. */
  rule: LocalText;
  /** What the last preview said. */
  preview?: PricePreview;
}

/** What the agent asked for in the price card. Amounts as typed; the rule reads them. */
export interface PriceRequest {
  /** With `round` the value is how: `yuan`, `five` or `nine`. */
  way: 'target' | 'minus' | 'percent' | 'round';
  value: string;
  freight?: string;
  /** What is known of the goods besides what the dialog shows. */
  known?: PriceKnown;
  /** The agent read what stands under a floor and wants it all the same. */
  accepted?: boolean;
  /** Where the number comes from, for the log: a formula with its arithmetic, a code of the live list. */
  source?: string;
  /** Why, in the agent's words, for the log. */
  reason?: string;
}

/** Money is fen, of the whole order. */
export interface PriceKnown {
  cost?: number;
  floors?: PriceFloor[];
  /** How often this order's price was filled in before. */
  changesUsed?: number;
}

export interface PricePreview {
  request: PriceRequest;
  /** Fen, absent when blocked before it could be worked out. */
  newPrice?: number;
  freight?: number;
  payable?: number;
  delta?: number;
  /** Over the cost, where it is known. */
  margin?: number;
  /** What goes into the dialog's price fields, in their order; fen. Absent when blocked. */
  inputs?: readonly number[];
  blocks: LocalText[];
  /** Must be agreed to before anything is filled. */
  confirms: LocalText[];
  warnings: LocalText[];
  /** Set after a fill was read back from the inputs. */
  filled?: boolean;
}

/** The shop's rows of the price and compensation helper, for tools that need no dialog. */
export interface PricingView extends ShopPricing {
  platform: Platform;
  floors: ShopPack['price'];
  /** Words in a title that make goods a flash-sale item. */
  flashWords: readonly string[];
}

/** A number to put into the page, with what it is for the log. */
export interface NumberToPut {
  /** As typed into a field: `-1.58`. */
  text: string;
  /** Where it comes from, in words. */
  way: string;
}

/** `filled`: read back from the field. `sent`: on its way to a frame, which tells how it ended. */
export type NumberPut = 'filled' | 'sent' | 'copied' | 'failed';
