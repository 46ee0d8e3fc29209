import type { PinyinKeys, SearchablePhrase } from './phrase.ts';
import { type Cell, cellStore } from './search-cells.ts';
import { type MaskColumns, maskColumns, setMasks } from './search-masks.ts';
import { foldText, titleCells } from './title-cells.ts';

/**
 * What `searchPhrases` works on: columns of one length, in the order that decides between equal matches (pinned,
 * often and lately used, last edit, id), so that a query never sorts. Made again when the library changes.
 */
export interface PhraseIndex {
  ids: string[];
  /** As the agent wrote them; ranges are offsets into these. */
  titles: string[];
  /** NFKC, lower case. */
  folded: string[];
  codes: string[];
  /** Rows that have a code. */
  coded: number[];
  /** Initials that fit the context, the character itself where it has no reading; one unit per cell. */
  initials: string[];
  cells: Cell[][];
  hasPolyphone: Uint8Array;
  masks: MaskColumns;
  /** Index into `groups`. */
  group: Int32Array;
  /** Distinct categories with their second level ('' without one) and their tags, folded. */
  groups: { category: string; second: string; tags: string[] }[];
  /** All bodies, folded, one after the other, so that one `indexOf` reads them all. */
  bodies: string;
  bodyStarts: Int32Array;
  /** What an empty query lists. */
  emptyOrder: Int32Array;
}

/** A last use counts half as much after this long; ms. Our choice: a season's phrases sink within weeks. */
const halfLife = 30 * 24 * 3600 * 1000;

/**
 * Frecency without a clock: uses that halve every `halfLife` keep their order among each other whatever the time is,
 * and log2(uses) + lastUse / halfLife is that order. A phrase whose last use is not known counts as the oldest.
 */
function frecencies(phrases: readonly SearchablePhrase[]): number[] {
  const known = phrases.flatMap(({ lastUsedAt }) => (lastUsedAt === undefined ? [] : [lastUsedAt]));
  const oldest = known.reduce((least, time) => Math.min(least, time), known[0] ?? 0);
  return phrases.map(({ uses = 0, lastUsedAt = oldest }) =>
    uses > 0 ? Math.log2(uses) + (lastUsedAt - oldest) / halfLife : Number.NEGATIVE_INFINITY,
  );
}

const larger = (a: number, b: number): number => (a === b ? 0 : a > b ? -1 : 1);

/** Body separator: a private-use character, dropped from bodies and never typed. */
export const bodyEnd = '\uE000';

/**
 * Builds the index from phrases whose pinyin was made when they were saved (PinyinKeys). Keys that do not fit the
 * title (made for an older one) are left out: such a phrase is found by its characters, code, tags and text only.
 */
export function indexPhrases(phrases: readonly (SearchablePhrase & { keys: PinyinKeys })[]): PhraseIndex {
  const frecency = frecencies(phrases);
  const byLibrary = phrases.map((_, at) => at);
  const order = [...byLibrary].sort((a, b) => {
    const [first, second] = [phrases[a], phrases[b]];
    if (!first || !second) return 0;
    return (
      Number(second.pinned ?? false) - Number(first.pinned ?? false) ||
      larger(frecency[a] ?? 0, frecency[b] ?? 0) ||
      larger(first.updatedAt ?? 0, second.updatedAt ?? 0) ||
      (first.id < second.id ? -1 : first.id > second.id ? 1 : a - b)
    );
  });

  const size = order.length;
  const index: PhraseIndex = {
    ids: [],
    titles: [],
    folded: [],
    codes: [],
    coded: [],
    initials: [],
    cells: [],
    hasPolyphone: new Uint8Array(size),
    masks: maskColumns(size),
    group: new Int32Array(size),
    groups: [],
    bodies: '',
    bodyStarts: new Int32Array(size + 1),
    emptyOrder: new Int32Array(size),
  };
  const cellOf = cellStore();
  const groupAt = new Map<string, number>();
  const bodies: string[] = [];
  let bodyStart = 0;

  for (const [at, source] of order.entries()) {
    const phrase = phrases[source];
    if (!phrase) continue;
    const texts = titleCells(phrase.title);
    const keys = phrase.keys.length === texts.length ? phrase.keys : [];
    const cells = texts.map((text, cell) => cellOf(text, keys[cell] ?? []));
    index.ids.push(phrase.id);
    index.titles.push(phrase.title);
    index.folded.push(texts.join(''));
    const code = foldText(phrase.code ?? '').trim();
    index.codes.push(code);
    if (code) index.coded.push(at);
    let initials = '';
    for (const cell of cells) initials += cell.initial;
    index.initials.push(initials);
    index.cells.push(cells);
    index.hasPolyphone[at] = cells.some((cell) => cell.other.length > 0) ? 1 : 0;
    setMasks(index.masks, at, cells);

    const category = foldText(phrase.category ?? '');
    const second = foldText(phrase.group ?? '');
    const tags = (phrase.tags ?? []).map(foldText);
    const groupKey = [category, second, ...tags].join(bodyEnd);
    const group = groupAt.get(groupKey) ?? index.groups.push({ category, second, tags }) - 1;
    groupAt.set(groupKey, group);
    index.group[at] = group;

    const body = foldText(phrase.text).replaceAll(bodyEnd, '') + bodyEnd;
    bodies.push(body);
    bodyStart += body.length;
    index.bodyStarts[at + 1] = bodyStart;
  }
  index.bodies = bodies.join('');
  index.emptyOrder = emptyOrder(order, phrases);
  return index;
}

/** Pinned, then what is used at all, then the library's own order (phrases.md §3, empty query). */
function emptyOrder(order: readonly number[], phrases: readonly SearchablePhrase[]): Int32Array {
  const rank = (source: number): number => {
    const phrase = phrases[source];
    return phrase?.pinned ? 0 : (phrase?.uses ?? 0) > 0 ? 1 : 2;
  };
  const places = order.map((source, at) => ({ source, at, rank: rank(source) }));
  places.sort((a, b) => a.rank - b.rank || (a.rank === 2 ? a.source - b.source : a.at - b.at));
  return Int32Array.from(places, (place) => place.at);
}
