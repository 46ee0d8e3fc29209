import { type LocalText, say } from '../../language/local-text.ts';
import type { CellRow } from '../../phrases/files/delimited.ts';
import type { CourierRule } from '../table.ts';
import type { CourierColumn, CourierField, CourierHeader } from './courier-columns.ts';
import {
  foldCell,
  type ReachCell,
  readCount,
  readFee,
  readGrams,
  readRange,
  readReach,
  readYes,
  saysNothing,
} from './read-cell.ts';

export type Cells = (column: CourierColumn) => string;

/** The cells of a row by what their columns hold; what only marks an empty cell is empty. */
export function cellsOf({ cells }: CellRow, { fields }: CourierHeader): Cells {
  const byColumn = new Map<CourierColumn, string>();
  for (const [at, field] of fields.entries()) if (field) byColumn.set(field.column, cells[at] ?? '');
  return (column) => {
    const cell = byColumn.get(column) ?? '';
    return column !== 'note' && column !== 'reach' && saysNothing(cell) ? '' : cell.replace(/\r\n?/g, '\n');
  };
}

/** A cell that cannot be taken, in words for the agent. */
export class BadCell extends Error {
  constructor(readonly text: LocalText) {
    super(text.en);
  }
}

/** Reads the columns both forms share: words, corps, conditions, days, priority, note. */
export function readShared(
  cells: Cells,
  { fields }: CourierHeader,
): Omit<CourierRule, 'id' | 'courier' | 'regions' | 'reach'> {
  const fieldOf = (column: CourierColumn): CourierField | undefined =>
    fields.find((field) => field?.column === column);
  const read = <T>(
    column: CourierColumn,
    parse: (text: string) => T | undefined,
    wanted: LocalText,
  ): T | undefined => {
    const text = cells(column).trim();
    if (text === '') return undefined;
    const value = parse(text);
    if (value !== undefined) return value;
    const label = fieldOf(column)?.label ?? column;
    throw new BadCell(
      say(
        `${label}「${text}」看不懂，${wanted['zh-CN']}`,
        `${label} “${text}” is not understood, ${wanted.en}`,
      ),
    );
  };
  const pieces = say('要写整数', 'write a whole number');
  const money = say('要写金额，如 50 或 50.5，最多两位小数', 'write an amount such as 50 or 50.5');
  const weight = say('要写公斤数，如 1 或 0.5', 'write kilograms such as 1 or 0.5');
  const grams = (column: CourierColumn) => (text: string) => readGrams(text, fieldOf(column)?.unit);
  const range = (parse: (text: string) => number | undefined) => (text: string) => readRange(text, parse);
  const count = read('pieces', range(readCount), pieces);
  const total = read('total', range(readFee), money);
  const heavy = read('grams', range(grams('grams')), weight);
  const when: NonNullable<CourierRule['when']> = {
    ...defined('minPieces', read('minPieces', readCount, pieces) ?? count?.min),
    ...defined('maxPieces', read('maxPieces', readCount, pieces) ?? count?.max),
    ...defined('minTotal', read('minTotal', readFee, money) ?? total?.min),
    ...defined('maxTotal', read('maxTotal', readFee, money) ?? total?.max),
    ...defined('flashSale', read('flashSale', readYes, say('要写 是 或 否', 'write 是 or 否'))),
    ...defined('minGrams', read('minGrams', grams('minGrams'), weight) ?? heavy?.min),
    ...defined('maxGrams', read('maxGrams', grams('maxGrams'), weight) ?? heavy?.max),
  };
  const days = read('days', range(readCount), say('要写天数，如 3-5', 'write days such as 3-5'));
  const keywords = wordsOf(cells('keywords'));
  const corps = read('corps', readYes, say('要写 是 或 否', 'write 是 or 否'));
  const priority = read(
    'priority',
    (text) => (/^-?\d+(?:\.\d+)?$/.test(foldCell(text)) ? Number(foldCell(text)) : undefined),
    say('要写数字，小的先选', 'write a number; the lower goes first'),
  );
  const note = cells('note');
  if (note.length > 400) throw new BadCell(say('备注超过 400 个字', 'the note is over 400 characters'));
  const long = keywords.find((word) => word.length > 40);
  if (long !== undefined || keywords.length > 200)
    throw new BadCell(
      say('关键词最多 200 个，每个最多 40 个字', 'at most 200 words, each of at most 40 characters'),
    );
  return {
    ...(keywords.length > 0 ? { keywords } : {}),
    ...(corps ? { corps } : {}),
    ...(Object.keys(when).length > 0 ? { when } : {}),
    ...(days ? { days: daysOf(days) } : {}),
    priority: priority ?? defaultPriority,
    ...(note.trim() === '' ? {} : { note }),
  };
}

