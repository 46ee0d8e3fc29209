import { walkPinyin } from './pinyin-walk.ts';
import { grade, longestWalk } from './search-grades.ts';
import type { PhraseIndex } from './search-index.ts';
import { mayHoldSlip, oneSlip } from './search-keys.ts';
import { slipFilter } from './search-pairs.ts';
import { exactCells } from './search-ranges.ts';
import { slipCells } from './search-slip-cells.ts';
import { findSlip, longestSlipQuery, type SlipQuery, slipQuery } from './search-slips.ts';
import { type Asked, inGroups, type Word } from './search-words.ts';

/** Letters a word needs before mixed-up sounds are looked for: fewer are in half the library. */
const fewestSounds = 3;

/** What the exact tiers and the texts found: per word, and per phrase for the whole query. */
export interface Exact {
  columns: Uint8Array[];
  hits: Uint8Array[];
  grades: Uint8Array;
  /** Phrases already listed by their text. */
  listed: Set<number>;
}

/** Which loose tier is asked for. */
export type Loose = 'sounds' | 'slips';

/**
 * Grades of the phrases that only a loose reading finds: at least one word by it, the others by anything exact. Words
 * may all be misheard (it is the speaker's habit); mistyped is one of them at most.
 */
export function looseGrades(index: PhraseIndex, asked: Asked, exact: Exact, loose: Loose): Uint8Array {
  const { words, groups } = asked;
  const { grades, listed } = exact;
  const found = new Uint8Array(grades.length);
  if (!words.some((word) => fitsLoose(word, loose))) return found;
  const out = new Uint8Array(grades.length);
  for (let at = 0; at < out.length; at += 1) if (grades[at] || !inGroups(index, at, groups)) out[at] = 1;
  for (const at of listed) out[at] = 1;
  const columns = words.map((word, place) =>
    looseColumn(index, word, loose, words.length === 1 ? out : without(out, exact, place)),
  );
  const [only] = columns;
  if (columns.length === 1 && only) return only;

  for (let at = 0; at < found.length; at += 1) {
    if (out[at]) continue;
    let worst: number = grade.none;
    let guesses = 0;
    for (let word = 0; word < words.length; word += 1) {
      if (exact.columns[word]?.[at] || exact.hits[word]?.[at]) continue;
      const worth = columns[word]?.[at] ?? grade.none;
      guesses += 1;
      worst =
        worth === grade.none || (loose === 'slips' && guesses > 1) ? grade.none : Math.max(worst, worth);
      if (worst === grade.none) break;
    }
    found[at] = worst;
  }
  return found;
}

/** Rows left out of a word's loose reading: those out anyway and those that have the word as typed. */
function without(out: Uint8Array, exact: Exact, place: number): Uint8Array {
  const all = out.slice();
  for (const column of [exact.columns[place], exact.hits[place]])
    if (column) for (let at = 0; at < all.length; at += 1) if (column[at]) all[at] = 1;
  return all;
}

/** Whether a word is neither too short nor too long to be read loosely. */
function fitsLoose({ keys }: Word, loose: Loose): boolean {
  if (loose === 'slips') return mayHoldSlip(keys);
  const letters = keys.match(/[a-z]/g)?.length ?? 0;
  return (letters >= fewestSounds || /\d/.test(keys)) && keys.length <= longestWalk;
}

/** Grades of one word read loosely. @param out 1 for rows left out */
function looseColumn(index: PhraseIndex, word: Word, loose: Loose, out: Uint8Array): Uint8Array {
  const column = new Uint8Array(out.length);
  if (!fitsLoose(word, loose)) return column;
  if (loose === 'slips') slipColumn(index, word.text, word.keys, out, column);
  else soundColumn(index, word.keys, out, column);
  return column;
}

const letterBit = (letter: string): number => 1 << (letter.charCodeAt(0) & 31);
const silent = letterBit('g') | letterBit('h');
const tongue = letterBit('n') | letterBit('l');

function lettersOf(keys: string): number {
  let mask = 0;
  for (const key of keys) if (key >= 'a' && key <= 'z') mask |= letterBit(key);
  return mask;
}

