import { createStore, delMany, get, keys, setMany, type UseStore } from 'idb-keyval';
import * as z from 'zod/mini';
import { shanghaiDay } from '../rules/time/shanghai.ts';
import { unzipText, zipText } from './gzip.ts';
import { libraryStore } from './library.ts';
import { imagesOf } from './library-state.ts';
import type { Library } from './schemas/phrase.ts';
import { recordFields } from './schemas/record.ts';
import { envelope, interpret } from './store.ts';

/** Copies kept of each reason, so that a day of imports does not push the daily ones out (phrases.md §2). */
const MOST_OF_A_REASON = 10;

export const libraryBackupSchema = z.object({
  ...recordFields,
  /** `import`: taken before a file was put in place. */
  reason: z.enum(['daily', 'import']),
  /** Living phrases in it. */
  phrases: z.int(),
  /** When the library it copies was last changed. */
  changedAt: z.int(),
  /** Images its phrases hold, which must not be thrown away. */
  images: z.array(z.string()),
});
export type LibraryBackup = z.infer<typeof libraryBackupSchema>;

const indexSchema = z.object({ ...recordFields, backups: z.array(libraryBackupSchema) });

/** Copies of the whole library, packed, beside it: when the library itself is lost or spoilt, these are not. */
export interface LibraryBackups {
  /** Newest first. */
  list(): Promise<LibraryBackup[]>;
  take(reason: LibraryBackup['reason'], library: Library): Promise<void>;
  /** Takes the copy of the day, unless there is one or nothing changed since the last. */
  takeDaily(library: Library): Promise<void>;
  /** Undefined for a copy that is gone or cannot be read. */
  read(id: string): Promise<Library | undefined>;
  erase(): Promise<void>;
}

const INDEX = 'index';
const copyKey = (id: string): string => `copy:${id}`;

export function createLibraryBackups(
  now: () => number,
  store: UseStore = createStore('shoubian-backups', 'library'),
): LibraryBackups {
  /** Newest first. An index that cannot be read forgets its copies: they could not be told apart. */
  async function list(): Promise<LibraryBackup[]> {
    const parsed = indexSchema.safeParse(await get<unknown>(INDEX, store));
    return parsed.success ? parsed.data.backups : [];
  }

  async function take(reason: LibraryBackup['reason'], library: Library): Promise<void> {
    const at = now();
    const present = await list();
    const id = crypto.randomUUID();
    const copy = await zipText(JSON.stringify(envelope(libraryStore, library)));
    const backup: LibraryBackup = {
      id,
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
      reason,
      phrases: library.phrases.filter((phrase) => phrase.deletedAt === null).length,
      changedAt: library.updatedAt,
      images: imagesOf(library.phrases),
    };
    const backups: LibraryBackup[] = [];
    const count = { daily: 0, import: 0 };
    for (const one of [backup, ...present]) {
      count[one.reason] += 1;
      if (count[one.reason] <= MOST_OF_A_REASON) backups.push(one);
    }
    await setMany(
      [
        [INDEX, { id: INDEX, createdAt: at, updatedAt: at, deletedAt: null, backups }],
        [copyKey(id), copy],
      ],
      store,
    );
    const kept = new Set([INDEX, ...backups.map((one) => copyKey(one.id))]);
    const gone = (await keys<string>(store)).filter((key) => !kept.has(key));
    if (gone.length > 0) await delMany(gone, store);
  }

  return {
    list,
    take,
    async takeDaily(library) {
      const present = await list();
      const last = present.find(({ reason }) => reason === 'daily');
      if (last && shanghaiDay(last.createdAt) === shanghaiDay(now())) return;
      if (present[0]?.changedAt === library.updatedAt) return;
      await take('daily', library);
    },
    async read(id) {
      const copy = await get<unknown>(copyKey(id), store);
      if (!(copy instanceof Uint8Array)) return undefined;
      try {
        const result = interpret(libraryStore, JSON.parse(await unzipText(copy)), now());
        return result.state === 'kept' ? result.value : undefined;
      } catch {
        return undefined;
      }
    },
    erase: async () => delMany(await keys<string>(store), store),
  };
}
