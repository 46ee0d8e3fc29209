import type { LocalText } from '../../../rules/language/local-text.ts';
import type { BackupDifference } from '../../../storage/contracts/library-history.ts';
import type { LibraryBackup } from '../../../storage/library-backups.ts';
import type { EditName } from '../../../storage/library-journal.ts';
import type { PhraseImage } from '../../../storage/schemas/phrase.ts';
import type { EditablePhrase } from './editable-phrase.ts';

/** A phrase in the trash. */
export type TrashedPhrase = EditablePhrase & { deletedAt: number | null };

/** What the section of phrases shows beside the phrases themselves. */
export interface LibraryModel {
  /** Names of the second level in the agent's order, by category. */
  groups: Readonly<Record<string, readonly string[]>>;
  order: 'hand' | 'use';
  /** The last thrown away first. */
  trash: TrashedPhrase[];
  /** Days a phrase stays there. */
  trashDays: number;
  /** What taking back and doing again would touch. */
  undo?: EditName;
  redo?: EditName;
  /** Newest first; undefined while they are not read yet. */
  backups?: LibraryBackup[];
  /** What restoring a copy would change; `null` for one that cannot be read. */
  difference?: { id: string; what: BackupDifference };
  /** Epoch ms, for the days left. */
  now: number;
}

export interface LibraryActions {
  /** To the trash (`true`), or back from it. */
  trash(ids: string[], deleted: boolean): void;
  /** For good; without ids everything in the trash. */
  purge(ids?: string[]): void;
  moveGroup(category: string, name: string, before: string | undefined): void;
  rename(place: { category: string; group?: string }, to: string): void;
  order(order: 'hand' | 'use'): void;
  undo(): void;
  redo(): void;
  lookAtBackups(): void;
  compareBackup(id: string): void;
  restoreBackup(id: string): void;
  /** Keeps an image for a phrase, or says why it cannot be kept. */
  keepImage(file: File): Promise<{ image: PhraseImage } | { problem: LocalText }>;
  /** An address an image can be shown from; undefined for one that is gone. */
  imageUrl(hash: string): Promise<string | undefined>;
}
