import type { LocalText } from '../language/local-text.ts';

/** A row that is left out, and why; the others go in all the same (phrases.md §6.4). */
export interface RowProblem {
  /** Line in a table, place in a list; from 1. */
  row: number;
  kind: 'bad' | 'too-long';
  text: LocalText;
}

/** Tells a row that is left out from one that goes in. */
export const isRowProblem = (read: { text: string } | RowProblem): read is RowProblem =>
  typeof read.text !== 'string';
