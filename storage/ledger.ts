import { createStore, del, delMany, get, getMany, keys, set, setMany, type UseStore } from 'idb-keyval';
import { platforms } from '../rules/platform.ts';
import { DAY_MS, shanghaiDay } from '../rules/time/shanghai.ts';
import type { TurnEvent } from '../rules/turns/event.ts';
import { eventKey } from '../rules/turns/event-key.ts';
import { type LedgerChunk, type LedgerDay, ledgerChunkSchema, ledgerDaySchema } from './schemas/ledger.ts';

/** Events per chunk: small enough that an append rewrites little, large enough that a year is few records. */
const CHUNK_EVENTS = 200;
const DAY_PREFIX = 'day:';

interface Part {
  platform: TurnEvent['platform'];
  shop: string;
  chunks: number;
  tail: LedgerChunk | undefined;
  known: Set<string>;
}
interface LoadedDay {
  record: LedgerDay;
  parts: Map<string, Part>;
}

const partKey = (event: Pick<TurnEvent, 'platform' | 'shop'>): string => `${event.platform}|${event.shop}`;
const chunkKey = (day: string, part: Pick<Part, 'platform' | 'shop'>, n: number): string =>
  `events:${day}|${part.platform}|${part.shop}|${String(n).padStart(5, '0')}`;
const chunkKeyShape = /^events:(\d{4}-\d{2}-\d{2})\|([^|]+)\|(.+)\|(\d{5,})$/;

/**
 * The append-only event ledger (metrics.md §2): one writer, every event once (F9), nothing lost that was receipted.
 * A batch is one IndexedDB transaction, so the worker may die at any moment and leaves a whole batch or none.
 */
export interface Ledger {
  /** Keeps what is new; returns how many that were. All events of the batch are on disk when it resolves. */
  append(events: readonly TurnEvent[]): Promise<{ added: number }>;
  /** Events with `from` ≤ t < `to` (epoch ms), in no particular order. */
  read(from: number, to: number): Promise<TurnEvent[]>;
  /** Deletes whole days before the Shanghai day of `before`; returns how many. */
  forget(before: number): Promise<number>;
  /** Deletes everything. */
  erase(): Promise<void>;
}

