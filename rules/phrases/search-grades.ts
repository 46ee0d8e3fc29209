import { walkPinyin } from './pinyin-walk.ts';
import type { PhraseIndex } from './search-index.ts';
import { eachCandidate } from './search-masks.ts';
import { type Asked, inGroups, type Word } from './search-words.ts';

/**
 * Quality of a match, best first: the tiers of phrases.md §3; initials from the first character stand before initials
 * inside. Below them what was meant rather than typed: sounds mixed up, then one wrong key (each first for the title
 * as a whole, then for its beginning, then for a part). 0 is no match.
 */
export const grade = {
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
  sounds: 12,
  nearSlip: 15,
  farSlip: 18,
} as const;

/** Equal grades, equal scores. */
export const scoreOf = (found: number): number => 2200 - found * 100;

/** Longest query that is walked as pinyin; longer ones are compared as text only. */
export const longestWalk = 64;

/** Grade of every phrase by everything but its text. */
export function exactGrades(index: PhraseIndex, asked: Asked, limit: number): Uint8Array[] {
  const only = asked.words.length === 1;
  return asked.words.map((word) =>
    wordGrades(index, word, asked.groups, only ? limit : Number.POSITIVE_INFINITY),
  );
}

/**
 * Grade of every phrase for one word. Where `enough` phrases have the word in their code, initials or characters,
 * nobody sees the tiers below and the walk over readings is spared.
 */
function wordGrades(
  index: PhraseIndex,
  word: Word,
  groups: Uint8Array | undefined,
  enough: number,
): Uint8Array {
  const { text, keys } = word;
  const { codes, coded, masks } = index;
  const grades = new Uint8Array(codes.length);
  const better = (at: number, worth: number): void => {
    const before = grades[at] ?? 0;
    if (worth !== grade.none && (before === grade.none || worth < before)) grades[at] = worth;
  };
  const candidates: number[] = [];
  let found = 0;
  const look = (at: number): void => {
    if (!inGroups(index, at, groups)) return;
    const worth = charactersGrade(index, at, word);
    if (worth === grade.none) candidates.push(at);
    else {
      if (grades[at] === grade.none) found += 1;
      better(at, worth);
    }
  };
  eachCandidate(masks, text, look);
  if (keys !== text) {
    eachCandidate(masks, keys, look);
    candidates.sort((a, b) => a - b);
  }
  for (const at of coded) {
    const code = codes[at] ?? '';
    if (!code.startsWith(text) || !inGroups(index, at, groups)) continue;
    if (grades[at] === grade.none) found += 1;
    better(at, code.length === text.length ? grade.codeEqual : grade.codePrefix);
  }
  if (found >= enough) return grades;

  // Rows stand in the order that decides between equal matches: the first `enough` of a tier are its best.
  for (const heard of ['own', 'any'] as const) {
    if (keys.length > longestWalk) break;
    for (const at of candidates) {
      if (found >= enough) break;
      if (grades[at] !== grade.none || (heard === 'any' && index.hasPolyphone[at] === 0)) continue;
      if (!walkPinyin(index.cells[at] ?? [], keys, heard)) continue;
      grades[at] = heard === 'own' ? grade.pinyin : grade.otherReading;
      found += 1;
    }
  }
  if (found >= enough) return grades;
  const inGroup = index.groups.map(({ category, second, tags }, at) => {
    const stays = !groups || groups[at] === 1;
    return stays && [category, second, ...tags].some((name) => name.includes(text));
  });
  if (inGroup.includes(true))
    for (let at = 0; at < grades.length; at += 1) if (inGroup[index.group[at] ?? 0]) better(at, grade.group);
  return grades;
}

function charactersGrade(index: PhraseIndex, at: number, { text, keys }: Word): number {
  const title = index.folded[at] ?? '';
  const literal = title.indexOf(text);
  if (literal === 0) return title.length === text.length ? grade.titleEqual : grade.titlePrefix;
  const initials = initialsAt(index, at, keys);
  if (initials >= 0) return initials === 0 ? grade.initialsFirst : grade.initialsInside;
  return literal > 0 ? grade.titleContains : grade.none;
}

/** First cell from which the query is initials; a place where it only repeats the characters is not one. */
export function initialsAt(index: PhraseIndex, at: number, keys: string): number {
  const initials = index.initials[at] ?? '';
  const cells = index.cells[at] ?? [];
  for (let from = initials.indexOf(keys); from >= 0; from = initials.indexOf(keys, from + 1)) {
    for (let offset = 0; offset < keys.length; offset += 1)
      if (cells[from + offset]?.text !== keys[offset]) return from;
  }
  return -1;
}

/**
 * Several words: all must match and the worst of them is the grade. A query that stands in the title or code as a
 * whole is graded as a whole.
 */
export function joinGrades(index: PhraseIndex, words: Word[], columns: Uint8Array[]): Uint8Array {
  if (columns.length === 1 && columns[0]) return columns[0];
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
