import type { CellRow } from './delimited.ts';
import { type TraitColumn, traitHeads } from './trait-cells.ts';

/** What a column holds. `kept-as-tag`: a word about the phrase that has no place of its own; `more`: a further text. */
export type Column =
  | 'code'
  | 'text'
  | 'title'
  | 'group'
  | 'group2'
  | 'tags'
  | 'kept-as-tag'
  | 'pinned'
  | 'more'
  | 'changed'
  | TraitColumn;

export type TableFormat =
  | 'qianniu'
  | 'merchant-im'
  | 'qianniu-helper'
  | 'kefubao'
  | 'own-table'
  | 'table'
  | 'guessed'
  | 'chosen';

export interface TableHeader {
  format: TableFormat;
  /** Per column what it holds; undefined: not taken over. */
  columns: (Column | undefined)[];
  /** Names of the columns that are not taken over, as the file has them. */
  dropped: string[];
  /** Rows up to and with the header. */
  headRows: number;
}

/** Names after normalising (phrases.md §6.3). */
const synonyms: Record<Column, readonly string[]> = {
  code: [
    '快捷短语编码',
    '快捷编码',
    '短语编码',
    '编码',
    '缩写',
    'trigger',
    'keyword',
    'shortcut',
    'short_code',
    'code',
  ],
  text: [
    '快捷短语',
    '快捷短语内容',
    '话术内容',
    '回复内容',
    '内容',
    '回复',
    '答案',
    'content',
    'snippet',
    'replace',
    'body',
    'text',
  ],
  title: ['话术标题', '话术短标题', '标题', '问题', 'name', 'title', 'label'],
  group: ['快捷短语分组', '一级分类', '分类', '分类名称', '分组', 'group', 'folder', 'category'],
  group2: ['二级分类', '二级分类名称'],
  tags: ['关键词', '标签', 'tags', 'tag'],
  'kept-as-tag': ['意图类型', '产品型号'],
  pinned: ['置顶', 'pinned'],
  more: [],
  changed: ['修改时间', '更新时间', '最后修改时间', 'modified', 'updated_at', 'lastmodified'],
  kind: ['类型', '话术类型'],
  pick: ['先后'],
  colour: ['颜色', 'colour', 'color'],
  personal: ['个人'],
  platforms: ['平台', '店铺平台'],
  literal: ['关闭变量'],
};
/** 内容2, 内容3 … of our own table. */
const moreName = /^内容([2-9]|[12]\d|3[01])$/;
/** Columns of which a table may have several. */
const repeatable: readonly (Column | undefined)[] = ['kept-as-tag', 'more'];
const columnOf = new Map(
  Object.entries(synonyms).flatMap(([column, names]) => names.map((name) => [name, column as Column])),
);
/** Group 1, or group 2 where 分类 is there too. */
const eitherGroup = '话术分组';

/** Columns we know and have no place for; they make a header no less certain. */
const known = ['图片名', '程序数据', '优先级', '备注', '是否加入团队', '套号', '登记日期'];

/** First line of the 千牛 helper's files; account and header follow in lines 2 and 3. */
const helperMark = '最初3行的内容请勿改动';
/** Titles above a header that are read over. */
const mostLinesAbove = 5;

/** A column's name as the synonyms write it: half width, without notes in brackets, lower case. */
export const columnName = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/[\s*:]/g, '')
    .toLowerCase();

const namedExactly = (names: readonly string[], wanted: readonly string[]): boolean =>
  names.length === wanted.length && wanted.every((name, at) => names[at] === name);

function formatOf(names: readonly string[]): TableFormat {
  if (namedExactly(names, ['快捷短语编码', '快捷短语', '快捷短语分组'])) return 'qianniu';
  if (namedExactly(names, ['快捷编码', '快捷短语', '快捷短语分组'])) return 'merchant-im';
  if (names.includes('一级分类') && names.includes('话术内容')) return 'kefubao';
  if (namedExactly(names, ['话术标题', '话术内容'])) return 'kefubao';
  if (isOwnTable(names)) return 'own-table';
  return 'table';
}

