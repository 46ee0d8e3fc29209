import type { EventType, TurnEvent } from './event.ts';
import { conversationKey, eventKey, softEventKey } from './event-key.ts';

const precisionRank = { ms: 0, s: 1, min: 2 } as const;

/** What stands first when two things carry the same instant: a place opens, the buyer asks, the shop answers. */
const rankAtSameTime: Record<EventType, number> = {
  session_start: 0,
  enter_human: 1,
  all_offline: 2,
  buyer: 3,
  leave_msg: 4,
  assist: 5,
  human: 6,
  auto: 7,
  system: 7,
  transfer: 8,
  session_end: 9,
};

const finer = (a: TurnEvent, b: TurnEvent): number =>
  precisionRank[a.precision ?? 's'] - precisionRank[b.precision ?? 's'] ||
  a.t - b.t ||
  rankAtSameTime[a.type] - rankAtSameTime[b.type];

/** One message read twice: the finer time wins, what only one reading knows is kept, recalled stays recalled (F8). */
function merge(a: TurnEvent, b: TurnEvent): TurnEvent {
  const [base, other] = finer(a, b) <= 0 ? [a, b] : [b, a];
  return { ...other, ...base, ...((a.recalled || b.recalled) && { recalled: true }) };
}

/** Before, among and after the messages of an instant: only messages have a place in the page's order. */
const stretchOf = (type: EventType): number =>
  rankAtSameTime[type] < rankAtSameTime.buyer ? 0 : rankAtSameTime[type] <= rankAtSameTime.system ? 1 : 2;

const bySeq = (a: TurnEvent, b: TurnEvent): number =>
  stretchOf(a.type) - stretchOf(b.type) || (stretchOf(a.type) === 1 ? (a.seq ?? 0) - (b.seq ?? 0) : 0);

/**
 * Places events of one instant: messages as the page showed them, what the page does not tell by kind. Minute labels
 * hide the order inside the minute: there the reading order is kept where the page's is not known.
 */
function sortSameTime(group: TurnEvent[]): TurnEvent[] {
  if (group.some((event) => event.precision === 'min')) {
    return group.sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  }
  return group.sort((a, b) => bySeq(a, b) || rankAtSameTime[a.type] - rankAtSameTime[b.type]);
}

/**
 * Every event once, oldest first (metrics.md §2 F9). Events may come in any order and any number of times. A reading
 * without a message id is the same message as one with an id when conversation, side, time and length agree; two
 * readings with different ids are two messages.
 */
export function uniqueEvents(events: readonly TurnEvent[]): TurnEvent[] {
  const kept = new Map<string, TurnEvent>();
  const add = (key: string, event: TurnEvent): void => {
    const before = kept.get(key);
    kept.set(key, before ? merge(before, event) : event);
  };
  const keyOfSoft = new Map<string, string>();
  // Only an instant at which something was read without an id needs the second look.
  const unnamed = new Set(events.filter((event) => event.id === undefined).map((event) => event.t));
  for (const event of events) {
    if (event.id !== undefined && unnamed.has(event.t)) keyOfSoft.set(softEventKey(event), eventKey(event));
  }
  for (const event of events) {
    const key = eventKey(event);
    add(event.id === undefined ? (keyOfSoft.get(key) ?? key) : key, event);
  }
  const byTime = [...kept.values()].sort((a, b) => a.t - b.t);
  const sorted: TurnEvent[] = [];
  for (let from = 0; from < byTime.length; ) {
    const t = byTime[from]?.t;
    let to = from + 1;
    while (byTime[to]?.t === t) to += 1;
    if (to - from === 1) sorted.push(...byTime.slice(from, to));
    // A minute label in one conversation says nothing of the order in another.
    else for (const own of byConversation(byTime.slice(from, to)).values()) sorted.push(...sortSameTime(own));
    from = to;
  }
  return sorted;
}

/** Events per conversation, each list in the order given. */
export function byConversation(events: readonly TurnEvent[]): Map<string, TurnEvent[]> {
  const lists = new Map<string, TurnEvent[]>();
  for (const event of events) {
    const key = conversationKey(event);
    const list = lists.get(key);
    if (list) list.push(event);
    else lists.set(key, [event]);
  }
  return lists;
}
