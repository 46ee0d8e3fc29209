import type { Language, LocalText } from '../../rules/language/local-text.ts';
import type { HitReason } from '../../rules/phrases/hit-reason.ts';
import type { PhraseColour, PhraseKind } from '../../rules/phrases/phrase.ts';
import type { Platform } from '../../rules/platform.ts';
import type { WordingHit, WordingLevel } from '../../rules/wording/index.ts';

/** A phrase as the pad lists it. */
export interface PadPhrase {
  id: string;
  title: string;
  text: string;
  code?: string;
  category: string;
  group?: string;
  colour?: PhraseColour;
  pinned: boolean;
  kind?: PhraseKind;
  images: readonly PadImage[];
}

export interface PadImage {
  hash: string;
  name: string;
}

/** A phrase found; `ranges` are UTF-16 offsets into the title, to highlight. */
export interface PadHit {
  phrase: PadPhrase;
  ranges: readonly [number, number][];
  /** Why it was found, where the title does not show it. */
  why?: HitReason;
}

/** Where the list looks: everywhere, in a category, or in one of its groups. */
export interface PadPlace {
  category?: string;
  group?: string;
}

/** The text this buyer would get now. */
export interface PadNext {
  /** With its variables as written. */
  text: string;
  /** 0 is the first. */
  index: number;
  of: number;
  /** Of a ladder: every step was given, this is the last one again. */
  exhausted: boolean;
}

/** One place of a copied or refused text that the wording check names. */
export interface PadWordingHit {
  /** UTF-16 offsets [start, end) into the text. */
  start: number;
  end: number;
  word: string;
  level: WordingLevel;
  reason: LocalText;
  source: string;
  better?: string;
}

interface OfPhrase {
  /** Another for every outcome: a view that shows it anew knows by this. */
  at: number;
  id: string;
  title: string;
}

/** What the last thing the agent did has led to. */
export type PadOutcome =
  /** The text is on the clipboard. */
  | (OfPhrase & {
      kind: 'copied';
      text: string;
      part?: Omit<PadNext, 'text'> & { kind: PhraseKind };
      hits: readonly PadWordingHit[];
      images: readonly PadImage[];
    })
  /** Stop words: copied when it is asked for again. */
  | (OfPhrase & { kind: 'held'; hits: readonly PadWordingHit[] })
  /** Something in it looks like a variable and is none: `names` as written. */
  | (OfPhrase & { kind: 'broken'; names: readonly string[] })
  /** The browser did not take it; the text is shown to be taken by hand. */
  | (OfPhrase & { kind: 'refused'; text: string })
  | (OfPhrase & { kind: 'image'; name: string; result: 'copied' | 'cannot' | 'gone' | 'refused' });

export interface PadModel {
  language: Language;
  theme: 'auto' | 'light' | 'dark';
  /** False until the stores have answered. */
  ready: boolean;
  platform: Platform;
  /** Those one press away, in the order of the product. */
  platforms: readonly Platform[];
  /** As the agent typed it; empty for a buyer without a name. */
  buyer: string;
  /** Phrases that can be seen on this marketplace. */
  count: number;
  categories: readonly { name: string; groups: readonly string[] }[];
  outcome?: PadOutcome;
}

export interface PadActions {
  /** Another function when the phrases have changed. */
  search(query: string, place: PadPlace, limit: number): PadHit[];
  /**
   * Another function when the buyer's memory has changed.
   * @param chosen the text the agent chose instead of the next one
   */
  next(id: string, chosen?: number): PadNext | undefined;
  /** Copies the phrase's next text, or the one chosen: runs inside the agent's own key or click. */
  pick(id: string, chosen?: number): void;
  /** What the wording check says of a text the agent wrote. */
  check(text: string): WordingHit[];
  /** Copies a text the agent wrote. */
  copyDraft(text: string): void;
  /** The agent turned to something else: what was held back is not asked for again. */
  moveOn(): void;
  choosePlatform(platform: Platform): void;
  nameBuyer(nick: string): void;
  /** No name, and nothing remembered of the one before who had none. */
  nextBuyer(): void;
  /** This buyer begins anew with the phrase. */
  startAnew(id: string): void;
  /** Copies the text of the last outcome with the better word in its place. */
  takeBetter(hit: PadWordingHit): void;
  copyImage(phrase: string, image: PadImage): void;
  openOptions(): void;
}
