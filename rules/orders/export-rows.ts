import { type Language, type LocalText, say } from '../language/local-text.ts';
import { formatFen } from '../money/money.ts';
import { sortableShanghaiTime } from '../time/shanghai.ts';
import type { Flag } from './flag.ts';
import { handledStanding } from './handled.ts';
import { maskAddress, maskName, maskNumbers, maskPhone } from './mask-personal.ts';
import type { Order } from './order.ts';
import type { OrderCourier } from './order-courier.ts';
import { piecesOf } from './order-facts.ts';
import type { OrderState } from './order-state.ts';

/** One order as a list shows it. */
export interface ListedOrder {
  order: Order;
  flags: readonly Flag[];
  due?: { at: number; what: LocalText };
  state?: OrderState;
  verdict?: OrderCourier;
}

export interface ExportOptions {
  language: Language;
  /** Epoch ms. */
  now: number;
  /** When the shift that runs began, if one does; epoch ms. */
  shiftStart?: number;
  /** Names, phones and addresses as the page shows them; otherwise masked (issue "Orders", 8). */
  clear: boolean;
}

interface Column {
  head: LocalText;
  /** Characters; for spreadsheets. */
  width: number;
  cell(row: ListedOrder, options: ExportOptions): string | undefined;
}

/** To the minute. */
const moment = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : sortableShanghaiTime(at).slice(0, 16);

const yuan = (fen: number | undefined): string | undefined =>
  fen === undefined ? undefined : formatFen(fen);

const checks: Record<NonNullable<OrderState['addressCheck']>['state'], LocalText> = {
  asked: say('已问', 'asked'),
  confirmed: say('已确认', 'confirmed'),
  changed: say('要改', 'to be changed'),
};

const goodsOf = ({ lines }: Order): string =>
  lines
    .map(({ title, sku, code, quantity }) =>
      [title, sku, code, quantity === undefined ? undefined : `×${quantity}`]
        .filter((part) => part !== undefined && part !== '')
        .join(' '),
    )
    .join('\n');

/** Hidden unless it was asked for in the clear. */
const personal =
  (mask: (text: string) => string, read: (order: Order) => string | undefined): Column['cell'] =>
  ({ order }, { clear }) => {
    const text = read(order);
    return text === undefined || clear ? text : mask(text);
  };

const columns: readonly Column[] = [
  { head: say('订单号', 'Order number'), width: 24, cell: ({ order }) => order.orderId },
  { head: say('状态', 'Status'), width: 12, cell: ({ order }) => order.statusText ?? order.status },
  {
    head: say('提醒', 'Flags'),
    width: 30,
    cell: ({ flags }, { language }) => flags.map(({ label }) => label[language]).join('；'),
  },
  {
    head: say('已处理', 'Handled'),
    width: 8,
    cell: ({ state, flags }, { language, now, shiftStart }) =>
      handledStanding(state, flags, now, shiftStart) === 'handled' ? say('是', 'yes')[language] : undefined,
  },
  { head: say('下一步', 'Due next'), width: 16, cell: ({ due }, { language }) => due?.what[language] },
  { head: say('截止时间', 'Due at'), width: 18, cell: ({ due }) => moment(due?.at) },
  {
    head: say('快递判断', 'Courier verdict'),
    width: 18,
    cell: ({ verdict }, { language }) => verdict?.label[language],
  },
  { head: say('备注', 'Memo'), width: 30, cell: personal(maskNumbers, ({ memo }) => memo) },
  { head: say('买家', 'Buyer'), width: 14, cell: personal(maskName, ({ buyer }) => buyer) },
  { head: say('金额（元）', 'Amount (¥)'), width: 10, cell: ({ order }) => yuan(order.amount) },
  { head: say('运费（元）', 'Freight (¥)'), width: 10, cell: ({ order }) => yuan(order.freight) },
  { head: say('下单时间', 'Placed'), width: 18, cell: ({ order }) => moment(order.placedAt) },
  { head: say('付款时间', 'Paid'), width: 18, cell: ({ order }) => moment(order.paidAt) },
  { head: say('商品', 'Goods'), width: 50, cell: ({ order }) => goodsOf(order) },
  { head: say('件数', 'Pieces'), width: 6, cell: ({ order }) => piecesOf(order)?.toString() },
  { head: say('收货人', 'Receiver'), width: 10, cell: personal(maskName, ({ receiver }) => receiver) },
  { head: say('电话', 'Phone'), width: 16, cell: personal(maskPhone, ({ phone }) => phone) },
  { head: say('地址', 'Address'), width: 40, cell: personal(maskAddress, ({ address }) => address) },
  {
    head: say('核对地址', 'Address check'),
    width: 10,
    cell: ({ state }, { language }) => state?.addressCheck && checks[state.addressCheck.state][language],
  },
  { head: say('快递', 'Courier'), width: 10, cell: ({ order }) => order.courier },
  { head: say('运单号', 'Tracking number'), width: 20, cell: ({ order }) => order.trackingNo },
];

/** Widths of the columns, in characters. */
export const exportWidths: readonly number[] = columns.map(({ width }) => width);

/** Header and rows of the orders, in their order; what is not known is an empty cell. */
export function* exportRows(
  rows: Iterable<ListedOrder>,
  options: ExportOptions,
): Generator<readonly string[]> {
  yield columns.map(({ head }) => head[options.language]);
  for (const row of rows) yield columns.map(({ cell }) => cell(row, options) ?? '');
}

/** What a spreadsheet would take as a formula when it opens a CSV file. */
const formula = /^[\s]*[=+\-@\t\r]/;
/** A number it would round (order numbers have 18 digits), or whose first 0 it would drop. */
const longNumber = /^(?:\d{12,}|0\d+)$/;

/**
 * A cell for a CSV file that a spreadsheet shows as it is. A TAB keeps a long number a text, and a reader of such files
 * drops it again (phrases.md §5); before what could be a formula stands an apostrophe.
 */
export function sheetSafe(cell: string): string {
  if (longNumber.test(cell)) return `\t${cell}`;
  return formula.test(cell) ? `'${cell}` : cell;
}
