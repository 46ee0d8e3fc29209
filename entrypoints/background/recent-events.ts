import { HOT_DAYS, REACH_BEFORE_MS } from '../../rules/figures/reach.ts';
import { DAY_MS, HOUR_MS, startOfShanghaiDay } from '../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../rules/turns/event.ts';
import { conversationKey, eventKey } from '../../rules/turns/event-key.ts';
import type { Ledger } from '../../storage/ledger.ts';

/**
 * The events new messages can still bear on, by conversation: of the days whose figures are not settled and of the day
 * before the first of them. Read from the ledger once after every wake, then fed with what is appended, so that a
 * message costs what its conversation costs. Nothing here is truth.
 */
export interface RecentEvents {
  /** Conversation key → its events, in no particular order; the same map as it goes on. Loaded at the first call. */
  conversations(): Promise<ReadonlyMap<string, readonly TurnEvent[]>>;
  /**
   * Call after events are on disk. Returns the keys of conversations that changed; a message read twice changes none,
   * and one that is too old for these days is left to the ledger.
   */
  add(events: readonly TurnEvent[]): Promise<ReadonlySet<string>>;
  /** Changes whenever everything was read anew: what was derived from before is to be derived again. */
  generation(): number;
  /** Shanghai midnight of the first day held; epoch ms. It moves on as days pass. */
  from(): number;
  /** Forgets what memory knows: the ledger was erased, shortened or compacted under it. */
  startOver(): void;
}

interface Held {
  events: Map<string, TurnEvent[]>;
  /** Conversation key → names of its events (F9). */
  known: Map<string, Set<string>>;
}

export function createRecentEvents(ledger: Ledger, now: () => number): RecentEvents {
  let loading: Promise<Held> | undefined;
  let held = Number.NEGATIVE_INFINITY;
  let generation = 0;

  const first = (): number => startOfShanghaiDay(now()) - (HOT_DAYS - 1) * DAY_MS - REACH_BEFORE_MS;

  function take({ events, known }: Held, event: TurnEvent): boolean {
    const key = conversationKey(event);
    const names = known.get(key) ?? new Set();
    // The first reading stays, as in the ledger: a page that shows less of a second knows less of its order.
    const name = eventKey(event);
    if (names.has(name)) return false;
    names.add(name);
    known.set(key, names);
    const list = events.get(key);
    if (list) list.push(event);
    else events.set(key, [event]);
    return true;
  }

  async function load(from: number): Promise<Held> {
    const all: Held = { events: new Map(), known: new Map() };
    // Clocks of pages run ahead of ours by minutes: what they tell of the next hour is recent too.
    for (const event of await ledger.read(from, now() + DAY_MS + HOUR_MS)) take(all, event);
    return all;
  }

  /** A new day drops what lies before the first day held. */
  function drop({ events, known }: Held, before: number): void {
    for (const [key, list] of events) {
      if (!list.some(({ t }) => t < before)) continue;
      const left = list.filter(({ t }) => t >= before);
      if (left.length === 0) {
        events.delete(key);
        known.delete(key);
      } else {
        events.set(key, left);
        known.set(key, new Set(left.map(eventKey)));
      }
    }
  }

  async function current(): Promise<Held> {
    const from = first();
    // Set back by more than a day, the clock asks for days that were dropped.
    if (!loading || from < held) {
      held = from;
      generation += 1;
      const started = load(from);
      loading = started;
      started.catch(() => {
        if (loading === started) loading = undefined;
      });
    }
    const all = await loading;
    if (from > held) {
      held = from;
      drop(all, from);
    }
    return all;
  }

  return {
    conversations: async () => (await current()).events,
    async add(events) {
      const all = await current();
      const changed = new Set<string>();
      for (const event of events) {
        if (event.t >= held && take(all, event)) changed.add(conversationKey(event));
      }
      return changed;
    },
    generation: () => generation,
    from: first,
    startOver() {
      loading = undefined;
    },
  };
}
