import { type LocalText, say } from '../language/local-text.ts';
import { readMoney } from '../money/money.ts';
import { type CellRow, type Delimiter, delimiters, readDelimited } from '../phrases/files/delimited.ts';
import { finish, type Steps } from '../phrases/files/steps.ts';
import type { RowProblem } from '../phrases/row-problem.ts';
import { type CardFacts, cardLimits, foldCode } from './card.ts';
import { type CardColumn, type CardHeader, findCardHeader } from './card-columns.ts';
import { factLabels } from './card-text.ts';

/** A card as a file carries it; a fact the file does not speak of is absent. `row` is its line or place, from 1. */
export type CardRow = Partial<CardFacts> & { row: number; id?: string };

export interface ReadCards {
  /** The kind of file in words. */
  name: LocalText;
  rows: CardRow[];
  problems: RowProblem[];
  notes: LocalText[];
}

/** Rows read in one step. */
const stepRows = 1_000;

/** Several entries in one cell: line breaks part them where there are any, else these. */
const partings = {
  codes: /[、,，;；|]/u,
  ids: /[、,，;；|\s]/u,
  points: /[;；|]/u,
  matching: /[、,，;；|]/u,
};
export type ListField = keyof typeof partings;

/** Entries of a cell; numbering before a point (`1、`, `②`) is dropped. */
export function splitCell(field: ListField, cell: string): string[] {
  const parts = /\n/.test(cell) ? cell.split(/\n+/) : cell.split(partings[field]);
  const entries = parts.map((part) =>
    (field === 'points' ? part.replace(/^\s*(?:[①-⑳]|\d{1,2}\s*[.、)）](?!\d))\s*/u, '') : part).trim(),
  );
  return [...new Set(entries.filter(Boolean))];
}

/** The cell that `splitCell` reads back as these entries. */
export function joinCell(field: ListField, entries: readonly string[]): string {
  if (!entries.some((entry) => partings[field].test(entry)))
    return entries.join(field === 'points' ? '；' : '、');
  return entries.length === 1 ? `${entries[0]}\n` : entries.join('\n');
}

/** Makes cards of a table's rows. Undefined when the table is not one of products. */
export function* readCardTable(
  table: readonly CellRow[],
  unclosed: readonly number[],
): Steps<ReadCards | undefined> {
  const header = findCardHeader(table);
  if (!header) return undefined;
  const rows: CardRow[] = [];
  const problems: RowProblem[] = unclosed.map((row) =>
    problemOf(row, '引号没有成对，这一行读不了', 'a quote is never closed'),
  );
  const lineOf = new Map<string, number>();
  const body = table.slice(header.headRows);
  for (const [at, record] of body.entries()) {
    const read = readRow(record, header, lineOf);
    if (read && 'kind' in read) problems.push(read);
    else if (read) rows.push(read);
    if (at % stepRows === stepRows - 1) yield { done: at, total: body.length };
  }
  problems.sort((a, b) => a.row - b.row);
  return { name: say('商品表', 'Table of products'), rows, problems, notes: notesOf(header) };
}

/** Reads a table of products written as text; undefined for any other text. */
export function* readCardText(text: string): Steps<ReadCards | undefined> {
  const delimiter = delimiterOf(text);
  if (delimiter === undefined) return undefined;
  const { rows, unclosed } = yield* readDelimited(text, delimiter);
  return yield* readCardTable(rows, unclosed);
}

/** What parts the cells, if the first lines are the header of a table of products at all. */
function delimiterOf(text: string): Delimiter | undefined {
  return delimiters.find((delimiter) => {
    const { rows } = finish(readDelimited(text.slice(0, 20_000), delimiter, 8));
    return findCardHeader(rows) !== undefined;
  });
}

const problemOf = (row: number, zh: string, en: string, kind: RowProblem['kind'] = 'bad'): RowProblem => ({
  row,
  kind,
  text: say(`第 ${row} 行：${zh}`, `Line ${row}: ${en}`),
});

function readRow(
  { line, cells }: CellRow,
  { columns }: CardHeader,
  lineOf: Map<string, number>,
): CardRow | RowProblem | undefined {
  if (cells.every((cell) => cell.trim() === '')) return undefined;
  if (cells.slice(columns.length).some((cell) => cell.trim() !== ''))
    return problemOf(
      line,
      `有 ${cells.length} 格，表头只有 ${columns.length} 格，多半是内容里的逗号没有加引号`,
      `${cells.length} cells under ${columns.length} columns, probably a comma without quotes`,
    );
  const read: CardRow = { row: line };
  const sides: Partial<Record<'length' | 'width' | 'height', string>> = {};
  for (const [at, { column, label, unit }] of columns.entries()) {
    const cell = (cells[at] ?? '').replace(/\r\n?/g, '\n');
    const text = cell.trim();
    if (text === '') continue;
    const fault = put(read, sides, column, column in partings ? cell : text, label, unit);
    if (fault) return problemOf(line, fault['zh-CN'], fault.en);
  }
  putSides(read, sides, columns);
  const fault = faultOf(read);
  if (fault) return problemOf(line, fault['zh-CN'], fault.en, fault.kind);
  for (const code of read.codes ?? []) {
    const first = lineOf.get(foldCode(code));
    if (first !== undefined)
      return problemOf(
        line,
        `货号「${code}」在第 ${first} 行已经有了`,
        `the code "${code}" stands in line ${first} already`,
      );
  }
  for (const code of read.codes ?? []) lineOf.set(foldCode(code), line);
  return read;
}

