import { type LocalText, say } from '../../language/local-text.ts';
import { type CellRow, type Delimiter, delimiters, readDelimited } from '../../phrases/files/delimited.ts';
import { finish, type Steps } from '../../phrases/files/steps.ts';
import { type CourierHeader, findCourierHeader } from './courier-columns.ts';
import { joinRows } from './join-rows.ts';
import { placeReader } from './read-places.ts';
import { readLong, readWide } from './read-rows.ts';
import { cellsOf } from './rule-cells.ts';
import type { RuleRow, TableProblem } from './rule-row.ts';

export type { RuleRow, TableProblem };

export interface ReadCourierTable {
  rows: RuleRow[];
  problems: TableProblem[];
  notes: LocalText[];
  /** Codes of the regions that were read, for `CourierTable.codes`. */
  codes: Record<string, string>;
  /** Records of the file, those with problems too. */
  total: number;
}

/** Rows read in one step. */
const stepRows = 100;

/**
 * Makes rules of a table's rows, whether each row is a rule or a place with a courier per column. A row that cannot
 * be read is named and left out; nothing is guessed. Undefined when it is no table of couriers.
 */
export function* readCourierTable(
  table: readonly CellRow[],
  unclosed: readonly number[] = [],
): Steps<ReadCourierTable | undefined> {
  const header = findCourierHeader(table);
  if (!header) return undefined;
  const readPlaces = placeReader();
  const problems: TableProblem[] = unclosed.map((row) => ({
    row,
    text: say('引号没有成对，这一行读不了', 'a quote is never closed'),
  }));
  const rows: RuleRow[] = [];
  const codes: Record<string, string> = {};
  const notes = new Map<string, LocalText>();
  const note = (text: LocalText): unknown => notes.set(text['zh-CN'], text);
  const body = table.slice(header.headRows).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  for (const [at, record] of body.entries()) {
    const cells = cellsOf(record, header);
    const places = readPlaces({
      province: cells('province'),
      city: cells('city'),
      district: cells('district'),
      town: cells('town'),
    });
    if (places.ok) {
      Object.assign(codes, places.codes);
      for (const text of places.notes) note(text);
    }
    const read =
      header.form === 'long' ? readLong(cells, header, places) : readWide(record, cells, header, places);
    for (const one of read) {
      if ('problem' in one) problems.push({ row: record.line, text: one.problem });
      else {
        if (one.assumedUnit) note(assumedText);
        rows.push({ row: record.line, rule: one.rule });
      }
    }
    if (at % stepRows === stepRows - 1) yield { done: at, total: body.length };
  }
  const joined = joinRows(rows);
  problems.push(...joined.problems);
  problems.sort((one, other) => one.row - other.row);
  return {
    rows: joined.rows,
    problems,
    notes: [...headerNotes(header), ...notes.values()],
    codes,
    total: body.length,
  };
}

/** Reads a courier table written as text; undefined for any other text. */
export function* readCourierText(text: string): Steps<ReadCourierTable | undefined> {
  const delimiter = delimiterOf(text);
  if (delimiter === undefined) return undefined;
  const { rows, unclosed } = yield* readDelimited(text, delimiter);
  return yield* readCourierTable(rows, unclosed);
}

function delimiterOf(text: string): Delimiter | undefined {
  return delimiters.find((delimiter) => {
    const { rows } = finish(readDelimited(text.slice(0, 60_000), delimiter, 60));
    return findCourierHeader(rows) !== undefined;
  });
}

const assumedText = say(
  '只写了首重、续重多少钱、没写公斤数的，按 1 公斤读',
  'First and further weights without kilograms were read as one kilogram each',
);

function headerNotes({ dropped, unsure, form, couriers }: CourierHeader): LocalText[] {
  const notes: LocalText[] = [];
  if (form === 'wide')
    notes.push(
      say(
        `每列一家快递：${couriers.map(({ courier }) => courier).join('、')}`,
        `One courier per column: ${couriers.map(({ courier }) => courier).join(', ')}`,
      ),
    );
  const left = dropped.filter((name) => !unsure.includes(name));
  if (left.length > 0)
    notes.push(say(`没有读的列：${left.join('、')}`, `Columns not read: ${left.join(', ')}`));
  for (const name of unsure)
    notes.push(
      say(
        `「${name}」没有写单位，没有读：列名请写成 ${name}(公斤)，或 ${name.replace('重', '费')}(元)`,
        `“${name}” has no unit and was not read: name the column ${name}(公斤) or ${name.replace('重', '费')}(元)`,
      ),
    );
  return notes;
}
