import type { Platform } from '../../rules/platform.ts';
import { DAY_MS, shanghaiDay } from '../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../rules/turns/event.ts';
import type { Ledger } from '../../storage/ledger.ts';

/** Days held: those around one day, for a walk over days that go forward. */
const DAYS_HELD = 4;

/** The ledger's events day by day, so that a walk over many days reads each of them once. */
export interface EventWindow {
  /** Events of one day (its Shanghai midnight, epoch ms), platform and shop. */
  events(day: number, platform: Platform, shop: string): Promise<readonly TurnEvent[]>;
  /** The walk is over. */
  clear(): void;
}

export function createEventWindow(ledger: Pick<Ledger, 'read' | 'contents'>): EventWindow {
  const held = new Map<string, { of: string; shops: Map<string, TurnEvent[]> }>();

  return {
    async events(day, platform, shop) {
      const name = `${day}|${platform}`;
      const date = shanghaiDay(day);
      // The revisions first: events that come in between make what is held older than it says, never newer.
      const of = JSON.stringify((await ledger.contents([date])).get(date) ?? []);
      let entry = held.get(name);
      if (entry?.of !== of) {
        entry = { of, shops: new Map() };
        for (const event of await ledger.read(day, day + DAY_MS, platform)) {
          const list = entry.shops.get(event.shop);
          if (list) list.push(event);
          else entry.shops.set(event.shop, [event]);
        }
      }
      held.delete(name);
      held.set(name, entry);
      for (const old of [...held.keys()].slice(0, Math.max(0, held.size - DAYS_HELD))) held.delete(old);
      return entry.shops.get(shop) ?? [];
    },
    clear: () => held.clear(),
  };
}
