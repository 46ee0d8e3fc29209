import { rateWindowOf } from '../packs/platform-limits.ts';
import { responseRows } from '../packs/platform-response-rows.ts';
import type { PlatformRow } from '../packs/platform-row.ts';
import { readOwn } from '../packs/row-reading.ts';
import type { Platform } from '../platform.ts';
import { startOfShanghaiDay } from '../time/shanghai.ts';
import type { EventType, TurnEvent } from './event.ts';
import { conversationKey } from './event-key.ts';
import { foldUnique } from './fold.ts';
import type { Precision, Turn } from './turn.ts';
import { uniqueEvents } from './unique-events.ts';
import { inWindow, readWindow } from './window.ts';

/** A wait whose clock runs, as the events or a conversation list tell of it, whatever the time is. */
export interface LiveWait {
  /** Conversation key (`platform|shop|buyer`). */
  key: string;
  platform: Platform;
  shop: string;
  buyer: string;
  /** As the conversation list shows it; absent where the list does not tell. */
  nick?: string;
  /** First unanswered message, epoch ms (F1). */
  since: number;
  precision: Precision;
  /** Unanswered messages; absent when only a conversation list tells of the wait. */
  messages?: number;
  /** First turn of the conversation on the day the wait began. */
  first: boolean;
  /** The buyer's newest word, epoch ms. */
  lastAsk: number;
  /** The instant from which the platform counts the wait, epoch ms; absent outside its window. */
  countedFrom?: number;
  /** Ms of the slowest answer on the day the wait began, of turns the platform counts; 0 without one. */
  slowest: number;
}

/** What the queue needs to know of one conversation: worked out from its events alone, valid at any later time. */
export interface LiveChat {
  key: string;
  platform: Platform;
  shop: string;
  buyer: string;
  /** The newest event. `ours`: a person or a robot of the shop spoke; `length` in characters where the page told. */
  last: { t: number; ours: boolean; length?: number };
  wait?: LiveWait;
  /** The buyer spoke last and nobody answered, also in a session that was closed. Epoch ms of first and newest word. */
  lastWord?: { since: number; last: number };
  /** The last word is ours, nothing is open, and the conversation is neither closed nor handed over: epoch ms of it. */
  ours?: number;
  /** Shanghai days with turns (their midnights) and the slowest answer of each, for waits that lists tell of. */
  days: { start: number; slowest: number }[];
}

/** Platforms where a message counts from the opening of the window on, though its turn began before (E5 D). */
const byMessage: ReadonlySet<Platform> = new Set(['pdd', 'kuaishou', 'doudian']);

const speaks: ReadonlySet<EventType> = new Set([
  'buyer',
  'leave_msg',
  'enter_human',
  'human',
  'assist',
  'auto',
]);
const isPerson = (type: EventType): boolean => type === 'human' || type === 'assist';
const ofShop = (type: EventType): boolean => isPerson(type) || type === 'auto' || type === 'system';

function isWaiting(turn: Turn): boolean {
  if (turn.closed_by === undefined) return true;
  return (turn.closed_by === 'day_end' || turn.closed_by === 'leave_msg') && turn.late_reply === undefined;
}

/** The instant from which the platform counts a turn, undefined when it lies outside the platform's window. */
function countedFrom(
  turn: Pick<Turn, 'platform' | 't_first' | 'buyer_ts'>,
  rows: readonly PlatformRow[] = responseRows,
): number | undefined {
  const window = readWindow(rateWindowOf(turn.platform, rows));
  if (!window) return turn.t_first;
  if (inWindow(turn.t_first, window)) return turn.t_first;
  const chosen = readOwn(rows, turn.platform, 'membership', 'choice')?.choice ?? 'own';
  const isByMessage = chosen === 'own' ? byMessage.has(turn.platform) : chosen === 'message';
  return isByMessage ? turn.buyer_ts.find((t) => inWindow(t, window)) : undefined;
}

/** The slowest answer of each day, of the turns the platform counts. */
function slowestByDay(turns: readonly Turn[], rows?: readonly PlatformRow[]): LiveChat['days'] {
  const days = new Map<number, number>();
  for (const turn of turns) {
    const start = startOfShanghaiDay(turn.t_start);
    const from = countedFrom(turn, rows);
    const answered = turn.t_reply ?? turn.late_reply?.t;
    const took = from === undefined || answered === undefined ? 0 : answered - from;
    days.set(start, Math.max(days.get(start) ?? 0, took));
  }
  return [...days].map(([start, slowest]) => ({ start, slowest }));
}

