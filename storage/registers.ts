import { type LocalText, say } from '../rules/language/local-text.ts';
import {
  cleanEntry,
  type EntryFacts,
  type EntryPatch,
  type EntryStatus,
  entryFault,
  mostEntries,
  patchedFacts,
  type RegisterEntry,
  sameMatter,
} from '../rules/registers/entry.ts';
import { DAY_MS } from '../rules/time/shanghai.ts';
import { type Registers, registersSchema, type StoredEntry } from './schemas/register.ts';
import type { StoreDefinition } from './store.ts';

/**
 * The registers (mission.md A6, B8, D4, D5): buyers' data. Open entries are kept until they are solved, solved ones no
 * longer than `settings.retentionDays` after that. Pages ask the background for what they show (contracts/registers.ts);
 * only the options read the whole.
 */
export const registersStore: StoreDefinition<Registers> = {
  key: 'registers',
  version: 1,
  schema: registersSchema,
  migrations: {},
  packed: true,
  defaults: (now) => ({ id: 'registers', createdAt: now, updatedAt: now, deletedAt: null, entries: [] }),
};

/** A removed entry can be brought back this long: the notice with "undo" is long gone by then. */
const REMOVED_MS = DAY_MS;

export const livingEntries = ({ entries }: Pick<Registers, 'entries'>): StoredEntry[] =>
  entries.filter(({ deletedAt }) => deletedAt === null);

/** An entry as rules and views see it. */
export function entryView(stored: StoredEntry): RegisterEntry {
  const { deletedAt: _, reminded: __, ...entry } = stored;
  return entry;
}

export type Added =
  | { ok: true; record: Registers; id: string; known: boolean }
  | { ok: false; fault: LocalText };

/**
 * The record with one more entry. What is open already and says the same is not written twice (`known`): a button
 * pressed twice, a parcel scanned twice.
 * @param id of the entry, if it is new
 */
export function withEntry(
  record: Registers,
  facts: EntryFacts,
  made: { id: string; at: number; by?: string; status?: EntryStatus; createdAt?: number; doneAt?: number },
): Added {
  const cleaned = cleanEntry(facts);
  const fault = entryFault(cleaned);
  if (fault) return { ok: false, fault };
  const status = made.status ?? 'open';
  const twin = record.entries.find(
    (entry) => entry.deletedAt === null && entry.status === status && sameMatter(entry, cleaned),
  );
  if (twin) return { ok: true, record, id: twin.id, known: true };
  if (record.entries.length >= mostEntries)
    return {
      ok: false,
      fault: say(
        `登记表已有 ${mostEntries} 条，放不下了，请先导出并删除旧的`,
        `The register holds ${mostEntries} entries and is full; export and delete old ones first`,
      ),
    };
  const { at, by } = made;
  const entry: StoredEntry = {
    ...cleaned,
    id: made.id,
    createdAt: made.createdAt ?? at,
    updatedAt: at,
    deletedAt: null,
    status,
    ...(status === 'done' && { doneAt: made.doneAt ?? at }),
    ...(by !== undefined && by !== '' && { by }),
  };
  return {
    ok: true,
    record: { ...record, updatedAt: at, entries: [...record.entries, entry] },
    id: entry.id,
    known: false,
  };
}

export type Changed = { ok: true; record: Registers } | { ok: false; fault: LocalText };

