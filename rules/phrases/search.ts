import { bodyColumns, bodyMatches } from './search-bodies.ts';
import { exactGrades, grade, joinGrades, scoreOf } from './search-grades.ts';
import type { PhraseIndex } from './search-index.ts';
import { type Exact, looseCells, looseGrades } from './search-loose.ts';
import { exactCells, rangesOf } from './search-ranges.ts';
import { inGroups, readQuery } from './search-words.ts';

export { indexPhrases, type PhraseIndex } from './search-index.ts';

/** One phrase found. `score` falls with the quality of the match only; equal matches have equal scores. */
export interface PhraseMatch {
  id: string;
  score: number;
  /** UTF-16 offsets [start, end) into the title as written, rising; empty where the title is not what matched. */
  ranges: [number, number][];
}

/**
 * Searches phrases by code, title, initials, full or mixed pinyin with any reading, tag, category and text
 * (phrases.md §3). All words of the query must match; `@分类` narrows to categories beginning with the word, else
 * containing it, and is plain text where no category does. The empty query lists pinned, used, then library order.
 *
 * Where these leave room in the list, phrases follow that were meant rather than typed: with sounds mixed up (3
 * letters and more), then with one wrong key (4 letters and more). They never stand above an exact match.
 *
 * @param limit most matches returned
 */
export function searchPhrases(
  index: PhraseIndex,
  query: string,
  { limit = 20 }: { limit?: number } = {},
): PhraseMatch[] {
  const asked = readQuery(index, query);
  const { words, groups } = asked;
  if (words.length === 0) return listAll(index, groups, limit);

  const columns = exactGrades(index, asked, limit);
  const grades = joinGrades(index, words, columns);
  const matches: PhraseMatch[] = [];
  const list = (at: number, worth: number, cells: readonly number[]): void => {
    matches.push({
      id: index.ids[at] ?? '',
      score: scoreOf(worth),
      ranges: rangesOf(index.titles[at] ?? '', cells),
    });
  };
  for (const [at, worth] of best(grades, limit)) list(at, worth, exactCells(index, at, words));
  if (matches.length >= limit) return matches;

  // Bodies rank below every title: they are read only where titles leave room in the list.
  const hits = bodyColumns(index, asked, grades, limit - matches.length);
  const bodies = bodyMatches(index, asked, columns, hits, grades, limit - matches.length);
  for (const at of bodies) list(at, grade.body, exactCells(index, at, words));

  const exact: Exact = { columns, hits, grades, listed: new Set(bodies) };
  for (const loose of ['sounds', 'slips'] as const) {
    if (matches.length >= limit) return matches;
    const guessed = looseGrades(index, asked, exact, loose);
    for (const [at, worth] of best(guessed, limit - matches.length)) {
      list(at, worth, looseCells(index, at, words, exact, worth));
      exact.listed.add(at);
    }
  }
  return matches;
}

/** The first `room` rows by grade, then by the order of the index, with their grades. */
function best(grades: Uint8Array, room: number): [at: number, worth: number][] {
  const buckets: number[][] = [];
  for (let at = 0; at < grades.length; at += 1) {
    const worth = grades[at] ?? 0;
    if (worth === grade.none) continue;
    const bucket = buckets[worth];
    if (!bucket) buckets[worth] = [at];
    else if (bucket.length < room) bucket.push(at);
  }
  const rows = buckets.flatMap((bucket, worth) => bucket.map((at): [number, number] => [at, worth]));
  return rows.slice(0, Math.max(0, room));
}

function listAll(index: PhraseIndex, groups: Uint8Array | undefined, limit: number): PhraseMatch[] {
  const matches: PhraseMatch[] = [];
  for (const at of index.emptyOrder) {
    if (matches.length >= limit) break;
    if (inGroups(index, at, groups)) matches.push({ id: index.ids[at] ?? '', score: 0, ranges: [] });
  }
  return matches;
}
