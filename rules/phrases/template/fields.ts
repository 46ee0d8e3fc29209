import type { PhraseValues } from '../phrase.ts';
import { expandTemplate, type Leaf } from './expand.ts';
import { valueState } from './masked.ts';
import type { SnippetLookup } from './snippets.ts';

/** One row of the form: what the agent is asked before a phrase goes in. */
export interface FormField {
  /** The key of its answer. */
  name: string;
  /** Choices; another text may be written all the same. */
  options?: string[];
  /** Taken when the answer is blank. */
  fallback?: string;
  /**
   * Absent: something only the agent knows, whose last answer is worth remembering. `absent`, `masked`: a value the
   * page should have told; it belongs to this buyer alone and must not be remembered (storage/form-answers.ts).
   */
  page?: 'absent' | 'masked';
}

/** What was answered, by field name. */
export type FormAnswers = Readonly<Record<string, string>>;

/** The answer to a name; a blank one is none. Names are the agent's, so inherited ones are not looked at. */
export function answerTo(answers: FormAnswers | undefined, name: string): string | undefined {
  const answer = answers && Object.hasOwn(answers, name) ? answers[name] : undefined;
  return answer === undefined || answer.trim() === '' ? undefined : answer;
}

/**
 * The rows of the form for a phrase, each name once, in the order of their first place: its own fields, and, where
 * `values` are given, the page's values that are missing and have no default to stand in.
 */
export const fieldsOf = (
  text: string,
  { values, snippet }: { values?: PhraseValues; snippet?: SnippetLookup } = {},
): FormField[] => fieldsIn(expandTemplate(text, snippet), values);

export function fieldsIn(leaves: readonly Leaf[], values: PhraseValues | undefined): FormField[] {
  const fields = new Map<string, FormField>();
  for (const leaf of leaves) {
    if (leaf.kind !== 'field' && leaf.kind !== 'variable') continue;
    const state = leaf.kind === 'variable' ? valueState(values?.[leaf.name]) : undefined;
    if (leaf.kind === 'variable') {
      if (!values || state === 'known') continue;
      if (leaf.fallback !== undefined && !leaf.options) continue;
    }
    const before = fields.get(leaf.name);
    const options = before?.options ?? leaf.options;
    const fallback = before?.fallback ?? leaf.fallback;
    fields.set(leaf.name, {
      name: leaf.name,
      ...(options && { options }),
      ...(fallback !== undefined && { fallback }),
      ...(state && state !== 'known' && { page: state }),
    });
  }
  return [...fields.values()];
}
