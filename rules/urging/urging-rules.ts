import type { ClockTime } from '../time/clock-time.ts';

/** One step of the ladder: from this age on, these words (mission.md A11). */
export interface UrgingStep {
  afterMinutes: number;
  /** A template of the phrase grammar. */
  text: string;
}

/** How a shop follows up unpaid orders (rules.md §5, row DUN); every value is the shop's to edit. */
export interface UrgingRules {
  /** Most touches per order. */
  touches: number;
  /** Least minutes between two touches of one order. */
  gapMinutes: number;
  /** No touches from … to … (Shanghai); may run over midnight. */
  quiet: { from: ClockTime; to: ClockTime };
  /** A buyer's answer that holds one of these ends the urging of the order. */
  stopWords: string[];
  /** In order of age. */
  steps: UrgingStep[];
}