/**
 * One conversation as the live queue sees it: the buyer's own clock, over transfers, session ids and midnight (F6, F7).
 * @param events of this conversation, in any order, each any number of times
 * @param rows in force; absent: the shipped ones
 * @returns undefined without events
 */
export function liveChat(events: readonly TurnEvent[], rows?: readonly PlatformRow[]): LiveChat | undefined {
  const ordered = uniqueEvents(events);
  const newest = ordered.at(-1);
  if (!newest) return undefined;
  const { platform, shop, buyer } = newest;
  const key = conversationKey(newest);
  const { turns } = foldUnique(ordered, {
    transfer: 'continue',
    sessions: 'shared',
    day_end: 'run',
    ...(rows && { rows }),
  });
  const days = slowestByDay(turns, rows);
  const place = { key, platform, shop, buyer };
  const chat: LiveChat = {
    ...place,
    last: {
      t: newest.t,
      ours: ofShop(newest.type),
      ...(newest.length !== undefined && { length: newest.length }),
    },
    days,
  };
  const spoken = ordered.findLast(({ type }) => speaks.has(type));
  const open = turns.filter(isWaiting);
  const [oldest] = open.toSorted((one, other) => one.t_first - other.t_first);
  if (oldest) {
    const since = oldest.t_first;
    const lastAsk = open.reduce(
      (latest, turn) => Math.max(latest, turn.buyer_ts.at(-1) ?? turn.t_start),
      oldest.t_start,
    );
    const messages = open.reduce((sum, turn) => sum + turn.buyer_ts.length, 0);
    const counted = countedFrom(oldest, rows);
    chat.wait = {
      ...place,
      since,
      precision: oldest.start_precision,
      ...(messages > 0 && { messages }),
      first: oldest.first,
      lastAsk,
      ...(counted !== undefined && { countedFrom: counted }),
      slowest: slowestOn(chat, since),
    };
    chat.lastWord = { since, last: lastAsk };
    return chat;
  }
  const left = turns.at(-1);
  const closedUnanswered = left?.closed_by === 'session_end' && left.late_reply === undefined;
  if (closedUnanswered && spoken && !isPerson(spoken.type)) {
    chat.lastWord = { since: left.t_first, last: left.buyer_ts.at(-1) ?? left.t_start };
  }
  if (spoken && isPerson(spoken.type)) {
    const after = ordered.slice(ordered.lastIndexOf(spoken) + 1);
    const over = after.some(({ type }) => type === 'session_end' || type === 'transfer');
    if (!over) chat.ours = spoken.t;
  }
  return chat;
}

/** Ms of the slowest answer on the Shanghai day of `t`. */
function slowestOn(chat: LiveChat, t: number): number {
  const start = startOfShanghaiDay(t);
  return chat.days.find((day) => day.start === start)?.slowest ?? 0;
}

/** A wait that only a page's conversation list tells of. */
export interface ListedWait {
  platform: Platform;
  shop: string;
  buyer: string;
  nick?: string;
  /** When the list says it began (`min`: the minute), or the second a page saw its words change. Epoch ms. */
  since: number;
  precision: Precision;
  /** Characters of the words the list shows; absent where it shows none. */
  length?: number;
}

/** A wait of a conversation list beside what is known of its conversation. */
export function listedWait(
  hint: ListedWait,
  known: LiveChat | undefined,
  rows?: readonly PlatformRow[],
): LiveWait {
  const { platform, shop, buyer, nick, since, precision } = hint;
  const start = startOfShanghaiDay(since);
  const counted = countedFrom({ platform, t_first: since, buyer_ts: [] }, rows);
  return {
    key: conversationKey(hint),
    platform,
    shop,
    buyer,
    ...(nick !== undefined && { nick }),
    since,
    precision,
    first: !known?.days.some((day) => day.start === start),
    lastAsk: since,
    ...(counted !== undefined && { countedFrom: counted }),
    slowest: known ? slowestOn(known, since) : 0,
  };
}
