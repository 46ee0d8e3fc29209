import type { Order } from './order.ts';

/**
 * Pieces in the order. A line without a quantity is at least one: two such lines are several, one tells nothing.
 * Undefined where the page does not tell.
 */
export function piecesOf(order: Pick<Order, 'lines'>): number | undefined {
  let known = 0;
  let untold = 0;
  for (const { quantity } of order.lines) {
    if (quantity === undefined) untold += 1;
    else known += quantity;
  }
  if (untold === 0) return known > 0 ? known : undefined;
  return known + untold >= 2 ? known + untold : undefined;
}

/** Pieces in the order where every line tells its own; a text for the buyer names no number that may be more. */
export function wholePieces(order: Pick<Order, 'lines'>): number | undefined {
  let sum = 0;
  for (const { quantity } of order.lines) {
    if (quantity === undefined) return undefined;
    sum += quantity;
  }
  return order.lines.length > 0 ? sum : undefined;
}

/** Whether a line's title marks it as a flash-sale item (B3). */
export function hasFlashSale(order: Pick<Order, 'lines'>, words: readonly string[]): boolean {
  return order.lines.some(
    ({ title }) => title !== undefined && words.some((word) => word !== '' && title.includes(word)),
  );
}

/** Refund wording of the order or one of its lines that stands for an open refund. */
export function refundText(order: Pick<Order, 'lines' | 'statusText'>): string | undefined {
  const texts = [order.statusText, ...order.lines.map((line) => line.refund)];
  return texts.find(
    (text) =>
      text !== undefined && /退款|售后/.test(text) && !/关闭|取消|完成|成功|无退款|申请退款$/.test(text),
  );
}
