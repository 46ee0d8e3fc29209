import type { LocalText } from '../../language/local-text.ts';
import type { PhraseRow } from '../phrase-file.ts';
import type { RowProblem } from '../row-problem.ts';

/** What a file of phrases holds, whatever program wrote it. */
export interface ReadPhrases {
  /** The kind of file in words. */
  name: LocalText;
  rows: PhraseRow[];
  problems: RowProblem[];
  /** What was guessed, joined or left behind. */
  notes: LocalText[];
}
