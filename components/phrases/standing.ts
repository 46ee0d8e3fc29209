import { type NextText, nextText, textsOf } from '../../rules/phrases/next-text.ts';
import type { PhraseView } from '../dock/model.ts';

/** Where a buyer stands with a phrase of several texts, as a row shows it. */
export interface Standing extends NextText {
  /** Chance decides among those this buyer has not had; `text` is only one of them. */
  open: boolean;
  /** Texts this buyer already got, each once. */
  had: number[];
}

/**
 * What would be given next; undefined for a phrase of one text.
 * @param given indexes this buyer already got
 * @param chosen the text the agent chose instead
 */
export function standingOf(
  phrase: PhraseView,
  given: readonly number[] = [],
  chosen?: number,
): Standing | undefined {
  if (phrase.kind === undefined || !phrase.more || phrase.more.length === 0) return undefined;
  const texts = textsOf(phrase);
  const had = [...new Set(given.filter((index) => index < texts.length))];
  if (chosen !== undefined) {
    return {
      index: chosen,
      text: texts[chosen] ?? phrase.text,
      of: texts.length,
      exhausted: false,
      open: false,
      had,
    };
  }
  const next = nextText(phrase, given, 0);
  return { ...next, open: phrase.kind === 'variants' && phrase.pick !== 'turn', had };
}
