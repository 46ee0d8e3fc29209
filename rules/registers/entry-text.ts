import { formatFen } from '../money/money.ts';
import { shanghaiParts, shortShanghaiTime } from '../time/shanghai.ts';
import { type EntryFacts, type EntryGoods, entryKindNames } from './entry.ts';

const yuan = (fen: number): string => `¥${formatFen(fen)}`;
const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, '，');
const two = (n: number): string => String(n).padStart(2, '0');

/** A line of goods as the warehouse looks for it: the code first. */
export function goodsText({ title, sku, code, quantity }: EntryGoods): string {
  const said = [code, title, sku].filter((part) => part !== undefined).join(' ');
  return quantity === undefined ? said : `${said} ×${quantity}`;
}

/**
 * What the warehouse gets to know (mission.md D4: number, order, price), ready to be pasted into its chat. Who the buyer
 * is does not concern it: names and phones stay out.
 */
export function warehouseText(entry: EntryFacts): string {
  const { kind, orderId, goods, amount, courier, trackingNo, issue, reason, solution, promisedAt } = entry;
  const { bagCode, note } = entry;
  const number = [courier, trackingNo].filter(Boolean).join(' ');
  const lines: (string | undefined)[] = [
    `【${entryKindNames[kind]['zh-CN']}】${orderId === undefined ? '' : `订单 ${orderId}`}`,
    number === '' ? undefined : `${kind === 'return' ? '退回单号' : '快递单号'}：${number}`,
    goods.length === 0 ? undefined : `商品：${goods.map(goodsText).join('；')}`,
    amount === undefined ? undefined : `金额：${yuan(amount)}`,
    bagCode === undefined ? undefined : `袋上写：${bagCode}`,
    `问题：${oneLine(issue)}`,
    reason === undefined ? undefined : `原因：${oneLine(reason)}`,
    solution === undefined ? undefined : `处理：${oneLine(solution)}`,
    promisedAt === undefined ? undefined : `答应买家 ${shortShanghaiTime(promisedAt)} 前`,
    note === undefined ? undefined : `备注：${oneLine(note)}`,
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}

/**
 * The memo of the order as shops write it, `MM-DD 代码 事件` (rules.md §8); to be added below what stands there, never in
 * its place.
 * @param agent the agent's code; left out where none is set
 */
export function memoText(entry: EntryFacts, agent: string, at: number): string {
  const { month, day } = shanghaiParts(at);
  const { kind, issue, reason, solution, trackingNo, promisedAt } = entry;
  const event = [
    `${entryKindNames[kind]['zh-CN']}：${oneLine(issue)}`,
    reason === undefined ? undefined : `原因 ${oneLine(reason)}`,
    trackingNo === undefined ? undefined : `${kind === 'return' ? '退回单号' : '单号'} ${trackingNo}`,
    solution === undefined ? undefined : oneLine(solution),
    promisedAt === undefined ? undefined : `答应 ${shortShanghaiTime(promisedAt)} 前`,
  ];
  const head = [`${two(month)}-${two(day)}`, agent].filter((part) => part !== '').join(' ');
  return `${head} ${event.filter((part) => part !== undefined).join('，')}`;
}
