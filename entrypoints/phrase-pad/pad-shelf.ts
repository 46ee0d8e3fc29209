import type { PadHit, PadPhrase, PadPlace } from '../../components/pad/model.ts';
import { hitReason } from '../../rules/phrases/hit-reason.ts';
import { indexPhrases, type PhraseIndex, searchPhrases } from '../../rules/phrases/search.ts';
import { type SnippetLookup, snippetLookup } from '../../rules/phrases/template.ts';
import type { Platform } from '../../rules/platform.ts';
import type { Library, Phrase } from '../../storage/schemas/phrase.ts';

/** The living phrases of one marketplace: both levels of categories, and the search over the keys made when they were saved. */
export interface PadShelf {
  count: number;
  categories: { name: string; groups: string[] }[];
  find(id: string): Phrase | undefined;
  /** Other phrases inside a phrase: those of every marketplace. */
  snippet: SnippetLookup;
  search(query: string, place: PadPlace, limit: number): PadHit[];
}

const viewOf = (phrase: Phrase): PadPhrase => ({
  id: phrase.id,
  title: phrase.title,
  text: phrase.text,
  category: phrase.category,
  pinned: phrase.pinned ?? false,
  images: phrase.images ?? [],
  ...(phrase.code !== undefined && { code: phrase.code }),
  ...(phrase.group !== undefined && { group: phrase.group }),
  ...(phrase.colour !== undefined && { colour: phrase.colour }),
  ...(phrase.kind !== undefined && (phrase.more?.length ?? 0) > 0 && { kind: phrase.kind }),
});

/** Names in the agent's order; one that was never ordered comes after, as it is met. */
const inOrder = (order: readonly string[], used: ReadonlySet<string>): string[] => [
  ...order.filter((name) => used.has(name)),
  ...[...used].filter((name) => !order.includes(name)),
];

function categoriesOf(library: Library, phrases: readonly Phrase[]): PadShelf['categories'] {
  const used = new Map<string, Set<string>>();
  for (const { category, group } of phrases) {
    const groups = used.get(category) ?? new Set<string>();
    if (group !== undefined) groups.add(group);
    used.set(category, groups);
  }
  return inOrder(library.categories, new Set(used.keys())).map((name) => ({
    name,
    groups: inOrder(library.groups[name] ?? [], used.get(name) ?? new Set()),
  }));
}

const byHand = (a: Phrase, b: Phrase): number => a.position - b.position;
const byUse = (a: Phrase, b: Phrase): number =>
  Number(b.pinned ?? false) - Number(a.pinned ?? false) || b.uses - a.uses || byHand(a, b);

export function padShelf(library: Library, platform: Platform): PadShelf {
  const living = library.phrases.filter((phrase) => phrase.deletedAt === null);
  const phrases = living
    .filter((phrase) => phrase.platforms === undefined || phrase.platforms.includes(platform))
    .sort(library.order === 'use' ? byUse : byHand);
  const byId = new Map(phrases.map((phrase) => [phrase.id, phrase]));
  const views = new Map<string, PadPhrase>();
  const view = (phrase: Phrase): PadPhrase => {
    const made = views.get(phrase.id) ?? viewOf(phrase);
    views.set(phrase.id, made);
    return made;
  };
  const indexes = new Map<string, PhraseIndex>();
  const within = ({ category, group }: PadPlace): Phrase[] =>
    category === undefined
      ? phrases
      : phrases.filter(
          (phrase) => phrase.category === category && (group === undefined || phrase.group === group),
        );
  /** Made when first asked for; the places an agent looks into are few. */
  const indexOf = (place: PadPlace): PhraseIndex => {
    const key = JSON.stringify([place.category, place.group]);
    const made = indexes.get(key) ?? indexPhrases(within(place));
    indexes.set(key, made);
    return made;
  };
  let snippets: SnippetLookup | undefined;
  return {
    count: phrases.length,
    categories: categoriesOf(library, phrases),
    find: (id) => byId.get(id),
    snippet: (name) => {
      snippets ??= snippetLookup(living);
      return snippets(name);
    },
    search(query, place, limit) {
      // A category is looked through as it was laid out; everywhere, what is used comes first (phrases.md §3).
      if (query.trim() === '' && place.category !== undefined) {
        return within(place)
          .slice(0, limit)
          .map((phrase) => ({ phrase: view(phrase), ranges: [] }));
      }
      return searchPhrases(indexOf(place), query, { limit }).flatMap((hit): PadHit[] => {
        const phrase = byId.get(hit.id);
        const why = phrase && hitReason(phrase, query, hit);
        return phrase ? [{ phrase: view(phrase), ranges: hit.ranges, ...(why && { why }) }] : [];
      });
    },
  };
}