/** Columns of the table we write for people; those of traits and further texts stand behind, where there are any. */
export const ownTableNames = ['分类', '标题', '内容', '编码', '标签', '置顶'];
export const groupHead = '二级分类';

const isOwnTable = (names: readonly string[]): boolean => {
  const extra = new Set<string>([groupHead, ...Object.values(traitHeads)]);
  const plain = names.filter((name) => !extra.has(name) && !moreName.test(name));
  return namedExactly(plain, ownTableNames);
};

/** What one row says as a header; undefined when it is none: without a column of texts nothing can be read. */
function headerOf(cells: readonly string[]): Omit<TableHeader, 'headRows'> | undefined {
  const names = cells.map(columnName);
  while (names.at(-1) === '') names.pop();
  const hasCategory = names.includes('分类') || names.includes('分类名称');
  const columns: (Column | undefined)[] = [];
  const dropped: string[] = [];
  for (const [at, name] of names.entries()) {
    const column =
      name === eitherGroup
        ? hasCategory
          ? 'group2'
          : 'group'
        : moreName.test(name)
          ? 'more'
          : columnOf.get(name);
    // The first column of a kind is meant; a second one of the same name cannot be told from it.
    const taken = column !== undefined && !repeatable.includes(column) && columns.includes(column);
    columns.push(taken ? undefined : column);
    if ((column === undefined || taken) && name !== '') dropped.push((cells[at] ?? '').trim());
  }
  const sure = names.filter(
    (name) => columnOf.has(name) || known.includes(name) || name === eitherGroup,
  ).length;
  const single = names.length === 1 && names[0] === '快捷短语内容';
  if (!columns.includes('text') || (sure < 2 && !single)) return undefined;
  return { format: formatOf(names), columns, dropped };
}

/**
 * Finds the header in the first rows of a table: below the three lines of the 千牛 helper, or below titles that fill
 * one cell. Undefined for a table without one.
 */
export function findHeader(rows: readonly CellRow[]): TableHeader | undefined {
  const isHelper = columnName(rows[0]?.cells[0] ?? '').startsWith(columnName(helperMark));
  for (const [at, row] of rows.slice(0, mostLinesAbove).entries()) {
    const header = headerOf(row.cells);
    if (header)
      return { ...header, headRows: at + 1, ...(isHelper && { format: 'qianniu-helper' as const }) };
    const filled = row.cells.filter((cell) => cell.trim() !== '').length;
    if (filled > 1 && !isHelper) return undefined;
  }
  return undefined;
}

const average = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);

/** Rows looked at to guess what the columns are. */
const guessRows = 500;
const looksLikeCode = /^[!-~]{1,12}$/;

/**
 * Guesses the columns of a table without header, of one to three columns (Beeftext: keyword, snippet, name): the
 * longest is the text, short ones without Chinese are the code, repeating ones the category, others the title.
 * Undefined for wider tables: a guess there would put words where they do not belong.
 */
export function guessColumns(rows: readonly CellRow[]): TableHeader | undefined {
  const sample = rows.slice(0, guessRows);
  const width = Math.max(0, ...sample.map(({ cells }) => cells.length));
  if (width < 1 || width > 3) return undefined;
  const held = Array.from({ length: width }, (_, at) =>
    sample.map(({ cells }) => (cells[at] ?? '').trim()).filter((cell) => cell !== ''),
  );
  const lengths = held.map((cells) => average(cells.map((cell) => cell.length)));
  const textAt = lengths.indexOf(Math.max(...lengths));
  const columns: (Column | undefined)[] = [];
  for (const [at, cells] of held.entries()) {
    let column: Column = 'title';
    if (at === textAt) column = 'text';
    else if (
      cells.length > 0 &&
      cells.filter((cell) => looksLikeCode.test(cell)).length >= cells.length * 0.7
    )
      column = 'code';
    else if (new Set(cells).size <= cells.length / 2) column = 'group';
    columns.push(columns.includes(column) ? (columns.includes('group') ? 'kept-as-tag' : 'group') : column);
  }
  return { format: 'guessed', columns, dropped: [], headRows: 0 };
}
