import { type LocalText, say } from '../../language/local-text.ts';
import type { CellRow } from './delimited.ts';
import { type Column, columnName } from './header.ts';
import type { ChosenColumns, ColumnQuestion, ReadPhrases } from './read-phrases.ts';

export const columnNames: Record<Column, LocalText> = {
  text: say('内容', 'text'),
  title: say('标题', 'title'),
  code: say('编码', 'code'),
  group: say('分类', 'category'),
  group2: say('二级分类', 'group'),
  tags: say('标签', 'tags'),
  'kept-as-tag': say('当作标签', 'as a tag'),
  pinned: say('置顶', 'pinned'),
  more: say('再一条内容', 'a further text'),
  changed: say('修改时间', 'changed at'),
  kind: say('类型', 'kind'),
  pick: say('先后', 'pick'),
  colour: say('颜色', 'colour'),
  personal: say('个人', 'own'),
  platforms: say('平台', 'marketplaces'),
  literal: say('关闭变量', 'no variables'),
};

/** What is offered for a column; the rest comes from our own tables only. */
export const choosableColumns: readonly Column[] = [
  'text',
  'title',
  'code',
  'group',
  'group2',
  'tags',
  'more',
  'changed',
];

const sampleRows = 3;
const mostColumns = 30;
/** A cell longer than this is a text, not a column's name. */
const longestName = 20;

export function askColumns(rows: readonly CellRow[], { columns, headRows }: ChosenColumns): ColumnQuestion {
  const shown = rows.slice(0, sampleRows);
  const width = Math.min(mostColumns, Math.max(0, ...shown.map(({ cells }) => cells.length)));
  return {
    columns: Array.from({ length: width }, (_, at) => columns[at]),
    headRows,
    samples: Array.from({ length: width }, (_, at) => shown.map(({ cells }) => cells[at] ?? '')),
  };
}

/** A table of several columns that says not what they are: nothing of it is read before the agent says it. */
export function unknownTable(rows: readonly CellRow[]): ReadPhrases | undefined {
  const first = rows[0]?.cells ?? [];
  if (first.filter((cell) => cell.trim() !== '').length < 2) return undefined;
  const looksNamed =
    rows.length > 1 &&
    first.every((cell) => cell.length <= longestName) &&
    new Set(first).size === first.length;
  return {
    name: say('认不出列的表格', 'A table whose columns cannot be told'),
    rows: [],
    problems: [],
    notes: [say('请在下面选每一列是什么', 'Say below what each column is')],
    question: askColumns(rows, { columns: [], headRows: looksNamed ? 1 : 0 }),
  };
}

/** By which a table is known again; empty for one without a header. */
export const headerKey = (rows: readonly Pick<CellRow, 'cells'>[], headRows: number): string =>
  headRows === 0 ? '' : (rows[headRows - 1]?.cells ?? []).map(columnName).join('|');
