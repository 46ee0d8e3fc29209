import type { EventType, TurnEvent } from './event.ts';

/** Stands in no id or name that a page shows. Keys are made for every event at every read, so they are plain text. */
const SEPARATOR = '\u0001';

type Place = Pick<TurnEvent, 'platform' | 'shop' | 'buyer'>;

/** Identity of a conversation: `platform|shop|buyer`. Sessions are parts of it, not part of the identity. */
export function conversationKey(place: Place): string {
  return `${place.platform}|${place.shop}|${place.buyer}`;
}

/** Who spoke. Things that are no message are a side of their own, so that they never merge with one. */
export function sideOf(type: EventType): string {
  if (type === 'human' || type === 'assist' || type === 'auto') return 'agent';
  return type;
}

/** The identity an event has without a message id: (conversation, side, t, length) (metrics.md §2 F9). */
export function softEventKey(event: TurnEvent): string {
  const side = sideOf(event.type);
  // Without a length two kinds of answer in one second cannot be told from one message read twice; the kind can.
  const kind = side === 'agent' && event.length === undefined ? event.type : side;
  return [conversationKey(event), kind, event.t, event.length ?? '', event.to ?? ''].join(SEPARATOR);
}

/**
 * Identity of an event (F9): the page's message id within its conversation, else (conversation, side, t, length).
 * Two tabs or two agents who see the same message make the same key; the ledger keeps one of them.
 */
export function eventKey(event: TurnEvent): string {
  if (event.id === undefined) return softEventKey(event);
  return `${conversationKey(event)}${SEPARATOR}id${SEPARATOR}${event.id}`;
}
