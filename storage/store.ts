import type * as z from 'zod/mini';

/** The part of `browser.storage.local` a store needs; injected so that rules of keeping are tested without a browser. */
export interface KeyValueArea {
  get(key: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  /** Not in every browser we run in: Chromium from 130, Firefox from 143. */
  getKeys?(): Promise<string[]>;
}

/** A migration takes the value of version n-1 and returns that of version n. Frozen once released. */
export type Migration = (value: unknown) => unknown;

export interface StoreDefinition<T> {
  key: string;
  version: number;
  schema: z.ZodMiniType<T>;
  /** Fresh value when nothing is kept yet, or when what was kept had to be set aside. */
  defaults(now: number): T;
  /**
   * Kept as one JSON text: the browser carries a text of 6 MB to a page in a fifth of the time it needs for the same
   * objects (measured with 20,000 phrases: 0.5 s for 2.7 s, and to write 0.65 s for 3.8 s). Objects are read, too.
   */
  packed?: true;
  /**
   * A quick look that everything a reader touches is there, for large stores: readers take a value of the present
   * version on it instead of parsing every field again in every page. The keeper always parses.
   */
  looksRight?(value: unknown): value is T;
  /** version → how to reach it from the one before. */
  migrations: Readonly<Record<number, Migration>>;
}

export type StoreProblem = 'corrupt' | 'too-new';

export type ReadResult<T> =
  | { state: 'kept'; value: T; migrated: boolean }
  | { state: 'empty'; value: T }
  | { state: 'bad'; value: T; problem: StoreProblem; raw: unknown; detail: string };

interface Envelope {
  version: number;
  value: unknown;
}

const isEnvelope = (raw: unknown): raw is Envelope =>
  typeof raw === 'object' &&
  raw !== null &&
  typeof (raw as { version?: unknown }).version === 'number' &&
  'value' in raw;

/**
 * Reads what lies under a store's key without changing it. A value that cannot be understood is reported with
 * the defaults beside it, never returned as if it were right (platform.md §5: WXT swallows failing migrations).
 */
export function interpret<T>(
  definition: StoreDefinition<T>,
  raw: unknown,
  now: number,
  { quick = false } = {},
): ReadResult<T> {
  if (raw === undefined) return { state: 'empty', value: definition.defaults(now) };
  const bad = (problem: StoreProblem, detail: string): ReadResult<T> => ({
    state: 'bad',
    value: definition.defaults(now),
    problem,
    raw,
    detail,
  });
  if (!isEnvelope(raw)) return bad('corrupt', 'no version');
  if (raw.version > definition.version) {
    return bad('too-new', `version ${raw.version}, this program knows ${definition.version}`);
  }
  let value: unknown;
  try {
    value = unpacked(raw.value);
  } catch (error) {
    return bad('corrupt', String(error));
  }
  if (quick && raw.version === definition.version && definition.looksRight?.(value)) {
    return { state: 'kept', value, migrated: false };
  }
  try {
    for (let version = raw.version + 1; version <= definition.version; version += 1) {
      const migrate = definition.migrations[version];
      if (!migrate) return bad('corrupt', `no migration to version ${version}`);
      value = migrate(value);
    }
  } catch (error) {
    return bad('corrupt', `migration failed: ${String(error)}`);
  }
  const parsed = definition.schema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return bad('corrupt', `${issue?.path.join('.') ?? ''}: ${issue?.code ?? 'invalid'}`);
  }
  return { state: 'kept', value: parsed.data, migrated: raw.version !== definition.version };
}

/** Reads a store for a view: the defaults stand in for what is missing or bad. Writes nothing. */
export async function readStore<T>(
  area: KeyValueArea,
  definition: StoreDefinition<T>,
  now: number,
): Promise<T> {
  const items = await area.get(definition.key);
  return interpret(definition, items[definition.key], now, { quick: true }).value;
}

export const envelope = <T>(definition: StoreDefinition<T>, value: T): Envelope => ({
  version: definition.version,
  value: definition.packed ? JSON.stringify(value) : value,
});

/** A packed value as the object it is; throws when the text is no JSON. Stores hold objects, so a text is packed. */
const unpacked = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);

/** What lies under a store's key as a document people and programs read: packed values as objects. */
export const legible = (raw: unknown): unknown => {
  if (!isEnvelope(raw)) return raw;
  try {
    return { ...raw, value: unpacked(raw.value) };
  } catch {
    return raw;
  }
};
