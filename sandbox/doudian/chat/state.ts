import type { Conversation, PracticeMessage } from '../../generator/conversations.ts';
import { waitingSince } from '../../simulator/desk.ts';

/** 抖店 wants an answer within three minutes; a wait beyond them stands in the group of its own. */
const LIMIT_MS = 180_000;

export type Tab = 'current' | 'recent';
export type GroupId = 'overtime' | 'waitReply' | 'rest';

/** What the page's attributes call a conversation and a message. */
export const conversationId = (buyerId: string): string => `0:1:${buyerId}:900`;
export const messageId = ({ id }: PracticeMessage): string => `74${id.padStart(13, '0')}0000`;

const lastAt = ({ messages }: Conversation): number => messages[messages.length - 1]?.at ?? 0;

export interface ListedRow {
  group: GroupId;
  of: Conversation;
  /** Epoch ms the buyer has been waiting from. */
  since: number | undefined;
}

/**
 * The rows of a tab, top to bottom: who is over the limit first, the longest wait on top, then everybody else by last
 * word; 最近联系 holds those nobody keeps waiting.
 */
export function listedRows(conversations: readonly Conversation[], now: number, tab: Tab): ListedRow[] {
  const rows = conversations.map((of): ListedRow => {
    const since = waitingSince(of);
    const group: GroupId = since === undefined ? 'rest' : now - since > LIMIT_MS ? 'overtime' : 'waitReply';
    return { group, of, since };
  });
  const waits = (group: GroupId) =>
    rows.filter((row) => row.group === group).sort((a, b) => (a.since ?? 0) - (b.since ?? 0));
  const rest = rows.filter((row) => row.group === 'rest').sort((a, b) => lastAt(b.of) - lastAt(a.of));
  if (tab === 'recent') return rest;
  return [...waits('overtime'), ...waits('waitReply'), ...rest];
}

/** Minutes and seconds of what is left, or of what is over. */
export function countdown(since: number, now: number): string {
  const left = LIMIT_MS - (now - since);
  const seconds = Math.floor(Math.abs(left) / 1_000);
  const shown = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  return left >= 0 ? shown : `-${shown}`;
}
