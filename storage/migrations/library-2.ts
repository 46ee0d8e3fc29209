import type { Migration } from '../store.ts';

/** Library 1 → 2: the second level of categories and the order of lists. Frozen. */
export const libraryWithGroups: Migration = (value) => ({ ...(value as object), groups: {}, order: 'hand' });
