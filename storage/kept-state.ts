import { type HealthRecord, healthStore } from './health.ts';
import { libraryStore } from './library.ts';
import { type UserMaps, userMapsStore } from './maps.ts';
import { type PhraseUses, phraseUsesStore, withUses } from './phrase-uses.ts';
import { platformRulesStore } from './platform-rules.ts';
import { queueStore } from './queue.ts';
import type { Library } from './schemas/phrase.ts';
import type { PlatformRules } from './schemas/platform-rules.ts';
import type { QueueSnapshot } from './schemas/queue.ts';
import type { Settings } from './schemas/settings.ts';
import type { ShiftRecord } from './schemas/shift.ts';
import type { ShopRecord } from './schemas/shop.ts';
import { settingsStore } from './settings.ts';
import { shiftsStore } from './shifts.ts';
import { shopStore } from './shop.ts';
import { watchStore } from './watch.ts';

/** Everything kept that desks and views read, as of now; replaced whole when something changes. */
export interface KeptState {
  settings: Settings;
  library: Library;
  shop: ShopRecord;
  /** The user's values over the platforms' rows (rules.md §9). */
  rules: PlatformRules;
  maps: UserMaps;
  queue: QueueSnapshot;
  health: HealthRecord;
  shifts: ShiftRecord;
}

export type KeptKey = keyof KeptState;

/** What decides whether a page is ours at all; small, and all that other pages and frames need to read. */
export const pageKeys: readonly KeptKey[] = ['settings', 'maps'];

/**
 * Reads stores once and follows their changes, so that options take effect in open pages at once.
 * @param keys the stores to read; of the others the defaults are given
 */
export async function followKept(
  now: () => number,
  signal: AbortSignal,
  changed: (state: KeptState, key: KeptKey) => void,
  keys?: readonly KeptKey[],
): Promise<KeptState> {
  const at = now();
  let state: KeptState = {
    settings: settingsStore.defaults(at),
    library: libraryStore.defaults(at),
    shop: shopStore.defaults(at),
    rules: platformRulesStore.defaults(at),
    maps: userMapsStore.defaults(at),
    queue: queueStore.defaults(at),
    health: healthStore.defaults(at),
    shifts: shiftsStore.defaults(at),
  };
  let started = false;
  let shelf = state.library;
  let uses: PhraseUses = phraseUsesStore.defaults(at);
  const keep =
    <K extends KeptKey>(key: K) =>
    (value: KeptState[K]): void => {
      state = { ...state, [key]: value };
      if (started) changed(state, key);
    };
  const follow: Record<KeptKey, () => Promise<unknown>> = {
    settings: () => watchStore(settingsStore, now, signal, keep('settings')),
    library: () =>
      Promise.all([
        watchStore(libraryStore, now, signal, (library) => {
          shelf = library;
          keep('library')(withUses(shelf, uses));
        }),
        watchStore(phraseUsesStore, now, signal, (next) => {
          uses = next;
          keep('library')(withUses(shelf, uses));
        }),
      ]),
    shop: () => watchStore(shopStore, now, signal, keep('shop')),
    rules: () => watchStore(platformRulesStore, now, signal, keep('rules')),
    maps: () => watchStore(userMapsStore, now, signal, keep('maps')),
    queue: () => watchStore(queueStore, now, signal, keep('queue')),
    health: () => watchStore(healthStore, now, signal, keep('health')),
    shifts: () => watchStore(shiftsStore, now, signal, keep('shifts')),
  };
  const wanted = Object.entries(follow).filter(([key]) => !keys || keys.includes(key as KeptKey));
  await Promise.all(wanted.map(([, begin]) => begin()));
  started = true;
  return state;
}
