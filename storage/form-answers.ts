import * as z from 'zod/mini';
import { recordFields } from './schemas/record.ts';
import type { StoreDefinition } from './store.ts';

/** Names remembered; the ones longest unused go first. */
export const mostNames = 200;
/** A longer answer is a text of its own, not a word to be offered again. */
export const longestAnswer = 200;

const formAnswersSchema = z.object({
  ...recordFields,
  /** Newest first, each name once. */
  answers: z
    .array(
      z.object({
        name: z.string().check(z.minLength(1), z.maxLength(40)),
        text: z.string().check(z.minLength(1), z.maxLength(longestAnswer)),
        /** Epoch ms of the last time it was given. */
        at: z.int(),
      }),
    )
    .check(z.maxLength(mostNames)),
});
export type FormAnswersRecord = z.infer<typeof formAnswersSchema>;

/**
 * What the agent last answered in the form of a phrase, by field name (phrases.md §4). An answer may be a buyer's name:
 * kept as long as buyers' data and erased with it.
 */
export const formAnswersStore: StoreDefinition<FormAnswersRecord> = {
  key: 'form-answers',
  version: 1,
  schema: formAnswersSchema,
  migrations: {},
  defaults: (now) => ({ id: 'form-answers', createdAt: now, updatedAt: now, deletedAt: null, answers: [] }),
};

/** The answers by name, as the form takes them. */
export const lastAnswers = (record: FormAnswersRecord): Record<string, string> =>
  Object.fromEntries(record.answers.map(({ name, text }) => [name, text]));

/** With these answers as the newest. Blank and very long ones are not remembered; what was known of them stays. */
export function withAnswers(
  record: FormAnswersRecord,
  answers: Readonly<Record<string, string>>,
  at: number,
): FormAnswersRecord {
  const fresh = Object.entries(answers)
    .map(([name, text]) => ({ name, text: text.trim(), at }))
    .filter(({ text }) => text !== '' && text.length <= longestAnswer);
  const names = new Set(fresh.map(({ name }) => name));
  const kept = record.answers.filter(({ name }) => !names.has(name));
  return { ...record, updatedAt: at, answers: [...fresh, ...kept].slice(0, mostNames) };
}

/** Without what was last answered before `before` (epoch ms). */
export const withoutAnswersBefore = (record: FormAnswersRecord, before: number): FormAnswersRecord => ({
  ...record,
  answers: record.answers.filter(({ at }) => at >= before),
});
