import * as z from 'zod/mini';
import { recordFields } from './schemas/record.ts';
import { envelope, interpret, type KeyValueArea, type StoreDefinition } from './store.ts';

/**
 * A store that could not be read is set aside whole under a dated key; the agent is told and may download or
 * restore it (issue "The main job", Bad input). Nothing is thrown away by the program itself.
 */
export const asideSchema = z.object({
  ...recordFields,
  storeKey: z.string(),
  /** `replaced`: readable, but another copy was restored in its place. */
  problem: z.enum(['corrupt', 'too-new', 'replaced']),
  detail: z.string(),
  raw: z.unknown(),
});
export type Aside = z.infer<typeof asideSchema>;

const PREFIX = 'aside:';

const asideKey = (storeKey: string, now: number): string =>
  `${PREFIX}${storeKey}:${new Date(now).toISOString()}`;

/** Keeps a bad raw value under a dated key of its own. */
export async function setAside(
  area: KeyValueArea,
  storeKey: string,
  problem: Aside['problem'],
  detail: string,
  raw: unknown,
  now: number,
): Promise<void> {
  const id = asideKey(storeKey, now);
  const record: Aside = {
    id,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    storeKey,
    problem,
    detail,
    raw,
  };
  await area.set({ [id]: record });
}

/** Every store that was set aside, newest first. */
export async function listAside(area: KeyValueArea): Promise<Aside[]> {
  // The values are fetched only where something was set aside: a library of thousands lies in the same area.
  const names = area.getKeys ? await area.getKeys() : Object.keys(await area.get(null));
  const wanted = names.filter((key) => key.startsWith(PREFIX));
  if (wanted.length === 0) return [];
  return Object.values(await area.get(wanted))
    .flatMap((raw) => {
      const parsed = asideSchema.safeParse(raw);
      return parsed.success ? [parsed.data] : [];
    })
    .sort((a, b) => b.createdAt - a.createdAt);
}

export async function discardAside(area: KeyValueArea, id: string): Promise<void> {
  if (id.startsWith(PREFIX)) await area.remove(id);
}

export type RestoreResult = { ok: true } | { ok: false; detail: string };

/**
 * Puts a set-aside value back where it was, if the present program can read it now (after an update, or after a
 * repair by hand). What stands there meanwhile is itself set aside first, so nothing is lost either way.
 */
export async function restoreAside<T>(
  area: KeyValueArea,
  definition: StoreDefinition<T>,
  aside: Aside,
  now: number,
): Promise<RestoreResult> {
  const result = interpret(definition, aside.raw, now);
  if (result.state === 'bad') return { ok: false, detail: result.detail };
  const present = (await area.get(definition.key))[definition.key];
  if (present !== undefined) {
    await setAside(area, definition.key, 'replaced', 'by a restored copy', present, now);
  }
  await area.set({ [definition.key]: envelope(definition, result.value) });
  await discardAside(area, aside.id);
  return { ok: true };
}
