import type { ChatFact, MessageFact } from '../site-map/facts.ts';
import { comparable } from '../site-map/side-by-nick.ts';

/** What pages put in the place of one's own name. */
const ownWords = new Set(['我', '本人', '自己', '我自己', 'me', 'i']);
/** Names kept with an event (storage/schemas/ledger.ts). */
const LONGEST_NAME = 60;

const nameOf = (name: string | undefined): string | undefined => {
  const read = comparable(name);
  return read === undefined || read.length > LONGEST_NAME ? undefined : read;
};

/**
 * The account that wrote a message of the shop's side, as the message itself names it; `我` is the account that is
 * signed in, where the page shows its name. A message without a name may be a colleague's, so the account that is
 * signed in says nothing of it: absent, never guessed. A masked name could be anybody's.
 */
export function writtenBy(message: MessageFact, { account, buyer }: ChatFact): string | undefined {
  if (message.side !== 'agent') return undefined;
  const nick = nameOf(message.nick);
  if (nick === undefined) return undefined;
  if (ownWords.has(nick.toLowerCase())) return nameOf(account);
  // A page that puts the buyer's name over every message names no writer.
  return nick === comparable(buyer) && nick !== comparable(account) ? undefined : nick;
}
