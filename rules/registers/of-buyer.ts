import { isMasked } from '../phrases/template/masked.ts';
import type { Platform } from '../platform.ts';
import type { RegisterEntry } from './entry.ts';

/** Who sits in the open chat, as far as the page tells. */
export interface ChatBuyer {
  platform: Platform;
  conversation?: string;
  buyer?: string;
  /** Orders shown beside the chat. */
  orderIds?: readonly string[];
}

/**
 * Whether an entry is about the buyer of a chat: the same conversation, an order beside the chat, or the same full name.
 * A masked name is many people's.
 */
export function isOfBuyer(entry: RegisterEntry, who: ChatBuyer): boolean {
  if (entry.platform !== who.platform) return false;
  if (who.conversation !== undefined && entry.conversation === who.conversation) return true;
  if (entry.orderId !== undefined && who.orderIds?.includes(entry.orderId)) return true;
  const [one, other] = [entry.buyer?.trim(), who.buyer?.trim()];
  return one !== undefined && one !== '' && one === other && !isMasked(one);
}
