import type { DecisionAnswer, DecisionOutcome, DecisionQuestion, FactTest } from '../decision-table.ts';
import type { FactName } from '../fact-kinds.ts';
import type { GuideText } from '../guide-text.ts';

/** The shipped tables are written in rows: Chinese first, English behind. */
export const text = (zh: string, en: string): GuideText => ({ 'zh-CN': zh, en });

export type AnswerRow = [id: string, zh: string, en: string, to: string, when?: FactTest];

export const question = (
  id: string,
  zh: string,
  en: string,
  answers: readonly AnswerRow[],
  more: { from?: FactName; hint?: GuideText } = {},
): DecisionQuestion => ({
  id,
  text: text(zh, en),
  ...more,
  answers: answers.map(
    ([answerId, answerZh, answerEn, to, when]): DecisionAnswer => ({
      id: answerId,
      text: text(answerZh, answerEn),
      to,
      ...(when && { when }),
    }),
  ),
});

export const outcome = (
  id: string,
  zh: string,
  en: string,
  more: Omit<DecisionOutcome, 'id' | 'nextStep' | 'steps'> & { steps?: readonly [zh: string, en: string][] },
): DecisionOutcome => {
  const { steps = [], ...rest } = more;
  return {
    id,
    nextStep: text(zh, en),
    steps: steps.map(([stepZh, stepEn]) => text(stepZh, stepEn)),
    ...rest,
  };
};
