import { type LocalText, say } from '../language/local-text.ts';
import { formatFen, readMoney } from '../money/money.ts';
import { type CellRow, type Delimiter, delimiters, readDelimited } from '../phrases/files/delimited.ts';
import { columnName } from '../phrases/files/header.ts';
import { finish, type Steps } from '../phrases/files/steps.ts';
import { foldCode } from '../products/card.ts';
import { knownColumn } from '../products/card-columns.ts';
import { splitCell } from '../products/read-cards.ts';
import type { ListPrice } from './list-price.ts';

/** A row that is left out, and why. `row`: its line in the table, from 1. */
export interface ListProblem {
  row: number;
  text: LocalText;
}

export interface ReadPriceList {
  prices: ListPrice[];
  problems: ListProblem[];
  notes: LocalText[];
}

const limits = { code: 60, name: 200 } as const;
const stepRows = 2_000;
const mostLinesAbove = 5;

/** Names of the price column, the surest first: a list may hold the everyday price beside the live one. */
const livePrices = [
  '直播价',
  '直播价格',
  '直播间价',
  '直播间价格',
  '直播售价',
  '直播到手价',
  '主播价',
  '福利价',
  '到手价',
  '成交价',
  '活动价',
  '秒杀价',
  '优惠价',
  '改价',
  '改后价',
  '券后价',
  'liveprice',
  'livestreamprice',
  'dealprice',
];
const codeNames = [
  '链接号',
  '直播编号',
  '直播货号',
  '货号编码',
  '款号编码',
  '货品编码',
  '条码',
  'sku',
  'skucode',
  'itemno',
];

interface Columns {
  codes: number[];
  price: number;
  name?: number;
  headRows: number;
  /** The price column as the table calls it, where it has others too. */
  chosen?: string;
}

function columnsOf(rows: readonly CellRow[]): Columns | undefined {
  for (const [at, { cells }] of rows.slice(0, mostLinesAbove).entries()) {
    const names = cells.map(columnName);
    const isCode = (name: string): boolean => knownColumn(name) === 'codes' || codeNames.includes(name);
    const codes = names.flatMap((name, place) => (isCode(name) ? [place] : []));
    const live = livePrices.map((name) => names.indexOf(name)).find((place) => place >= 0);
    const plain = names.findIndex((name) => knownColumn(name) === 'price');
    const price = live ?? (plain >= 0 ? plain : undefined);
    if (codes.length > 0 && price !== undefined) {
      const priced = names.filter((name) => livePrices.includes(name) || knownColumn(name) === 'price');
      const name = names.findIndex((one) => knownColumn(one) === 'name');
      return {
        codes,
        price,
        headRows: at + 1,
        ...(name >= 0 && { name }),
        ...(priced.length > 1 && { chosen: cells[price]?.trim() ?? '' }),
      };
    }
    if (cells.filter((cell) => cell.trim() !== '').length > 2) return undefined;
  }
  return undefined;
}

/** A price and nothing else: 「30起」, 「约30」, 「9.9折」 and 「$5」 are not one. */
const priceCell =
  /^[+-]?\s*[¥￥]?\s*[+-]?\s*[\d,]+(?:\.\d+)?\s*(?:元|块|块钱|rmb|cny|yuan)?(?:\/(?:件|个|只|条|双|套))?$/i;

function readPrice(cell: string): { price: number } | { fault: LocalText } {
  const text = cell
    .normalize('NFKC')
    .replace(/\u2212/g, '-')
    .trim();
  const shown = cell.trim().slice(0, 20);
  if (text === '') return { fault: say('没有价格', 'there is no price') };
  if (!priceCell.test(text)) {
    return { fault: say(`「${shown}」不是一个价格`, `"${shown}" is not one price`) };
  }
  if (/\.\d{3,}/.test(text)) {
    return { fault: say(`「${shown}」超过两位小数`, `"${shown}" has more than two decimals`) };
  }
  const price = readMoney(text);
  if (price === undefined) return { fault: say(`「${shown}」不是一个价格`, `"${shown}" is not one price`) };
  if (price < 0) return { fault: say(`「${shown}」是负数`, `"${shown}" is negative`) };
  if (price === 0) return { fault: say('价格是 0', 'the price is 0') };
  return { price };
}

/**
 * Reads a live stream's price list: columns are found by their heads (编码, 货号, 款号 …; 直播价, 到手价, 价格 …), or the
 * table has no head and each row is a code and a price. A code with two different prices is left out altogether: which
 * one holds nobody but the shop knows. Undefined when the table is no price list.
 */
