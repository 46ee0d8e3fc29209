import { HOT_DAYS, REACH_AFTER_MS, REACH_BEFORE_MS } from '../../rules/figures/reach.ts';
import { DAY_MS, startOfShanghaiDay } from '../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../rules/turns/event.ts';
import { conversationKey, eventKey } from '../../rules/turns/event-key.ts';
import type { Ledger } from '../../storage/ledger.ts';

/**
 * The events new messages can still bear on, by conversation: of the days whose figures are not settled and of the day
 * before the first of them. Read from the ledger once after every wake and on every new day, then fed with what is
 * appended, so that a message costs what its conversation costs. Nothing here is truth.
 */
export interface RecentEvents {
  /** Conversation key → its events, in no particular order. Loaded at the first call; see `generation`. */
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
  /** Shanghai midnight of the first day held. */
  from: number;
  events: Map<string, TurnEvent[]>;
  /** Conversation key → names of its events (F9). */
  known: Map<string, Set<string>>;
}

/** As in the ledger an event is known within its own day: a page may date one message differently later on. */
const nameOf = (event: TurnEvent): string => `${startOfShanghaiDay(event.t)}|${eventKey(event)}`;

export function createRecentEvents(ledger: Pick<Ledger, 'read'>, now: () => number): RecentEvents {
  let loading: Promise<Held> | undefined;
  let held = Number.NaN;
  let generation = 0;

  const first = (): number => startOfShanghaiDay(now()) - (HOT_DAYS - 1) * DAY_MS - REACH_BEFORE_MS;

  function take({ events, known }: Held, event: TurnEvent): boolean {
    const key = conversationKey(event);
    const names = known.get(key) ?? new Set();
    // The first reading stays, as in the ledger: a page that shows less of a second knows less of its order.
    const name = nameOf(event);
    if (names.has(name)) return false;
    names.add(name);
    known.set(key, names);
    const list = events.get(key);
    if (list) list.push(event);
    else events.set(key, [event]);
    return true;
  }

  async function load(from: number): Promise<Held> {
    const all: Held = { from, events: new Map(), known: new Map() };
    // What pages told while the clock stood further ahead is of these days too, as far as today's figures reach.
    const until = from + REACH_BEFORE_MS + HOT_DAYS * DAY_MS + REACH_AFTER_MS;
    for (const event of await ledger.read(from, until)) take(all, event);
    return all;
  }

  async function current(): Promise<Held> {
    const from = first();
    // A new day, or a clock that was set: other days are held from now on.
    if (!loading || from !== held) {
      held = from;
      generation += 1;
      const started = load(from);
      loading = started;
      started.catch(() => {
        if (loading === started) loading = undefined;
      });
    }
    return loading;
  }

  return {
    conversations: async () => (await current()).events,
    async add(events) {
      const all = await current();
      const changed = new Set<string>();
      for (const event of events) {
        if (event.t >= all.from && take(all, event)) changed.add(conversationKey(event));
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
