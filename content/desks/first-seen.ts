import type { MessageFact } from '../site-map/facts.ts';

const markOf = ({ id, nick, time, text, image }: MessageFact): string =>
  [id, nick, time?.ms, text, image].map((part) => part ?? '').join('\n');

/**
 * Under whose name each message row was first read. While a conversation is being opened, its header may be there
 * before its messages: the rows of the one before still stand in the page (issue 3, conversation switched while
 * messages load). A row that the page fills with other words is another message.
 */
export function createFirstSeen(): (message: MessageFact, buyer: string) => string {
  const seen = new WeakMap<Element, { mark: string; buyer: string }>();
  return (message, buyer) => {
    const mark = markOf(message);
    const before = seen.get(message.element);
    if (before?.mark === mark) return before.buyer;
    seen.set(message.element, { mark, buyer });
    return buyer;
  };
}