export function* readPriceTable(table: readonly CellRow[]): Steps<ReadPriceList | undefined> {
  const columns = columnsOf(table) ?? bareColumns(table);
  if (!columns) return undefined;
  const problems: ListProblem[] = [];
  const found = new Map<string, ListPrice & { row: number }>();
  const doubled = new Set<string>();
  const problem = (row: number, { 'zh-CN': zh, en }: LocalText): void => {
    problems.push({ row, text: say(`第 ${row} 行：${zh}`, `Line ${row}: ${en}`) });
  };
  const body = table.slice(columns.headRows);
  for (const [at, { line, cells }] of body.entries()) {
    if (at % stepRows === stepRows - 1) yield { done: at, total: body.length };
    const codes = [...new Set(columns.codes.flatMap((place) => splitCell('codes', cells[place] ?? '')))];
    const priced = cells[columns.price] ?? '';
    if (codes.length === 0 && priced.trim() === '') continue;
    if (codes.length === 0) {
      problem(line, say('没有编码', 'there is no code'));
      continue;
    }
    const read = readPrice(priced);
    if ('fault' in read) {
      problem(line, read.fault);
      continue;
    }
    const name = columns.name === undefined ? '' : (cells[columns.name] ?? '').trim().slice(0, limits.name);
    for (const code of codes) {
      const key = foldCode(code);
      if (code.length > limits.code) {
        problem(line, say(`编码超过 ${limits.code} 个字`, `a code of more than ${limits.code} characters`));
        continue;
      }
      const before = found.get(key);
      if (before && before.price !== read.price) {
        doubled.add(key);
        problem(
          line,
          say(
            `编码「${code}」这里是 ${formatFen(read.price)}，第 ${before.row} 行是 ${formatFen(before.price)}，两个都没有用`,
            `the code "${code}" costs ${formatFen(read.price)} here and ${formatFen(before.price)} in line ${before.row}; neither is taken`,
          ),
        );
      } else if (!before)
        found.set(key, { code, price: read.price, row: line, ...(name !== '' && { name }) });
    }
  }
  for (const key of doubled) found.delete(key);
  const notes: LocalText[] = [];
  if (columns.chosen !== undefined) {
    notes.push(
      say(`有几列价格，用的是「${columns.chosen}」`, `Of several price columns "${columns.chosen}" is taken`),
    );
  }
  if (columns.headRows === 0) {
    notes.push(say('没有表头，按「编码、价格」两列来读', 'There is no header: read as code and price'));
  }
  return { prices: [...found.values()].map(({ row: _, ...entry }) => entry), problems, notes };
}

/** A list without a head: every row is a code and a price. */
function bareColumns(rows: readonly CellRow[]): Columns | undefined {
  const isPair = ({ cells }: CellRow): boolean =>
    cells.length === 2 && cells[0]?.trim() !== '' && 'price' in readPrice(cells[1] ?? '');
  const [first] = rows;
  return first && isPair(first) && rows.every(({ cells }) => cells.length === 2)
    ? { codes: [0], price: 1, headRows: 0 }
    : undefined;
}

/** Reads a list written or pasted as text; parted by tabs, commas or semicolons, or by white space alone. */
export function* readPriceText(text: string): Steps<ReadPriceList | undefined> {
  const delimiter = delimiters.find((one) => looksParted(text, one));
  const parted = delimiter ? text : text.replace(/[^\S\r\n]+/g, '\t').replace(/^\t|\t$/gm, '');
  const { rows, unclosed } = yield* readDelimited(parted, delimiter ?? '\t');
  const read = yield* readPriceTable(rows);
  if (!read) return undefined;
  const open = unclosed.map(
    (row): ListProblem => ({
      row,
      text: say(`第 ${row} 行：引号没有成对，这一行读不了`, `Line ${row}: a quote is never closed`),
    }),
  );
  return { ...read, problems: [...read.problems, ...open].sort((a, b) => a.row - b.row) };
}

function looksParted(text: string, delimiter: Delimiter): boolean {
  const { rows } = finish(readDelimited(text.slice(0, 20_000), delimiter, 8));
  return columnsOf(rows) !== undefined || bareColumns(rows) !== undefined;
}

/** What putting a list in place would change. */
export interface ListChange {
  added: number;
  changed: { code: string; before: number; after: number }[];
  same: number;
  /** Codes that go away; with `add` there are none. */
  removed: number;
  result: ListPrice[];
}

/** @param way `replace`: only the new list holds. `add`: it goes over what is there. */
export function changeList(
  present: readonly ListPrice[],
  incoming: readonly ListPrice[],
  way: 'replace' | 'add',
): ListChange {
  const before = new Map(present.map((entry) => [foldCode(entry.code), entry]));
  const after = new Map(way === 'add' ? before : []);
  const change: ListChange = { added: 0, changed: [], same: 0, removed: 0, result: [] };
  for (const entry of incoming) {
    const key = foldCode(entry.code);
    const known = before.get(key);
    if (!known) change.added += 1;
    else if (known.price === entry.price) change.same += 1;
    else change.changed.push({ code: entry.code, before: known.price, after: entry.price });
    after.set(key, entry);
  }
  if (way === 'replace') {
    for (const key of before.keys()) if (!after.has(key)) change.removed += 1;
  }
  change.result = [...after.values()];
  return change;
}
