import type { PhraseQuestion } from '../../components/dock/model.ts';
import { textsOf } from '../../rules/phrases/next-text.ts';
import type { PhraseValues } from '../../rules/phrases/phrase.ts';
import { type FillOptions, fillTemplate, previewTemplate } from '../../rules/phrases/template.ts';
import type { Phrase } from '../../storage/schemas/phrase.ts';

/**
 * What the agent must say before a text of a phrase can go in: fields only they know, and values the page does not tell
 * (phrases.md §4). Undefined where nothing is missing.
 * @param options asked for each time, so that every preview begins with the same draws
 */
export function askPhrase(
  phrase: Phrase,
  index: number,
  values: PhraseValues,
  options: () => FillOptions,
  last: Readonly<Record<string, string>>,
): PhraseQuestion | undefined {
  const text = textsOf(phrase)[index] ?? phrase.text;
  const filled = fillTemplate(text, values, { ...options(), literal: phrase.literal });
  if (filled.ok) return undefined;
  const { fields } = filled;
  const helped = new Set(fields.map(({ name }) => name));
  // What an answer cannot help stays in the way whatever is said.
  const hopeless = filled.missing.some((name) => !helped.has(name));
  const missing = fields.flatMap(({ name, page }) => (page === undefined ? [] : [name]));
  return {
    title: phrase.title,
    index,
    fields: hopeless ? [] : fields,
    last: { ...last },
    missing: hopeless ? filled.missing.filter((name) => !helped.has(name)) : missing,
    preview: (answers) =>
      previewTemplate(text, values, fields, { ...options(), answers, literal: phrase.literal }),
  };
}
