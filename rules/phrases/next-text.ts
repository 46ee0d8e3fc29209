import type { PhraseKind } from './phrase.ts';

/** The part of a phrase that says which texts it has. */
export interface ManyTexts {
  text: string;
  kind?: PhraseKind;
  more?: readonly string[];
  pick?: 'turn';
}

export interface NextText {
  /** Which of the phrase's texts, 0 is the first. */
  index: number;
  text: string;
  /** How many texts the phrase has. */
  of: number;
  /** Of a ladder: this buyer already had every step, and `text` is the last one again. */
  exhausted: boolean;
}

/** All texts of a phrase, in order. */
export const textsOf = (phrase: ManyTexts): string[] => [phrase.text, ...(phrase.more ?? [])];

/**
 * The text to give this buyer now (issue "Phrases", 1). A ladder gives the step after the last one given and stays on
 * the last; parts go on after the last part and begin anew when all were given; variants give one this buyer has not
 * had, by turn or by `chance`, and when all were given any but the last.
 * @param given indexes this buyer already got, in the order they were given
 * @param chance 0 ≤ chance < 1, from outside: rules have no randomness of their own
 */
export function nextText(phrase: ManyTexts, given: readonly number[], chance: number): NextText {
  const texts = textsOf(phrase);
  const of = texts.length;
  const had = given.filter((index) => index >= 0 && index < of);
  const last = had.at(-1);
  const at = (index: number, exhausted = false): NextText => ({
    index,
    text: texts[index] ?? phrase.text,
    of,
    exhausted,
  });
  if (of === 1 || phrase.kind === undefined) return { ...at(0), of };
  if (phrase.kind === 'ladder') {
    const step = last === undefined ? 0 : Math.max(...had) + 1;
    return step < of ? at(step) : at(of - 1, true);
  }
  if (phrase.kind === 'parts') return at(last === undefined || last + 1 >= of ? 0 : last + 1);
  const fresh = texts.map((_, index) => index).filter((index) => !had.includes(index));
  const free = fresh.length > 0 ? fresh : texts.map((_, index) => index).filter((index) => index !== last);
  if (phrase.pick === 'turn') {
    const after = last === undefined ? 0 : last + 1;
    return at(free.find((index) => index >= after) ?? free[0] ?? 0);
  }
  return at(free[Math.floor(chance * free.length)] ?? 0);
}
