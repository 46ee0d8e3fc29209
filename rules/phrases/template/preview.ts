import type { PhraseValues } from '../phrase.ts';
import { answerTo, type FormField } from './fields.ts';
import { type FillOptions, fillTemplate } from './fill.ts';

/**
 * The text as it will be once the form is filled in: rows still blank stand as 【name】, or as their default. A phrase
 * that no answer can fill is shown as written.
 * @param options of these `chance` must be steady (chance.ts), else the preview shows other draws than are inserted
 */
export function previewTemplate(
  text: string,
  values: PhraseValues,
  fields: readonly FormField[],
  options: FillOptions = {},
): string {
  const answers = fields.map(({ name, fallback }): [string, string] => [
    name,
    answerTo(options.answers, name) ?? (fallback === undefined ? `【${name}】` : ''),
  ]);
  const filled = fillTemplate(text, values, { ...options, answers: Object.fromEntries(answers) });
  return filled.ok ? filled.text : text;
}
