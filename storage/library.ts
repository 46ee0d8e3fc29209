import { libraryWithGroups } from './migrations/library-2.ts';
import { type Library, librarySchema, type Phrase } from './schemas/phrase.ts';
import type { StoreDefinition } from './store.ts';

const isPhrase = (value: Partial<Phrase> | null): boolean =>
  typeof value === 'object' &&
  value !== null &&
  typeof value.id === 'string' &&
  typeof value.title === 'string' &&
  typeof value.text === 'string' &&
  typeof value.category === 'string' &&
  typeof value.position === 'number' &&
  typeof value.uses === 'number' &&
  value.deletedAt !== undefined &&
  Array.isArray(value.keys);

const isLibrary = (value: unknown): value is Library => {
  const library = value as Partial<Library> | null;
  return (
    typeof library === 'object' &&
    library !== null &&
    Array.isArray(library.phrases) &&
    library.phrases.every(isPhrase) &&
    Array.isArray(library.categories) &&
    typeof library.groups === 'object' &&
    (library.order === 'hand' || library.order === 'use')
  );
};

/**
 * The phrase library. It starts empty: the background fills in the starter library, because the pinyin keys of
 * phrases are made there and no dictionary may travel into pages (issue "Phrases", Finding).
 */
export const libraryStore: StoreDefinition<Library> = {
  key: 'library',
  version: 2,
  schema: librarySchema,
  packed: true,
  looksRight: isLibrary,
  migrations: { 2: libraryWithGroups },
  defaults: (now) => ({
    id: 'library',
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    phrases: [],
    categories: [],
    groups: {},
    order: 'hand',
  }),
};
