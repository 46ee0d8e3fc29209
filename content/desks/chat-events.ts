import type { Platform } from '../../rules/platform.ts';
import type { EventType, TurnEvent } from '../../rules/turns/event.ts';
import type { WaitHint } from '../../storage/schemas/queue.ts';
import type { ChatFact, ConversationFact, MessageFact, Side } from '../site-map/facts.ts';
import { createFirstSeen } from './first-seen.ts';
import { messageIdentities } from './message-identity.ts';
import { type Moment, seqsOf } from './same-instant.ts';
import { writtenBy } from './written-by.ts';

const eventType: Record<Side, EventType> = { buyer: 'buyer', agent: 'human', bot: 'auto', system: 'system' };

/** Messages of one conversation that are remembered as handed over; older ones are deduped by the ledger. */
const REMEMBERED = 2_000;

export interface ChatReader {
  /** Events that were not handed out before, oldest first. */
  events(fact: ChatFact, now: number): TurnEvent[];
  /** Waits that only the conversation list tells of; the whole list, each time. */
  hints(fact: ChatFact, now: number): WaitHint[];
}

interface Conversation {
  /** Message identity → its moment as told; undefined for one that has none. */
  handedOut: Map<string, Moment | undefined>;
  /** The conversation was read once, so a message that appears after the known ones arrived while we watched. */
  primed: boolean;
  last: string | undefined;
}

/** Oldest first. A reversed list shows its first node at the bottom; only asked where messages carry no time. */
function inReadingOrder(messages: readonly MessageFact[]): MessageFact[] {
  const first = messages[0]?.element.getBoundingClientRect().top ?? 0;
  const last = messages.at(-1)?.element.getBoundingClientRect().top ?? 0;
  return first > last ? [...messages].reverse() : [...messages];
}

/**
 * Turns what a chat page shows into ledger events: the page's own time, id and side, no text (architecture.md,
 * way 1). A message without a time counts only if it arrived while the page was open: then the observed second is
 * its time (metrics.md §1.5); older ones have no time that could be read, and none is guessed.
 */
export function createChatReader(source: { platform: Platform; shop: () => string }): ChatReader {
  const conversations = new Map<string, Conversation>();
  /** Page message id → conversation it was first read in: while a list is refilled, old rows may stand under a new name. */
  const owner = new Map<string, string>();
  const firstSeen = createFirstSeen();
  const previews = new Map<string, { preview: string; since: number | undefined }>();

  function toEvent(
    message: MessageFact,
    id: string,
    buyer: string,
    { t, seq, agent }: { t: number | undefined; seq: number; agent: string | undefined },
  ): TurnEvent | undefined {
    if (t === undefined || !message.side) return undefined;
    return {
      id,
      t,
      ...(seq !== 0 && { seq }),
      platform: source.platform,
      shop: source.shop(),
      buyer,
      ...(agent !== undefined && { agent }),
      type: eventType[message.side],
      origin: 'page',
      precision: message.time?.precision ?? 's',
      length: message.text?.length ?? 0,
    };
  }

  function rememberRow(row: ConversationFact, isOpen: boolean, now: number): number | undefined {
    const before = previews.get(row.key);
    const preview = row.preview ?? '';
    // An open conversation is read itself: the words of its row, the agent's own too, tell of no wait.
    if (!isOpen && before?.preview === preview) return before.since;
    // The first sight of a row says nothing of when its words were written; a later change happened now.
    const since = before && !isOpen ? (before.since ?? now) : undefined;
    previews.set(row.key, { preview, since });
    return since;
  }

  return {
    events(fact, now) {
      const buyer = fact.conversationKey;
      if (buyer === undefined) return [];
      let conversation = conversations.get(buyer);
      if (!conversation) {
        conversation = { handedOut: new Map(), primed: false, last: undefined };
        conversations.set(buyer, conversation);
      }
      const timeless = fact.messages.some((message) => message.time === undefined);
      const messages = timeless ? inReadingOrder(fact.messages) : fact.messages;
      const ids = messageIdentities(messages);
      const knownUpTo = conversation.last === undefined ? -1 : ids.lastIndexOf(conversation.last);
      const { handedOut } = conversation;
      const told = (i: number): Moment | undefined => handedOut.get(ids[i] ?? '');
      const { primed } = conversation;
      const arrivedNow = (i: number): boolean => primed && knownUpTo >= 0 && i > knownUpTo;
      const times = messages.map(
        ({ time }, i) => time?.ms ?? told(i)?.t ?? (arrivedNow(i) ? now : undefined),
      );
      const seqs = seqsOf(times, (i) => told(i)?.seq);
      const events: TurnEvent[] = [];
      messages.forEach((message, i) => {
        const id = ids[i];
        if (id === undefined || handedOut.has(id) || firstSeen(message, buyer) !== buyer) return;
        // Its side may become known later, when the account's name can be read: not handed out, not forgotten.
        if (message.side === undefined) return;
        if (message.id !== undefined) {
          if ((owner.get(id) ?? buyer) !== buyer) return;
          owner.set(id, buyer);
        }
        const event = toEvent(message, id, buyer, {
          t: times[i],
          seq: seqs[i] ?? 0,
          agent: writtenBy(message, fact),
        });
        handedOut.set(id, event && { t: event.t, seq: event.seq ?? 0 });
        if (event) events.push(event);
      });
      if (messages.length > 0) {
        conversation.primed = true;
        conversation.last = ids.at(-1);
      }
      if (handedOut.size > REMEMBERED) {
        conversation.handedOut = new Map([...handedOut].slice(-REMEMBERED / 2));
      }
      return events.sort((a, b) => a.t - b.t);
    },

    hints(fact, now) {
      const hints = new Map<string, WaitHint>();
      for (const row of fact.conversations) {
        // The same buyer may stand in several groups of the list, and only one of those rows is the active one.
        const isOpen = row.active || row.key === fact.conversationKey;
        const changedAt = rememberRow(row, isOpen, now);
        if (isOpen) continue;
        const shownUnread = row.waiting === true || (row.unread ?? 0) > 0;
        if (!shownUnread && (row.unread === 0 || changedAt === undefined)) continue;
        const since = changedAt ?? row.time?.ms;
        if (since === undefined || hints.has(row.key)) continue;
        hints.set(row.key, {
          platform: source.platform,
          shop: source.shop(),
          buyer: row.key,
          ...(row.name !== undefined && { nick: row.name }),
          since,
          precision: changedAt !== undefined ? 's' : (row.time?.precision ?? 'min'),
          ...(row.preview !== undefined && { length: row.preview.length }),
        });
      }
      return [...hints.values()];
    },
  };
}
