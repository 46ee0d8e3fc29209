import type { LibraryModel } from '../../components/options/library/model.ts';
import type { EditablePhrase } from '../../components/options/model.ts';
import { indexPhrases, type PhraseIndex } from '../../rules/phrases/search-index.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import type { Library } from '../../storage/schemas/phrase.ts';
import { TRASH_DAYS } from '../../storage/trash.ts';
import type { LibraryLook } from './use-library-look.ts';

interface Shelf {
  /** In the agent's order. */
  living: EditablePhrase[];
  trash: LibraryModel['trash'];
  categories: string[];
}

/** A library of thousands is sorted once each time it changes, not each time something is drawn. */
const shelves = new WeakMap<Library, Shelf>();

export function shelfOf(library: Library): Shelf {
  const present = shelves.get(library);
  if (present) return present;
  const living = library.phrases
    .filter((phrase) => phrase.deletedAt === null)
    .sort((one, other) => one.position - other.position);
  const trash = library.phrases
    .filter((phrase) => phrase.deletedAt !== null)
    .sort((one, other) => (other.deletedAt ?? 0) - (one.deletedAt ?? 0));
  const used = new Set(living.map((phrase) => phrase.category));
  const categories = [
    ...library.categories.filter((name) => used.has(name)),
    ...[...used].filter((name) => !library.categories.includes(name)),
  ];
  const shelf = { living, trash, categories };
  shelves.set(library, shelf);
  return shelf;
}

const indexes = new WeakMap<Library, PhraseIndex>();

/** The search index of a library, made once and not at every key. */
export function indexOf(library: Library): PhraseIndex {
  const present = indexes.get(library);
  if (present) return present;
  const index = indexPhrases(library.phrases.filter((phrase) => phrase.deletedAt === null));
  indexes.set(library, index);
  return index;
}

export function libraryModel(state: KeptState | undefined, look: LibraryLook, now: number): LibraryModel {
  const { undo, redo, backups, difference } = look;
  return {
    groups: state?.library.groups ?? {},
    order: state?.library.order ?? 'hand',
    trash: state ? shelfOf(state.library).trash : [],
    trashDays: TRASH_DAYS,
    now,
    ...(undo && { undo }),
    ...(redo && { redo }),
    ...(backups && { backups }),
    ...(difference && { difference }),
  };
}