const defined = <K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, T>>;

const daysOf = ({ min, max }: { min?: number; max?: number }): NonNullable<CourierRule['days']> => ({
  ...defined('least', min),
  ...defined('most', max),
});

/** Words of a cell; line breaks part them where there are any, else the usual marks. */
export function wordsOf(cell: string): string[] {
  const parts = cell.includes('\n') ? cell.split('\n') : cell.split(/[、,，;；|]/u);
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}

const defaultPriority = 10;

export function courierName(cell: string): string {
  const courier = cell.trim();
  if (courier === '')
    throw new BadCell(
      say('没有写快递（合并的单元格请拆开填满）', 'names no courier (split and fill merged cells)'),
    );
  if (courier.length > 40)
    throw new BadCell(say('快递名超过 40 个字', 'the courier’s name is over 40 characters'));
  return courier;
}

/** What a row of the long form says: the verdict's cell with the fee's cells. */
export function resultOf(cells: Cells, { fields }: CourierHeader): ReachCell {
  const label = (column: CourierColumn): string =>
    fields.find((field) => field?.column === column)?.label ?? column;
  const unit = (column: CourierColumn): 'kg' | 'g' =>
    fields.find((field) => field?.column === column)?.unit ?? 'kg';
  const fee = (column: 'first' | 'next'): number | undefined => {
    const text = cells(column).trim();
    if (text === '') return undefined;
    const fen = readFee(text);
    if (fen === undefined)
      throw new BadCell(
        say(
          `${label(column)}「${text}」读不成金额，要写 18 或 18.5（元，最多两位小数）`,
          `${label(column)} “${text}” is no amount; write 18 or 18.5 (yuan, at most two decimals)`,
        ),
      );
    return fen;
  };
  const weight = (column: 'firstUnit' | 'nextUnit'): number | undefined => {
    const text = cells(column).trim();
    if (text === '') return undefined;
    const grams = readGrams(text, unit(column));
    if (grams === undefined || grams === 0)
      throw new BadCell(
        say(
          `${label(column)}「${text}」读不成重量，要写公斤数，如 1 或 0.5`,
          `${label(column)} “${text}” is no weight; write kilograms such as 1 or 0.5`,
        ),
      );
    return grams;
  };
  const text = cells('reach').trim();
  const said = text === '' ? undefined : readReach(text);
  if (text !== '' && !said) throw new BadCell(unreadReach(label('reach'), text));
  const first = fee('first') ?? said?.surcharge?.first;
  const firstUnit = weight('firstUnit') ?? said?.surcharge?.firstUnit;
  const next = fee('next') ?? said?.surcharge?.next;
  const nextUnit = weight('nextUnit') ?? said?.surcharge?.nextUnit;
  const reach = said?.reach ?? (first === undefined ? undefined : first === 0 ? 'reaches' : 'surcharge');
  if (reach === undefined)
    throw new BadCell(
      say('没有写结果（到、加收、慢、不到、未知）', 'says no result (到, 加收, 慢, 不到, 未知)'),
    );
  const charges = reach === 'surcharge' && first !== undefined;
  return {
    reach,
    ...(charges
      ? {
          surcharge: {
            first,
            ...defined('firstUnit', firstUnit),
            ...defined('next', next),
            ...defined('nextUnit', nextUnit),
          },
        }
      : {}),
    ...(said?.days ? { days: said.days } : {}),
    ...(said?.assumedUnit ? { assumedUnit: true } : {}),
  };
}

export const unreadReach = (label: string, text: string): LocalText =>
  say(
    `${label}「${text}」看不懂，请写 到、不到、慢、未知，或加收多少（18元、加18）`,
    `${label} “${text}” is not understood; write 到, 不到, 慢, 未知 or the fee (18元, 加18)`,
  );
