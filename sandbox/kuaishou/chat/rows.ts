import { formatFen } from '../../../rules/money/money.ts';
import { SECOND_MS } from '../../../rules/time/shanghai.ts';
import type { ChatOrder, Conversation, PracticeMessage } from '../../generator/conversations.ts';
import type { MessageShown } from '../../page/page-truth.ts';

/** A written message shows a nick and a time; what the platform says stands in the middle without either. */
export type ChatRow =
  | { kind: 'said'; nick: string; own: boolean; at: number; text?: string; hue?: number }
  | { kind: 'middle'; lines: string[] };

const statusWords: Record<ChatOrder['status'], string> = {
  unpaid: '待付款',
  unshipped: '待发货',
  shipped: '已发货',
};

const orderLines = (order: ChatOrder): string[] => [
  `订单编号：${order.orderId}`,
  order.good.title,
  `${statusWords[order.status]} ¥${formatFen(order.amount + order.freight)}`,
];

function rowOf(message: PracticeMessage, buyer: string, account: string): ChatRow {
  if (message.from === 'system') return { kind: 'middle', lines: [message.text ?? ''] };
  // Cards stand in the middle (markets.md §7), whoever sent them.
  if (message.good)
    return { kind: 'middle', lines: [message.good.title, `¥${formatFen(message.good.price)}`] };
  const own = message.from !== 'buyer';
  return {
    kind: 'said',
    nick: own ? account : buyer,
    own,
    at: message.at,
    ...(message.picture === undefined ? { text: message.text ?? '' } : { hue: message.picture }),
  };
}

/** What stands in the list, oldest first; the order card follows the platform's first words. */
export function rowsOf({ messages, buyer, order }: Conversation, account: string): ChatRow[] {
  const rows = messages.map((message) => rowOf(message, buyer.nick, account));
  if (order && rows.length > 0) rows.splice(1, 0, { kind: 'middle', lines: orderLines(order) });
  return rows;
}

/**
 * A row as a perfect reader reads it. Who wrote is told by the name alone, so with a buyer who bears the account's
 * own name the sides stay untold.
 */
export function rowShown(row: ChatRow, { buyer, account }: { buyer: string; account: string }): MessageShown {
  if (row.kind === 'middle') return { side: 'system', text: row.lines.join('\n'), picture: false };
  return {
    ...(buyer !== account && { side: row.own ? ('agent' as const) : ('buyer' as const) }),
    ...(row.text !== undefined && row.text !== '' && { text: row.text }),
    time: { ms: Math.floor(row.at / SECOND_MS) * SECOND_MS, precision: 's' },
    nick: row.nick,
    picture: row.hue !== undefined,
  };
}
