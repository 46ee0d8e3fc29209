import { walkPinyin } from './pinyin-walk.ts';
import { bodyEnd, type PhraseIndex } from './search-index.ts';
import { eachCandidate } from './search-masks.ts';
import { cellOffsets, foldText, isPlainTitle } from './title-cells.ts';

export { indexPhrases, type PhraseIndex } from './search-index.ts';

/** One phrase found. `score` falls with the quality of the match only; equal matches have equal scores. */
export interface PhraseMatch {
  id: string;
  score: number;
  /** UTF-16 offsets [start, end) into the title as written, rising; empty where the title is not what matched. */
  ranges: [number, number][];
}

/**
 * Quality of a match, best first: the tiers of phrases.md §3; initials from the first character stand before initials
 * inside. 0 is no match.
 */
const grade = {
  none: 0,
  codeEqual: 1,
  titleEqual: 2,
  codePrefix: 3,
  titlePrefix: 4,
  initialsFirst: 5,
  initialsInside: 6,
  titleContains: 7,
  pinyin: 8,
  otherReading: 9,
  group: 10,
  body: 11,
} as const;

const scoreOf = (found: number): number => 1200 - found * 100;

/** Longest query that is walked as pinyin; longer ones are compared as text only. */
const longestWalk = 64;

interface Word {
  /** Folded, as typed. */
  text: string;
  /** As pinyin: without the apostrophes an input method puts between syllables, ü as v. */
  keys: string;
}

