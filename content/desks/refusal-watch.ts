import type { Order } from '../../rules/orders/order.ts';
import { isMasked } from '../../rules/phrases/template.ts';
import type { Platform } from '../../rules/platform.ts';
import { type Refusal, stopWordIn, type UrgingRules } from '../../rules/urging/index.ts';
import { noteRefusal } from '../../storage/contracts/urging.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { refusalLookup, refusalsStore } from '../../storage/refusals.ts';
import { watchStore } from '../../storage/watch.ts';
import type { ChatFact } from '../site-map/facts.ts';

export interface RefusalWatch {
  /** Looks for a buyer's no in the open chat and tells the background once. */
  read(chat: ChatFact | undefined): void;
  refusalOf(order: Order): Refusal | undefined;
}

/**
 * Hears a buyer's no in the chat that is open, so that the order list does not urge an order whose buyer said 不要了
 * (rules.md §5). Only the word and the time leave the page's memory. A message without a time on the page tells
 * nothing: it may be older than the order.
 */
export function createRefusalWatch(options: {
  platform: Platform;
  rules: () => UrgingRules;
  now: () => number;
  signal: AbortSignal;
  changed(): void;
}): RefusalWatch {
  const { platform, rules, now, signal } = options;
  let lookUp = refusalLookup(refusalsStore.defaults(now()));
  const told = new Map<string, number>();
  void watchStore(refusalsStore, now, signal, (record) => {
    lookUp = refusalLookup(record);
    options.changed();
  });
  return {
    read(chat) {
      if (chat?.conversationKey === undefined) return;
      const buyers = [...new Set([chat.buyerId, chat.buyer, chat.conversationKey])].flatMap((name) =>
        name === undefined || name.trim() === '' || isMasked(name) ? [] : [name.trim()],
      );
      if (buyers.length === 0) return;
      let last: { word: string; at: number } | undefined;
      for (const { side, text, time } of chat.messages) {
        if (side !== 'buyer' || text === undefined || time === undefined) continue;
        const word = stopWordIn(text, rules());
        if (word !== undefined && time.ms >= (last?.at ?? 0)) last = { word, at: time.ms };
      }
      if (!last || (told.get(chat.conversationKey) ?? 0) >= last.at) return;
      const { conversationKey } = chat;
      told.set(conversationKey, last.at);
      sendRequest(noteRefusal, { platform, buyers, ...last }).catch(() => told.delete(conversationKey));
    },
    refusalOf: ({ buyerId, buyer }) => lookUp(platform, [buyerId, buyer]),
  };
}
