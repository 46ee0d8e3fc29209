import type { LocalText } from '../../../rules/language/local-text.ts';
import type { ShiftTimes } from '../../../rules/shift/correct-shift.ts';
import type { Shift } from '../../../rules/shift/shift.ts';
import type { ShiftSum } from '../../shift/model.ts';

export interface ShiftsActions {
  /** Why the times cannot be; undefined when they were kept. */
  correct(id: string, times: ShiftTimes): Promise<LocalText | undefined>;
  remove(id: string): void;
  /** What a shift came to. */
  sum(shift: Shift): Promise<ShiftSum>;
}
