import type { NextText } from '../../rules/phrases/next-text.ts';
import type { PhraseValues } from '../../rules/phrases/phrase.ts';
import {
  type Chance,
  type FormAnswers,
  type FormField,
  fillTemplate,
  type SnippetLookup,
} from '../../rules/phrases/template.ts';
import { checkWording, type WordingHit, type WordingOptions } from '../../rules/wording/index.ts';

/** What becomes of a phrase on its way to the clipboard. */
export type CopyPlan =
  | ReadyText
  /** Only the agent knows these: a pad has no page to ask. */
  | { kind: 'ask'; fields: FormField[] }
  /** Looks like variables and is none, as written. */
  | { kind: 'broken'; names: string[] };

/** A text that could be copied, with what the wording check says of it. */
export interface ReadyText {
  kind: 'ready';
  text: string;
  hits: WordingHit[];
}

export interface CopyFrom {
  values: PhraseValues;
  answers?: FormAnswers | undefined;
  /** Epoch ms. */
  now: number;
  snippet: SnippetLookup;
  chance: Chance;
  literal?: boolean | undefined;
  wording: WordingOptions;
}

/**
 * Fills a phrase's text without a page: what a page would tell is asked for (issue "Phrases", 8). Checked for wording
 * before it is copied, because out of sight of the browser nothing else will.
 */
export function planCopy({ text }: Pick<NextText, 'text'>, from: CopyFrom): CopyPlan {
  const { values, wording, ...options } = from;
  const filled = fillTemplate(text, values, options);
  if (filled.ok) return planText(filled.text, wording);
  const asked = new Set(filled.fields.map(({ name }) => name));
  const names = filled.missing.filter((name) => !asked.has(name));
  return names.length > 0 ? { kind: 'broken', names } : { kind: 'ask', fields: filled.fields };
}

export const planText = (text: string, wording: WordingOptions): ReadyText => ({
  kind: 'ready',
  text,
  hits: checkWording(text, wording),
});
