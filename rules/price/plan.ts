import type { LocalText } from '../language/local-text.ts';
import type { OrderStatus } from '../orders/order.ts';
import type { ShopPack } from '../packs/shop.ts';
import type { Rounding } from './expression.ts';
import type { PriceLimit, PricePlatform } from './limits.ts';
import type { PriceLine } from './split.ts';

/**
 * What the agent asked for, as typed: a new price, so much less, a discount, or rounding off (`value` is then a
 * {@link Rounding}). `freight`: a new postage, 免运费 for none.
 */
export type PriceAsk =
  | { way: 'target' | 'minus' | 'percent'; value: string; freight?: string }
  | { way: 'round'; value: Rounding | ''; freight?: string };

/** The least the goods may cost without the agent's word for it; fen. */
export interface PriceFloor {
  amount: number;
  /** `card`: the product cards' floor prices. `formula`: worked out from the cost, by the formula `name`. */
  why: 'shop' | 'card' | 'formula' | 'cost';
  name?: string;
}

/** What the inputs of a dialog hold: one new total, a signed change per line, or a new total per line. */
export type PriceMode = 'total' | 'line-delta' | 'line-total';

export interface PriceQuestion {
  platform: PricePlatform;
  mode: PriceMode;
  /** As the page shows it now; absent where the page shows none. */
  status?: OrderStatus;
  /** Goods total as the dialog shows it; fen. */
  current: number;
  /** Freight as the dialog shows it; fen. */
  freight?: number;
  /** Needed by the line modes when the order has more than one line. */
  lines?: readonly PriceLine[];
  request: PriceAsk;
  shop: Pick<ShopPack, 'price'>;
  /** What the goods cost the shop; fen. Below it the agent is asked. */
  cost?: number;
  /** Further floors of the goods total: of product cards, of a formula. */
  floors?: readonly PriceFloor[];
  /** The agent saw what `confirms` says and wants it all the same. */
  accepted?: boolean;
  /** How often this order's price was changed already, where that is known. */
  changesUsed?: number;
  /** Rows with the user's own values; the shipped ones otherwise. */
  limits?: readonly PriceLimit[];
}

export interface PricePlan {
  /** Nothing blocks, and what must be agreed to was: the inputs may be filled (never confirmed). */
  ok: boolean;
  /** New goods total; fen. */
  price?: number;
  /** Freight after the change; absent when the dialog shows none and none was asked for. */
  freight?: number;
  /** What the buyer pays; fen. Absent in a line mode whose freight is not shown. */
  payable?: number;
  /** New goods total less the old; fen, negative is a discount as in Taobao's 涨价或折扣. */
  delta?: number;
  /** Margin over `cost`; fen. */
  margin?: number;
  /** What goes into the dialog's price inputs, in their order; fen. Only when `ok`. */
  lineInputs?: number[];
  blocks: LocalText[];
  /** Under a floor: only with the agent's word for it (`accepted`). Empty where nothing is. */
  confirms: LocalText[];
  warnings: LocalText[];
}
