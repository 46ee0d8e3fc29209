import type { LocalText } from '../../../rules/language/local-text.ts';
import type { ListPrice } from '../../../rules/price/list-price.ts';
import type { ListChange } from '../../../rules/price/price-list.ts';
import type { PriceChange } from '../../../storage/schemas/pricing.ts';

/** A price list that was read and compared; nothing is changed yet. */
export interface ListPreview {
  name: string;
  problems: readonly LocalText[];
  notes: readonly LocalText[];
  /** Codes with a price. */
  count: number;
  way: 'replace' | 'add';
  change: Omit<ListChange, 'result'>;
}

export interface PricingModel {
  list: { prices: readonly ListPrice[]; name: string; at: number };
  /** The newest first. */
  log: readonly PriceChange[];
  preview?: ListPreview;
}

/** What the agent does in the section 改价与补偿; formulas, bands and floors go through `saveShop`. */
export interface PricingActions {
  readFile(file: File): void;
  readText(text: string): void;
  chooseWay(way: ListPreview['way']): void;
  applyList(): void;
  cancelList(): void;
  clearList(): void;
  exportLog(format: 'xlsx' | 'csv'): void;
  eraseLog(): void;
}