/** Takes one cell over; what is wrong with it comes back. */
function put(
  read: CardRow,
  sides: Partial<Record<'length' | 'width' | 'height', string>>,
  column: CardColumn,
  text: string,
  label: string,
  unit: string | undefined,
): LocalText | undefined {
  switch (column) {
    case 'codes':
    case 'ids':
    case 'points':
    case 'matching':
      read[column] = [...new Set([...(read[column] ?? []), ...splitCell(column, text)])];
      return undefined;
    case 'length':
    case 'width':
    case 'height':
      sides[column] = /[a-z\p{Script=Han}]/iu.test(text) || unit === undefined ? text : `${text}${unit}`;
      return undefined;
    case 'size':
      read.size = /[a-z\p{Script=Han}]/iu.test(text) || unit === undefined ? text : `${text}${unit}`;
      return undefined;
    case 'price':
    case 'floor': {
      const fen = readMoney(text);
      if (fen === undefined || fen < 0)
        return say(`${label}「${text}」读不成一个价格`, `${label} "${text}" is not one price`);
      read[column] = fen;
      return undefined;
    }
    case 'bag': {
      if (!/^(?:是|否|y|n|yes|no|1|0|true|false|√|×)$/iu.test(text))
        return say(`${label}「${text}」应该写「是」或「否」`, `${label} "${text}" should be 是 or 否`);
      read.bag = /^(?:是|y|yes|1|true|√)$/iu.test(text);
      return undefined;
    }
    case 'line':
      // A column without a name is nothing anybody could be told.
      if (label !== '') read.lines = [...(read.lines ?? []), { label, text }];
      return undefined;
    default:
      read[column] = text;
      return undefined;
  }
}

/** Sides in columns of their own become the size, unless the table has one; then they stay facts of their own. */
function putSides(
  read: CardRow,
  sides: Partial<Record<'length' | 'width' | 'height', string>>,
  columns: CardHeader['columns'],
): void {
  const found = (['length', 'width', 'height'] as const).flatMap((side) => {
    const text = sides[side];
    return text === undefined ? [] : [{ side, text }];
  });
  if (found.length === 0) return;
  if (read.size !== undefined) {
    const own = found.map(({ side, text }) => ({
      label: columns.find(({ column }) => column === side)?.label ?? side,
      text,
    }));
    read.lines = [...(read.lines ?? []), ...own];
    return;
  }
  const words = { length: '长', width: '宽', height: '高' } as const;
  read.size = found.map(({ side, text }) => `${words[side]}${text}`).join('×');
}

/** Why a card cannot be kept as it is; undefined when it can. Shared by tables, files and the editor. */
export function faultOf(card: Partial<CardFacts>): (LocalText & { kind: RowProblem['kind'] }) | undefined {
  const bad = (zh: string, en: string, kind: RowProblem['kind'] = 'bad') => ({ ...say(zh, en), kind });
  if (!card.name && !card.codes?.length && !card.ids?.length)
    return bad('货号、商品 ID 和名称至少要有一个', 'a code, an item id or a name is needed');
  const texts: [string, string | undefined, number][] = [
    [factLabels.name, card.name, cardLimits.name],
    ...(['material', 'size', 'stock'] as const).map((field): [string, string | undefined, number] => [
      factLabels[field],
      card[field],
      cardLimits.text,
    ]),
    ...(['codes', 'ids'] as const).flatMap((field) =>
      (card[field] ?? []).map((text): [string, string, number] => [factLabels[field], text, cardLimits.code]),
    ),
    ...(['points', 'matching'] as const).flatMap((field) =>
      (card[field] ?? []).map((text): [string, string, number] => [factLabels[field], text, cardLimits.text]),
    ),
    ...(card.lines ?? []).flatMap(({ label, text }): [string, string, number][] => [
      [`「${label.slice(0, 12)}」的栏名`, label, cardLimits.label],
      [label, text, cardLimits.text],
    ]),
  ];
  for (const [name, text, most] of texts) {
    if (text !== undefined && text.length > most)
      return bad(
        `「${name}」有 ${text.length} 字，最多 ${most} 字`,
        `"${name}" has ${text.length} characters, at most ${most}`,
        'too-long',
      );
  }
  const lists: [string, number, number][] = [
    [factLabels.codes, card.codes?.length ?? 0, cardLimits.codes],
    [factLabels.ids, card.ids?.length ?? 0, cardLimits.codes],
    [factLabels.points, card.points?.length ?? 0, cardLimits.entries],
    [factLabels.matching, card.matching?.length ?? 0, cardLimits.entries],
    ['其他', card.lines?.length ?? 0, cardLimits.entries],
  ];
  for (const [name, count, most] of lists) {
    if (count > most)
      return bad(
        `「${name}」有 ${count} 项，最多 ${most} 项`,
        `"${name}" has ${count} entries, at most ${most}`,
        'too-long',
      );
  }
  if (card.price !== undefined && card.floor !== undefined && card.floor > card.price)
    return bad('底价比售价高，两栏是不是写反了', 'the floor is above the price: are the two swapped?');
  return undefined;
}

function notesOf({ columns }: CardHeader): LocalText[] {
  const own = columns.flatMap(({ column, label }) => (column === 'line' && label !== '' ? [label] : []));
  if (own.length === 0) return [];
  const names = own.slice(0, 8).map((name) => name.slice(0, 12));
  return [
    say(
      `这些列没有专门的位置，按「栏名：内容」放进卡片：${names.join('、')}`,
      `These columns have no field of their own and become lines of the card: ${names.join(', ')}`,
    ),
  ];
}
