import { type LocalText, say } from '../language/local-text.ts';
import { readMoney } from '../money/money.ts';
import { type CellRow, delimiters, readDelimited } from '../phrases/files/delimited.ts';
import { readMoment } from '../phrases/files/read-moment.ts';
import { finish, type Steps } from '../phrases/files/steps.ts';
import type { RowProblem } from '../phrases/row-problem.ts';
import { type Platform, platforms } from '../platform.ts';
import { platformNames } from '../platform-names.ts';
import {
  cleanEntry,
  type EntryFacts,
  type EntryGoods,
  type EntryKind,
  type EntryStatus,
  entryFault,
  entryKindNames,
  entryKinds,
} from './entry.ts';
import { type EntryColumn, type EntryHeader, entryHead, findEntryHeader } from './entry-columns.ts';

/** An entry as a table carries it. `row` is its line in the file, from 1. */
export interface EntryRow {
  row: number;
  facts: EntryFacts;
  status: EntryStatus;
  createdAt?: number;
  doneAt?: number;
}

export interface ReadEntries {
  rows: EntryRow[];
  problems: RowProblem[];
  notes: LocalText[];
}

/** Rows read in one step. */
const stepRows = 1_000;

/** Words in a cell that name a book, the more telling ones first. */
const kindWords: readonly [EntryKind, RegExp][] = [
  ['reship', /补发|补寄|重发|漏发|少发|错发|发错/],
  ['quality', /质量|瑕疵|破损|坏/],
  ['wrong-stock', /库存|描述|缺货/],
  ['courier', /快递|物流|丢件|未收到|超区/],
  ['refund', /退款/],
  ['return', /退货|退换|换货/],
  ['customer-problem', /客户|问题|咨询|投诉|售后|其他|其它/],
];
function readKind(cell: string): EntryKind | undefined {
  const named = entryKinds.find((kind) => kind === cell || entryKindNames[kind]['zh-CN'] === cell);
  return named ?? kindWords.find(([, words]) => words.test(cell))?.[0];
}

const platformWords: readonly [Platform, RegExp][] = [
  ['tmall', /天猫|tmall/i],
  ['taobao', /淘宝|taobao|千牛|^tb$/i],
  ['pdd', /拼多多|pdd|pinduoduo/i],
  ['doudian', /抖店|抖音|飞鸽|douyin|doudian/i],
  ['jd', /京东|^jd/i],
  ['xianyu', /闲鱼|xianyu/i],
  ['1688', /1688|阿里巴巴/],
  ['kuaishou', /快手|kuaishou/i],
  ['xiaohongshu', /小红书|xiaohongshu|^xhs$/i],
  ['mogujie', /蘑菇街|mogujie/i],
];
function readPlatform(cell: string): Platform | undefined {
  const named = platforms.find((one) => one === cell || platformNames[one]['zh-CN'] === cell);
  return named ?? platformWords.find(([, words]) => words.test(cell))?.[0];
}

const doneWords = /^(?:已|完成|解决了?$|处理好|是$|对$|好$|ok$|done|yes|y$|√|✓|✔|结)/i;
const openWords = /^(?:未|没|待|否|不|处理中|进行中|跟进|等|open|no|n$|×|✗|x$)/i;
/** Undefined for words that say neither. */
const readStatus = (cell: string): EntryStatus | undefined =>
  openWords.test(cell) ? 'open' : doneWords.test(cell) ? 'done' : undefined;

/** A cell of a workbook that holds a time has no zone, though it is handed over with one. */
const readTime = (cell: string): number | undefined =>
  readMoment(cell.normalize('NFKC').replace(/(?<=:\d{2})(?:\.\d+)?Z$/, ''));

const problemOf = (row: number, zh: string, en: string): RowProblem => ({
  row,
  kind: 'bad',
  text: say(`第 ${row} 行：${zh}`, `Line ${row}: ${en}`),
});

/** Makes entries of a table's rows. Undefined when the table is no register. */
export function* readEntryTable(
  table: readonly CellRow[],
  unclosed: readonly number[] = [],
): Steps<ReadEntries | undefined> {
  const header = findEntryHeader(table);
  if (!header) return undefined;
  const rows: EntryRow[] = [];
  const problems = unclosed.map((row) =>
    problemOf(row, '引号没有成对，这一行读不了', 'a quote is never closed'),
  );
  const body = table.slice(header.headRows);
  for (const [at, record] of body.entries()) {
    const read = readRow(record, header);
    if (read && 'text' in read) problems.push(read);
    else if (read) rows.push(read);
    if (at % stepRows === stepRows - 1) yield { done: at, total: body.length };
  }
  problems.sort((a, b) => a.row - b.row);
  const notes =
    header.dropped.length === 0
      ? []
      : [
          say(
            `没有读这些列：${header.dropped.join('、')}`,
            `These columns are not read: ${header.dropped.join(', ')}`,
          ),
        ];
  return { rows, problems, notes };
}

