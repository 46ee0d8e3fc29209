import type { LocalText } from '../language/local-text.ts';
import type { Platform } from '../platform.ts';

/** stop: change it or confirm twice; warn: think again; info: good to know (rules.md §7). */
export type WordingLevel = 'stop' | 'warn' | 'info';

export type WordingChannel = 'chat' | 'reply';

/** The groups of rules.md §7; `shop` is the shop's own list (mission.md A14), `urgency` its ban on made-up pressure (§5). */
export type WordingCategory =
  | 'off-platform'
  | 'paid-review'
  | 'absolute'
  | 'medical'
  | 'promise'
  | 'urgency'
  | 'abuse'
  | 'private'
  | 'platform-habit'
  | 'variable'
  | 'shop';

/** One place in a draft that an agent should look at. */
export interface WordingHit {
  /** UTF-16 offsets [start, end) into the draft as written. */
  start: number;
  end: number;
  category: WordingCategory;
  level: WordingLevel;
  /** Why, in one Chinese sentence. */
  reason: string;
  /** The same in both languages of the product. */
  says: LocalText;
  /** Where the rule comes from: a law, a platform's practice, or the shop. */
  source: string;
  /** Better words for the place; absent where the sentence itself must change. */
  suggestion?: string;
}

/** A word of the shop's own, e.g. 保证 → 尽量. */
export interface ShopWord {
  word: string;
  suggestion?: string;
  level?: WordingLevel;
}

export interface WordingOptions {
  platform?: Platform;
  /** Default `chat`. */
  channel?: WordingChannel;
  /** The shop's own list; the example shop's (mission.md A14) when absent, none when empty. */
  shopWords?: readonly (ShopWord | string)[];
  /** Words this shop has released (「此词对本店放行」): a place inside one of them is no hit. */
  allowed?: readonly string[];
}
