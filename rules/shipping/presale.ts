import type { Order } from '../orders/order.ts';
import { readDatetime } from '../time/read-datetime.ts';

/** T4 of rules.md §1.2: where a presale with deposit and tail payment stands. */
export interface Presale {
  /** The tail is still to be paid: no shipping clock runs yet. */
  tailOpen: boolean;
  /** Epoch ms by which the tail is to be paid, where the page says it. */
  tailBy?: number;
}

const tailWaits =
  /(?:待|未|等待|需)(?:买家)?(?:付|支付|付清|补)(?:的)?尾款|尾款(?:未|待)|定金已(?:付|支付)|已付定金/;

/** What the page's own words say of a presale; undefined for an order that is none. */
export function presaleOf(
  order: Pick<Order, 'statusText' | 'promise' | 'status'>,
  now: number,
): Presale | undefined {
  const text = [order.statusText, order.promise].filter((part) => part !== undefined).join(' ');
  if (!/预售|定金|尾款/.test(text)) return undefined;
  const tailOpen = tailWaits.test(text) || (order.status === 'unpaid' && text.includes('尾款'));
  const by = tailOpen ? readDatetime(text, now, { place: 'any' }) : undefined;
  return { tailOpen, ...(by && { tailBy: by.ms }) };
}
