import type { LocalText } from '../language/local-text.ts';
import type { Platform } from '../platform.ts';

/** stop: change it or confirm twice; warn: think again; info: good to know (rules.md §7). */
export const wordingLevels = ['stop', 'warn', 'info'] as const;
export type WordingLevel = (typeof wordingLevels)[number];

/** Where a text is read: by one buyer, by everybody, or by nobody yet (a phrase being written or imported). */
export const wordingChannels = ['chat', 'reply', 'library'] as const;
export type WordingChannel = (typeof wordingChannels)[number];

/** The groups of rules.md §7; `shop` is the shop's own list (mission.md A14), `urgency` its ban on made-up pressure (§5). */
export const wordingCategories = [
  'off-platform',
  'paid-review',
  'absolute',
  'medical',
  'promise',
  'urgency',
  'abuse',
  'private',
  'platform-habit',
  'variable',
  'shop',
] as const;
export type WordingCategory = (typeof wordingCategories)[number];

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

/** Where an entry of the shop applies; everywhere when absent. */
export interface WordingScope {
  platforms?: readonly Platform[];
  channels?: readonly WordingChannel[];
}

/** A word of the shop's own, e.g. 保证 → 尽量. */
export interface ShopWord extends WordingScope {
  word: string;
  suggestion?: string;
  /** A word that a built-in rule finds too takes this level, also a milder one; without it the stricter stays. */
  level?: WordingLevel;
}

/** A word this shop has released (「此词对本店放行」): a place inside one of them is no hit. */
export interface AllowedWord extends WordingScope {
  word: string;
}

/** The shop's own level for a whole category, `off` for none. The last entry that applies wins. */
export interface WordingLevelChoice extends WordingScope {
  category: WordingCategory;
  level: WordingLevel | 'off';
}

export interface WordingOptions {
  platform?: Platform;
  /** Default `chat`. */
  channel?: WordingChannel;
  /** The shop's own list; the example shop's (mission.md A14) when absent, none when empty. */
  shopWords?: readonly (ShopWord | string)[];
  allowed?: readonly (AllowedWord | string)[];
  levels?: readonly WordingLevelChoice[];
}
