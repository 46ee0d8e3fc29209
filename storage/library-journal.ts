import { createStore, del, delMany, get, keys, set, setMany, type UseStore } from 'idb-keyval';
import * as z from 'zod/mini';
import { libraryStore } from './library.ts';
import { imagesOf, type LibraryState, libraryStateSchema } from './library-state.ts';
import { recordFields } from './schemas/record.ts';

/** Steps that can be taken back (issue "Phrases", 1: every edit; at least a hundred). */
const MOST_STEPS = 200;
/** Phrases held in all steps together; beyond it the oldest steps go, but never the newest. */
const MOST_HELD = 300_000;

export const editKinds = [
  'add',
  'change',
  'trash',
  'restore',
  'purge',
  'move',
  'move-category',
  'rename-category',
  'import',
  'undo-import',
  'backup',
] as const;

export type EditKind = (typeof editKinds)[number];

/** What an edit was, so that undoing can be named before it is done. */
export const editNameSchema = z.object({
  kind: z.enum(editKinds),
  /** Title or category it was done to, where it was one. */
  title: z.exactOptional(z.string()),
  /** Phrases touched. */
  count: z.int(),
});
export type EditName = z.infer<typeof editNameSchema>;

export const journalStepSchema = z.object({
  ...recordFields,
  ...editNameSchema.shape,
  /** Taken back: its state is now what redoing puts in place. */
  undone: z.boolean(),
  /** Images of phrases in its state, which must not be thrown away. */
  images: z.array(z.string()),
});
export type JournalStep = z.infer<typeof journalStepSchema>;

const indexSchema = z.object({
  ...recordFields,
  next: z.int(),
  /** Version of the library the states are of. */
  library: z.int(),
  /** Oldest first; undone steps stand at the end. */
  steps: z.array(journalStepSchema),
});
type Index = z.infer<typeof indexSchema>;

/**
 * What the library was before each edit, so that every edit can be taken back, also after a restart. A step holds the
 * touched phrases alone, so that an edit of one phrase costs one phrase and an import of 50,000 still fits.
 */
export interface LibraryJournal {
  /** Oldest first. */
  steps(): Promise<JournalStep[]>;
  /** Notes an edit before it is written; what was undone before can no longer be redone. */
  add(name: EditName, before: LibraryState): Promise<JournalStep>;
  /** Undefined for a state that cannot be read. */
  state(step: string): Promise<LibraryState | undefined>;
  /** After a step was undone or redone: the state that turns it again. */
  turn(step: string, state: LibraryState, undone: boolean): Promise<void>;
  drop(step: string): Promise<void>;
  erase(): Promise<void>;
}

const stateKey = (step: string): string => `state:${step}`;
const INDEX = 'index';

export function createLibraryJournal(
  now: () => number,
  store: UseStore = createStore('shoubian-journal', 'steps'),
): LibraryJournal {
  async function readIndex(): Promise<Index> {
    const parsed = indexSchema.safeParse(await get<unknown>(INDEX, store));
    if (parsed.success && parsed.data.library === libraryStore.version) return parsed.data;
    // States of another version of the library could not be put back: the journal begins anew.
    await delMany(await keys<string>(store), store);
    const at = now();
    return {
      id: INDEX,
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
      next: 1,
      library: libraryStore.version,
      steps: [],
    };
  }

  const heldBy = ({ count }: JournalStep): number => Math.max(1, count);

  /** Which steps remain: the newest, as far as number and size go. */
  function remaining(steps: JournalStep[]): JournalStep[] {
    let held = 0;
    let from = steps.length;
    while (from > 0 && steps.length - from < MOST_STEPS) {
      const step = steps[from - 1];
      held += step ? heldBy(step) : 0;
      if (held > MOST_HELD && from < steps.length) break;
      from -= 1;
    }
    return steps.slice(from);
  }

  return {
    steps: async () => (await readIndex()).steps,
    async add(name, before) {
      const index = await readIndex();
      const at = now();
      const step: JournalStep = {
        id: String(index.next).padStart(9, '0'),
        createdAt: at,
        updatedAt: at,
        deletedAt: null,
        ...name,
        undone: false,
        images: imagesOf(before.phrases.map(([, phrase]) => phrase)),
      };
      const steps = remaining([...index.steps.filter(({ undone }) => !undone), step]);
      const kept = new Set(steps.map(({ id }) => id));
      await setMany(
        [
          [INDEX, { ...index, updatedAt: at, next: index.next + 1, steps }],
          [stateKey(step.id), before],
        ],
        store,
      );
      const gone = index.steps.filter(({ id }) => !kept.has(id));
      if (gone.length > 0)
        await delMany(
          gone.map(({ id }) => stateKey(id)),
          store,
        );
      return step;
    },
    async state(step) {
      const parsed = libraryStateSchema.safeParse(await get<unknown>(stateKey(step), store));
      return parsed.success ? parsed.data : undefined;
    },
    async turn(step, state, undone) {
      const index = await readIndex();
      const at = now();
      const images = imagesOf(state.phrases.map(([, phrase]) => phrase));
      const steps = index.steps.map((one) =>
        one.id === step ? { ...one, updatedAt: at, undone, images } : one,
      );
      await setMany(
        [
          [INDEX, { ...index, updatedAt: at, steps }],
          [stateKey(step), state],
        ],
        store,
      );
    },
    async drop(step) {
      const index = await readIndex();
      const steps = index.steps.filter(({ id }) => id !== step);
      await set(INDEX, { ...index, updatedAt: now(), steps }, store);
      await del(stateKey(step), store);
    },
    erase: async () => delMany(await keys<string>(store), store),
  };
}
