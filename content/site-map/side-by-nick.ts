import type { MessageFact, Side } from './facts.ts';
import { isMasked } from './read-field.ts';

/** The two names of an open conversation, as the page shows them now. */
export interface WriterNames {
  /** Of the account that is signed in. */
  account: string | undefined;
  /** Of the buyer whose conversation is open. */
  buyer: string | undefined;
}

/** A name to compare by; a masked one (王**) could be anybody and decides nothing (markets.md §10). */
export function comparable(name: string | undefined): string | undefined {
  const folded = name?.normalize('NFKC').replace(/\s+/g, ' ').trim();
  return folded === undefined || folded === '' || isMasked(folded) ? undefined : folded;
}

function sideOf(nick: string, account: string | undefined, buyer: string | undefined): Side | undefined {
  // An account that chats with a namesake: the name says nothing.
  if (account === buyer) return undefined;
  if (nick === account) return 'agent';
  return nick === buyer ? 'buyer' : undefined;
}

/**
 * Sides of messages that no selector tells (site-map.md revision 1, `account` and `messages.nick`). Names may
 * become readable, or change, after the messages were read, so sides are decided anew whenever either name is
 * another; facts and the list stay the same objects while they say the same.
 */
export function createNickSides(): (
  messages: readonly MessageFact[],
  names: WriterNames,
) => readonly MessageFact[] {
  const decided = new WeakMap<MessageFact, MessageFact>();
  let last: { messages: readonly MessageFact[]; account?: string | undefined; buyer?: string | undefined };
  let output: readonly MessageFact[] = [];
  return (messages, names) => {
    const account = comparable(names.account);
    const buyer = comparable(names.buyer);
    if (last && last.messages === messages && last.account === account && last.buyer === buyer) return output;
    last = { messages, account, buyer };
    const next = messages.map((message) => {
      if (message.side !== undefined) return message;
      const nick = comparable(message.nick);
      const side = nick === undefined ? undefined : sideOf(nick, account, buyer);
      if (side === undefined) return message;
      const known = decided.get(message);
      if (known?.side === side) return known;
      const copy = { ...message, side };
      decided.set(message, copy);
      return copy;
    });
    const isSame = next.length === output.length && next.every((one, i) => one === output[i]);
    if (!isSame) output = next.every((one, i) => one === messages[i]) ? messages : next;
    return output;
  };
}
