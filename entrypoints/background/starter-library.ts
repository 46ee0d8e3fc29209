import { starterPhrases } from '../../rules/phrases/starter.ts';
import type { Library } from '../../storage/schemas/phrase.ts';
import { keepPhrase } from './library-changes.ts';
import type { Stores } from './stores.ts';

/** One the agent emptied keeps the names of its categories, also when the trash is gone, so it stays empty. */
const isNew = ({ phrases, categories }: Library): boolean => phrases.length === 0 && categories.length === 0;

/** Fills a new library with the starter phrases. */
export async function seedLibrary(stores: Stores, now: () => number): Promise<void> {
  if (!isNew(await stores.library.read())) return;
  const at = now();
  await stores.library.update((library) => {
    if (!isNew(library)) return library;
    const phrases = starterPhrases.map(({ duties: _, ...draft }, position) =>
      keepPhrase(draft, undefined, position, at),
    );
    return {
      ...library,
      updatedAt: at,
      phrases,
      categories: [...new Set(phrases.map((phrase) => phrase.category))],
    };
  });
}
