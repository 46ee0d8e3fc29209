import { formatFen } from '../money/money.ts';
import { platformNames } from '../platform-names.ts';
import { shanghaiParts } from '../time/shanghai.ts';
import { type EntryGoods, entryKindNames, type RegisterEntry } from './entry.ts';
import { type EntryColumn, entryColumns, entryHead } from './entry-columns.ts';

const two = (n: number): string => String(n).padStart(2, '0');
/** `2026-11-22 18:00`, as spreadsheets and `readMoment` take it. */
export function tableMoment(at: number): string {
  const { year, month, day, hour, minute } = shanghaiParts(at);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

/** A name as others may see it: its first character. */
const maskedName = (name: string): string => `${[...name][0] ?? ''}**`;
const maskedPhone = (phone: string): string => {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 7 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-2)}`;
};
/** A mobile phone in a sentence; part of a longer number it is none (rules.md §7). */
const withoutPhones = (text: string): string =>
  text.replace(/(?<!\d)1[3-9]\d(?:[ -]?\d){8}(?!\d)/g, (phone) => maskedPhone(phone));

/** The entry without what tells who the buyer is, for files others get to see. */
export function maskedEntry(entry: RegisterEntry): RegisterEntry {
  const { buyer, phone, note, solution, reason } = entry;
  return {
    ...entry,
    issue: withoutPhones(entry.issue),
    ...(buyer !== undefined && { buyer: maskedName(buyer) }),
    ...(phone !== undefined && { phone: maskedPhone(phone) }),
    ...(note !== undefined && { note: withoutPhones(note) }),
    ...(solution !== undefined && { solution: withoutPhones(solution) }),
    ...(reason !== undefined && { reason: withoutPhones(reason) }),
  };
}

/** One line per line of goods, so that the columns stay side by side. */
function goodsCell(goods: readonly EntryGoods[], of: (line: EntryGoods) => string | undefined): string {
  const cells = goods.map((line) => of(line) ?? '');
  return cells.every((cell) => cell === '') ? '' : cells.join('\n');
}

function cellOf(entry: RegisterEntry, column: EntryColumn): string {
  const moment = (at: number | undefined): string => (at === undefined ? '' : tableMoment(at));
  switch (column) {
    case 'kind':
      return entryKindNames[entry.kind]['zh-CN'];
    case 'status':
      return entry.status === 'done' ? '已解决' : '未解决';
    case 'platform':
      return platformNames[entry.platform]['zh-CN'];
    case 'createdAt':
    case 'promisedAt':
    case 'doneAt':
      return moment(entry[column]);
    case 'title':
    case 'sku':
    case 'code':
      return goodsCell(entry.goods, (line) => line[column]);
    case 'quantity':
      return goodsCell(entry.goods, ({ quantity }) => quantity?.toString());
    case 'amount':
      return entry.amount === undefined ? '' : formatFen(entry.amount);
    default:
      return entry[column] ?? '';
  }
}

/** Rows of the table that `readEntryTable` reads back: the header, then one row per entry. */
export function* entryCells(entries: readonly RegisterEntry[]): Generator<string[], void, undefined> {
  yield entryColumns.map(entryHead);
  for (const entry of entries) yield entryColumns.map((column) => cellOf(entry, column));
}

/** Widths for a workbook, in characters. */
export const entryWidths: readonly number[] = [
  12, 8, 16, 8, 12, 14, 13, 22, 24, 14, 12, 6, 36, 20, 10, 20, 10, 16, 28, 10, 16, 12, 24, 8,
];
