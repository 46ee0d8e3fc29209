import type { Platform } from '../platform.ts';

export const eventTypes = [
  'buyer',
  'human',
  'assist',
  'auto',
  'system',
  'enter_human',
  'transfer',
  'session_start',
  'session_end',
  'all_offline',
  'leave_msg',
] as const;
export type EventType = (typeof eventTypes)[number];

/**
 * One thing that happened in a conversation (metrics.md §2). Append-only: the only truth. No message text.
 * `t` is the message's own time in epoch ms, never the moment our code saw it (metrics.md §1.4).
 */
export interface TurnEvent {
  /** The page's message id; where the page has none it is absent and `length` takes part in the identity (F9). */
  id?: string;
  t: number;
  platform: Platform;
  shop: string;
  buyer: string;
  session?: string;
  agent?: string;
  /** Receiver of a `transfer`. */
  to?: string;
  type: EventType;
  origin?: 'page' | 'native_app' | 'phone' | 'unknown';
  precision?: 'ms' | 's' | 'min';
  /** Characters in the message; identity only (F9), never shown. */
  length?: number;
  /**
   * Place among the messages of the same instant, as the page shows them: pages that show seconds leave open whether
   * the buyer wrote before or after an answer of the same second. Absent is 0; only the order counts.
   */
  seq?: number;
  /** The message was recalled later (F8). */
  recalled?: boolean;
}
