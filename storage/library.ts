import { libraryWithGroups } from './migrations/library-2.ts';
import { type Library, librarySchema } from './schemas/phrase.ts';
import type { StoreDefinition } from './store.ts';

/**
 * The phrase library. It starts empty: the background fills in the starter library, because the pinyin keys of
 * phrases are made there and no dictionary may travel into pages (issue "Phrases", Finding).
 */
export const libraryStore: StoreDefinition<Library> = {
  key: 'library',
  version: 2,
  schema: librarySchema,
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