export function createLedger(
  now: () => number,
  store: UseStore = createStore('shoubian-ledger', 'events'),
): Ledger {
  const loaded = new Map<string, LoadedDay>();
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const next = tail.then(work, work);
    tail = next.catch(() => undefined);
    return next;
  };

  const setAside = async (key: string, raw: unknown): Promise<void> => {
    await set(`aside:${key}:${now()}`, raw, store);
    await del(key, store);
  };

  /** What a day holds. A record that cannot be read is set aside and made again from the chunks that are there. */
  async function readDay(day: string): Promise<LedgerDay | undefined> {
    const raw = await get<unknown>(DAY_PREFIX + day, store);
    if (raw === undefined) return undefined;
    const parsed = ledgerDaySchema.safeParse(raw);
    if (parsed.success) return parsed.data;
    await setAside(DAY_PREFIX + day, raw);
    const found = new Map<string, LedgerDay['parts'][number]>();
    for (const key of await keys<string>(store)) {
      const match = chunkKeyShape.exec(key);
      const platform = platforms.find((name) => name === match?.[2]);
      const shop = match?.[3];
      if (match?.[1] !== day || platform === undefined || shop === undefined) continue;
      const part = { platform, shop, chunks: Number(match[4]) + 1 };
      const before = found.get(partKey(part));
      if (!before || before.chunks < part.chunks) found.set(partKey(part), part);
    }
    const at = now();
    const record: LedgerDay = {
      id: DAY_PREFIX + day,
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
      day,
      parts: [...found.values()],
    };
    await set(record.id, record, store);
    return record;
  }

  const readChunks = async (chunkKeys: string[]): Promise<(LedgerChunk | undefined)[]> => {
    const raws = await getMany<unknown>(chunkKeys, store);
    return Promise.all(
      raws.map(async (raw, i) => {
        if (raw === undefined) return undefined;
        const parsed = ledgerChunkSchema.safeParse(raw);
        if (parsed.success) return parsed.data;
        // A chunk that cannot be read is kept under a dated key beside the ledger; the rest of the day still counts.
        await setAside(String(chunkKeys[i]), raw);
        return undefined;
      }),
    );
  };

  async function loadDay(day: string): Promise<LoadedDay> {
    const present = loaded.get(day);
    if (present) return present;
    const at = now();
    const record: LedgerDay = (await readDay(day)) ?? {
      id: DAY_PREFIX + day,
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
      day,
      parts: [],
    };
    const parts = new Map<string, Part>();
    for (const { platform, shop, chunks } of record.parts) {
      const names = Array.from({ length: chunks }, (_, n) => chunkKey(day, { platform, shop }, n));
      const read = await readChunks(names);
      const known = new Set(read.flatMap((chunk) => chunk?.events.map(eventKey) ?? []));
      parts.set(partKey({ platform, shop }), { platform, shop, chunks, tail: read.at(-1), known });
    }
    const result = { record, parts };
    loaded.set(day, result);
    return result;
  }

  async function appendNow(events: readonly TurnEvent[]): Promise<{ added: number }> {
    const at = now();
    const writes = new Map<string, LedgerChunk | LedgerDay>();
    const days = groupByDay(events);
    let added = 0;
    try {
      for (const [day, ofDay] of days) {
        const { record, parts } = await loadDay(day);
        let grown = false;
        for (const event of ofDay) {
          const name = partKey(event);
          let part = parts.get(name);
          if (!part) {
            part = {
              platform: event.platform,
              shop: event.shop,
              chunks: 0,
              tail: undefined,
              known: new Set(),
            };
            parts.set(name, part);
          }
          const key = eventKey(event);
          if (part.known.has(key)) continue;
          part.known.add(key);
          if (!part.tail || part.tail.events.length >= CHUNK_EVENTS) {
            const id = chunkKey(day, part, part.chunks);
            part.tail = { id, createdAt: at, updatedAt: at, deletedAt: null, events: [] };
            part.chunks += 1;
            grown = true;
          }
          part.tail.events.push(event);
          part.tail.updatedAt = at;
          writes.set(part.tail.id, part.tail);
          added += 1;
        }
        if (grown) {
          record.parts = [...parts.values()].map(({ platform, shop, chunks }) => ({
            platform,
            shop,
            chunks,
          }));
          record.updatedAt = at;
          writes.set(record.id, record);
        }
      }
      if (writes.size > 0) await setMany([...writes], store);
    } catch (error) {
      // What memory believes may be ahead of the disk now: forget it and read again next time.
      for (const day of days.keys()) loaded.delete(day);
      throw error;
    }
    return { added };
  }

  async function dayKeys(): Promise<string[]> {
    const all = await keys<string>(store);
    return all.filter((key) => key.startsWith(DAY_PREFIX)).map((key) => key.slice(DAY_PREFIX.length));
  }

  /** Short spans are asked for day by day; for long ones the days that exist are listed. */
  async function daysBetween(from: number, to: number): Promise<string[]> {
    const [first, last] = [shanghaiDay(from), shanghaiDay(to)];
    if (to - from > 40 * DAY_MS) {
      return (await dayKeys()).filter((day) => day >= first && day <= last);
    }
    const days = new Set<string>([last]);
    for (let t = from; t < to; t += DAY_MS) days.add(shanghaiDay(t));
    return [...days];
  }

  return {
    append: (events) => inTurn(() => appendNow(events)),
    read: (from, to) =>
      inTurn(async () => {
        const result: TurnEvent[] = [];
        for (const day of await daysBetween(from, to)) {
          const record = await readDay(day);
          if (!record) continue;
          const names = record.parts.flatMap((part) =>
            Array.from({ length: part.chunks }, (_, n) => chunkKey(day, part, n)),
          );
          for (const chunk of await readChunks(names)) {
            for (const event of chunk?.events ?? []) if (event.t >= from && event.t < to) result.push(event);
          }
        }
        return result;
      }),
    forget: (before) =>
      inTurn(async () => {
        const limit = shanghaiDay(before);
        const old = (await dayKeys()).filter((day) => day < limit);
        if (old.length === 0) return 0;
        const all = await keys<string>(store);
        const gone = all.filter((key) => old.some((day) => key.includes(`:${day}`)));
        await delMany(gone, store);
        for (const day of old) loaded.delete(day);
        return old.length;
      }),
    erase: () =>
      inTurn(async () => {
        await delMany(await keys<string>(store), store);
        loaded.clear();
      }),
  };
}

function groupByDay(events: readonly TurnEvent[]): Map<string, TurnEvent[]> {
  const days = new Map<string, TurnEvent[]>();
  for (const event of events) {
    const day = shanghaiDay(event.t);
    const list = days.get(day);
    if (list) list.push(event);
    else days.set(day, [event]);
  }
  return days;
}
