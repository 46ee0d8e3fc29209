import { type LocalText, say } from '../../language/local-text.ts';
import { asForeign, type PhraseRow, titleFrom, tooLongFor } from '../phrase-file.ts';
import { levelMark } from '../phrase-import.ts';
import { isRowProblem, type RowProblem } from '../row-problem.ts';
import { askColumns, columnNames } from './choose-columns.ts';
import type { CellRow } from './delimited.ts';
import { type Column, findHeader, guessColumns, type TableFormat, type TableHeader } from './header.ts';
import { readMoment } from './read-moment.ts';
import type { ChosenColumns, ReadPhrases } from './read-phrases.ts';
import type { Steps } from './steps.ts';
import { isYes, readTrait, splitCell, traitColumns } from './trait-cells.ts';

export const tableFormatNames: Record<TableFormat, LocalText> = {
  qianniu: say('千牛快捷短语', 'Qianniu phrases'),
  'merchant-im': say('商家客服快捷短语（和千牛相近）', 'Merchant IM phrases (of the Qianniu family)'),
  'qianniu-helper': say('千牛助手导出的短语', "A Qianniu helper's export"),
  kefubao: say('客服宝话术', 'Kefubao phrases'),
  'own-table': say('手边导出的表格', 'A table this extension wrote'),
  table: say('表格', 'Table'),
  guessed: say('没有表头的表格', 'A table without header'),
  chosen: say('自己选列的表格', 'A table with columns you chose'),
};

/** Rows turned into phrases in one step. */
const stepRows = 2_000;

/**
 * Makes phrases of a table's rows. Undefined when the table has no header and cannot be guessed.
 *
 * @param fromText whether the cells come from delimited text, where one family writes `&#13;` and `&#44;`
 * @param chosen what the agent says the columns are, in place of what the table says
 */
export function* readTable(
  table: readonly CellRow[],
  unclosed: readonly number[],
  fromText: boolean,
  chosen?: ChosenColumns,
): Steps<ReadPhrases | undefined> {
  const header = chosen
    ? { ...chosen, format: 'chosen' as const, dropped: [] }
    : (findHeader(table) ?? guessColumns(table));
  if (!header) return undefined;
  // Our own table says itself where braces are no variables.
  const foreign = header.format !== 'own-table';
  const rows: PhraseRow[] = [];
  const problems: RowProblem[] = unclosed.map((row) => ({
    row,
    kind: 'bad',
    text: say(`第 ${row} 行：引号没有成对，这一行读不了`, `Line ${row}: a quote is never closed`),
  }));
  // Only that family's own header: elsewhere the same letters are what the agent wrote.
  const escaped = fromText && header.format === 'merchant-im';
  const body = table.slice(header.headRows);
  for (const [at, record] of body.entries()) {
    const cells = escaped
      ? record.cells.map((cell) => cell.replaceAll('&#13;', '\r').replaceAll('&#44;', ','))
      : record.cells;
    const read = tooManyCells(record, header, fromText) ?? readRow(record.line, cells, header);
    if (read && isRowProblem(read)) problems.push(read);
    else if (read) rows.push(foreign ? asForeign(read) : read);
    if (at % stepRows === stepRows - 1) yield { done: at, total: body.length };
  }
  problems.sort((a, b) => a.row - b.row);
  const isUnsure = header.format === 'guessed' || header.format === 'chosen';
  return {
    name: tableFormatNames[header.format],
    rows,
    problems,
    notes: notesOf(header),
    ...(isUnsure && { question: askColumns(table, header) }),
  };
}

/** Cells beyond the header's are what an unquoted comma in the text made: half a text must not go in. */
function tooManyCells(record: CellRow, header: TableHeader, fromText: boolean): RowProblem | undefined {
  const width = header.columns.length;
  if (!fromText || record.cells.slice(width).every((cell) => cell.trim() === '')) return undefined;
  const { line, cells } = record;
  return {
    row: line,
    kind: 'bad',
    text: say(
      `第 ${line} 行：有 ${cells.length} 格，表头只有 ${width} 格，多半是内容里的逗号没有加引号`,
      `Line ${line}: ${cells.length} cells under ${width} columns, probably a comma without quotes in the text`,
    ),
  };
}

