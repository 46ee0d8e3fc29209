import * as z from 'zod/mini';
import { browser } from '#imports';
import { DAY_MS } from '../../rules/time/shanghai.ts';
import { conversationKey, refinedHint } from '../../rules/turns/index.ts';
import { type WaitHint, waitHintSchema } from '../../storage/schemas/queue.ts';

/** Which page's conversation list it is, by what the browser stamped: two tabs of one market tell each its own. */
export interface HintSource {
  tabId: number;
  frameId: number;
}

const KEY = 'queue-hints';
/** A wait that began longer ago is no longer refined; by then it has left the queue. */
const SEEN_FOR = DAY_MS;

const keptSchema = z.object({
  lists: z.array(z.object({ tabId: z.int(), frameId: z.int(), hints: z.array(waitHintSchema) })),
  /** Conversation key → the second at which a page saw its wait begin. */
  seen: z.record(z.string(), z.int()),
});
type Kept = z.infer<typeof keptSchema>;

/**
 * What the conversation lists of open pages tell, list by list. It lies in `storage.session`: it outlives the worker,
 * never reaches the disk, and is gone with the browser, as the pages are.
 */
export interface HintBook {
  /** Of all lists, with the second of a wait that some page saw begin. */
  hints(): Promise<WaitHint[]>;
  /** A list in place of the one this page told before. */
  tell(source: HintSource, hints: readonly WaitHint[]): Promise<void>;
  /** A tab was closed: its lists tell nothing any more. Without a tab: none of them does. */
  forget(tabId?: number): Promise<void>;
  /** Tabs whose list names the conversation. */
  tabsOf(key: string): Promise<number[]>;
}

export function createHintBook(now: () => number): HintBook {
  let loading: Promise<Kept> | undefined;

  async function load(): Promise<Kept> {
    const raw = (await browser.storage.session.get(KEY))[KEY];
    const parsed = keptSchema.safeParse(raw);
    return parsed.success ? parsed.data : { lists: [], seen: {} };
  }
  const kept = (): Promise<Kept> => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };

  /** Memory is right at once; what the browser refuses to keep is lost with the worker and told again. */
  async function keep(next: Kept): Promise<void> {
    loading = Promise.resolve(next);
    await browser.storage.session
      .set({ [KEY]: next })
      .catch((error: unknown) => console.warn('[shoubian] hints', error));
  }

  return {
    async hints() {
      const { lists, seen } = await kept();
      return lists.flatMap(({ hints }) =>
        hints.map((hint) => refinedHint(hint, seen[conversationKey(hint)])),
      );
    },
    async tell({ tabId, frameId }, hints) {
      const { lists, seen } = await kept();
      const others = lists.filter((list) => list.tabId !== tabId || list.frameId !== frameId);
      // A page that is loaded anew shows the minute of what it saw to the second before, and would tell of a new wait.
      const since = now() - SEEN_FOR;
      const next = Object.fromEntries(Object.entries(seen).filter(([, t]) => t > since));
      for (const hint of hints) if (hint.precision !== 'min') next[conversationKey(hint)] = hint.since;
      await keep({
        lists: hints.length === 0 ? others : [...others, { tabId, frameId, hints: [...hints] }],
        seen: next,
      });
    },
    async forget(tabId) {
      const { lists, seen } = await kept();
      await keep(
        tabId === undefined
          ? { lists: [], seen: {} }
          : { lists: lists.filter((list) => list.tabId !== tabId), seen },
      );
    },
    async tabsOf(key) {
      const { lists } = await kept();
      return lists
        .filter(({ hints }) => hints.some((hint) => conversationKey(hint) === key))
        .map(({ tabId }) => tabId);
    },
  };
}
