import { createStore, delMany, keys, promisifyRequest, setMany, type UseStore } from 'idb-keyval';
import { shanghaiDay } from '../rules/time/shanghai.ts';
import type { TurnEvent } from '../rules/turns/event.ts';
import { eventKey } from '../rules/turns/event-key.ts';
import { chunkKey, DAY_PREFIX, openLedgerDays, packKey, partKey } from './ledger-days.ts';
import { packEvents } from './ledger-pack.ts';
import type { LedgerChunk, LedgerDay, LedgerPack } from './schemas/ledger.ts';

/** Events per chunk: small enough that an append rewrites little, large enough that a year is few records. */
const CHUNK_EVENTS = 200;
/** Days held in memory for the next append; history that is filled in comes a day at a time. */
const DAYS_LOADED = 3;

interface Part {
  platform: TurnEvent['platform'];
  shop: string;
  chunks: number;
  packed: boolean;
  revision: number;
  tail: LedgerChunk | undefined;
  known: Set<string>;
}

/** What a day holds of one platform and shop. */
export interface LedgerPart {
  platform: TurnEvent['platform'];
  shop: string;
  /** Another one after every event that came; nothing else of it means anything. */
  revision: number;
}

interface LoadedDay {
  record: LedgerDay;
  parts: Map<string, Part>;
}

/**
 * The append-only event ledger (metrics.md §2): one writer, every event once (F9), nothing lost that was receipted.
 * A batch is one IndexedDB transaction, so the worker may die at any moment and leaves a whole batch or none.
 */
export interface Ledger {
  /** Keeps what is new; returns how many that were. All events of the batch are on disk when it resolves. */
  append(events: readonly TurnEvent[]): Promise<{ added: number }>;
  /** Events with `from` ≤ t < `to` (epoch ms), of one platform where it is named; in no particular order. */
  read(from: number, to: number, platform?: TurnEvent['platform']): Promise<TurnEvent[]>;
  /** What Shanghai days (`YYYY-MM-DD`) hold; without `days`, every day that holds something. Kept in memory. */
  contents(days?: readonly string[]): Promise<ReadonlyMap<string, readonly LedgerPart[]>>;
  /**
   * Packs whole days before the Shanghai day of `before` into one record for each platform and shop, a tenth as large;
   * returns how many days had something to pack. Events that come for such a day later lie beside it until the next time.
   */
  compact(before: number): Promise<number>;
  /** Deletes whole days before the Shanghai day of `before`; returns how many. */
  forget(before: number): Promise<number>;
  /** Deletes everything. */
  erase(): Promise<void>;
}

