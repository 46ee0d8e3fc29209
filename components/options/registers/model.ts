import type { LocalText } from '../../../rules/language/local-text.ts';
import type { RowProblem } from '../../../rules/phrases/row-problem.ts';
import type { EntryFacts, EntryStatus, RegisterEntry } from '../../../rules/registers/entry.ts';
import type { EntryRow } from '../../../rules/registers/read-entries.ts';

export interface RegistersModel {
  /** The newest first. */
  entries: readonly RegisterEntry[];
}

/** A file that was read as a register; nothing of it is kept before the agent says so. */
export interface ReadRegister {
  fileName: string;
  rows: readonly EntryRow[];
  problems: readonly RowProblem[];
  notes: readonly LocalText[];
}

export interface RegistersActions {
  /** A text says why it was not kept; undefined when it was. */
  add(entry: EntryFacts): Promise<LocalText | undefined>;
  change(id: string, entry: EntryFacts): Promise<LocalText | undefined>;
  setStatus(id: string, status: EntryStatus): void;
  remove(ids: string[]): void;
  copy(text: string): void;
  /** The memo of an entry, as the shop writes it. */
  memo(entry: EntryFacts): string;
  /** Saves the entries as a file. @param masked without what tells who the buyers are */
  exportTable(entries: readonly RegisterEntry[], format: 'xlsx' | 'csv', masked: boolean): void;
  /** A text says why the file is no register. */
  read(file: File): Promise<ReadRegister | LocalText>;
  import(rows: readonly EntryRow[]): void;
}
