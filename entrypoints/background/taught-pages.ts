import * as z from 'zod/mini';
import { browser } from '#imports';
import { pageOrigin } from '../../rules/hosts/permission-origin.ts';
import { type PickRequest, pickRequestSchema } from '../../storage/contracts/maps.ts';

/**
 * Pages the agent is teaching: no map names them yet, but their desk must be heard, or the map it makes could not be
 * saved. One tab and one origin each, kept for the browser's session only.
 */
const taughtSchema = z.object({
  taught: z.array(z.object({ tabId: z.int(), origin: z.string() })),
  wishes: z.array(z.object({ tabId: z.int(), at: z.int(), request: pickRequestSchema })),
});
type Taught = z.infer<typeof taughtSchema>;

const KEY = 'taught';
/** A permission prompt left standing longer was forgotten; granting the host later must not start the picker. */
const WISH_MS = 2 * 60_000;

export interface TaughtPages {
  /** Tells of a page, in its tab, whether it is being taught now. */
  test(): Promise<(url: string, tabId: number | undefined) => boolean>;
  begin(tabId: number, origin: string): Promise<void>;
  /** Taught and saved, or given up: the page is like any other again. Returns the origins that were taught. */
  end(tabId: number): Promise<string[]>;
  /** The agent wants to teach this tab as soon as its host is granted; the popup may be gone by then. */
  wish(tabId: number, request: PickRequest): Promise<void>;
  /** Wishes still fresh, each taken once. */
  takeWishes(): Promise<{ tabId: number; request: PickRequest }[]>;
  dropWish(tabId: number): Promise<void>;
  origins(): Promise<string[]>;
}

export function createTaughtPages(now: () => number): TaughtPages {
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const next = tail.then(work, work);
    tail = next.catch(() => undefined);
    return next;
  };
  async function read(): Promise<Taught> {
    const parsed = taughtSchema.safeParse((await browser.storage.session.get(KEY))[KEY]);
    return parsed.success ? parsed.data : { taught: [], wishes: [] };
  }
  const write = (value: Taught): Promise<void> => browser.storage.session.set({ [KEY]: value });

  return {
    test: async () => {
      const { taught } = await read();
      return (url, tabId) => {
        const origin = pageOrigin(url);
        return taught.some((one) => one.tabId === tabId && one.origin === origin);
      };
    },
    begin: (tabId, origin) =>
      inTurn(async () => {
        const { taught, wishes } = await read();
        await write({
          taught: [
            ...taught.filter((one) => one.tabId !== tabId || one.origin !== origin),
            { tabId, origin },
          ],
          wishes: wishes.filter((one) => one.tabId !== tabId),
        });
      }),
    end: (tabId) =>
      inTurn(async () => {
        const { taught, wishes } = await read();
        const ended = taught.filter((one) => one.tabId === tabId);
        if (ended.length > 0 || wishes.some((one) => one.tabId === tabId)) {
          await write({
            taught: taught.filter((one) => one.tabId !== tabId),
            wishes: wishes.filter((one) => one.tabId !== tabId),
          });
        }
        return ended.map((one) => one.origin);
      }),
    wish: (tabId, request) =>
      inTurn(async () => {
        const { taught, wishes } = await read();
        await write({
          taught,
          wishes: [...wishes.filter((one) => one.tabId !== tabId), { tabId, at: now(), request }],
        });
      }),
    takeWishes: () =>
      inTurn(async () => {
        const { taught, wishes } = await read();
        if (wishes.length === 0) return [];
        await write({ taught, wishes: [] });
        return wishes.filter((one) => now() - one.at < WISH_MS);
      }),
    dropWish: (tabId) =>
      inTurn(async () => {
        const { taught, wishes } = await read();
        await write({ taught, wishes: wishes.filter((one) => one.tabId !== tabId) });
      }),
    origins: async () => (await read()).taught.map((one) => one.origin),
  };
}
