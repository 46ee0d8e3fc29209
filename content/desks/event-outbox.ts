import { eventKey, type TurnEvent } from '../../rules/turns/index.ts';

export interface OutboxBatch {
  events: TurnEvent[];
  nicks: Map<string, string>;
}

/**
 * Holds events until the background has receipted them: the worker may die anywhere, and what has no receipt is
 * sent again (architecture.md, way 1). The ledger counts each event once, so sending twice does no harm.
 */
export interface EventOutbox {
  add(events: readonly TurnEvent[], nick: string | undefined): void;
  /** Events without a receipt. */
  pending(): number;
}

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;
const BATCH = 500;

export function createEventOutbox(options: {
  send(batch: OutboxBatch): Promise<void>;
  /** False stops for good: the extension was updated under this page. */
  isAlive(): boolean;
  signal: AbortSignal;
}): EventOutbox {
  const waiting = new Map<string, TurnEvent>();
  const nicks = new Map<string, string>();
  let sending = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retry = FIRST_RETRY_MS;

  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  }

  async function flush(): Promise<void> {
    if (sending || waiting.size === 0 || options.signal.aborted || !options.isAlive()) return;
    sending = true;
    const entries = [...waiting].slice(0, BATCH);
    const buyers = new Set(entries.map(([, event]) => event.buyer));
    try {
      await options.send({
        events: entries.map(([, event]) => event),
        nicks: new Map([...nicks].filter(([buyer]) => buyers.has(buyer))),
      });
      for (const [key] of entries) waiting.delete(key);
      retry = FIRST_RETRY_MS;
      if (waiting.size > 0) later(0);
    } catch {
      later(retry);
      retry = Math.min(retry * 2, LONGEST_RETRY_MS);
    } finally {
      sending = false;
    }
  }

  options.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return {
    add(events, nick) {
      for (const event of events) {
        waiting.set(eventKey(event), event);
        if (nick !== undefined) nicks.set(event.buyer, nick);
      }
      if (waiting.size > 0 && !sending) later(0);
    },
    pending: () => waiting.size,
  };
}
