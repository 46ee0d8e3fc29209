import { type FlagName, flagNames } from '../orders/flag.ts';
import type { EntryKind } from '../registers/entry.ts';
import type { FactName, FactValue } from './fact-kinds.ts';
import type { GuideText } from './guide-text.ts';

/** Situations no mark stands for: an open refund, goods on their way back, a parcel the buyer has. */
export const decisionCases = ['refunding', 'returning', 'received'] as const;
export type DecisionCase = (typeof decisionCases)[number];

/** For which orders a table is offered; one without any is opened by hand. */
export const decisionStarts = [...flagNames, ...decisionCases] as const;
export type DecisionStart = FlagName | DecisionCase;

/** What a fact must say for an answer to be given by itself: one of the words, or a number from (with) and under. */
export interface FactTest {
  is?: string[];
  from?: number;
  under?: number;
}

export interface DecisionAnswer {
  id: string;
  text: GuideText;
  /** Id of the question or outcome it leads to. */
  to: string;
  when?: FactTest;
}

export interface DecisionQuestion {
  id: string;
  text: GuideText;
  hint?: GuideText;
  /** The fact that answers it, where it is known. */
  from?: FactName;
  answers: DecisionAnswer[];
}

/** Whom a text is for. */
export const textReaders = ['buyer', 'warehouse', 'courier', 'memo'] as const;
export type TextReader = (typeof textReaders)[number];

export interface DecisionOutcome {
  id: string;
  /** What to do now, in one sentence. */
  nextStep: GuideText;
  steps: GuideText[];
  /** Texts to copy, in the grammar of phrases (docs/phrases.md); always Chinese. */
  buyer?: string;
  warehouse?: string;
  courier?: string;
  /** The event of the memo; date and agent's code are put before it (rules.md §8). */
  memo?: string;
  register?: { kind: EntryKind; dueHours?: number };
  escalate?: 'manager';
}

/** A guided decision: data a shop can change (mission.md B6, B7, B8, B13, B14). */
export interface DecisionTable {
  id: string;
  name: GuideText;
  starts: DecisionStart[];
  /** Words of a buyer's message for which it is offered beside the chat. */
  words: string[];
  /** Id of the question or outcome it begins with. */
  first: string;
  /** Names in its texts that are no value of the page and are asked from the agent. */
  asks: string[];
  questions: DecisionQuestion[];
  outcomes: DecisionOutcome[];
}

/** Whether a known value passes a test. A test of nothing passes no value: facts answer nothing by chance. */
export function passes(value: FactValue, { is, from, under }: FactTest): boolean {
  if (typeof value === 'string') return is?.includes(value) === true;
  if (from === undefined && under === undefined) return false;
  return (from === undefined || value >= from) && (under === undefined || value < under);
}
