import {
  type DecisionAnswer,
  type DecisionOutcome,
  type DecisionQuestion,
  type DecisionTable,
  passes,
} from './decision-table.ts';
import type { Facts } from './fact-kinds.ts';

/** Ids of answers by id of their question: what the agent said, also against a fact. */
export type Answers = Readonly<Record<string, string>>;

export interface WalkStep {
  question: DecisionQuestion;
  answer: DecisionAnswer;
  by: 'fact' | 'agent';
}

export interface Walk {
  path: WalkStep[];
  /** The question that must be asked next. */
  question?: DecisionQuestion;
  /** Where the path ends. Neither: the table is broken, which the checker refuses (check-table.ts). */
  outcome?: DecisionOutcome;
}

/**
 * How far a table leads with what is known. The agent's own answer goes before the fact; a fact that is not known, or
 * fits no answer, is asked. Always ends: no question is passed twice.
 */
export function walk(table: DecisionTable, facts: Facts, answers: Answers): Walk {
  const questions = new Map(table.questions.map((question) => [question.id, question]));
  const path: WalkStep[] = [];
  const passed = new Set<string>();
  let at = table.first;
  for (;;) {
    const question = questions.get(at);
    if (!question || passed.has(at)) {
      const outcome = table.outcomes.find(({ id }) => id === at);
      return { path, ...(outcome && { outcome }) };
    }
    passed.add(at);
    const step = answered(question, facts, answers);
    if (!step) return { path, question };
    path.push(step);
    at = step.answer.to;
  }
}

function answered(question: DecisionQuestion, facts: Facts, answers: Answers): WalkStep | undefined {
  const said = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
  const own = question.answers.find(({ id }) => id === said);
  if (own) return { question, answer: own, by: 'agent' };
  const value = question.from === undefined ? undefined : facts[question.from];
  if (value === undefined) return undefined;
  const fitting = question.answers.find(({ when }) => when !== undefined && passes(value, when));
  return fitting && { question, answer: fitting, by: 'fact' };
}

/** What a path says about facts: a number only that it lies in a range. */
export interface Told {
  facts: Facts;
  ranges: Partial<Record<keyof Facts, { from?: number; under?: number }>>;
}

/**
 * The facts with what the agent said on the path: an answer against a fact replaces it, so that texts and amounts
 * follow the agent and not the page.
 */
export function toldBy(path: readonly WalkStep[], facts: Facts): Told {
  const told: Told = { facts: { ...facts }, ranges: {} };
  for (const { question, answer, by } of path) {
    const { from: name } = question;
    if (by !== 'agent' || name === undefined) continue;
    const value = told.facts[name];
    if (value !== undefined && answer.when && passes(value, answer.when)) continue;
    delete told.facts[name];
    const { is, from, under } = answer.when ?? {};
    const [only, ...others] = is ?? [];
    if (only !== undefined && others.length === 0) told.facts[name] = only;
    else if (from !== undefined || under !== undefined)
      told.ranges[name] = { ...(from !== undefined && { from }), ...(under !== undefined && { under }) };
  }
  return told;
}
