import type { PlatformRow } from '../packs/platform-row.ts';
import type { Platform } from '../platform.ts';
import { DAY_MS, MINUTE_MS, startOfShanghaiDay } from '../time/shanghai.ts';
import type { TurnEvent } from './event.ts';
import { conversationKey } from './event-key.ts';
import { betterHint, isAnswered } from './hints.ts';
import { type ListedWait, type LiveChat, type LiveWait, listedWait, liveChat } from './live-chat.ts';
import type { WaitingBuyer } from './queue.ts';
import { type QueueOptions, queueOf } from './queue-order.ts';
import { createQuietOrder } from './quiet-order.ts';

/**
 * A conversation counts as done when our last word got no answer for so long (A8). Five minutes: longer than any limit
 * an answer is judged by, so that whoever still types is not closed in the middle, and short enough to tidy between two
 * questions (our own choice, O).
 */
export const CLOSABLE_AFTER_MS = 5 * MINUTE_MS;
/** No agent works off longer lists; the counts beside them stay true. */
export const MOST_QUIET = 200;

/** A conversation in which no clock runs, or which is listed for another reason than its clock. */
export interface QuietEntry {
  key: string;
  platform: Platform;
  shop: string;
  buyer: string;
  nick?: string;
  /** Last words: the first unanswered message; conversations that can be closed: our last word. Epoch ms. */
  since: number;
}

export interface QueueView {
  waiting: WaitingBuyer[];
  /** Oldest first, at most `MOST_QUIET`. */
  lastWords: QuietEntry[];
  /** The one silent for longest first, at most `MOST_QUIET`. */
  closable: QuietEntry[];
  /** How many there are of each. */
  counts: { lastWords: number; closable: number };
  /** Next instant at which, without any message, the waiting change in more than their clocks; epoch ms. */
  waitingChangesAt?: number;
  /** The same of the two other lists. */
  quietChangesAt?: number;
}

export interface ViewOptions extends Omit<QueueOptions, 'rows'> {
  /** Waits that conversation lists tell of, any number per conversation. */
  hints?: readonly ListedWait[];
  /** Ms by which the computer's clock is known to be late behind the platform's. */
  behind?: (platform: Platform) => number;
  /** Keys of conversations with something left to do, which are not to be closed. */
  openMatters?: ReadonlySet<string>;
}

/** Everything the live queue knows of conversations, kept so that a message costs what its conversation costs. */
export interface QueueBook {
  /** A conversation's events, in place of those given before; empty when it has none any more. */
  put(key: string, events: readonly TurnEvent[]): void;
  view(options: ViewOptions): QueueView;
}

/** Where the seller must have the last word; elsewhere nobody is nagged (metrics.md §6). */
const lastWordPlatforms: ReadonlySet<Platform> = new Set(['taobao', 'tmall', '1688', 'pdd']);

/** @param rows in force; absent: the shipped ones */
export function createQueueBook(rows?: readonly PlatformRow[]): QueueBook {
  const chats = new Map<string, LiveChat>();
  const waits = new Map<string, LiveWait>();
  /** Conversations whose last word is the buyer's, where that matters. */
  const lastWords = new Map<string, LiveChat>();
  const quiet = createQuietOrder();

  function put(key: string, events: readonly TurnEvent[]): void {
    const before = chats.get(key);
    if (before?.ours !== undefined) quiet.remove(before.ours, key);
    const chat = liveChat(events, rows);
    waits.delete(key);
    lastWords.delete(key);
    if (!chat) {
      chats.delete(key);
      return;
    }
    chats.set(key, chat);
    if (chat.wait) waits.set(key, chat.wait);
    if (chat.lastWord && lastWordPlatforms.has(chat.platform)) lastWords.set(key, chat);
    if (chat.ours !== undefined) quiet.add(chat.ours, key);
  }

  /** One hint for each conversation whose events do not know better: two pages of one market tell of the same wait. */
  function listed({ hints = [], behind }: ViewOptions): LiveWait[] {
    const best = new Map<string, ListedWait>();
    for (const hint of hints) {
      const key = conversationKey(hint);
      if (waits.has(key) || isAnswered(hint, chats.get(key), behind?.(hint.platform))) continue;
      const other = best.get(key);
      best.set(key, other ? betterHint(other, hint) : hint);
    }
    return [...best].map(([key, hint]) => listedWait(hint, chats.get(key), rows));
  }

  const entry = (
    { key, platform, shop, buyer, nick }: Omit<QuietEntry, 'since'>,
    since: number,
    options: ViewOptions,
  ): QuietEntry => {
    const name = nick ?? options.nick?.(key);
    return { key, platform, shop, buyer, ...(name !== undefined && { nick: name }), since };
  };

  function lastWordsOf(fromLists: readonly LiveWait[], options: ViewOptions, today: number): QuietEntry[] {
    const words: QuietEntry[] = [];
    for (const chat of lastWords.values()) {
      const { lastWord } = chat;
      if (lastWord && lastWord.last >= today) words.push(entry(chat, lastWord.since, options));
    }
    for (const wait of fromLists) {
      if (lastWords.has(wait.key) || !lastWordPlatforms.has(wait.platform) || wait.lastAsk < today) continue;
      words.push(entry(wait, wait.since, options));
    }
    return words.sort((a, b) => a.since - b.since || (a.key < b.key ? -1 : 1));
  }

  return {
    put,
    view(options) {
      const { now, openMatters = new Set<string>() } = options;
      const today = startOfShanghaiDay(now);
      const fromLists = listed(options);
      const { waiting, changesAt } = queueOf([...waits.values(), ...fromLists], {
        ...options,
        ...(rows && { rows }),
      });
      const words = lastWordsOf(fromLists, options, today);

      const until = now - CLOSABLE_AFTER_MS;
      const busy = new Set([...openMatters, ...fromLists.map(({ key }) => key)]);
      const done = quiet.between(today, until, busy, MOST_QUIET);
      const closable = done.list.flatMap(({ key, t }) => {
        const chat = chats.get(key);
        return chat ? [entry(chat, t, options)] : [];
      });
      const next = quiet.after(Math.max(until, today - 1));
      // At midnight both lists begin anew; a conversation still silent joins the second one after its minutes.
      const changes = [
        ...(words.length > 0 || done.count > 0 ? [today + DAY_MS] : []),
        ...(next === undefined ? [] : [next + CLOSABLE_AFTER_MS]),
      ];
      return {
        waiting,
        lastWords: words.slice(0, MOST_QUIET),
        closable,
        counts: { lastWords: words.length, closable: done.count },
        ...(changesAt !== undefined && { waitingChangesAt: changesAt }),
        ...(changes.length > 0 && { quietChangesAt: Math.min(...changes) }),
      };
    },
  };
}
