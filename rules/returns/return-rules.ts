import type { ClockTime } from '../time/clock-time.ts';

/** What is written on the bag of a returned item (包之恋955, RST182; mission.md B8). */
export interface BagCode {
  /** In the title, the specification or the code of the line; the first row that fits decides. */
  match: string;
  /** May name `{货号}`, the line's own code. */
  code: string;
}

/** The shop's habits at the return desk (mission.md B8). */
export interface ReturnRules {
  /** When the day's returns are gone through; absent: no reminder. */
  remindAt?: ClockTime;
  /** Reasons that stand as they are; the buyer is asked to change any other. */
  acceptedReasons: string[];
  bagCodes: BagCode[];
}
