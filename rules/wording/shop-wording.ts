import type { Platform } from '../platform.ts';
import type {
  AllowedWord,
  ShopWord,
  WordingChannel,
  WordingHit,
  WordingLevelChoice,
  WordingOptions,
} from './hit.ts';
import { foldWording, tightenWording } from './normalise.ts';

/** A word of the shop's list as kept. */
export interface ShopWordEntry extends ShopWord {
  id: string;
}

/** A word the shop has released (rules.md §7, 此词对本店放行). */
export interface WordingException extends AllowedWord {
  id: string;
  /** Epoch ms at which it was released. */
  at: number;
}

/** What a shop has changed about the wording check. */
export interface ShopWording {
  words: readonly ShopWordEntry[];
  exceptions: readonly WordingException[];
  levels: readonly WordingLevelChoice[];
}

/** The check as this shop wants it, for one marketplace and channel. */
export const wordingOf = (
  { words, exceptions, levels }: ShopWording,
  platform: Platform | undefined,
  channel: WordingChannel,
): WordingOptions => ({
  ...(platform !== undefined && { platform }),
  channel,
  shopWords: words,
  allowed: exceptions,
  levels,
});

/** A word as it is compared: two spellings of one disguise are one word. */
export const sameWord = (one: string, other: string): boolean => wordAsRead(one) === wordAsRead(other);

/** A word as texts are read: folded, without the signs that may stand inside it. */
export const wordAsRead = (word: string): string => tightenWording(foldWording(word)).text.trim();

/** A draft with one hit replaced by its better words; unchanged where the hit has none or is not there any more. */
export function withSuggestion(draft: string, hit: Pick<WordingHit, 'start' | 'end' | 'suggestion'>): string {
  if (hit.suggestion === undefined) return draft;
  return draft.slice(0, hit.start) + hit.suggestion + draft.slice(hit.end);
}
