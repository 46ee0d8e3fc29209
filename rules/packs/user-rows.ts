import type { RowValue } from './platform-row.ts';

/** What the user put in the place of a shipped value (rules.md §9). */
export interface UserRow {
  value: RowValue;
  note?: string;
  /** Day it was set, `YYYY-MM-DD` in Shanghai. */
  date: string;
  /** The shipped value the user saw: one that differs from the present shipped value asks. */
  over: RowValue;
}

/** Row id → the user's value. Ids the pack no longer has are kept: a later pack may have them again. */
export type UserRows = Readonly<Record<string, UserRow>>;
