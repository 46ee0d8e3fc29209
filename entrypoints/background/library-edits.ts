import type { Keeper } from '../../storage/keeper.ts';
import type { EditName, JournalStep, LibraryJournal } from '../../storage/library-journal.ts';
import { type LibraryState, putBack, stateBefore } from '../../storage/library-state.ts';
import type { Library } from '../../storage/schemas/phrase.ts';

/** What an edit is; how many phrases it touches is counted. */
export type EditTitle = Omit<EditName, 'count'>;

/**
 * Edits of the library, each of which can be taken back, also after a restart (issue "Phrases", 1). What was is on
 * disk before the edit is: a worker that dies between the two leaves a step that changes nothing, which undoing passes
 * over.
 */
export interface LibraryEdits {
  /**
   * Applies a change to the library.
   * @param name what it is, where it must be looked up by the library as it was
   */
  edit(
    name: EditTitle | ((before: Library) => EditTitle),
    change: (library: Library) => Library,
  ): Promise<Library>;
  /** Takes the last edit back; undefined when there is none. */
  undo(): Promise<JournalStep | undefined>;
  /** Does the edit last taken back again. */
  redo(): Promise<JournalStep | undefined>;
  /**
   * Takes the last import back, wherever it stands: phrases edited since then stay as they are now.
   * @returns false when there is none
   */
  undoImport(): Promise<boolean>;
}

export function createLibraryEdits(
  library: Keeper<Library>,
  journal: LibraryJournal,
  now: () => number,
): LibraryEdits {
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const next = tail.then(work, work);
    tail = next.catch(() => undefined);
    return next;
  };

  const editNow: LibraryEdits['edit'] = (name, change) =>
    library.update(async (before) => {
      const after = change(before);
      const state = stateBefore(before, after);
      const title = typeof name === 'function' ? name(before) : name;
      if (state) await journal.add({ ...title, count: state.phrases.length }, state);
      return after;
    });

  /** Puts the state of a step in place; false when that changes nothing or it cannot be read. */
  async function turn(step: JournalStep, undone: boolean): Promise<boolean> {
    const state = await journal.state(step.id);
    let was: LibraryState | undefined;
    if (state) {
      await library.update((present) => {
        const turned = putBack(present, state, now());
        was = turned.was;
        return turned.library;
      });
    }
    if (was) await journal.turn(step.id, was, undone);
    else await journal.drop(step.id);
    return was !== undefined;
  }

  const undo = (): Promise<JournalStep | undefined> =>
    inTurn(async () => {
      for (;;) {
        const step = (await journal.steps()).findLast(({ undone }) => !undone);
        if (!step || (await turn(step, true))) return step;
      }
    });

  return {
    edit: (name, change) => inTurn(() => editNow(name, change)),
    undo,
    redo: () =>
      inTurn(async () => {
        for (;;) {
          const step = (await journal.steps()).find(({ undone }) => undone);
          if (!step || (await turn(step, false))) return step;
        }
      }),
    async undoImport() {
      const done = (await journal.steps()).filter(({ undone }) => !undone);
      const at = done.findLastIndex(({ kind }) => kind === 'import');
      const step = done[at];
      if (!step) return false;
      const later = done.slice(at + 1);
      if (later.length === 0) return (await undo()) !== undefined;
      const state = await journal.state(step.id);
      if (!state) return false;
      const edited = new Set<string>();
      for (const one of later) {
        for (const [id] of (await journal.state(one.id))?.phrases ?? []) edited.add(id);
      }
      const mine = state.phrases.filter(([id]) => !edited.has(id));
      await inTurn(() =>
        editNow({ kind: 'undo-import' }, (present) => {
          const { categories, groups } = present;
          return putBack(present, { phrases: mine, categories, groups }, now()).library;
        }),
      );
      return true;
    },
  };
}
