import type { LocalText } from '../../language/local-text.ts';
import type { PhraseRow } from '../phrase-file.ts';
import type { RowProblem } from '../row-problem.ts';
import type { Column } from './header.ts';

/** What the agent says the columns of a table are. */
export interface ChosenColumns {
  /** Per column what it holds; undefined: not taken over. */
  columns: (Column | undefined)[];
  /** Rows up to and with the header; 0 where there is none. */
  headRows: number;
}

/** A table whose columns could not be told for sure, as it is shown to be answered. */
export interface ColumnQuestion extends ChosenColumns {
  /** The first rows of each column. */
  samples: string[][];
}

/** What a file of phrases holds, whatever program wrote it. */
export interface ReadPhrases {
  /** The kind of file in words. */
  name: LocalText;
  rows: PhraseRow[];
  problems: RowProblem[];
  /** What was guessed, joined or left behind. */
  notes: LocalText[];
  /** The columns could not be told for sure: the agent may say what they are. */
  question?: ColumnQuestion;
  /** Bytes of images as base64, by hash. */
  images?: ReadonlyMap<string, string>;
}
