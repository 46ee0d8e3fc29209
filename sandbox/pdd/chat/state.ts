import { MINUTE_MS, SECOND_MS } from '../../../rules/time/shanghai.ts';
import type { Conversation, PracticeMessage } from '../../generator/conversations.ts';
import { type Desk, waitingSince } from '../../simulator/desk.ts';

/** The conversation groups of the page. The evidence names them and no more; which buyer stands where is assumed. */
export const groups = [
  { id: 'unTimeout', title: '即将超时' },
  { id: 'reply', title: '待回复' },
  { id: 'all', title: '全部会话' },
] as const;
export type GroupId = (typeof groups)[number]['id'];

const LIMIT_MS = 180 * SECOND_MS;

/** Whole minutes past the three-minute limit, or undefined while inside it. */
export function overdueMinutes(conversation: Conversation, now: number): number | undefined {
  const since = waitingSince(conversation);
  if (since === undefined || now - since < LIMIT_MS) return undefined;
  return Math.floor((now - since) / MINUTE_MS);
}

/** A waiting buyer stands in `reply` and `all`, and in `unTimeout` too while the limit has not passed. */
export function membersOf(group: GroupId, desk: Desk, now: number): Conversation[] {
  const lastAt = (c: Conversation): number => c.messages[c.messages.length - 1]?.at ?? 0;
  const all = [...desk.conversations].sort((a, b) => lastAt(b) - lastAt(a));
  if (group === 'all') return all;
  const waiting = all.filter((conversation) => waitingSince(conversation) !== undefined);
  return group === 'reply' ? waiting : waiting.filter((c) => overdueMinutes(c, now) === undefined);
}

/** The page writes a time above the first message and after a silence of five minutes; most rows have none. */
export const showsTime = (
  message: PracticeMessage,
  index: number,
  all: readonly PracticeMessage[],
): boolean => index === 0 || message.at - (all[index - 1]?.at ?? 0) >= 5 * MINUTE_MS;

/** What the views need besides the desk. `round` is in the rows' keys: a new round makes every row anew. */
export interface PageState {
  round: number;
  /** Key of #msgListContainer; a new one replaces the container. */
  container: number;
  /** False until the message list is mounted, which happens after the rest of the page. */
  listMounted: boolean;
  draft: string;
  /** Group whose row was clicked last; only that row is active. */
  openGroup: string;
}
