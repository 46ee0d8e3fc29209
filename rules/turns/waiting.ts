import type { PlatformRow } from '../packs/platform-row.ts';
import type { TurnEvent } from './event.ts';
import type { ListedWait } from './live-chat.ts';
import type { WaitingBuyer, WaitStep } from './queue.ts';
import { createQueueBook, type QueueView, type ViewOptions } from './queue-book.ts';
import { byConversation } from './unique-events.ts';

export interface WaitingOptions extends Omit<ViewOptions, 'nick'> {
  /** The platforms' rows in force; absent: the shipped ones. */
  rows?: readonly PlatformRow[];
  /** Conversation key (`platform|shop|buyer`) → nick as the page shows it. */
  nicks?: Readonly<Partial<Record<string, string>>>;
  hints?: readonly ListedWait[];
}

/** The live queue of these events at one moment: for those who ask once. The background keeps a `QueueBook`. */
export function queueView(events: readonly TurnEvent[], options: WaitingOptions): QueueView {
  const { nicks = {}, rows, ...rest } = options;
  const book = createQueueBook(rows);
  for (const [key, list] of byConversation(events)) book.put(key, list);
  return book.view({ ...rest, nick: (key) => nicks[key] });
}

/**
 * Everybody whose last word has no answer, one entry per conversation, in queue order (metrics.md §6): what can
 * still be kept within the limit by time left, then what has failed, longest wait first.
 */
export const waitingBuyers = (events: readonly TurnEvent[], options: WaitingOptions): WaitingBuyer[] =>
  queueView(events, options).waiting;

/** Step a wait has reached. A limit is reached at its second, inclusive. */
export function stepOf(waiting: Pick<WaitingBuyer, 'since' | 'limits'>, now: number): WaitStep {
  const waited = now - waiting.since;
  if (waited >= waiting.limits.breach * 1_000) return 'breach';
  if (waited >= waiting.limits.warn * 1_000) return 'warn';
  if (waited >= waiting.limits.soft * 1_000) return 'soft';
  return 'fresh';
}

/** Next instant after `now` at which any step changes, epoch ms; undefined when every wait is past its last. */
export function nextStepAt(
  waiting: readonly Pick<WaitingBuyer, 'since' | 'limits'>[],
  now: number,
): number | undefined {
  let next: number | undefined;
  for (const { since, limits } of waiting) {
    for (const seconds of [limits.soft, limits.warn, limits.breach]) {
      const at = since + seconds * 1_000;
      if (at > now && (next === undefined || at < next)) next = at;
    }
  }
  return next;
}
