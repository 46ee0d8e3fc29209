import type { LocalText } from '../../rules/language/local-text.ts';
import type { Figure } from '../../rules/metrics/figure.ts';
import type { Shift } from '../../rules/shift/shift.ts';

/** The shift that runs, or the one that was ended a moment ago and may go on. */
export interface ShiftView {
  running?: Shift;
  ended?: Shift;
}

export interface ShiftActions {
  begin(): void;
  end(): void;
  pause(paused: boolean): void;
  /** Takes the end back. */
  resume(): void;
  /** Copies the draft of the handover sheet, on the agent's own click; false where it could not be copied. */
  handover(): Promise<boolean>;
}

/** Figures of one platform in a shift; platforms are never added up. */
export interface ShiftGroup {
  id: string;
  name: LocalText;
  figures: readonly Figure[];
}

/** What a shift came to. */
export interface ShiftSum {
  groups: readonly ShiftGroup[];
  /** Orders handled. */
  orders: number;
}
