import * as z from 'zod/mini';
import { libraryBackupSchema } from '../library-backups.ts';
import { journalStepSchema } from '../library-journal.ts';
import { defineRequest } from './contract.ts';

/** What can be taken back, and what can be done again, the nearest first. */
export const libraryHistory = defineRequest({
  name: 'library.history',
  from: ['page'],
  input: z.object({}),
  output: z.object({ undo: z.array(journalStepSchema), redo: z.array(journalStepSchema) }),
});

/** Takes the last edit of the library back, or does the last one taken back again; says which. */
export const undoLibrary = defineRequest({
  name: 'library.undo',
  from: ['page'],
  input: z.object({ redo: z.exactOptional(z.boolean()) }),
  output: z.object({ step: z.nullable(journalStepSchema) }),
});

/** The copies of the library there are, newest first. */
export const libraryBackups = defineRequest({
  name: 'library.backups',
  from: ['page'],
  input: z.object({}),
  output: z.object({ backups: z.array(libraryBackupSchema) }),
});

const titles = z.object({
  count: z.int(),
  /** The first of them. */
  titles: z.array(z.string()),
});

/** What restoring a copy would change: phrases that come back, change, or go to the trash. */
export const compareBackup = defineRequest({
  name: 'library.compare-backup',
  from: ['page'],
  input: z.object({ id: z.string() }),
  output: z.nullable(z.object({ back: titles, changed: titles, gone: titles })),
});
export type BackupDifference = z.infer<typeof compareBackup.output>;

/** Puts a copy in place, as an edit that can be taken back. `false` for a copy that cannot be read. */
export const restoreBackup = defineRequest({
  name: 'library.restore-backup',
  from: ['page'],
  input: z.object({ id: z.string() }),
  output: z.object({ restored: z.boolean() }),
});
