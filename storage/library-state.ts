import * as z from 'zod/mini';
import { sameValue } from './import/same-value.ts';
import { type Library, type Phrase, phraseSchema } from './schemas/phrase.ts';

/** What some phrases and the category lists were at one time; `null` is a phrase that was not there. */
export const libraryStateSchema = z.object({
  phrases: z.array(z.tuple([z.string(), z.nullable(phraseSchema)])),
  categories: z.array(z.string()),
  groups: z.record(z.string(), z.array(z.string())),
});
export type LibraryState = z.infer<typeof libraryStateSchema>;

/** What everything was that an edit touched; undefined when it touched nothing. */
export function stateBefore(before: Library, after: Library): LibraryState | undefined {
  const were = new Map(before.phrases.map((phrase) => [phrase.id, phrase]));
  const phrases: LibraryState['phrases'] = [];
  for (const phrase of after.phrases) {
    const was = were.get(phrase.id);
    if (!sameValue(was, phrase)) phrases.push([phrase.id, was ?? null]);
    were.delete(phrase.id);
  }
  for (const gone of were.values()) phrases.push([gone.id, gone]);
  const sameLists = sameValue(before.categories, after.categories) && sameValue(before.groups, after.groups);
  if (phrases.length === 0 && sameLists) return undefined;
  return { phrases, categories: before.categories, groups: before.groups };
}

/**
 * The library with what `state` says put back, and the state that would take that back again. `was` is undefined when
 * nothing differs: an edit that never reached the disk.
 */
export function putBack(
  library: Library,
  state: LibraryState,
  at: number,
): { library: Library; was: LibraryState | undefined } {
  const phrases = new Map(library.phrases.map((phrase) => [phrase.id, phrase]));
  const was: LibraryState = { phrases: [], categories: library.categories, groups: library.groups };
  for (const [id, then] of state.phrases) {
    const now = phrases.get(id) ?? null;
    if (sameValue(now, then)) continue;
    was.phrases.push([id, now]);
    if (then) phrases.set(id, then);
    else phrases.delete(id);
  }
  const sameLists =
    sameValue(library.categories, state.categories) && sameValue(library.groups, state.groups);
  if (was.phrases.length === 0 && sameLists) return { library, was: undefined };
  return {
    library: {
      ...library,
      updatedAt: at,
      phrases: [...phrases.values()],
      categories: state.categories,
      groups: state.groups,
    },
    was,
  };
}

/** Hashes of all images these phrases hold. */
export const imagesOf = (phrases: readonly (Phrase | null)[]): string[] => [
  ...new Set(phrases.flatMap((phrase) => phrase?.images?.map(({ hash }) => hash) ?? [])),
];
