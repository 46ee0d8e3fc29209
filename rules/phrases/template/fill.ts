import type { PhraseValues } from '../phrase.ts';
import { type Chance, drawDigits, drawOne, drawUuid } from './chance.ts';
import { writeDate } from './dates.ts';
import { expandTemplate, type Leaf, type SnippetTrouble } from './expand.ts';
import { answerTo, type FormAnswers, type FormField, fieldsIn } from './fields.ts';
import { valueState } from './masked.ts';
import { scanPieces } from './scan.ts';
import type { SnippetLookup } from './snippets.ts';

/**
 * Why something in `missing` could not be filled. `absent`, `masked`: the page does not tell it, or only in part;
 * `asked`: only the agent knows it and has not said; `unknown`: looks like a variable and is none; the others: a phrase
 * inside this one could not be taken in.
 */
export type MissingReason = 'absent' | 'masked' | 'asked' | 'unknown' | SnippetTrouble;

export type FilledTemplate =
  | {
      ok: true;
      text: string;
      /** Where the caret should stand, one after the other: UTF-16 offsets in `text`, ascending, each once. */
      stops: number[];
    }
  | {
      ok: false;
      /** Names of values without one; what is no variable as written, braces included. Each once, in order. */
      missing: string[];
      /** Reason for each entry of `missing`, at the same place. */
      reasons: MissingReason[];
      /** Rows of the form that would help, in order, whether answered yet or not. */
      fields: FormField[];
    };

export interface FillOptions {
  /** What the agent said in the form, by field name. */
  answers?: FormAnswers | undefined;
  /** Epoch ms; without it dates are missing. */
  now?: number | undefined;
  snippet?: SnippetLookup | undefined;
  /** Without it numbers by chance are missing, and of several texts the first is taken. */
  chance?: Chance | undefined;
  /** The phrase is switched off for variables: it is given as it is. */
  literal?: boolean | undefined;
}

/**
 * Puts values into a phrase. A value that is absent, blank or masked takes the variable's default; without one, and
 * without the agent's own answer, the phrase is not filled and the name is reported: a blank is never written
 * (phrases.md §4). Values and answers are plain text, braces in them are not read again.
 */
export function fillTemplate(text: string, values: PhraseValues, options: FillOptions = {}): FilledTemplate {
  if (options.literal) return { ok: true, text, stops: [] };
  const leaves = expandTemplate(text, options.snippet);
  const fields = fieldsIn(leaves, values);
  const fallbacks = new Map(fields.map(({ name, fallback }) => [name, fallback]));
  const missing = new Map<string, MissingReason>();
  const stops = new Set<number>();
  let filled = '';
  /** The text with every fill as one letter, and with those of the phrase's own words as they are. */
  let shape = '';
  let wording = '';
  for (const leaf of leaves) {
    if (leaf.kind === 'cursor') stops.add(filled.length);
    const said = sayLeaf(leaf, values, fallbacks, options);
    if ('reason' in said) {
      if (!missing.has(said.name)) missing.set(said.name, said.reason);
      continue;
    }
    filled += said.text;
    wording += said.foreign ? somebody : said.text;
    shape += leaf.kind === 'text' || leaf.kind === 'cursor' ? said.text : somebody;
  }
  for (const written of [shape, wording])
    if (missing.size === 0) for (const piece of lookalikes(written)) missing.set(piece, 'unknown');
  if (missing.size === 0) return { ok: true, text: filled, stops: [...stops] };
  return { ok: false, missing: [...missing.keys()], reasons: [...missing.values()], fields };
}

/** Stands for a fill while the text around the values is looked at: a letter, so that braces around it count. */
export const somebody = '某';

/** Braces left over around a value, or a name that only came together when something between it was filled. */
export const lookalikes = (text: string): string[] =>
  scanPieces(text).flatMap((piece) => (piece.kind === 'text' ? [] : [piece.text]));

type Said =
  /** `foreign`: not the phrase's own words, never read again. */
  { text: string; foreign?: true } | { name: string; reason: MissingReason };

function sayLeaf(
  leaf: Leaf,
  values: PhraseValues,
  fallbacks: ReadonlyMap<string, string | undefined>,
  { answers, now, chance }: FillOptions,
): Said {
  /** The default of a row the agent saw and left blank. */
  const leftBlank = (name: string): string | undefined =>
    answers && Object.hasOwn(answers, name) ? fallbacks.get(name) : undefined;
  switch (leaf.kind) {
    case 'text':
      return { text: leaf.text };
    case 'quoted':
      return { text: leaf.text, foreign: true };
    case 'cursor':
      return { text: '' };
    case 'variable': {
      const answer = answerTo(answers, leaf.name);
      if (answer !== undefined) return { text: answer, foreign: true };
      const value = values[leaf.name] ?? '';
      const state = valueState(value);
      if (state === 'known') return { text: value, foreign: true };
      const fallback = leaf.options ? leftBlank(leaf.name) : leaf.fallback;
      return fallback === undefined ? { name: leaf.name, reason: state } : { text: fallback };
    }
    case 'field': {
      const answer = answerTo(answers, leaf.name);
      if (answer !== undefined) return { text: answer, foreign: true };
      const fallback = leftBlank(leaf.name);
      return fallback === undefined ? { name: leaf.name, reason: 'asked' } : { text: fallback };
    }
    case 'date':
      return now === undefined ? { name: leaf.text, reason: 'absent' } : { text: writeDate(leaf, now) };
    case 'random':
      return { text: chance ? drawOne(leaf.options, chance) : (leaf.options[0] ?? '') };
    case 'number':
      return chance ? { text: drawDigits(leaf.digits, chance) } : { name: leaf.text, reason: 'absent' };
    case 'uuid':
      return chance ? { text: drawUuid(chance) } : { name: leaf.text, reason: 'absent' };
    case 'trouble':
      return { name: leaf.text, reason: leaf.trouble };
    case 'unknown':
      return { name: leaf.text, reason: 'unknown' };
  }
}
