import { pinyinKeys } from '../../rules/phrases/pinyin-keys.ts';
import type { PhraseDraft } from '../../storage/contracts/library.ts';
import type { Library, Phrase } from '../../storage/schemas/phrase.ts';

/** A phrase as it is kept: the pinyin keys are made here, once, so that pages need no dictionary. */
export function keepPhrase(
  draft: PhraseDraft,
  before: Phrase | undefined,
  position: number,
  at: number,
): Phrase {
  const { id: _, ...fields } = draft;
  return {
    ...fields,
    id: before?.id ?? draft.id ?? crypto.randomUUID(),
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
    deletedAt: null,
    position: before?.position ?? position,
    uses: before?.uses ?? 0,
    ...(before?.lastUsedAt !== undefined && { lastUsedAt: before.lastUsedAt }),
    keys: before?.title === draft.title ? before.keys : pinyinKeys(draft.title),
  };
}

/** Where the next new phrase stands: behind all others. */
export const nextPosition = (phrases: readonly Phrase[]): number =>
  phrases.reduce((most, { position }) => Math.max(most, position), -1) + 1;

type Lists = Pick<Library, 'categories' | 'groups'>;

/** The lists of names with those of these phrases in them. */
export function withPlaces(
  { categories, groups }: Lists,
  phrases: readonly Pick<Phrase, 'category' | 'group'>[],
): Lists {
  const names = new Set(categories);
  const second = new Map(Object.entries(groups).map(([name, held]) => [name, new Set(held)]));
  for (const { category, group } of phrases) {
    names.add(category);
    if (group === undefined) continue;
    const held = second.get(category);
    if (held) held.add(group);
    else second.set(category, new Set([group]));
  }
  return {
    categories: [...names],
    groups: Object.fromEntries([...second].map(([name, held]) => [name, [...held]])),
  };
}

/** Puts one phrase in, in its present place in the list or at the end. */
export function withPhrase(library: Library, phrase: Phrase, at: number): Library {
  const known = library.phrases.some(({ id }) => id === phrase.id);
  return {
    ...library,
    ...withPlaces(library, [phrase]),
    updatedAt: at,
    phrases: known
      ? library.phrases.map((other) => (other.id === phrase.id ? phrase : other))
      : [...library.phrases, phrase],
  };
}

/** Puts the phrases of a file in, all at once. */
export function withImported(library: Library, drafts: readonly PhraseDraft[], at: number): Library {
  const kept = new Map(library.phrases.map((phrase) => [phrase.id, phrase]));
  const written: Phrase[] = [];
  let position = nextPosition(library.phrases);
  for (const draft of drafts) {
    const before = draft.id === undefined ? undefined : kept.get(draft.id);
    const phrase = keepPhrase(draft, before, position, at);
    position += 1;
    kept.set(phrase.id, phrase);
    written.push(phrase);
  }
  return { ...library, ...withPlaces(library, written), updatedAt: at, phrases: [...kept.values()] };
}

/** To the trash, or back from it. */
export function withTrashed(
  library: Library,
  ids: ReadonlySet<string>,
  deleted: boolean,
  at: number,
): Library {
  const turns = (phrase: Phrase): boolean => ids.has(phrase.id) && (phrase.deletedAt !== null) !== deleted;
  return {
    ...library,
    updatedAt: at,
    phrases: library.phrases.map((phrase) =>
      turns(phrase) ? { ...phrase, updatedAt: at, deletedAt: deleted ? at : null } : phrase,
    ),
  };
}

/** Without phrases that lie in the trash; only those can go for good. */
export function withoutTrashed(library: Library, goes: (phrase: Phrase) => boolean, at: number): Library {
  const phrases = library.phrases.filter((phrase) => phrase.deletedAt === null || !goes(phrase));
  return phrases.length === library.phrases.length ? library : { ...library, updatedAt: at, phrases };
}

/**
 * Moves a phrase before another, or behind the last of its category. Its position becomes one between those beside it,
 * so that one phrase alone changes; only when no number is left between them all are numbered anew.
 */
export function withMoved(
  library: Library,
  {
    id,
    before,
    category,
    group,
  }: { id: string; before: string | null; category: string; group?: string | null },
  at: number,
): Library {
  const moving = library.phrases.find((phrase) => phrase.id === id);
  if (!moving) return library;
  const { group: own, ...bare } = moving;
  const next = group === undefined ? (moving.category === category ? own : undefined) : (group ?? undefined);
  const placed: Phrase = { ...bare, category, updatedAt: at, ...(next !== undefined && { group: next }) };
  const rest = library.phrases
    .filter((phrase) => phrase.id !== id)
    .sort((one, other) => one.position - other.position);
  const target =
    before === null
      ? rest.findLastIndex((phrase) => phrase.category === category) + 1
      : rest.findIndex((phrase) => phrase.id === before);
  const index = target < 0 || (before === null && target === 0) ? rest.length : target;
  const [prev, after] = [rest[index - 1]?.position, rest[index]?.position];
  const position =
    prev === undefined ? (after ?? 1) - 1 : after === undefined ? prev + 1 : (prev + after) / 2;
  const moved = { ...placed, position };
  const between = (prev === undefined || prev < position) && (after === undefined || position < after);
  if (between) return withPhrase(library, moved, at);
  const places = new Map(
    [...rest.slice(0, index), moved, ...rest.slice(index)].map((phrase, place) => [phrase.id, place]),
  );
  const anew = library.phrases.map((phrase) => {
    const next = phrase.id === id ? moved : phrase;
    const place = places.get(phrase.id) ?? next.position;
    return next.position === place ? next : { ...next, position: place };
  });
  return { ...library, ...withPlaces(library, [moved]), updatedAt: at, phrases: anew };
}

/** A list with one name before another, or at the end. */
export function movedName(names: readonly string[], name: string, before: string | null): string[] {
  const rest = names.filter((other) => other !== name);
  const target = before === null ? -1 : rest.indexOf(before);
  const index = target < 0 ? rest.length : target;
  return [...rest.slice(0, index), name, ...rest.slice(index)];
}

const renamedIn = (names: readonly string[], from: string, to: string): string[] => [
  ...new Set(names.map((name) => (name === from ? to : name))),
];

/** Another name for a category, or for a group in it; phrases in the trash go with it. */
export function withRenamed(
  library: Library,
  { category, group, to }: { category: string; group?: string; to: string },
  at: number,
): Library {
  const meant = (phrase: Phrase): boolean =>
    phrase.category === category && (group === undefined || phrase.group === group);
  const phrases = library.phrases.map((phrase) =>
    meant(phrase)
      ? { ...phrase, updatedAt: at, ...(group === undefined ? { category: to } : { group: to }) }
      : phrase,
  );
  if (group !== undefined) {
    const held = renamedIn(library.groups[category] ?? [], group, to);
    return { ...library, updatedAt: at, phrases, groups: { ...library.groups, [category]: held } };
  }
  const { [category]: held = [], ...groups } = library.groups;
  return {
    ...library,
    updatedAt: at,
    phrases,
    categories: renamedIn(library.categories, category, to),
    groups: { ...groups, [to]: [...new Set([...(groups[to] ?? []), ...held])] },
  };
}
