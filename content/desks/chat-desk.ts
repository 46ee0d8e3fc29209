import type { TurnEvent } from '../../rules/turns/event.ts';
import { nextStepAt, type WaitingBuyer } from '../../rules/turns/index.ts';
import { appendEvents, checkAttention, reportHints } from '../../storage/contracts/ledger.ts';
import { isExtensionAlive, sendRequest } from '../../storage/messages/send.ts';
import type { WaitHint } from '../../storage/schemas/queue.ts';
import type { ChatFact, PageReading } from '../site-map/facts.ts';
import { type ChatReader, createChatReader } from './chat-events.ts';
import { createEventOutbox } from './event-outbox.ts';

export interface ChatDesk {
  read(reading: PageReading, fact: ChatFact): void;
}

/** Hands what happens in chats to the background: events with a receipt, and what the conversation list tells. */
export function createChatDesk(options: {
  /** The page's window: when it goes, what its conversation list tells goes too. */
  view: Window | null;
  shop: () => string;
  now: () => number;
  signal: AbortSignal;
}): ChatDesk {
  const { signal, now } = options;
  const readers = new Map<string, ChatReader>();
  let hints: readonly WaitHint[] = [];
  let lastHints = '';
  const platformOf = new Map<string, TurnEvent['platform']>();

  const outbox = createEventOutbox({
    signal,
    isAlive: isExtensionAlive,
    send: async ({ events, nicks }) => {
      const platform = events[0]?.platform;
      if (!platform) return;
      await sendRequest(appendEvents, {
        events,
        nicks: [...nicks].map(([buyer, nick]) => ({
          platform: platformOf.get(buyer) ?? platform,
          shop: options.shop(),
          buyer,
          nick,
        })),
      });
    },
  });

  const tell = (list: readonly WaitHint[]): void => {
    const told = JSON.stringify(list);
    if (told === lastHints) return;
    lastHints = told;
    sendRequest(reportHints, { hints: [...list] }).catch(() => {
      // Not told: say it again at the next read.
      lastHints = '';
    });
  };
  options.view?.addEventListener('pagehide', () => lastHints !== '' && tell([]), { signal });
  // Kept by the browser to come back to, the page comes back as it was.
  options.view?.addEventListener('pageshow', (event) => event.persisted && lastHints !== '' && tell(hints), {
    signal,
  });

  return {
    read(reading, fact) {
      const { platform } = reading;
      let reader = readers.get(reading.mapId);
      if (!reader) {
        reader = createChatReader({ platform, shop: options.shop });
        readers.set(reading.mapId, reader);
      }
      const at = now();
      const events = reader.events(fact, at);
      if (fact.conversationKey !== undefined) platformOf.set(fact.conversationKey, platform);
      outbox.add(events, fact.buyer);
      hints = reader.hints(fact, at);
      tell(hints);
    },
  };
}

/**
 * Tells the background the moment a waiting buyer reaches the next step: seconds are counted in the page, because
 * the worker sleeps (platform.md §8). Call again whenever the queue changes.
 */
export function watchSteps(
  now: () => number,
  signal: AbortSignal,
): (waiting: readonly WaitingBuyer[]) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return function plan(waiting) {
    clearTimeout(timer);
    const next = nextStepAt([...waiting], now());
    if (next === undefined || signal.aborted) return;
    timer = setTimeout(
      () => {
        sendRequest(checkAttention, {}).catch(() => undefined);
        plan(waiting);
      },
      Math.max(250, next - now() + 50),
    );
  };
}
