import type { Answers, DecisionTable } from '../../../../rules/decisions/index.ts';
import type { LocalText } from '../../../../rules/language/local-text.ts';
import type { Order } from '../../../../rules/orders/order.ts';
import type { AnsweringAgent } from '../../../../rules/orders/order-values.ts';
import type { ShopPack } from '../../../../rules/packs/shop.ts';
import type { PhraseValues } from '../../../../rules/phrases/phrase.ts';
import type { Platform } from '../../../../rules/platform.ts';
import type { EntryFacts } from '../../../../rules/registers/entry.ts';
import type { ShippingTables } from '../../../../rules/shipping/index.ts';

/** What the guide works with. */
export interface GuideState {
  tables: readonly DecisionTable[];
  shop: ShopPack & ShippingTables;
  agent: AnsweringAgent;
  platform: Platform;
}

/** How far an agent is with one order or chat; kept while the page is open, never stored. */
export interface GuideProgress {
  tableId?: string;
  /** By id of the table. */
  answers: Readonly<Record<string, Answers>>;
  /** What was written into the form, by field. */
  said: Readonly<Record<string, string>>;
}

export interface GuideActions {
  /** Tells at once, and again when the shop changes its tables or numbers. */
  follow(changed: (state: GuideState) => void, signal: AbortSignal): void;
  /** What the open chat tells: values for texts, its order where it shows one, and what the buyer wrote last. */
  chat(): { values: PhraseValues; order?: Order; message?: string };
  recall(key: string): GuideProgress | undefined;
  keep(key: string, progress: GuideProgress): void;
  /** Writes an entry into the registers. A text says why not. */
  write(entry: EntryFacts): Promise<'written' | 'known' | LocalText>;
}
