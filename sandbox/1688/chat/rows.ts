import { formatFen } from '../../../rules/money/money.ts';
import type { ChatOrder, Conversation, PracticeMessage } from '../../generator/conversations.ts';
import type { MessageShown } from '../../page/page-truth.ts';

/** One `.message-item`: words, a picture, or one of the cards (markets.md §6). */
export type ChatRow =
  | { kind: 'words'; own: boolean; text: string }
  | { kind: 'picture'; own: boolean; hue: number }
  | { kind: 'offer'; own: boolean; title: string; price: string; hue: number }
  | { kind: 'order'; own: boolean; orderId: string; words: string };

const statusWords: Record<ChatOrder['status'], string> = {
  unpaid: '等待买家付款',
  unshipped: '等待卖家发货',
  shipped: '等待买家确认收货',
};

function rowOf(message: PracticeMessage): ChatRow[] {
  const own = message.from !== 'buyer';
  // No source shows rows of the system: what the platform says in other chats is not drawn here.
  if (message.from === 'system') return [];
  if (message.good) {
    const { title, price, hue } = message.good;
    return [{ kind: 'offer', own, title, price: `¥${formatFen(price)}`, hue }];
  }
  if (message.picture !== undefined) return [{ kind: 'picture', own, hue: message.picture }];
  return [{ kind: 'words', own, text: message.text ?? '' }];
}

/** What stands in the list, oldest first; the buyer's order card comes first where there is an order. */
export function rowsOf({ messages, order }: Conversation): ChatRow[] {
  const card: ChatRow[] = order
    ? [
        {
          kind: 'order',
          own: false,
          orderId: order.orderId,
          words: `${statusWords[order.status]} ¥${formatFen(order.amount + order.freight)}`,
        },
      ]
    : [];
  return [...card, ...messages.flatMap(rowOf)];
}

/** A row as a perfect reader reads it: the side, and words where somebody wrote them. No id or time is shown. */
export const rowShown = (row: ChatRow): MessageShown => ({
  side: row.own ? 'agent' : 'buyer',
  ...(row.kind === 'words' && row.text !== '' && { text: row.text }),
  picture: row.kind === 'picture',
});
