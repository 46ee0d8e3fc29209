import { type LocalText, say } from '../language/local-text.ts';
import { formatFen } from '../money/money.ts';
import type { RowProblem } from '../phrases/row-problem.ts';
import { type CardFacts, type CardLine, mostCards } from './card.ts';
import { factLabels } from './card-text.ts';
import { type CardRow, faultOf, joinCell, type ReadCards } from './read-cards.ts';

export const cardFormat = 'shoubian.product-cards';
const version = 1;

/** What is written of a card; its times stay behind, so that the same cards make the same bytes. */
export function writeCardFile(cards: readonly (CardFacts & { id?: string })[]): string {
  const rows = cards.map((card) => ({
    ...(card.id !== undefined && { id: card.id }),
    name: card.name,
    codes: card.codes,
    ...(card.ids.length > 0 && { ids: card.ids }),
    ...(card.material !== undefined && { material: card.material }),
    ...(card.size !== undefined && { size: card.size }),
    ...(card.bag !== undefined && { bag: card.bag }),
    ...(card.stock !== undefined && { stock: card.stock }),
    ...(card.points.length > 0 && { points: card.points }),
    ...(card.matching.length > 0 && { matching: card.matching }),
    ...(card.price !== undefined && { price: card.price }),
    ...(card.floor !== undefined && { floor: card.floor }),
    ...(card.lines.length > 0 && { lines: card.lines.map(({ label, text }) => ({ label, text })) }),
  }));
  return `${JSON.stringify({ format: cardFormat, version, cards: rows }, null, 2)}\n`;
}

/** Rows read from any file as our own file, in which they travel to the background. A row's place is its order. */
export function carryCards(rows: readonly CardRow[]): string {
  return JSON.stringify({ format: cardFormat, version, cards: rows.map(({ row: _, ...rest }) => rest) });
}

export type CardFile = { ok: true; read: ReadCards } | { ok: false; errors: LocalText[] };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads our own file, already parsed. A card that cannot be taken is named and left out; the others go in. */
export function readCardFile(json: unknown): CardFile {
  const fail = (zh: string, en: string): CardFile => ({ ok: false, errors: [say(zh, en)] });
  if (!isObject(json) || json.format !== cardFormat)
    return fail(
      `这不是商品卡文件：format 应是 ${cardFormat}`,
      `Not a file of product cards: format should be ${cardFormat}`,
    );
  if (json.version !== version)
    return fail(
      `商品卡文件的版本是 ${String(json.version)}，这里只认得版本 ${version}，请先更新扩展`,
      `The file has version ${String(json.version)}; this extension reads version ${version}. Update it first`,
    );
  const { cards: list } = json;
  if (!Array.isArray(list)) return fail('文件里缺少 cards 列表', 'The file has no list named cards');
  if (list.length > mostCards)
    return fail(
      `文件有 ${list.length} 张卡，最多读 ${mostCards} 张`,
      `${list.length} cards; at most ${mostCards} are read`,
    );
  const rows: CardRow[] = [];
  const problems: RowProblem[] = [];
  for (const [at, value] of (list as unknown[]).entries()) {
    const read = readEntry(value, at + 1);
    if ('kind' in read) problems.push(read);
    else rows.push(read);
  }
  return {
    ok: true,
    read: { name: say('手边的商品卡', 'Product cards of this extension'), rows, problems, notes: [] },
  };
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isFen = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isLines = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => isObject(one) && isText(one.label) && isText(one.text));

const kinds: Record<keyof CardFacts | 'id', (value: unknown) => boolean> = {
  id: isText,
  name: isText,
  codes: isTexts,
  ids: isTexts,
  material: isText,
  size: isText,
  bag: (value) => typeof value === 'boolean',
  stock: isText,
  points: isTexts,
  matching: isTexts,
  price: isFen,
  floor: isFen,
  lines: isLines,
};

function readEntry(value: unknown, row: number): CardRow | RowProblem {
  const problem = (zh: string, en: string, kind: RowProblem['kind'] = 'bad'): RowProblem => ({
    row,
    kind,
    text: say(`第 ${row} 张：${zh}`, `Card ${row}: ${en}`),
  });
  if (!isObject(value)) return problem('不是一张商品卡', 'not a product card');
  const read: Record<string, unknown> = {};
  for (const [field, fits] of Object.entries(kinds)) {
    const held = value[field];
    if (held === undefined || held === null) continue;
    if (!fits(held)) return problem(`「${field}」的类型不对`, `"${field}" has the wrong type`);
    const clean = cleaned(held);
    if (clean !== '') read[field] = clean;
  }
  const fault = faultOf(read as Partial<CardFacts>);
  if (fault) return problem(fault['zh-CN'], fault.en, fault.kind);
  return { ...(read as Partial<CardFacts> & { id?: string }), row };
}

/** Without white space around, and without entries that say nothing. */
function cleaned(held: unknown): unknown {
  if (typeof held === 'string') return held.trim();
  if (!Array.isArray(held)) return held;
  if (held.every(isText)) return [...new Set((held as string[]).map((one) => one.trim()))].filter(Boolean);
  return (held as CardLine[])
    .map(({ label, text }) => ({ label: label.trim(), text: text.trim() }))
    .filter(({ label, text }) => label !== '' && text !== '');
}

/** Columns of the table we write; the shop's own facts follow, a column each. */
const tableColumns = [
  'codes',
  'ids',
  'name',
  'material',
  'size',
  'bag',
  'stock',
  'points',
  'matching',
  'price',
  'floor',
] as const;
const heads: Record<(typeof tableColumns)[number], string> = { ...factLabels, bag: '是否包' };

/** Names of the shop's own facts over all cards, in the order they first come. */
const ownLabels = (cards: readonly CardFacts[]): string[] => [
  ...new Set(cards.flatMap((card) => card.lines.map(({ label }) => label))),
];

/** Rows of the table that `readCardTable` reads back: the header, then one row per card. */
export function* cardCells(cards: readonly CardFacts[]): Generator<string[], void, undefined> {
  const labels = ownLabels(cards);
  yield [...tableColumns.map((column) => heads[column]), ...labels];
  for (const card of cards) {
    const lines = new Map(card.lines.map(({ label, text }) => [label, text]));
    yield [
      ...tableColumns.map((column) => cellOf(card, column)),
      ...labels.map((label) => lines.get(label) ?? ''),
    ];
  }
}

/** Widths for a workbook, in characters. */
export const cardWidths = (cards: readonly CardFacts[]): number[] => [
  16,
  18,
  28,
  18,
  30,
  8,
  24,
  40,
  24,
  10,
  10,
  ...ownLabels(cards).map(() => 18),
];

function cellOf(card: CardFacts, column: (typeof tableColumns)[number]): string {
  switch (column) {
    case 'codes':
    case 'ids':
    case 'points':
    case 'matching':
      return joinCell(column, card[column]);
    case 'price':
    case 'floor': {
      const fen = card[column];
      return fen === undefined ? '' : formatFen(fen);
    }
    case 'bag':
      return card.bag === undefined ? '' : card.bag ? '是' : '否';
    default:
      return card[column] ?? '';
  }
}
