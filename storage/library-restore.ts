import { sameValue } from './import/same-value.ts';
import type { Library, Phrase } from './schemas/phrase.ts';

/**
 * The library as a copy has it. Nothing vanishes: phrases made since go to the trash, from `at` on, and use counts,
 * which lie elsewhere, stay.
 */
export function restoredLibrary(present: Library, copy: Library, at: number): Library {
  const now = new Map(present.phrases.map((phrase) => [phrase.id, phrase]));
  const restored: Phrase[] = [];
  const toTrash = (phrase: Phrase): Phrase =>
    phrase.deletedAt === null ? { ...phrase, updatedAt: at, deletedAt: at } : phrase;
  for (const was of copy.phrases) {
    const is = now.get(was.id);
    now.delete(was.id);
    if (is && sameValue(is, was)) restored.push(is);
    else if (was.deletedAt === null) restored.push(was);
    // It was in the trash then: it goes there again, or stays away.
    else if (is) restored.push(toTrash(is));
  }
  restored.push(...[...now.values()].map(toTrash));
  return {
    ...present,
    updatedAt: at,
    phrases: restored,
    categories: [...copy.categories, ...present.categories.filter((name) => !copy.categories.includes(name))],
    groups: { ...present.groups, ...copy.groups },
  };
}

/** What would be seen to change, by title. */
export interface LibraryDifference {
  back: string[];
  changed: string[];
  gone: string[];
}

/** What agents wrote of a phrase; a changed place or time is no difference worth telling. */
const contentOf = ({
  updatedAt: _,
  createdAt: _c,
  position: _p,
  uses: _u,
  lastUsedAt: _l,
  ...rest
}: Phrase) => rest;

export function libraryDifference(before: Library, after: Library): LibraryDifference {
  const living = (library: Library): Map<string, Phrase> =>
    new Map(library.phrases.flatMap((one) => (one.deletedAt === null ? [[one.id, one]] : [])));
  const [then, next] = [living(before), living(after)];
  const back: string[] = [];
  const changed: string[] = [];
  for (const [id, phrase] of next) {
    const was = then.get(id);
    if (!was) back.push(phrase.title);
    else if (was !== phrase && !sameValue(contentOf(was), contentOf(phrase))) changed.push(phrase.title);
  }
  const gone = [...then.values()].filter(({ id }) => !next.has(id)).map(({ title }) => title);
  return { back, changed, gone };
}
