import { SECOND_MS } from '../../../rules/time/shanghai.ts';
import type { Conversation } from '../../generator/conversations.ts';
import { waitingSince } from '../../simulator/desk.ts';

const LIMIT_MS = 180 * SECOND_MS;

/** The two pending groups of the evidence; who waits for nobody stands below them, which is our assumption. */
export const pendingGroups = ['请在3分钟内回复', '已超时'] as const;

export interface SessionGroups {
  pending: Record<(typeof pendingGroups)[number], Conversation[]>;
  others: Conversation[];
}

/** Longest waiting first in the pending groups, newest first below. */
export function sessionGroups(conversations: readonly Conversation[], now: number): SessionGroups {
  const lastAt = ({ messages }: Conversation): number => messages[messages.length - 1]?.at ?? 0;
  const since = (c: Conversation): number => waitingSince(c) ?? 0;
  const pending = conversations
    .filter((c) => waitingSince(c) !== undefined)
    .sort((a, b) => since(a) - since(b));
  const isOver = (c: Conversation): boolean => now - since(c) >= LIMIT_MS;
  return {
    pending: {
      请在3分钟内回复: pending.filter((c) => !isOver(c)),
      已超时: pending.filter(isOver),
    },
    others: conversations.filter((c) => waitingSince(c) === undefined).sort((a, b) => lastAt(b) - lastAt(a)),
  };
}

/** In page order. */
export const inPageOrder = ({ pending, others }: SessionGroups): Conversation[] => [
  ...pendingGroups.flatMap((name) => pending[name]),
  ...others,
];
