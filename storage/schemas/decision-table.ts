import * as z from 'zod/mini';
import { type DecisionTable, decisionStarts, factNames } from '../../rules/decisions/index.ts';
import { entryKinds } from '../../rules/registers/entry.ts';
import { recordFields } from './record.ts';

/** Blank texts are let through here: the checker names them in words (rules/decisions/check-table.ts). */
const id = z.string().check(z.maxLength(80));
const line = z.string().check(z.maxLength(400));
const guideText = z.object({ 'zh-CN': line, en: z.exactOptional(line) });
const template = z.exactOptional(z.string().check(z.maxLength(4_000)));

const answerSchema = z.object({
  id,
  text: guideText,
  to: id,
  when: z.exactOptional(
    z.object({
      is: z.exactOptional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(40))),
      from: z.exactOptional(z.int()),
      under: z.exactOptional(z.int()),
    }),
  ),
});

const questionSchema = z.object({
  id,
  text: guideText,
  hint: z.exactOptional(guideText),
  from: z.exactOptional(z.enum(factNames)),
  answers: z.array(answerSchema).check(z.maxLength(40)),
});

const outcomeSchema = z.object({
  id,
  nextStep: guideText,
  steps: z.array(guideText).check(z.maxLength(40)),
  buyer: template,
  warehouse: template,
  courier: template,
  memo: template,
  register: z.exactOptional(
    z.object({
      kind: z.enum(entryKinds),
      dueHours: z.exactOptional(z.int().check(z.maximum(9_000))),
    }),
  ),
  escalate: z.exactOptional(z.literal('manager')),
});

export const decisionTableSchema: z.ZodMiniType<DecisionTable> = z.object({
  id,
  name: guideText,
  starts: z.array(z.enum(decisionStarts)).check(z.maxLength(40)),
  words: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(100)),
  first: id,
  asks: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(40)),
  questions: z.array(questionSchema).check(z.maxLength(200)),
  outcomes: z.array(outcomeSchema).check(z.maxLength(200)),
});

/** The most tables of a shop. */
export const mostTables = 100;
export const decisionTablesSchema = z.array(decisionTableSchema).check(z.maxLength(mostTables));

export const decisionsSchema = z.object({ ...recordFields, tables: decisionTablesSchema });
export type Decisions = z.infer<typeof decisionsSchema>;