/** Reads a register written as text; undefined for any other text. */
export function* readEntryText(text: string): Steps<ReadEntries | undefined> {
  const delimiter = delimiters.find(
    (one) => findEntryHeader(finish(readDelimited(text.slice(0, 20_000), one, 8)).rows) !== undefined,
  );
  if (delimiter === undefined) return undefined;
  const { rows, unclosed } = yield* readDelimited(text, delimiter);
  return yield* readEntryTable(rows, unclosed);
}

const timeColumns = ['createdAt', 'promisedAt', 'doneAt'] as const satisfies readonly EntryColumn[];
const textColumns = [
  'shop',
  'buyer',
  'phone',
  'orderId',
  'reason',
  'courier',
  'trackingNo',
  'solution',
  'owner',
  'bagCode',
] as const satisfies readonly EntryColumn[];

function readRow({ line, cells }: CellRow, header: EntryHeader): EntryRow | RowProblem | undefined {
  const said = new Map<EntryColumn, string>();
  for (const [at, column] of header.columns.entries()) {
    const cell = (cells[at] ?? '').replace(/\r\n?/g, '\n');
    if (column !== undefined && cell.trim() !== '') said.set(column, cell);
  }
  if (said.size === 0) return undefined;
  const text = (column: EntryColumn): string => (said.get(column) ?? '').trim();
  const unread = (column: EntryColumn, zh: string, en: string): RowProblem =>
    problemOf(line, `${entryHead(column)}「${text(column)}」${zh}`, `"${text(column)}" ${en}`);

  const kind = said.has('kind') ? readKind(text('kind')) : header.returns ? 'return' : 'customer-problem';
  if (!kind)
    return unread(
      'kind',
      '认不出，可以写：客户问题、退货、快递问题、退款、补发、质量问题、库存',
      'is no kind of entry',
    );
  const platform = said.has('platform') ? readPlatform(text('platform')) : 'other';
  if (!platform) return unread('platform', '认不出是哪个平台', 'is no marketplace known here');
  const times: Partial<Record<(typeof timeColumns)[number], number>> = {};
  for (const column of timeColumns) {
    if (!said.has(column)) continue;
    const at = readTime(text(column));
    if (at === undefined)
      return unread(column, '读不懂，请写成 2026-11-22 18:00', 'is no time like 2026-11-22 18:00');
    times[column] = at;
  }
  const amount = said.has('amount') ? readMoney(text('amount')) : undefined;
  if (said.has('amount') && (amount === undefined || amount < 0))
    return unread('amount', '不是金额，最多两位小数', 'is no amount with at most two decimals');
  const goods = readGoods(said);
  if (!goods) return unread('quantity', '不是件数', 'is no quantity');
  const status = said.has('status')
    ? readStatus(text('status'))
    : times.doneAt === undefined
      ? 'open'
      : 'done';
  const notes = [
    text('note'),
    // A word that says neither is kept as it was written.
    status === undefined ? `${entryHead('status')}：${text('status')}` : '',
  ].filter((part) => part !== '');
  const { createdAt, promisedAt, doneAt } = times;
  const facts = cleanEntry({
    kind,
    platform,
    goods,
    issue: text('issue') || (kind === 'return' ? text('reason') || '退货' : text('reason')),
    ...Object.fromEntries(textColumns.map((column) => [column, text(column)])),
    ...(said.has('owner') ? {} : { owner: text('by') }),
    ...(notes.length > 0 && { note: notes.join('\n') }),
    ...(amount !== undefined && { amount }),
    ...(promisedAt !== undefined && { promisedAt }),
  });
  const fault = entryFault(facts);
  if (fault) return problemOf(line, fault['zh-CN'], fault.en);
  return {
    row: line,
    facts,
    status: status ?? 'open',
    ...(createdAt !== undefined && { createdAt }),
    ...(doneAt !== undefined && status === 'done' && { doneAt }),
  };
}

/** The lines of goods of a row; undefined where a quantity is none. Columns with several lines are read side by side. */
function readGoods(said: ReadonlyMap<EntryColumn, string>): EntryGoods[] | undefined {
  const split = (column: EntryColumn, parting: RegExp): string[] => {
    const cell = said.get(column) ?? '';
    return (cell.includes('\n') ? cell.split('\n') : cell.split(parting)).map((part) => part.trim());
  };
  const columns = {
    title: split('title', /\n/),
    sku: split('sku', /\n/),
    code: split('code', /[、；;,，]/),
    quantity: split('quantity', /\n/),
  };
  const lines = Math.max(...Object.values(columns).map(({ length }) => length));
  const goods: EntryGoods[] = [];
  for (let at = 0; at < lines; at += 1) {
    const line: EntryGoods = {};
    for (const field of ['title', 'sku', 'code'] as const) {
      const part = columns[field][at];
      if (part) line[field] = part;
    }
    const count = columns.quantity[at]?.normalize('NFKC') ?? '';
    if (count !== '') {
      const digits = /^[×x*]?\s*(\d{1,5})\s*[件个只双条]?$/i.exec(count)?.[1];
      if (digits === undefined) return undefined;
      if (Object.keys(line).length > 0) line.quantity = Number(digits);
    }
    if (Object.keys(line).length > 0) goods.push(line);
  }
  return goods;
}
