import { del, get, getMany, keys, set, type UseStore } from 'idb-keyval';
import { platforms } from '../rules/platform.ts';
import { DAY_MS, shanghaiDay } from '../rules/time/shanghai.ts';
import type { TurnEvent } from '../rules/turns/event.ts';
import { unpackEvents } from './ledger-pack.ts';
import {
  type LedgerChunk,
  type LedgerDay,
  ledgerDaySchema,
  ledgerPackSchema,
  readChunk,
} from './schemas/ledger.ts';

type Place = Pick<TurnEvent, 'platform' | 'shop'>;

export const DAY_PREFIX = 'day:';

export const partKey = (event: Place): string => `${event.platform}|${event.shop}`;
export const chunkKey = (day: string, part: Place, n: number): string =>
  `events:${day}|${part.platform}|${part.shop}|${String(n).padStart(5, '0')}`;
export const packKey = (day: string, part: Place): string => `packed:${day}|${part.platform}|${part.shop}`;
const chunkKeyShape = /^events:(\d{4}-\d{2}-\d{2})\|([^|]+)\|(.+)\|(\d{5,})$/;
const packKeyShape = /^packed:(\d{4}-\d{2}-\d{2})\|([^|]+)\|(.+)$/;

/** What lies on disk of the ledger. A record that cannot be read is set aside beside it; the rest still counts. */
export interface LedgerDays {
  /** What a day holds; undefined for a day without events. */
  readDay(day: string): Promise<LedgerDay | undefined>;
  /** The same for many days at once. */
  readDays(days: readonly string[]): Promise<(LedgerDay | undefined)[]>;
  readChunks(chunkKeys: string[]): Promise<(LedgerChunk | undefined)[]>;
  /** Everything a part of a day holds, packed or not. */
  readPart(day: string, part: LedgerDay['parts'][number]): Promise<TurnEvent[]>;
  dayKeys(): Promise<string[]>;
  /** Days that may hold events with `from` ≤ t < `to`. */
  daysBetween(from: number, to: number): Promise<string[]>;
}

export function openLedgerDays(now: () => number, store: UseStore): LedgerDays {
  const setAside = async (key: string, raw: unknown): Promise<void> => {
    await set(`aside:${key}:${now()}`, raw, store);
    await del(key, store);
  };

  const readDay = async (day: string): Promise<LedgerDay | undefined> =>
    dayRecord(day, await get<unknown>(DAY_PREFIX + day, store));

  async function readDays(days: readonly string[]): Promise<(LedgerDay | undefined)[]> {
    const raws = await getMany<unknown>(
      days.map((day) => DAY_PREFIX + day),
      store,
    );
    return Promise.all(days.map((day, i) => dayRecord(day, raws[i])));
  }

  /** What a day holds. A record that cannot be read is set aside and made again from the chunks that are there. */
  async function dayRecord(day: string, raw: unknown): Promise<LedgerDay | undefined> {
    if (raw === undefined) return undefined;
    const parsed = ledgerDaySchema.safeParse(raw);
    if (parsed.success) return parsed.data;
    await setAside(DAY_PREFIX + day, raw);
    const found = new Map<string, LedgerDay['parts'][number]>();
    for (const key of await keys<string>(store)) {
      const match = chunkKeyShape.exec(key) ?? packKeyShape.exec(key);
      const platform = platforms.find((name) => name === match?.[2]);
      const shop = match?.[3];
      if (match?.[1] !== day || platform === undefined || shop === undefined) continue;
      const before = found.get(partKey({ platform, shop }));
      const chunks = Math.max(before?.chunks ?? 0, match[4] === undefined ? 0 : Number(match[4]) + 1);
      const packed = before?.packed === true || match[4] === undefined;
      const revision = now();
      found.set(partKey({ platform, shop }), { platform, shop, chunks, ...(packed && { packed }), revision });
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
        const chunk = readChunk(raw);
        if (chunk) return chunk;
        // A chunk that cannot be read is kept under a dated key beside the ledger; the rest of the day still counts.
        await setAside(String(chunkKeys[i]), raw);
        return undefined;
      }),
    );
  };

  /** Events of a part that was packed. Bytes that cannot be read are set aside like chunks. */
  async function readPack(day: string, part: Place): Promise<TurnEvent[]> {
    const key = packKey(day, part);
    const raw = await get<unknown>(key, store);
    if (raw === undefined) return [];
    try {
      return await unpackEvents(ledgerPackSchema.parse(raw).bytes, part);
    } catch {
      await setAside(key, raw);
      return [];
    }
  }

  /** Everything a part holds. */
  async function readPart(day: string, part: LedgerDay['parts'][number]): Promise<TurnEvent[]> {
    const { platform, shop } = part;
    const names = Array.from({ length: part.chunks }, (_, n) => chunkKey(day, part, n));
    const packed = part.packed ? await readPack(day, { platform, shop }) : [];
    return [...packed, ...(await readChunks(names)).flatMap((chunk) => chunk?.events ?? [])];
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

  return { readDay, readDays, readChunks, readPart, dayKeys, daysBetween };
}
