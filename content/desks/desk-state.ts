import type { Language } from '../../rules/language/local-text.ts';
import { libraryStore } from '../../storage/library.ts';
import { type UserMaps, userMapsStore } from '../../storage/maps.ts';
import { queueStore } from '../../storage/queue.ts';
import type { Library } from '../../storage/schemas/phrase.ts';
import type { QueueSnapshot } from '../../storage/schemas/queue.ts';
import type { Settings } from '../../storage/schemas/settings.ts';
import type { ShopRecord } from '../../storage/schemas/shop.ts';
import { settingsStore } from '../../storage/settings.ts';
import { shopStore } from '../../storage/shop.ts';
import { watchStore } from '../../storage/watch.ts';

/** Everything kept that a desk needs, as of now; replaced whole when something changes. */
export interface DeskState {
  settings: Settings;
  library: Library;
  shop: ShopRecord;
  maps: UserMaps;
  queue: QueueSnapshot;
}

export type DeskStateKey = keyof DeskState;

/** Reads all stores once and follows their changes, so that options take effect in open pages at once. */
export async function followState(
  now: () => number,
  signal: AbortSignal,
  changed: (state: DeskState, key: DeskStateKey) => void,
): Promise<DeskState> {
  const at = now();
  let state: DeskState = {
    settings: settingsStore.defaults(at),
    library: libraryStore.defaults(at),
    shop: shopStore.defaults(at),
    maps: userMapsStore.defaults(at),
    queue: queueStore.defaults(at),
  };
  let started = false;
  const keep =
    <K extends DeskStateKey>(key: K) =>
    (value: DeskState[K]): void => {
      state = { ...state, [key]: value };
      if (started) changed(state, key);
    };
  await Promise.all([
    watchStore(settingsStore, now, signal, keep('settings')),
    watchStore(libraryStore, now, signal, keep('library')),
    watchStore(shopStore, now, signal, keep('shop')),
    watchStore(userMapsStore, now, signal, keep('maps')),
    watchStore(queueStore, now, signal, keep('queue')),
  ]);
  started = true;
  return state;
}

export const languageOf = (settings: Settings, browserLanguage: string): Language =>
  settings.language === 'auto' ? (browserLanguage.startsWith('zh') ? 'zh-CN' : 'en') : settings.language;
