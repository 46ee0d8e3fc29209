import {
  type DecisionOutcome,
  type DecisionQuestion,
  type DecisionTable,
  type GuideText,
  guideText,
} from '../../../rules/decisions/index.ts';
import type { Language } from '../../../rules/language/local-text.ts';

/** An id no part of the table has: q1, q2 … */
export function freshId(table: DecisionTable, letter: 'q' | 'o'): string {
  const taken = new Set([...table.questions, ...table.outcomes].map(({ id }) => id));
  let n = 1;
  while (taken.has(`${letter}${n}`)) n += 1;
  return `${letter}${n}`;
}

const freshAnswer = (question: DecisionQuestion): string => {
  const taken = new Set(question.answers.map(({ id }) => id));
  let n = 1;
  while (taken.has(`a${n}`)) n += 1;
  return `a${n}`;
};

export const withQuestion = (table: DecisionTable, question: DecisionQuestion): DecisionTable => ({
  ...table,
  questions: table.questions.map((one) => (one.id === question.id ? question : one)),
});

export const withOutcome = (table: DecisionTable, outcome: DecisionOutcome): DecisionTable => ({
  ...table,
  outcomes: table.outcomes.map((one) => (one.id === outcome.id ? outcome : one)),
});

/** A new question with one answer to fill in; it is reached once an answer leads to it. */
export function addQuestion(table: DecisionTable): DecisionTable {
  const id = freshId(table, 'q');
  const to = table.outcomes[0]?.id ?? '';
  const question: DecisionQuestion = {
    id,
    text: { 'zh-CN': '' },
    answers: [{ id: 'a1', text: { 'zh-CN': '' }, to }],
  };
  return { ...table, questions: [...table.questions, question] };
}

export const addOutcome = (table: DecisionTable): DecisionTable => ({
  ...table,
  outcomes: [...table.outcomes, { id: freshId(table, 'o'), nextStep: { 'zh-CN': '' }, steps: [] }],
});

export const addAnswer = (table: DecisionTable, question: DecisionQuestion): DecisionTable =>
  withQuestion(table, {
    ...question,
    answers: [
      ...question.answers,
      { id: freshAnswer(question), text: { 'zh-CN': '' }, to: table.outcomes[0]?.id ?? '' },
    ],
  });

/** What led to a part that is taken away leads nowhere; the checker says so until it is set right. */
export const withoutPart = (table: DecisionTable, id: string): DecisionTable => ({
  ...table,
  questions: table.questions.filter((one) => one.id !== id),
  outcomes: table.outcomes.filter((one) => one.id !== id),
});

/** Steps from the lines of a text field; a line that stands as it was keeps its other translation. */
export function stepsOf(typed: string, before: readonly GuideText[], language: Language): GuideText[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => before.find((step) => guideText(step, language) === line) ?? { 'zh-CN': line });
}

/** A copy under an id and a name of its own. */
export function copyOf(table: DecisionTable, taken: readonly string[], suffix: string): DecisionTable {
  let n = 2;
  while (taken.includes(`${table.id}-${n}`)) n += 1;
  const { name } = table;
  return {
    ...table,
    id: `${table.id}-${n}`,
    name: {
      'zh-CN': `${name['zh-CN']} ${suffix}`,
      ...(name.en !== undefined && { en: `${name.en} ${suffix}` }),
    },
  };
}
