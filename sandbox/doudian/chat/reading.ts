import type { Conversation } from '../../generator/conversations.ts';
import type { ConversationShown, MessageShown, PageTruth } from '../../page/page-truth.ts';
import { preview } from '../../simulator/control.ts';
import { waitingSince } from '../../simulator/desk.ts';
import type { ChatLayout } from '../class-names.ts';
import { conversationId, messageId } from './state.ts';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function conversationShown(
  of: Conversation,
  layout: ChatLayout,
  unread: (of: Conversation) => number,
): ConversationShown {
  const words = oneLine(preview(of.messages[of.messages.length - 1]));
  return {
    id: conversationId(of.buyer.id),
    name: of.buyer.nick,
    // In the opaque layout nothing that lasts names the preview: its place in the row is all there is.
    ...(layout !== 'opaque' && words !== '' && { preview: words }),
    ...(unread(of) > 0 && { unread: unread(of) }),
    // The countdown of a wait; its class says nothing in the opaque layout either.
    ...(layout !== 'opaque' && waitingSince(of) !== undefined && { waiting: true as const }),
  };
}

/** The page shows no times; a notice of the platform's own shows neither a side nor a `pre` with its words. */
function messagesShown({ messages }: Conversation): MessageShown[] {
  return messages.map((message): MessageShown => {
    const said = message.from !== 'system' && message.text !== undefined && message.text !== '';
    return {
      id: messageId(message),
      ...(message.from !== 'system' && { side: message.from }),
      ...(said && { text: message.text ?? '' }),
      picture: message.picture !== undefined,
    };
  });
}

/** What a perfect reader reads of the page as it stands (page-truth.ts). */
export function chatReading(shown: {
  /** Rows in page order. */
  rows: readonly Conversation[];
  open: Conversation | undefined;
  /** Whose messages stand in the page; another one's while the page keeps them until the new ones are there. */
  messagesOf: Conversation | undefined;
  layout: ChatLayout;
  unread(of: Conversation): number;
}): PageTruth {
  const { rows, open, messagesOf, layout, unread } = shown;
  return {
    chat: {
      ...(open && { buyer: open.buyer.nick }),
      conversations: rows.map((of) => conversationShown(of, layout, unread)),
      messages: messagesOf ? messagesShown(messagesOf) : [],
      items: (messagesOf?.messages ?? []).flatMap(({ good }) =>
        good ? [{ title: good.title, sent: true as const }] : [],
      ),
    },
  };
}
