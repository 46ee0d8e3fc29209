import type { Steps } from './steps.ts';

export const delimiters = ['\t', ',', ';'] as const;
export type Delimiter = (typeof delimiters)[number];

/** A record of a table: its cells, and the line (from 1) where it begins. */
export interface CellRow {
  line: number;
  cells: string[];
}

export interface DelimitedTable {
  rows: CellRow[];
  /** Lines whose quote is never closed; such a line alone is left out. */
  unclosed: number[];
}

/** Characters read in one step. */
const stepCharacters = 65_536;
const lineEnd = /\r\n?|\n/g;

/**
 * Reads delimited text by RFC 4180: quoted cells hold delimiters, line breaks and doubled quotes; records end with
 * CRLF, LF or CR. A TAB at the beginning of a quoted cell is dropped: programs put it there so that a spreadsheet
 * takes the cell as text (phrases.md §5). Text behind a closing quote is kept. Empty lines are no records.
 *
 * @param most records to read at most
 */
export function* readDelimited(
  text: string,
  delimiter: Delimiter,
  most = Number.POSITIVE_INFINITY,
): Steps<DelimitedTable> {
  const rows: CellRow[] = [];
  const unclosed: number[] = [];
  const plainEnd = new RegExp(`[${delimiter}\\r\\n]`, 'g');
  let at = 0;
  let line = 1;
  let nextStep = stepCharacters;
  while (at < text.length && rows.length < most) {
    const begin = { at, line };
    const cells: string[] = [];
    let bad = false;
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        const quoted = readQuoted(text, at + 1);
        if (!quoted) {
          bad = true;
          break;
        }
        cell = quoted.cell.startsWith('\t') ? quoted.cell.slice(1) : quoted.cell;
        if (quoted.cell.includes('\n') || quoted.cell.includes('\r'))
          line += quoted.cell.match(lineEnd)?.length ?? 0;
        at = quoted.end;
      }
      plainEnd.lastIndex = at;
      const end = plainEnd.exec(text)?.index ?? text.length;
      cell += text.slice(at, end);
      cells.push(cell);
      at = end;
      if (text[at] !== delimiter) break;
      at += 1;
    }
    if (bad) {
      // An open quote would swallow the rest of the file: only the line it stands in is given up.
      unclosed.push(begin.line);
      lineEnd.lastIndex = begin.at;
      at = lineEnd.exec(text)?.index ?? text.length;
      line = begin.line;
    } else if (cells.some((cell) => cell !== '')) rows.push({ line: begin.line, cells });
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    line += 1;
    if (at >= nextStep) {
      nextStep = at + stepCharacters;
      yield { done: at, total: text.length };
    }
  }
  return { rows, unclosed };
}

/** A quoted cell from behind its opening quote to behind its closing one; undefined when it is never closed. */
function readQuoted(text: string, from: number): { cell: string; end: number } | undefined {
  let cell = '';
  for (let at = from; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { cell, end: quote + 1 };
    cell += '"';
    at = quote + 2;
  }
}

/**
 * Writes rows of cells with CRLF, quotes only where needed. A cell that begins with a TAB gets a second one, because
 * readers drop the first.
 *
 * @param hold what stands in the file for a cell, before it is quoted
 */
export function* writeDelimited(
  rows: Iterable<readonly string[]>,
  total: number,
  hold: (cell: string) => string = keepTab,
): Steps<string> {
  const lines: string[] = [];
  for (const cells of rows) {
    lines.push(`${cells.map((cell) => quoted(hold(cell))).join(',')}\r\n`);
    if (lines.length % 1_000 === 0) yield { done: lines.length, total };
  }
  return lines.join('');
}

const keepTab = (cell: string): string => (cell.startsWith('\t') ? `\t${cell}` : cell);

const quoted = (held: string): string =>
  /[",\t\r\n;]/.test(held) ? `"${held.replaceAll('"', '""')}"` : held;
