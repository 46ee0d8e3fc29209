import { clear, createStore, delMany, getMany, keys, setMany, type UseStore } from 'idb-keyval';
import type { SlowTurn } from '../rules/figures/figure-report.ts';
import type { DayRecord, Share } from '../rules/figures/share.ts';
import { shanghaiDay } from '../rules/time/shanghai.ts';

/** Whose day a record is of. */
export interface FigureDayPlace {
  /** Shanghai midnight the day begins with, epoch ms. */
  from: number;
  platform: string;
  shop: string;
}

/**
 * Day records that are settled, kept so that a month is not worked out again. A cache, never truth: a record counts
 * only under the mark it was kept with (settings in force, revisions of the ledger's days it was made from, version of
 * the counting), so that nothing that comes later, in whatever order and however often the worker dies, leaves a stale
 * one in force. It holds buyers' names: it is erased and shortened with the ledger.
 */
export interface FigureDays {
  /** The records in the order asked for; undefined where there is none under that mark. */
  read(wanted: readonly (FigureDayPlace & { mark: string })[]): Promise<(DayRecord | undefined)[]>;
  /** May fail: figures must not. */
  keep(records: readonly (FigureDayPlace & { mark: string; record: DayRecord })[]): Promise<void>;
  /** Deletes days before the Shanghai day of `before` and that day, whose own day before is gone; returns how many. */
  forget(before: number): Promise<number>;
  erase(): Promise<void>;
}

/** A share as it is kept: waits as bytes, names without the shop they share. */
interface KeptShare {
  row: number[];
  calendar: Uint32Array;
  /** Absent where it is the same as `calendar`. */
  inHours?: Uint32Array;
  rough: number;
  unreplied: string[];
  slow: string[];
  hours: number[];
  slowest: [t: number, ms: number, answered: number, rough: number, buyer: string, agent?: string][];
}
interface KeptRecord {
  mark: string;
  all?: KeptShare;
  agents: [string, KeptShare][];
}

const keyOf = ({ from, platform, shop }: FigureDayPlace): string =>
  `${shanghaiDay(from)}|${platform}|${shop}`;

export function createFigureDays(store: UseStore = createStore('shoubian-figures', 'days')): FigureDays {
  return {
    async read(wanted) {
      const raws = await getMany<unknown>(wanted.map(keyOf), store);
      return wanted.map((place, i) => unpackRecord(place, place.mark, raws[i]));
    },
    keep: (records) =>
      setMany(
        records.map((item) => [keyOf(item), packRecord(item, item.mark, item.record)]),
        store,
      ),
    async forget(before) {
      const limit = shanghaiDay(before);
      const old = (await keys<string>(store)).filter((key) => key.slice(0, limit.length) <= limit);
      if (old.length > 0) await delMany(old, store);
      return old.length;
    },
    erase: () => clear(store),
  };
}

const prefixOf = ({ platform, shop }: FigureDayPlace): string => `${platform}|${shop}|`;

function packShare(place: FigureDayPlace, share: Share): KeptShare {
  const prefix = prefixOf(place);
  const short = (key: string): string => key.slice(prefix.length);
  const same = share.calendar.every((ms, i) => ms === share.inHours[i]);
  return {
    row: share.row,
    calendar: share.calendar,
    ...(!same && { inHours: share.inHours }),
    rough: share.rough,
    unreplied: share.unreplied.map(short),
    slow: share.slow.map(short),
    hours: share.hours,
    slowest: share.slowest.map(({ t, ms, answered, rough, buyer, agent }) => [
      t,
      ms,
      Number(answered),
      Number(rough),
      buyer,
      ...(agent === undefined ? ([] as const) : ([agent] as const)),
    ]),
  };
}

function packRecord(place: FigureDayPlace, mark: string, { all, agents }: DayRecord): KeptRecord {
  return {
    mark,
    ...(all && { all: packShare(place, all) }),
    agents: [...agents].map(([agent, share]) => [agent, packShare(place, share)]),
  };
}

/** Undefined for whatever is no record under the mark: it is worked out again. */
function unpackRecord(place: FigureDayPlace, mark: string, raw: unknown): DayRecord | undefined {
  if (!isObject(raw) || raw.mark !== mark || !Array.isArray(raw.agents)) return undefined;
  const all = raw.all === undefined ? undefined : unpackShare(place, raw.all);
  if (raw.all !== undefined && !all) return undefined;
  const agents = new Map<string, Share>();
  for (const entry of raw.agents as unknown[]) {
    const [agent, kept]: unknown[] = Array.isArray(entry) ? entry : [];
    const share = unpackShare(place, kept);
    if (typeof agent !== 'string' || !share) return undefined;
    agents.set(agent, share);
  }
  return { from: place.from, shop: place.shop, ...(all && { all }), agents };
}

function unpackShare(place: FigureDayPlace, raw: unknown): Share | undefined {
  if (!isObject(raw)) return undefined;
  const { row, calendar, inHours = calendar, rough, unreplied, slow, hours, slowest } = raw;
  if (!isNumbers(row) || !isNumbers(hours) || typeof rough !== 'number') return undefined;
  if (!isWaits(calendar) || !isWaits(inHours) || calendar.length !== inHours.length) return undefined;
  if (!isNames(unreplied) || !isNames(slow) || !Array.isArray(slowest)) return undefined;
  const waits = slowest.map((wait: unknown) => unpackSlow(place, wait));
  if (!waits.every((wait) => wait !== undefined)) return undefined;
  const prefix = prefixOf(place);
  const long = (name: string): string => prefix + name;
  return {
    row,
    calendar,
    inHours,
    rough,
    unreplied: unreplied.map(long),
    slow: slow.map(long),
    hours,
    slowest: waits,
  };
}

function unpackSlow({ shop }: FigureDayPlace, raw: unknown): SlowTurn | undefined {
  const [t, ms, answered, rough, buyer, agent]: unknown[] = Array.isArray(raw) ? raw : [];
  if (typeof t !== 'number' || typeof ms !== 'number' || typeof buyer !== 'string') return undefined;
  return {
    t,
    ms,
    shop,
    buyer,
    ...(typeof agent === 'string' && { agent }),
    answered: answered === 1,
    rough: rough === 1,
  };
}

const isObject = (raw: unknown): raw is Record<string, unknown> => typeof raw === 'object' && raw !== null;
const isNumbers = (raw: unknown): raw is number[] => Array.isArray(raw) && raw.every(Number.isFinite);
const isNames = (raw: unknown): raw is string[] =>
  Array.isArray(raw) && raw.every((name) => typeof name === 'string');
const isWaits = (raw: unknown): raw is Uint32Array => raw instanceof Uint32Array;
