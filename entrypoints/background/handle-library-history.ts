import {
  compareBackup,
  libraryBackups,
  libraryHistory,
  restoreBackup,
  undoLibrary,
} from '../../storage/contracts/library-history.ts';
import { libraryDifference, restoredLibrary } from '../../storage/library-restore.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import type { Stores } from './stores.ts';

/** Steps told of: nobody looks further back than this before pressing. */
const mostTold = 100;
/** Titles told of one kind of change. */
const mostTitles = 20;

/** Steps back and forth, and copies of the library. */
export function handleLibraryHistory(server: RequestServer, stores: Stores, now: () => number): void {
  const { backups, edits, journal, library } = stores;

  server.handle(libraryHistory, async () => {
    const steps = await journal.steps();
    return {
      undo: steps
        .filter(({ undone }) => !undone)
        .reverse()
        .slice(0, mostTold),
      redo: steps.filter(({ undone }) => undone).slice(0, mostTold),
    };
  });

  server.handle(undoLibrary, async ({ redo }) => ({
    step: (await (redo ? edits.redo() : edits.undo())) ?? null,
  }));

  server.handle(libraryBackups, async () => ({ backups: await backups.list() }));

  server.handle(compareBackup, async ({ id }) => {
    const copy = await backups.read(id);
    if (!copy) return null;
    const present = await library.read();
    const difference = libraryDifference(present, restoredLibrary(present, copy, now()));
    const told = (titles: string[]) => ({ count: titles.length, titles: titles.slice(0, mostTitles) });
    return { back: told(difference.back), changed: told(difference.changed), gone: told(difference.gone) };
  });

  server.handle(restoreBackup, async ({ id }) => {
    const copy = await backups.read(id);
    if (!copy) return { restored: false };
    await edits.edit({ kind: 'backup' }, (present) => restoredLibrary(present, copy, now()));
    return { restored: true };
  });
}
