import type { Order } from '../orders/order.ts';

/** Characters platforms put where they hide something. */
const mask = /[*＊•●]|x{2,}|…/i;

/** Whether a text hides part of itself (`张**`, `138****0000`). */
export function isMasked(text: string): boolean {
  return mask.test(text);
}

/** Trimmed, or undefined where there is nothing to compare: absent, empty, or masked. */
export function clearText(text: string | undefined): string | undefined {
  const trimmed = text?.replace(/\s+/g, ' ').trim();
  return trimmed === undefined || trimmed === '' || isMasked(trimmed) ? undefined : trimmed;
}

/**
 * What two orders must share to be the same parcel's candidates (rules.md §2): the platform's buyer id, or receiver,
 * phone and address all shown in clear. Masked text is never a key: `张**` and `138****0000` are equal for different
 * people. A nick is none either; several buyers may carry it.
 */
export function mergeKeys(order: Order): string[] {
  const scope = `${order.platform}\u0000${order.shop ?? ''}`;
  const keys: string[] = [];
  const buyer = clearText(order.buyerId);
  if (buyer !== undefined) keys.push(`${scope}\u0000id\u0000${buyer}`);
  const receiver = clearText(order.receiver);
  const phone = clearText(order.phone);
  const address = clearText(order.address);
  if (receiver !== undefined && phone !== undefined && address !== undefined) {
    keys.push([scope, 'to', receiver, phone, address].join('\u0000'));
  }
  return keys;
}
