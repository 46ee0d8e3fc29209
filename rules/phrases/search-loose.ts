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
  const readers = words.map((word) => reader(index, word, loose));
  if (readers.every((read) => read === undefined)) return found;
  for (let at = 0; at < grades.length; at += 1) {
    if (grades[at] !== grade.none || listed.has(at) || !inGroups(index, at, groups)) continue;
    let worst: number = grade.none;
    let slips = 0;
    for (let word = 0; word < words.length; word += 1) {
      if (exact.columns[word]?.[at] || exact.hits[word]?.[at]) continue;
      const worth = readers[word]?.(at) ?? grade.none;
      slips += 1;
      if (worth === grade.none || (loose === 'slips' && slips > 1)) {
        worst = grade.none;
        break;
      }
      worst = Math.max(worst, worth);
    }
    found[at] = worst;
  }
  return found;
}

/** Grades one word against the phrase at a row; undefined when the word is too short or too long for it. */
function reader(index: PhraseIndex, word: Word, loose: Loose): ((at: number) => number) | undefined {
  const { keys } = word;
  const letters = keys.match(/[a-z]/g)?.length ?? 0;
  if (loose === 'sounds') {
    if (letters < fewestSounds && !/\d/.test(keys)) return undefined;
    return keys.length <= longestWalk ? soundReader(index, keys) : undefined;
  }
  if (!mayHoldSlip(keys)) return undefined;
  return slipReader(index, word);
}

const letterBit = (letter: string): number => 1 << (letter.charCodeAt(0) & 31);
const silent = letterBit('g') | letterBit('h');
const tongue = letterBit('n') | letterBit('l');

function lettersOf(keys: string): number {
  let mask = 0;
  for (const key of keys) if (key >= 'a' && key <= 'z') mask |= letterBit(key);
  return mask;
}

function soundReader(index: PhraseIndex, keys: string): (at: number) => number {
  const mask = lettersOf(keys);
  // g and h come and go with a mixed-up sound, n and l stand for each other.
  const needed = mask & ~silent & ~tongue;
  const needsTongue = (mask & tongue) !== 0;
  const { letters } = index.masks;
  return (at) => {
    const has = letters[at] ?? 0;
    if ((has & needed) !== needed || (needsTongue && (has & tongue) === 0)) return grade.none;
    const cells = index.cells[at] ?? [];
    const took = walkPinyin(cells, keys, 'mistaken');
    if (!took) return grade.none;
    if (took[0] !== 0) return grade.sounds + 2;
    return took.at(-1) === cells.length - 1 ? grade.sounds : grade.sounds + 1;
  };
}

function slipReader(index: PhraseIndex, { text, keys }: Word): (at: number) => number {
  const { letters } = index.masks;
  const needed = lettersOf(keys);
  const query = keys.length <= longestSlipQuery ? slipQuery(keys) : undefined;
  const mayHold = slipFilter(index, keys);
  return (at) => {
    const code = index.codes[at] ?? '';
    const byCode = code === '' ? grade.none : codeSlip(code, text);
    const lacking = needed & ~(letters[at] ?? 0);
    // One key may be wrong, so one letter may be lacking.
    if (!query || (lacking & (lacking - 1)) !== 0 || !mayHold(at)) return byCode;
    const byTitle = titleSlip(index, at, query);
    return byCode === grade.none || (byTitle !== grade.none && byTitle < byCode) ? byTitle : byCode;
  };
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
