import { starterPhrases } from '../../rules/phrases/starter.ts';
import { keepPhrase } from './handle-library.ts';
import type { Stores } from './stores.ts';

/** Fills an empty library with the starter phrases. A library the agent emptied keeps its deleted records, so it stays empty. */
export async function seedLibrary(stores: Stores, now: () => number): Promise<void> {
  const present = await stores.library.read();
  if (present.phrases.length > 0) return;
  const at = now();
  await stores.library.update((library) => {
    if (library.phrases.length > 0) return library;
    const phrases = starterPhrases.map((draft, position) => keepPhrase(draft, undefined, position, at));
    return {
      ...library,
      updatedAt: at,
      phrases,
      categories: [...new Set(phrases.map((phrase) => phrase.category))],
    };
  });
}