const readWord = (text: string): Word => ({
  text,
  keys: /^[a-zü]+(?:['’][a-zü]+)*['’]?$/.test(text) ? text.replace(/['’]/g, '').replaceAll('ü', 'v') : text,
});

/**
 * Searches phrases by code, title, initials, full or mixed pinyin with any reading, tag, category and text
 * (phrases.md §3). All words of the query must match; `@分类` narrows to categories beginning with the word, else
 * containing it, and is plain text where no category does. The empty query lists pinned, used, then library order.
 *
 * @param limit most matches returned
 */
export function searchPhrases(
  index: PhraseIndex,
  query: string,
  { limit = 20 }: { limit?: number } = {},
): PhraseMatch[] {
  const tokens = foldText(query).split(/\s+/).filter(Boolean);
  const { groups, rest } = narrow(index, tokens);
  const words = rest.map(readWord);
  if (words.length === 0) return listAll(index, groups, limit);

  const columns = words.map((word) => wordGrades(index, word, groups));
  const grades = columns.length === 1 && columns[0] ? columns[0] : joinGrades(index, words, columns);
  const buckets: number[][] = [];
  let found = 0;
  for (let at = 0; at < grades.length; at += 1) {
    const worth = grades[at] ?? 0;
    if (worth === grade.none) continue;
    found += 1;
    const bucket = buckets[worth];
    if (!bucket) buckets[worth] = [at];
    else if (bucket.length < limit) bucket.push(at);
  }
  // Bodies rank below every title: they are read only where titles leave room in the list.
  if (found < limit) buckets[grade.body] = bodyMatches(index, words, columns, grades, groups, limit - found);

  const matches: PhraseMatch[] = [];
  for (const [worth, bucket] of buckets.entries()) {
    for (const at of bucket ?? []) {
      if (matches.length >= limit) return matches;
      matches.push({ id: index.ids[at] ?? '', score: scoreOf(worth), ranges: rangesOf(index, at, words) });
    }
  }
  return matches;
}

/** Takes the `@分类` words out of the query. `groups` has 1 for every group that stays; undefined when all do. */
function narrow(index: PhraseIndex, tokens: string[]): { groups: Uint8Array | undefined; rest: string[] } {
  let groups: Uint8Array | undefined;
  const rest: string[] = [];
  for (const token of tokens) {
    const name = token.startsWith('@') ? token.slice(1) : '';
    const fits = (test: (category: string) => boolean): Uint8Array | undefined => {
      const mask = Uint8Array.from(index.groups, ({ category }) => (test(category) ? 1 : 0));
      return mask.includes(1) ? mask : undefined;
    };
    const mask = name
      ? (fits((category) => category.startsWith(name)) ?? fits((category) => category.includes(name)))
      : undefined;
    if (!mask) rest.push(token);
    else groups = groups ? groups.map((kept, at) => kept & (mask[at] ?? 0)) : mask;
  }
  return { groups, rest };
}

function listAll(index: PhraseIndex, groups: Uint8Array | undefined, limit: number): PhraseMatch[] {
  const matches: PhraseMatch[] = [];
  for (const at of index.emptyOrder) {
    if (matches.length >= limit) break;
    if (groups && !groups[index.group[at] ?? 0]) continue;
    matches.push({ id: index.ids[at] ?? '', score: 0, ranges: [] });
  }
  return matches;
}

/**
 * Several words: all must match and the worst of them is the grade. A query that stands in the title or code as a
 * whole is graded as a whole.
 */
function joinGrades(index: PhraseIndex, words: Word[], columns: Uint8Array[]): Uint8Array {
  const wholes = [' ', ''].map((joint) => words.map(({ text }) => text).join(joint));
  const grades = new Uint8Array(index.ids.length);
  for (let at = 0; at < grades.length; at += 1) {
    let worst: number = grade.none;
    for (const column of columns) {
      const worth = column[at] ?? 0;
      worst = worth === grade.none ? worth : Math.max(worst, worth);
      if (worth === grade.none) break;
    }
    if (worst === grade.none) continue;
    for (const text of wholes) {
      const whole = literalGrade(index, at, text);
      if (whole !== grade.none && whole < worst) worst = whole;
    }
    grades[at] = worst;
  }
  return grades;
}

function literalGrade(index: PhraseIndex, at: number, text: string): number {
  const code = index.codes[at] ?? '';
  const title = index.folded[at] ?? '';
  if (code === text) return grade.codeEqual;
  if (title === text) return grade.titleEqual;
  if (code.startsWith(text)) return grade.codePrefix;
  if (title.startsWith(text)) return grade.titlePrefix;
  return title.includes(text) ? grade.titleContains : grade.none;
}

/** Grade of every phrase for one word by everything but its text. */
function wordGrades(index: PhraseIndex, word: Word, groups: Uint8Array | undefined): Uint8Array {
  const { text, keys } = word;
  const { codes, coded, masks, group } = index;
  const grades = new Uint8Array(codes.length);
  const better = (at: number, worth: number): void => {
    const before = grades[at] ?? 0;
    if (worth !== grade.none && (before === grade.none || worth < before)) grades[at] = worth;
  };
  const consider = (at: number): void => {
    if (!groups || groups[group[at] ?? 0]) better(at, titleGrade(index, at, word));
  };
  eachCandidate(masks, text, consider);
  if (keys !== text) eachCandidate(masks, keys, consider);
  for (const at of coded) {
    const code = codes[at] ?? '';
    if (code.startsWith(text) && (!groups || groups[group[at] ?? 0]))
      better(at, code.length === text.length ? grade.codeEqual : grade.codePrefix);
  }
  const inGroup = index.groups.map(({ category, tags }, at) => {
    const stays = !groups || groups[at] === 1;
    return stays && (category.includes(text) || tags.some((tag) => tag.includes(text)));
  });
  if (inGroup.includes(true))
    for (let at = 0; at < grades.length; at += 1) if (inGroup[group[at] ?? 0]) better(at, grade.group);
  return grades;
}

function titleGrade(index: PhraseIndex, at: number, { text, keys }: Word): number {
  const title = index.folded[at] ?? '';
  const literal = title.indexOf(text);
  if (literal === 0) return title.length === text.length ? grade.titleEqual : grade.titlePrefix;
  const initials = initialsAt(index, at, keys);
  if (initials >= 0) return initials === 0 ? grade.initialsFirst : grade.initialsInside;
  if (literal > 0) return grade.titleContains;
  if (keys.length > longestWalk) return grade.none;
  const cells = index.cells[at] ?? [];
  if (walkPinyin(cells, keys, false)) return grade.pinyin;
  return index.hasPolyphone[at] && walkPinyin(cells, keys, true) ? grade.otherReading : grade.none;
}

/** First cell from which the query is initials; a place where it only repeats the characters is not one. */
function initialsAt(index: PhraseIndex, at: number, keys: string): number {
  const initials = index.initials[at] ?? '';
  const cells = index.cells[at] ?? [];
  for (let from = initials.indexOf(keys); from >= 0; from = initials.indexOf(keys, from + 1)) {
    for (let offset = 0; offset < keys.length; offset += 1)
      if (cells[from + offset]?.text !== keys[offset]) return from;
  }
  return -1;
}

/** Phrases not found otherwise whose text has the words that nothing else of them has; the first `room` of them. */
function bodyMatches(
  index: PhraseIndex,
  words: Word[],
  columns: Uint8Array[],
  grades: Uint8Array,
  groups: Uint8Array | undefined,
  room: number,
): number[] {
  const { bodies, bodyStarts } = index;
  const hits = words.map(({ text }) => {
    const column = new Uint8Array(grades.length);
    let left = words.length === 1 ? room : Number.POSITIVE_INFINITY;
    for (let hit = text.includes(bodyEnd) ? -1 : bodies.indexOf(text); hit >= 0 && left > 0; ) {
      const at = phraseAt(bodyStarts, hit);
      column[at] = 1;
      if (grades[at] === grade.none && !(groups && !groups[index.group[at] ?? 0])) left -= 1;
      hit = bodies.indexOf(text, bodyStarts[at + 1] ?? bodies.length);
    }
    return column;
  });
  const found: number[] = [];
  for (let at = 0; at < grades.length && found.length < room; at += 1) {
    if (grades[at] !== grade.none) continue;
    let missing = false;
    for (let word = 0; word < words.length && !missing; word += 1)
      missing = !hits[word]?.[at] && !columns[word]?.[at];
    if (!missing && !(groups && !groups[index.group[at] ?? 0])) found.push(at);
  }
  return found;
}

/** Which phrase's body the offset lies in. */
function phraseAt(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** Exactly the characters that took the query, merged; worked out for the listed matches only. */
function rangesOf(index: PhraseIndex, at: number, words: Word[]): [number, number][] {
  const title = index.titles[at] ?? '';
  const cells = wordCells(index, at, words);
  if (cells.length === 0) return [];
  const plain = isPlainTitle(title);
  const offsets = plain ? undefined : cellOffsets(title);
  if (!plain && !offsets) return [];
  const ranges: [number, number][] = [];
  for (const cell of cells.sort((a, b) => a - b)) {
    const start = offsets ? offsets.starts[cell] : cell;
    const end = offsets ? offsets.ends[cell] : cell + 1;
    if (start === undefined || end === undefined) continue;
    const last = ranges.at(-1);
    if (last && last[1] >= start) last[1] = Math.max(last[1], end);
    else ranges.push([start, end]);
  }
  return ranges;
}

function wordCells(index: PhraseIndex, at: number, words: Word[]): number[] {
  const title = index.folded[at] ?? '';
  const cellsOfText = (text: string): number[] | undefined => {
    const from = title.indexOf(text);
    if (from < 0) return undefined;
    const first = [...title.slice(0, from)].length;
    return [...text].map((_, offset) => first + offset);
  };
  if (words.length > 1) {
    for (const joint of [' ', '']) {
      const whole = cellsOfText(words.map(({ text }) => text).join(joint));
      if (whole) return whole;
    }
  }
  return words.flatMap(({ text, keys }) => {
    if (title.startsWith(text)) return cellsOfText(text) ?? [];
    const initials = initialsAt(index, at, keys);
    if (initials >= 0) return [...keys].map((_, offset) => initials + offset);
    const literal = cellsOfText(text);
    if (literal) return literal;
    if (keys.length > longestWalk) return [];
    const cells = index.cells[at] ?? [];
    return walkPinyin(cells, keys, false) ?? walkPinyin(cells, keys, true) ?? [];
  });
}
