import type { PhraseHit, PhraseOffer, PhraseView } from '../../components/dock/model.ts';
import { hitReason } from '../../rules/phrases/hit-reason.ts';
import { indexPhrases, type PhraseIndex, searchPhrases } from '../../rules/phrases/search.ts';
import { type SnippetLookup, snippetLookup } from '../../rules/phrases/template.ts';
import { foldText } from '../../rules/phrases/title-cells.ts';
import type { Platform } from '../../rules/platform.ts';
import type { Library, Phrase } from '../../storage/schemas/phrase.ts';

/** The living phrases in the library's order, and the search over the keys made when they were saved. */
export interface PhraseShelf {
  views: PhraseView[];
  categories: string[];
  /** By category: its second level. */
  groups: Record<string, string[]>;
  find(id: string): Phrase | undefined;
  /** With an empty query what is offered comes first. */
  search(query: string, limit: number, offers?: readonly PhraseOffer[]): PhraseHit[];
  /** Phrases with this code, folded as `foldText` does. */
  withCode(code: string): readonly Phrase[];
  /** For `{片段:…}`. */
  snippet: SnippetLookup;
}

const viewOf = (phrase: Phrase): PhraseView => {
  const { code, group, tags, colour, personal, pinned, kind, more, pick, images } = phrase;
  return {
    id: phrase.id,
    title: phrase.title,
    text: phrase.text,
    category: phrase.category,
    ...(code !== undefined && { code }),
    ...(group !== undefined && { group }),
    ...(tags && { tags }),
    ...(colour && { colour }),
    ...(personal && { personal }),
    ...(pinned && { pinned }),
    ...(kind && more && more.length > 0 && { kind, more }),
    ...(pick && { pick }),
    ...(images && images.length > 0 && { images: images.length }),
  };
};

/** Those of the names that are used, in their order, and the rest after them. */
const inOrder = (names: readonly string[], used: ReadonlySet<string>): string[] => [
  ...names.filter((name) => used.has(name)),
  ...[...used].filter((name) => !names.includes(name)),
];

const byHand = (a: Phrase, b: Phrase): number => a.position - b.position;
const byUse = (a: Phrase, b: Phrase): number =>
  Number(b.pinned ?? false) - Number(a.pinned ?? false) || b.uses - a.uses || byHand(a, b);

/** @param platform leaves out what is not for this marketplace; without it everything is shown */
export function shelvePhrases(library: Library, platform?: Platform): PhraseShelf {
  const living = library.phrases
    .filter((phrase) => phrase.deletedAt === null)
    .sort(library.order === 'use' ? byUse : byHand);
  const shown = living.filter(({ platforms }) => !platform || !platforms || platforms.includes(platform));
  const byId = new Map(shown.map((phrase) => [phrase.id, phrase]));
  const groups = new Map<string, Set<string>>();
  for (const { category, group } of shown) {
    const names = groups.get(category) ?? new Set();
    if (group !== undefined) names.add(group);
    groups.set(category, names);
  }
  let index: PhraseIndex | undefined;
  let codes: Map<string, Phrase[]> | undefined;
  let lookup: SnippetLookup | undefined;
  const hitOf = (id: string, rest: Omit<PhraseHit, 'phrase'>): PhraseHit[] => {
    const phrase = byId.get(id);
    return phrase ? [{ phrase: viewOf(phrase), ...rest }] : [];
  };
  return {
    views: shown.map(viewOf),
    categories: inOrder(library.categories, new Set(groups.keys())),
    groups: Object.fromEntries(
      [...groups]
        .filter(([, names]) => names.size > 0)
        .map(([category, names]) => [category, inOrder(library.groups[category] ?? [], names)]),
    ),
    find: (id) => byId.get(id),
    search(query, limit, offers = []) {
      // Built when first asked for: most pages are opened without ever searching.
      index ??= indexPhrases(shown);
      const offered = query.trim() === '' ? offers.filter(({ id }) => byId.has(id)) : [];
      const first = offered.flatMap((offer) => hitOf(offer.id, { ranges: [], offer }));
      const found = searchPhrases(index, query, { limit: limit + first.length }).flatMap((hit) => {
        if (offered.some(({ id }) => id === hit.id)) return [];
        const phrase = byId.get(hit.id);
        const why = phrase && hitReason(phrase, query, hit);
        return hitOf(hit.id, { ranges: hit.ranges, ...(why && { why }) });
      });
      return [...first, ...found].slice(0, limit);
    },
    withCode(code) {
      if (!codes) {
        codes = new Map();
        for (const phrase of shown) {
          const key = foldText(phrase.code ?? '').trim();
          if (key !== '') codes.set(key, [...(codes.get(key) ?? []), phrase]);
        }
      }
      return codes.get(code) ?? [];
    },
    // A phrase for another marketplace may still be part of one for this.
    snippet: (name) => {
      lookup ??= snippetLookup(living);
      return lookup(name);
    },
  };
}
