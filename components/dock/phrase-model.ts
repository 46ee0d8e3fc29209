import type { HitReason } from '../../rules/phrases/hit-reason.ts';
import type { PhraseColour, PhraseKind } from '../../rules/phrases/phrase.ts';
import type { FormField } from '../../rules/phrases/template.ts';

/** A phrase as the dock and the palette list it. */
export interface PhraseView {
  id: string;
  title: string;
  text: string;
  code?: string;
  category: string;
  /** The second level. */
  group?: string;
  tags?: readonly string[];
  colour?: PhraseColour;
  /** The agent's own, not the shop's. */
  personal?: boolean;
  pinned?: boolean;
  /** Of a phrase with several texts. */
  kind?: PhraseKind;
  more?: readonly string[];
  pick?: 'turn';
  images?: number;
}

/** Why a phrase is offered before anything was searched for. */
export type OfferReason =
  /** The part after the one that was just sent. */
  | 'next-part'
  /** This agent answers messages like the buyer's last one with it. */
  | 'learnt'
  /** It shares words with the buyer's last message. */
  | 'words';

export interface PhraseOffer {
  id: string;
  why: OfferReason;
  /** With `words`: the words. */
  words?: string;
}

/** A hit of the palette; `ranges` are UTF-16 offsets into the title, to highlight. */
export interface PhraseHit {
  phrase: PhraseView;
  ranges: [number, number][];
  /** Where the title does not show it. */
  why?: HitReason;
  offer?: PhraseOffer;
}

/** How far the open conversation's buyer is with phrases, and what may be wanted next. */
export interface GivingView {
  /** By phrase id: the texts this buyer already got, in the order they were given. */
  given: Readonly<Record<string, readonly number[]>>;
  /** In the order they are shown. */
  offers: readonly PhraseOffer[];
}

/** How a phrase is to be given; what is absent is worked out when it is inserted. */
export interface PhraseChoice {
  /** Which of its texts. */
  index?: number;
  /** What the agent said in the form. */
  answers?: Readonly<Record<string, string>>;
  /** What was typed for it in the editor and gives way to it. */
  replace?: string;
  /** Whose turn it counts for, where the chat stands in another frame. */
  conversation?: string;
}

/** What must be said before a phrase can go in. */
export interface PhraseQuestion {
  title: string;
  index: number;
  /** Empty where no answer helps: what is missing is no variable. */
  fields: FormField[];
  /** What was answered the last time. */
  last: Record<string, string>;
  /** Names of values the page does not tell, or braces that are no variable. */
  missing: string[];
  preview(answers: Readonly<Record<string, string>>): string;
}