export function createLedger(
  now: () => number,
  store: UseStore = createStore('shoubian-ledger', 'events'),
): Ledger {
  const { readDay, readDays, readChunks, readPart, dayKeys, daysBetween } = openLedgerDays(now, store);
  const loaded = new Map<string, LoadedDay>();
  /** What is on disk, as far as it was asked for; this is the only writer. */
  const index = new Map<string, LedgerPart[]>();
  const noteDay = (day: string, parts: LedgerDay['parts']): void => {
    index.set(
      day,
      parts.map(({ platform, shop, revision = 0 }) => ({ platform, shop, revision })),
    );
  };
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const next = tail.then(work, work);
    tail = next.catch(() => undefined);
    return next;
  };

  async function loadDay(day: string): Promise<LoadedDay> {
    const present = loaded.get(day);
    if (present) return present;
    for (const other of [...loaded.keys()].slice(0, Math.max(0, loaded.size - DAYS_LOADED + 1))) {
      loaded.delete(other);
    }
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
    for (const part of record.parts) {
      const { platform, shop, chunks, packed = false, revision = 0 } = part;
      const known = new Set((await readPart(day, part)).map(eventKey));
      const [tail] = chunks === 0 ? [] : await readChunks([chunkKey(day, part, chunks - 1)]);
      parts.set(partKey(part), { platform, shop, chunks, packed, revision, tail, known });
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
        const changed = new Set<Part>();
        for (const event of ofDay) {
          const name = partKey(event);
          let part = parts.get(name);
          if (!part) {
            part = {
              platform: event.platform,
              shop: event.shop,
              chunks: 0,
              packed: false,
              revision: 0,
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
          }
          part.tail.events.push(event);
          part.tail.updatedAt = at;
          writes.set(part.tail.id, part.tail);
          changed.add(part);
          added += 1;
        }
        if (changed.size === 0) continue;
        // The time itself, so that a ledger that was erased and filled again never comes to a revision it had.
        for (const part of changed) part.revision = Math.max(at, part.revision + 1);
        record.parts = [...parts.values()].map(({ platform, shop, chunks, packed, revision }) => ({
          platform,
          shop,
          chunks,
          ...(packed && { packed }),
          revision,
        }));
        record.updatedAt = at;
        writes.set(record.id, record);
      }
      if (writes.size > 0) await setMany([...writes], store);
    } catch (error) {
      // What memory believes may be ahead of the disk now: forget it and read again next time.
      for (const day of days.keys()) {
        loaded.delete(day);
        index.delete(day);
      }
      throw error;
    }
    for (const written of writes.values()) if ('parts' in written) noteDay(written.day, written.parts);
    return { added };
  }

  /** One day into packed records, in one transaction: a worker that dies leaves all of it as it was, or all packed. */
  async function packDay(day: string): Promise<boolean> {
    const record = await readDay(day);
    if (!record?.parts.some(({ chunks }) => chunks > 0)) return false;
    const at = now();
    const packs: LedgerPack[] = [];
    const gone: string[] = [];
    for (const part of record.parts) {
      if (part.chunks === 0) continue;
      const events = await readPart(day, part);
      const bytes = await packEvents(events);
      packs.push({ id: packKey(day, part), createdAt: at, updatedAt: at, deletedAt: null, bytes });
      gone.push(...Array.from({ length: part.chunks }, (_, n) => chunkKey(day, part, n)));
    }
    const parts = record.parts.map(({ platform, shop, revision = 0 }) => ({
      platform,
      shop,
      chunks: 0,
      packed: true,
      revision,
    }));
    await store('readwrite', (objects) => {
      for (const pack of packs) objects.put(pack, pack.id);
      for (const key of gone) objects.delete(key);
      objects.put({ ...record, updatedAt: at, parts }, record.id);
      return promisifyRequest(objects.transaction);
    });
    loaded.delete(day);
    return true;
  }

  return {
    append: (events) => inTurn(() => appendNow(events)),
    read: (from, to, platform) =>
      inTurn(async () => {
        const result: TurnEvent[] = [];
        for (const day of await daysBetween(from, to)) {
          const record = await readDay(day);
          if (!record) continue;
          for (const part of record.parts) {
            if (platform !== undefined && part.platform !== platform) continue;
            for (const event of await readPart(day, part)) {
              if (event.t >= from && event.t < to) result.push(event);
            }
          }
        }
        return result;
      }),
    contents: (days) =>
      inTurn(async () => {
        const asked = days ?? (await dayKeys());
        const unknown = asked.filter((day) => !index.has(day));
        for (const [i, record] of (await readDays(unknown)).entries()) {
          noteDay(String(unknown[i]), record?.parts ?? []);
        }
        return new Map(asked.map((day) => [day, index.get(day) ?? []]));
      }),
    compact: (before) =>
      inTurn(async () => {
        const limit = shanghaiDay(before);
        let packed = 0;
        for (const day of (await dayKeys()).filter((one) => one < limit)) {
          if (await packDay(day)) packed += 1;
        }
        return packed;
      }),
    forget: (before) =>
      inTurn(async () => {
        const limit = shanghaiDay(before);
        const old = (await dayKeys()).filter((day) => day < limit);
        if (old.length === 0) return 0;
        const all = await keys<string>(store);
        const gone = all.filter((key) => old.some((day) => key.includes(`:${day}`)));
        await delMany(gone, store);
        for (const day of old) {
          loaded.delete(day);
          index.delete(day);
        }
        return old.length;
      }),
    erase: () =>
      inTurn(async () => {
        await delMany(await keys<string>(store), store);
        loaded.clear();
        index.clear();
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
