import type { PhraseHit, PhraseView } from '../../components/dock/model.ts';
import { indexPhrases, type PhraseIndex, searchPhrases } from '../../rules/phrases/search.ts';
import type { Library, Phrase } from '../../storage/schemas/phrase.ts';

/** The living phrases in the agent's order, and the search over the keys made when they were saved. */
export interface PhraseShelf {
  views: PhraseView[];
  categories: string[];
  find(id: string): Phrase | undefined;
  search(query: string, limit: number): PhraseHit[];
}

const viewOf = (phrase: Phrase): PhraseView => ({
  id: phrase.id,
  title: phrase.title,
  text: phrase.text,
  category: phrase.category,
  ...(phrase.code !== undefined && { code: phrase.code }),
});

export function shelvePhrases(library: Library): PhraseShelf {
  const living = library.phrases
    .filter((phrase) => phrase.deletedAt === null)
    .sort((a, b) => a.position - b.position);
  const byId = new Map(living.map((phrase) => [phrase.id, phrase]));
  const used = new Set(living.map((phrase) => phrase.category));
  let index: PhraseIndex | undefined;
  return {
    views: living.map(viewOf),
    categories: [
      ...library.categories.filter((name) => used.has(name)),
      ...[...used].filter((name) => !library.categories.includes(name)),
    ],
    find: (id) => byId.get(id),
    search(query, limit) {
      // Built when first asked for: most pages are opened without ever searching.
      index ??= indexPhrases(living);
      return searchPhrases(index, query, { limit }).flatMap((hit): PhraseHit[] => {
        const phrase = byId.get(hit.id);
        return phrase ? [{ phrase: viewOf(phrase), ranges: hit.ranges }] : [];
      });
    },
  };
}
