import * as z from 'zod/mini';
import { browser } from '#imports';

const KEY = 'chat-places';
/** Conversations whose tab is remembered; the ones heard of longest ago go first. */
const MOST = 2_000;

const placesSchema = z.array(z.tuple([z.string(), z.int()]));

/**
 * In which tab each conversation was last read. It lies in `storage.session`: it outlives the worker, never reaches the
 * disk, and is gone with the browser, as the tabs are.
 */
export interface ChatPlaces {
  /** Conversations that were just read in a tab. */
  saw(keys: Iterable<string>, tabId: number): Promise<void>;
  tabOf(key: string): Promise<number | undefined>;
  /** The tab was closed. */
  tabGone(tabId: number): Promise<void>;
  /** Buyers' data is erased. */
  erase(): Promise<void>;
}

export function createChatPlaces(): ChatPlaces {
  let loading: Promise<Map<string, number>> | undefined;

  async function load(): Promise<Map<string, number>> {
    const parsed = placesSchema.safeParse((await browser.storage.session.get(KEY))[KEY]);
    return new Map(parsed.success ? parsed.data : []);
  }
  const places = (): Promise<Map<string, number>> => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  const keep = (known: ReadonlyMap<string, number>): Promise<void> =>
    browser.storage.session.set({ [KEY]: [...known] });

  return {
    async saw(keys, tabId) {
      const known = await places();
      let moved = false;
      for (const key of keys) {
        if (known.get(key) === tabId) continue;
        known.delete(key);
        known.set(key, tabId);
        moved = true;
      }
      if (!moved) return;
      for (const key of [...known.keys()].slice(0, Math.max(0, known.size - MOST))) known.delete(key);
      await keep(known);
    },
    tabOf: async (key) => (await places()).get(key),
    async tabGone(tabId) {
      const known = await places();
      const gone = [...known].filter(([, tab]) => tab === tabId);
      for (const [key] of gone) known.delete(key);
      if (gone.length > 0) await keep(known);
    },
    async erase() {
      loading = undefined;
      await browser.storage.session.remove(KEY);
    },
  };
}
