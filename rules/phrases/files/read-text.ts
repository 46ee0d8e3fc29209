import { unknownTable } from './choose-columns.ts';
import { type CellRow, type Delimiter, delimiters, readDelimited } from './delimited.ts';
import { findHeader } from './header.ts';
import type { ChosenColumns, ReadPhrases } from './read-phrases.ts';
import { readTable } from './read-table.ts';
import { finish, type Steps } from './steps.ts';

/** Characters and records looked at to tell comma, tab and semicolon apart. */
const sampleCharacters = 20_000;
const sampleRows = 8;

/**
 * What a table's cells are parted by, as its header says; without a header, whatever makes the same number of columns
 * most often. Of equals the tab: phrases hold commas, but hardly ever tabs.
 */
export function delimiterOf(text: string): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const { rows } = finish(readDelimited(text.slice(0, sampleCharacters), delimiter, sampleRows));
    const score = scoreOf(rows);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** A header outweighs everything; then rows of the same width of two and more cells. */
function scoreOf(rows: readonly CellRow[]): number {
  const header = findHeader(rows);
  if (header) return 1_000 + header.columns.filter((column) => column !== undefined).length;
  const width = rows[0]?.cells.length ?? 0;
  return width < 2 ? 0 : rows.filter(({ cells }) => cells.length === width).length;
}

/**
 * Reads a table written as text. Undefined when its columns cannot be told.
 * @param choose what the agent said, or says by the same header, the columns are; asked with the table's rows
 */
export function* readPhraseText(
  text: string,
  choose: (rows: readonly CellRow[]) => ChosenColumns | undefined = () => undefined,
): Steps<ReadPhrases | undefined> {
  const { rows, unclosed } = yield* readDelimited(text, delimiterOf(text));
  return (yield* readTable(rows, unclosed, true, choose(rows))) ?? unknownTable(rows);
}
