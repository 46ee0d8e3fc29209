import type { PhraseColour } from '../../../rules/phrases/phrase.ts';
import type { Platform } from '../../../rules/platform.ts';
import type { EditablePhrase } from '../model.ts';

/** A category, or a group in it; without either the whole library. */
export interface Place {
  category?: string | undefined;
  group?: string | undefined;
}

/** What is looked for besides the place; what is absent matters not. */
export interface LibraryFilter {
  tag?: string | undefined;
  colour?: PhraseColour | undefined;
  scope?: 'shop' | 'personal' | undefined;
  /** Phrases shown on this marketplace. */
  platform?: Platform | undefined;
  /** Never inserted yet, for cleaning up. */
  neverUsed?: boolean | undefined;
}

export const isFiltering = (filter: LibraryFilter): boolean =>
  Object.values(filter).some((value) => value !== undefined && value !== false);

export const isAt = (phrase: EditablePhrase, { category, group }: Place): boolean =>
  (category === undefined || phrase.category === category) && (group === undefined || phrase.group === group);

export const passes = (phrase: EditablePhrase, filter: LibraryFilter): boolean =>
  (filter.tag === undefined || (phrase.tags?.includes(filter.tag) ?? false)) &&
  (filter.colour === undefined || phrase.colour === filter.colour) &&
  (filter.scope === undefined || (phrase.personal === true) === (filter.scope === 'personal')) &&
  (filter.platform === undefined || (phrase.platforms?.includes(filter.platform) ?? true)) &&
  (filter.neverUsed !== true || phrase.uses === 0);

/** Most used first; of equals the last used, then the agent's own order. */
export const byUse = <P extends EditablePhrase>(phrases: readonly P[]): P[] =>
  [...phrases].sort((one, other) => other.uses - one.uses || (other.lastUsedAt ?? 0) - (one.lastUsedAt ?? 0));

export interface PlaceCount {
  all: number;
  groups: Map<string, number>;
}

/** How many phrases are in each category and group, in one pass. */
export function countPlaces(phrases: readonly EditablePhrase[]): Map<string, PlaceCount> {
  const counts = new Map<string, PlaceCount>();
  for (const { category, group } of phrases) {
    let count = counts.get(category);
    if (!count) {
      count = { all: 0, groups: new Map() };
      counts.set(category, count);
    }
    count.all += 1;
    if (group !== undefined) count.groups.set(group, (count.groups.get(group) ?? 0) + 1);
  }
  return counts;
}

/** Groups that hold phrases, those the agent ordered first. */
export function groupsOf(count: PlaceCount | undefined, ordered: readonly string[] = []): string[] {
  const used = count?.groups ?? new Map<string, number>();
  return [
    ...ordered.filter((name) => used.has(name)),
    ...[...used.keys()].filter((name) => !ordered.includes(name)),
  ];
}

/** Tags in use, the most used first. */
export function tagsOf(phrases: readonly EditablePhrase[]): string[] {
  const counts = new Map<string, number>();
  for (const { tags } of phrases) for (const tag of tags ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]).map(([tag]) => tag);
}