function soundColumn(index: PhraseIndex, keys: string, out: Uint8Array, column: Uint8Array): void {
  const mask = lettersOf(keys);
  // g and h come and go with a mixed-up sound, n and l stand for each other.
  const needed = mask & ~silent & ~tongue;
  const anyTongue = (mask & tongue) === 0 ? -1 : tongue;
  const head = lettersOf(keys.charAt(0));
  // What a match begins with; a figure may stand for a character that says it.
  const begins = head === 0 ? -1 : (head & tongue) === 0 ? head : tongue;
  const { letters, starts } = index.masks;
  for (let at = 0; at < out.length; at += 1) {
    if (out[at] === 1) continue;
    const has = letters[at] ?? 0;
    if ((has & needed) !== needed || (has & anyTongue) === 0 || ((starts[at] ?? 0) & begins) === 0) continue;
    const cells = index.cells[at] ?? [];
    const took = walkPinyin(cells, keys, 'mistaken');
    if (!took) continue;
    const whole = took.at(-1) === cells.length - 1;
    column[at] = grade.sounds + (took[0] !== 0 ? 2 : whole ? 0 : 1);
  }
}

function slipColumn(
  index: PhraseIndex,
  text: string,
  keys: string,
  out: Uint8Array,
  column: Uint8Array,
): void {
  if (keys.length <= longestSlipQuery) {
    const query = slipQuery(keys);
    const mayHold = slipFilter(index, keys);
    const needed = lettersOf(keys);
    const { letters } = index.masks;
    for (let at = 0; at < out.length; at += 1) {
      if (out[at] === 1) continue;
      const lacking = needed & ~(letters[at] ?? 0);
      // One key may be wrong, so one letter may be lacking.
      if ((lacking & (lacking - 1)) === 0 && mayHold(at)) column[at] = titleSlip(index, at, query);
    }
  }
  for (const at of index.coded) {
    if (out[at] === 1) continue;
    const byCode = codeSlip(index.codes[at] ?? '', text);
    const byTitle = column[at] ?? grade.none;
    if (byCode !== grade.none && (byTitle === grade.none || byCode < byTitle)) column[at] = byCode;
  }
}

/** A code is mistyped as a whole or as far as it is typed. */
function codeSlip(code: string, text: string): number {
  const whole = oneSlip(text, code);
  if (whole) return whole === 'near' ? grade.nearSlip : grade.farSlip;
  const begun = code.length > text.length ? oneSlip(text, code.slice(0, text.length)) : undefined;
  if (begun === undefined) return grade.none;
  return 1 + (begun === 'near' ? grade.nearSlip : grade.farSlip);
}

function titleSlip(index: PhraseIndex, at: number, query: SlipQuery): number {
  const cells = index.cells[at] ?? [];
  const found = findSlip(cells, query, false);
  if (!found) return grade.none;
  const base = found.slip === 'near' ? grade.nearSlip : grade.farSlip;
  const first = findSlip(cells, query, true);
  if (first?.slip !== found.slip) return base + 2;
  return first.toEnd ? base : base + 1;
}

/** The cells a loose match lights up: those of every word that leave no doubt. */
export function looseCells(
  index: PhraseIndex,
  at: number,
  words: readonly Word[],
  exact: Exact,
  worth: number,
): number[] {
  const cells = index.cells[at] ?? [];
  return words.flatMap((word, place) => {
    if (exact.columns[place]?.[at] || exact.hits[place]?.[at]) return exactCells(index, at, [word]);
    const { text, keys } = word;
    if (worth < grade.nearSlip) return walkPinyin(cells, keys, 'mistaken') ?? [];
    const slip = worth < grade.farSlip ? 'near' : 'far';
    // By the code alone: the title lights up nothing.
    if (keys.length > longestSlipQuery || findSlip(cells, slipQuery(keys), false)?.slip !== slip) return [];
    return codeSlip(index.codes[at] ?? '', text) === worth && worth % 3 !== 0
      ? []
      : (slipCells(cells, keys, slip) ?? []);
  });
}
