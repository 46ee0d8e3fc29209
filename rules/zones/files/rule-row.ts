import type { LocalText } from '../../language/local-text.ts';
import type { WrittenRule } from './read-rows.ts';

/** A rule a file carries; the id is absent where the file has none. `row` is its line, from 1. */
export interface RuleRow {
  row: number;
  rule: WrittenRule;
}

export interface TableProblem {
  row: number;
  text: LocalText;
}