/** The record with one entry changed. Marking as solved notes when; opening again forgets it. */
export function withChange(
  record: Registers,
  id: string,
  { patch = {}, status }: { patch?: EntryPatch; status?: EntryStatus },
  at: number,
): Changed {
  const before = record.entries.find((entry) => entry.id === id && entry.deletedAt === null);
  if (!before)
    return { ok: false, fault: say('这条登记已经不在了', 'This entry is no longer in the register') };
  const { createdAt, deletedAt, doneAt, by, reminded } = before;
  const facts = patchedFacts(factsOf(before), patch);
  const fault = entryFault(facts);
  if (fault) return { ok: false, fault };
  const nextStatus = status ?? before.status;
  const entry: StoredEntry = {
    ...facts,
    id,
    createdAt,
    updatedAt: at,
    deletedAt,
    status: nextStatus,
    ...(nextStatus === 'done' && { doneAt: before.status === 'done' && doneAt !== undefined ? doneAt : at }),
    ...(by !== undefined && { by }),
    ...(reminded !== undefined && { reminded }),
  };
  const entries = record.entries.map((one) => (one.id === id ? entry : one));
  return { ok: true, record: { ...record, updatedAt: at, entries } };
}

/** What the agent wrote, without what the register keeps of it. */
export function factsOf(entry: RegisterEntry | StoredEntry): EntryFacts {
  const {
    id: _id,
    status: _status,
    createdAt: _created,
    updatedAt: _updated,
    doneAt: _done,
    by: _by,
    ...rest
  } = entry;
  if (!('deletedAt' in rest)) return rest;
  const { deletedAt: _deleted, reminded: _reminded, ...facts } = rest;
  return facts;
}

/** One entry of a file. */
export interface ImportedEntry {
  facts: EntryFacts;
  status: EntryStatus;
  createdAt?: number;
  doneAt?: number;
}

export interface ManyAdded {
  record: Registers;
  /** Ids of what is new. */
  added: string[];
  /** How many stood in the register already. */
  known: number;
  /** How many could not be kept: a fault, or no room. */
  refused: number;
}

const matterKey = ({ status }: { status: EntryStatus }, facts: EntryFacts): string =>
  JSON.stringify([
    status,
    facts.kind,
    facts.platform,
    facts.orderId,
    facts.trackingNo,
    facts.issue,
    facts.buyer,
  ]);

/** The record with the entries of a file; what stands there already, or twice in the file, is written once. */
export function withImported(
  record: Registers,
  imported: readonly ImportedEntry[],
  made: { id(): string; at: number; by?: string },
): ManyAdded {
  const { at, by } = made;
  const seen = new Set(livingEntries(record).map((entry) => matterKey(entry, entry)));
  const fresh: StoredEntry[] = [];
  let known = 0;
  let refused = 0;
  for (const { facts, status, createdAt, doneAt } of imported) {
    const cleaned = cleanEntry(facts);
    const key = matterKey({ status }, cleaned);
    if (seen.has(key)) known += 1;
    else if (entryFault(cleaned) || record.entries.length + fresh.length >= mostEntries) refused += 1;
    else {
      seen.add(key);
      fresh.push({
        ...cleaned,
        id: made.id(),
        createdAt: createdAt ?? at,
        updatedAt: at,
        deletedAt: null,
        status,
        ...(status === 'done' && { doneAt: doneAt ?? at }),
        ...(by !== undefined && by !== '' && { by }),
      });
    }
  }
  return {
    record: { ...record, updatedAt: at, entries: [...record.entries, ...fresh] },
    added: fresh.map(({ id }) => id),
    known,
    refused,
  };
}

/** Removed or brought back. */
export const withRemoved = (
  record: Registers,
  ids: readonly string[],
  removed: boolean,
  at: number,
): Registers => {
  const meant = new Set(ids);
  return {
    ...record,
    updatedAt: at,
    entries: record.entries.map((entry) =>
      meant.has(entry.id) ? { ...entry, updatedAt: at, deletedAt: removed ? at : null } : entry,
    ),
  };
};

/** Without what was solved before `before`, and without what was removed a while ago. Open entries stay. */
export const withoutOldEntries = (record: Registers, before: number, now: number): Registers => ({
  ...record,
  entries: record.entries.filter(
    ({ status, doneAt, updatedAt, deletedAt }) =>
      (deletedAt === null || now - deletedAt < REMOVED_MS) &&
      !(status === 'done' && (doneAt ?? updatedAt) < before),
  ),
});
