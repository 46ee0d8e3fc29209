import type { TurnEvent } from '../../../../rules/turns/event.ts';

export const conversationOf = (event: Pick<TurnEvent, 'platform' | 'shop' | 'buyer'>): string =>
  JSON.stringify([event.platform, event.shop, event.buyer]);

const sideOf = (event: TurnEvent): string =>
  ['human', 'assist', 'auto'].includes(event.type) ? 'agent' : event.type;

/** (conversation, side, time, length); without a length two kinds of answer are two messages. */
const softKey = (event: TurnEvent): string =>
  JSON.stringify([
    conversationOf(event),
    event.length === undefined ? event.type : sideOf(event),
    event.t,
    event.length,
    event.to,
  ]);

/**
 * F9: by the page's id, else by (conversation, side, time, length); a reading without an id is the one with an id that
 * agrees in these. Of two readings the finer time is true, and a recall that one of them saw has happened.
 */
export function eachOnce(events: readonly TurnEvent[]): TurnEvent[] {
  const idKey = (event: TurnEvent): string => JSON.stringify([conversationOf(event), event.id]);
  const named = new Map<string, string>();
  for (const event of events) if (event.id !== undefined) named.set(softKey(event), idKey(event));
  const found = new Map<string, TurnEvent>();
  for (const event of events) {
    const key = event.id === undefined ? (named.get(softKey(event)) ?? softKey(event)) : idKey(event);
    const other = found.get(key);
    if (!other) {
      found.set(key, event);
      continue;
    }
    const finer = other.precision === 'min' && event.precision !== 'min' ? event : other;
    found.set(key, {
      ...(finer === other ? event : other),
      ...finer,
      ...((event.recalled || other.recalled) && { recalled: true }),
    });
  }
  return [...found.values()];
}

/** Of one instant: a place opens, the buyer asks, the shop answers, a place is left. */
const PLACES = [
  'session_start',
  'enter_human',
  'all_offline',
  'buyer',
  'leave_msg',
  'assist',
  'human',
  'auto',
  'system',
  'transfer',
  'session_end',
];
const spoken = (event: TurnEvent): boolean => {
  const place = PLACES.indexOf(event.type);
  return place >= PLACES.indexOf('buyer') && place <= PLACES.indexOf('system');
};

/**
 * Oldest first. The text says nothing of one instant: messages stand as the page placed them, and what the page does
 * not place by kind. Labels of a minute hide the order inside the minute: there only the page's order counts.
 */
export function inOrder(events: readonly TurnEvent[]): TurnEvent[] {
  const rough = new Set(events.filter(({ precision }) => precision === 'min').map(({ t }) => t));
  return [...events].sort((a, b) => {
    if (a.t !== b.t) return a.t - b.t;
    const shown = (a.seq ?? 0) - (b.seq ?? 0);
    if (rough.has(a.t)) return shown;
    const byKind = PLACES.indexOf(a.type) - PLACES.indexOf(b.type);
    return spoken(a) && spoken(b) ? shown || byKind : byKind;
  });
}

/** Events of each conversation, each once, oldest first. */
export function conversationsOf(events: readonly TurnEvent[]): TurnEvent[][] {
  const lists = new Map<string, TurnEvent[]>();
  for (const event of events) {
    const key = conversationOf(event);
    const list = lists.get(key);
    if (list) list.push(event);
    else lists.set(key, [event]);
  }
  return [...lists.values()].map((list) => inOrder(eachOnce(list)));
}
