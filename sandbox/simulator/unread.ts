import type { Conversation } from '../generator/conversations.ts';

/** How many of a buyer's messages the agent has not seen: those after the last answer, until the chat is opened. */
export interface Unread {
  /** The open conversation is seen as it stands. */
  see(conversation: Conversation): void;
  of(conversation: Conversation): number;
}

export function createUnread(): Unread {
  const seen = new Map<string, number>();
  return {
    see: ({ buyer, messages }) => {
      seen.set(buyer.id, messages.length);
    },
    of: ({ buyer, messages }) => {
      const from = seen.get(buyer.id) ?? messages.findLastIndex((message) => message.from === 'agent') + 1;
      return messages.slice(from).filter((message) => message.from === 'buyer').length;
    },
  };
}
