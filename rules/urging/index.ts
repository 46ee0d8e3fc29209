export { forbidsUrging, type MemoTouch, memoOfTouch, memoTouches } from './memo-touch.ts';
export {
  awake,
  nextTouch,
  type Refusal,
  stopWordIn,
  type UrgingAdvice,
  type UrgingFacts,
  type UrgingHold,
} from './next-touch.ts';
export type { UrgingRules, UrgingStep } from './urging-rules.ts';