function readRow(
  line: number,
  cells: readonly string[],
  header: TableHeader,
): PhraseRow | RowProblem | undefined {
  if (cells.every((cell) => cell.trim() === '')) return undefined;
  const held: Partial<Record<Column, string>> = {};
  const tags: string[] = [];
  const more: string[] = [];
  for (const [at, column] of header.columns.entries()) {
    const cell = cells[at] ?? '';
    if (column === undefined || cell.trim() === '') continue;
    if (column === 'tags') tags.push(...splitCell(cell));
    else if (column === 'kept-as-tag') tags.push(cell.trim());
    else if (column === 'more') more.push(cell.replace(/\r\n?/g, '\n'));
    else held[column] = column === 'text' ? cell : cell.trim();
  }
  const text = (held.text ?? '').replace(/\r\n?/g, '\n');
  if (text.trim() === '')
    return {
      row: line,
      kind: 'bad',
      text: say(`第 ${line} 行：缺少内容`, `Line ${line}: the text is missing`),
    };
  const kept = [...new Set(tags)];
  const changedAt = held.changed === undefined ? undefined : readMoment(held.changed);
  const row: PhraseRow = {
    row: line,
    title: held.title ?? titleFrom(text),
    text,
    ...(held.title === undefined && { untitled: true }),
    ...(held.code !== undefined && { code: held.code }),
    ...placeOf(held.group, held.group2, header.format === 'qianniu-helper'),
    ...(kept.length > 0 && { tags: kept }),
    ...(held.pinned !== undefined && isYes(held.pinned) && { pinned: true }),
    ...(more.length > 0 && { more }),
    ...Object.assign({}, ...traitColumns.map((name) => readTrait[name](held[name] ?? ''))),
    ...(changedAt !== undefined && { changedAt }),
  };
  // Several texts that say not what they are to each other follow one another.
  if (row.more && !row.kind) row.kind = 'parts';
  const long = tooLongFor(row);
  if (!long) return row;
  return {
    row: line,
    kind: 'too-long',
    text: say(`第 ${line} 行：${long['zh-CN']}`, `Line ${line}: ${long.en}`),
  };
}

/** Category and group. The helper joins nested groups with `=>`; what is deeper than two levels stays in the second. */
function placeOf(
  first: string | undefined,
  second: string | undefined,
  nested: boolean,
): Pick<PhraseRow, 'category' | 'group'> {
  const levels = [first, second].flatMap((level) =>
    level === undefined ? [] : nested ? level.split(/\s*[=＝][>＞]\s*/) : [level],
  );
  const [category, ...deeper] = levels.filter(Boolean);
  if (category === undefined) return {};
  return { category, ...(deeper.length > 0 && { group: deeper.join(levelMark) }) };
}

function notesOf(header: TableHeader): LocalText[] {
  const notes: LocalText[] = [];
  if (header.format === 'guessed') {
    const names = header.columns.map((column) => (column ? columnNames[column] : say('不用', 'not used')));
    notes.push(
      say(
        `没有找到表头，按内容猜：${names.map((name, at) => `第 ${at + 1} 列是${name['zh-CN']}`).join('，')}。不对的话在下面改`,
        `No header found, guessed from the content: ${names.map((name, at) => `column ${at + 1} is the ${name.en}`).join(', ')}. If wrong, choose below`,
      ),
    );
  }
  if (header.dropped.length > 0) {
    const names = header.dropped.map((name) => name.slice(0, 12));
    notes.push(
      say(`这些列没有导入：${names.join('、')}`, `These columns are not imported: ${names.join(', ')}`),
    );
  }
  if (header.columns.includes('kept-as-tag'))
    notes.push(say('没有专门位置的列放进了标签', 'Columns without a place of their own went into the tags'));
  return notes;
}
