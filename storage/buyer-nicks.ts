import { createStore, delMany, entries, keys, setMany, type UseStore } from 'idb-keyval';
import * as z from 'zod/mini';
import { DAY_MS } from '../rules/time/shanghai.ts';
import { recordFields } from './schemas/record.ts';

/** A nick that is told again is written again after this long, so that one in use is not forgotten. */
const WRITTEN_AGAIN_AFTER = DAY_MS / 2;

const nickSchema = z.object({ ...recordFields, nick: z.string() });
export type NickRecord = z.infer<typeof nickSchema>;

/**
 * What pages call the buyers of the last days, by conversation key: buyers' data, kept as long as the live queue can
 * show them, exported and erased with the rest. One record each, so that a new buyer costs one write.
 */
export interface BuyerNicks {
  /** Everything known; the same map as it goes on. */
  all(): Promise<ReadonlyMap<string, string>>;
  /** Keeps what is new; what is known already costs nothing. */
  learn(nicks: readonly { key: string; nick: string }[]): Promise<void>;
  /** Forgets those not told since `before` (epoch ms). */
  forget(before: number): Promise<void>;
  erase(): Promise<void>;
}

export function createBuyerNicks(
  now: () => number,
  store: UseStore = createStore('shoubian-nicks', 'conversations'),
): BuyerNicks {
  interface Known {
    nicks: Map<string, string>;
    records: Map<string, NickRecord>;
  }
  let loading: Promise<Known> | undefined;
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const next = tail.then(work, work);
    tail = next.catch(() => undefined);
    return next;
  };

  async function load(): Promise<Known> {
    const records = new Map<string, NickRecord>();
    for (const [key, raw] of await entries<string, unknown>(store)) {
      // A record that cannot be read says nothing: the page tells the nick again.
      const parsed = nickSchema.safeParse(raw);
      if (parsed.success) records.set(key, parsed.data);
    }
    return { nicks: new Map([...records].map(([key, { nick }]) => [key, nick])), records };
  }

  function known(): Promise<Known> {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  return {
    all: () => inTurn(async () => (await known()).nicks),
    learn: (told) =>
      inTurn(async () => {
        const { nicks, records } = await known();
        const at = now();
        const fresh = new Map<string, NickRecord>();
        for (const { key, nick } of told) {
          const before = records.get(key);
          if (before?.nick === nick && Math.abs(at - before.updatedAt) < WRITTEN_AGAIN_AFTER) continue;
          fresh.set(key, {
            id: key,
            createdAt: before?.createdAt ?? at,
            updatedAt: at,
            deletedAt: null,
            nick,
          });
        }
        if (fresh.size === 0) return;
        // Shown even when there is no room to keep them.
        for (const [key, { nick }] of fresh) nicks.set(key, nick);
        await setMany([...fresh], store);
        for (const [key, record] of fresh) records.set(key, record);
      }),
    forget: (before) =>
      inTurn(async () => {
        const { nicks, records } = await known();
        const old = [...records.values()].filter(({ updatedAt }) => updatedAt < before).map(({ id }) => id);
        if (old.length === 0) return;
        await delMany(old, store);
        for (const key of old) {
          nicks.delete(key);
          records.delete(key);
        }
      }),
    erase: () =>
      inTurn(async () => {
        await delMany(await keys<string>(store), store);
        loading = undefined;
      }),
  };
}
