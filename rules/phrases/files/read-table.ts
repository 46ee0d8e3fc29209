import { type LocalText, say } from '../../language/local-text.ts';
import { type PhraseRow, titleFrom, tooLongFor } from '../phrase-file.ts';
import type { RowProblem } from '../row-problem.ts';
import type { CellRow } from './delimited.ts';
import { type Column, findHeader, guessColumns, type TableFormat, type TableHeader } from './header.ts';
import type { ReadPhrases } from './read-phrases.ts';
import type { Steps } from './steps.ts';

export const tableFormatNames: Record<TableFormat, LocalText> = {
  qianniu: say('千牛快捷短语', 'Qianniu phrases'),
  'merchant-im': say('商家客服快捷短语（和千牛相近）', 'Merchant IM phrases (of the Qianniu family)'),
  'qianniu-helper': say('千牛助手导出的短语', "A Qianniu helper's export"),
  kefubao: say('客服宝话术', 'Kefubao phrases'),
  'own-table': say('手边导出的表格', 'A table this extension wrote'),
  table: say('表格', 'Table'),
  guessed: say('没有表头的表格', 'A table without header'),
};

const columnNames: Record<Column, LocalText> = {
  code: say('快捷编码', 'code'),
  text: say('内容', 'text'),
  title: say('标题', 'title'),
  group: say('分类', 'category'),
  group2: say('二级分类', 'second category'),
  tags: say('标签', 'tags'),
  'kept-as-tag': say('标签', 'tag'),
  pinned: say('置顶', 'pinned'),
};

/** Rows turned into phrases in one step. */
const stepRows = 2_000;

/** How the two levels of a category are joined into the one the library has. */
export const levelMark = '-';

/**
 * Makes phrases of a table's rows. Undefined when the table has no header and cannot be guessed.
 *
 * @param fromText whether the cells come from delimited text, where one family writes `&#13;` and `&#44;`
 */
export function* readTable(
  table: readonly CellRow[],
  unclosed: readonly number[],
  fromText: boolean,
): Steps<ReadPhrases | undefined> {
  const header = findHeader(table) ?? guessColumns(table);
  if (!header) return undefined;
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
    if (read && 'kind' in read) problems.push(read);
    else if (read) rows.push(read);
    if (at % stepRows === stepRows - 1) yield { done: at, total: body.length };
  }
  problems.sort((a, b) => a.row - b.row);
  return { name: tableFormatNames[header.format], rows, problems, notes: notesOf(header) };
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
  for (const [at, column] of header.columns.entries()) {
    const cell = cells[at] ?? '';
    if (column === undefined || cell.trim() === '') continue;
    if (column === 'tags') tags.push(...cell.split(/[、,，;；|\n]/).map((tag) => tag.trim()));
    else if (column === 'kept-as-tag') tags.push(cell.trim());
    else held[column] = column === 'text' ? cell : cell.trim();
  }
  const text = (held.text ?? '').replace(/\r\n?/g, '\n');
  if (text.trim() === '')
    return {
      row: line,
      kind: 'bad',
      text: say(`第 ${line} 行：缺少内容`, `Line ${line}: the text is missing`),
    };
  const category = categoryOf(held.group, held.group2, header.format === 'qianniu-helper');
  const kept = [...new Set(tags.filter(Boolean))];
  const row: PhraseRow = {
    row: line,
    title: held.title ?? titleFrom(text),
    text,
    ...(held.title === undefined && { untitled: true }),
    ...(held.code !== undefined && { code: held.code }),
    ...(category !== undefined && { category }),
    ...(kept.length > 0 && { tags: kept }),
    ...(held.pinned !== undefined && /^(?:是|1|y|yes|true)$/i.test(held.pinned) && { pinned: true }),
  };
  const long = tooLongFor(row);
  if (!long) return row;
  return {
    row: line,
    kind: 'too-long',
    text: say(`第 ${line} 行：${long['zh-CN']}`, `Line ${line}: ${long.en}`),
  };
}

/** The library has one level of categories: `一级-二级`. The helper joins nested groups with `=>`. */
function categoryOf(
  first: string | undefined,
  second: string | undefined,
  nested: boolean,
): string | undefined {
  const levels = [first, second].flatMap((level) =>
    level === undefined ? [] : nested ? level.split(/\s*[=＝][>＞]\s*/) : [level],
  );
  return levels.filter(Boolean).join(levelMark) || undefined;
}

function notesOf(header: TableHeader): LocalText[] {
  const notes: LocalText[] = [];
  if (header.format === 'guessed') {
    const names = header.columns.map((column) => (column ? columnNames[column] : say('不用', 'not used')));
    notes.push(
      say(
        `没有找到表头，按内容猜：${names.map((name, at) => `第 ${at + 1} 列是${name['zh-CN']}`).join('，')}。不对的话请在文件第一行写上列名再选一次`,
        `No header found, guessed from the content: ${names.map((name, at) => `column ${at + 1} is the ${name.en}`).join(', ')}. If wrong, name the columns in the first line and choose the file again`,
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
  if (header.columns.includes('group2'))
    notes.push(
      say(
        '两级分类合成一级，写作「一级-二级」',
        'Two levels of categories become one, written "first-second"',
      ),
    );
  return notes;
}
