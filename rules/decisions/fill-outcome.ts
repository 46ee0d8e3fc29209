import type { Language, LocalText } from '../language/local-text.ts';
import type { PhraseValues } from '../phrases/phrase.ts';
import {
  type FormAnswers,
  type FormField,
  fieldsOf,
  fillTemplate,
  previewTemplate,
  whyNotFilled,
} from '../phrases/template.ts';
import { type DecisionOutcome, type TextReader, textReaders } from './decision-table.ts';
import { guideText } from './guide-text.ts';
import type { GuideValues } from './guide-values.ts';

/** Everything the texts of an outcome are filled with. */
export interface OutcomeMaterial {
  /** Of the order, the shop and the agent. */
  values: PhraseValues;
  guide: GuideValues;
  /** What the agent wrote into the form, by field name. */
  answers: FormAnswers;
  /** Epoch ms. */
  now: number;
}

export interface FilledText {
  reader: TextReader;
  /** Absent while something is missing: a text with a gap is never given away. */
  text?: string;
  /** With 【name】 where something is missing. */
  preview: string;
  /** What is missing, with why. */
  missing?: LocalText;
}

export interface FilledOutcome {
  nextStep: string;
  steps: string[];
  texts: FilledText[];
  /** What the agent must say before every text is whole, each name once. */
  fields: FormField[];
}

/** The memo's line in the shop's form, `MM-DD 代码 事件` (rules.md §8); without the code where none is set. */
export const memoTemplate = (event: string, hasCode = true): string =>
  `{日期=MM-dd} ${hasCode ? '{客服号} ' : ''}${event}`;

/** The outcome with its texts filled, as far as what is known goes. */
export function fillOutcome(
  outcome: DecisionOutcome,
  material: OutcomeMaterial,
  language: Language,
): FilledOutcome {
  const { values, guide, now } = material;
  const said: FormAnswers = { ...guide, ...material.answers };
  const templateOf = (reader: TextReader): string | undefined => {
    const text = outcome[reader];
    return text !== undefined && reader === 'memo' ? memoTemplate(text, values.客服号 !== undefined) : text;
  };
  const asked = (text: string): FormField[] =>
    fieldsOf(text, { values }).filter(({ name }) => !Object.hasOwn(guide, name));
  /** A default stands for what nobody wrote; of choices the first is none before it was chosen. */
  const answersTo = (fields: readonly FormField[]): FormAnswers => {
    const byDefault = fields.filter(({ fallback, options }) => fallback !== undefined && !options);
    return { ...Object.fromEntries(byDefault.map(({ name }) => [name, ''])), ...said };
  };
  const shown = (text: string): string => {
    const fields = fieldsOf(text, { values });
    const open = fields.map(({ fallback, ...field }) =>
      fallback !== undefined && !field.options ? { ...field, fallback } : field,
    );
    return previewTemplate(text, values, open, { answers: said, now });
  };

  const texts = textReaders.flatMap((reader): FilledText[] => {
    const text = templateOf(reader);
    if (text === undefined) return [];
    const answers = answersTo(fieldsOf(text, { values }));
    const filled = fillTemplate(text, values, { answers, now });
    const preview = filled.ok ? filled.text : shown(text);
    return [
      filled.ok ? { reader, text: filled.text, preview } : { reader, preview, missing: whyNotFilled(filled) },
    ];
  });
  const fields = new Map<string, FormField>();
  for (const reader of textReaders) {
    const text = templateOf(reader);
    for (const field of text === undefined ? [] : asked(text))
      if (!fields.has(field.name)) fields.set(field.name, field);
  }
  return {
    nextStep: shown(guideText(outcome.nextStep, language)),
    steps: outcome.steps.map((step) => shown(guideText(step, language))),
    texts,
    fields: [...fields.values()],
  };
}
