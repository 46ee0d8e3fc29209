import type { PhraseQuestion } from '../../components/dock/model.ts';
import { textsOf } from '../../rules/phrases/next-text.ts';
import type { PhraseValues } from '../../rules/phrases/phrase.ts';
import { type FillOptions, fillTemplate } from '../../rules/phrases/template.ts';
import type { Phrase } from '../../storage/schemas/phrase.ts';

/**
 * What the agent must say before a text of a phrase can go in: fields only they know, and values the page does not tell
 * (phrases.md §4). Undefined where nothing is missing.
 */
export function askPhrase(
  phrase: Phrase,
  index: number,
  values: PhraseValues,
  options: FillOptions,
  last: Readonly<Record<string, string>>,
): PhraseQuestion | undefined {
  const text = textsOf(phrase)[index] ?? phrase.text;
  const filled = fillTemplate(text, values, { ...options, literal: phrase.literal });
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
    preview(answers) {
      const shown = Object.fromEntries(
        fields.map(({ name, fallback }) => {
          const answer = answers[name] ?? '';
          return [name, answer.trim() === '' && fallback === undefined ? `〔${name}〕` : answer];
        }),
      );
      const now = fillTemplate(text, values, { ...options, answers: shown, literal: phrase.literal });
      return now.ok ? now.text : text;
    },
  };
}
