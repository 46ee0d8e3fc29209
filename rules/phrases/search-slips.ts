import type { Cell } from './search-cells.ts';
import { areNeighbours, isLetter, type Slip } from './search-keys.ts';

/**
 * Finds a query in a title with one slip of the fingers, as pinyin-walk.ts finds it with none: all ways through the
 * readings at once, as sets of "so many units of the query are used" in the bits of a number. A title costs the same
 * few hundred operations whatever the query, where trying every misspelling would cost a search each.
 */
export interface SlipQuery {
  length: number;
  /** By unit, ASCII: the places of the query where it stands. */
  places: Int32Array;
  /** The same for every other unit. */
  otherPlaces: Map<number, number>;
  /** By ASCII letter: the places whose key lies beside it. */
  beside: Int32Array;
  /** Places of letters: only they are mistyped, figures and characters are what they are. */
  letters: number;
  /** Places that repeat the letter before them. */
  repeats: number;
}

/** Longest query in units: one bit each and one for the end. */
export const longestSlipQuery = 30;

const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];

export function slipQuery(query: string): SlipQuery {
  const places = new Int32Array(128);
  const otherPlaces = new Map<number, number>();
  const beside = new Int32Array(128);
  let letters = 0;
  let repeats = 0;
  for (let at = 0; at < query.length; at += 1) {
    const unit = query.charCodeAt(at);
    if (unit < 128) places[unit] = (places[unit] ?? 0) | (1 << at);
    else otherPlaces.set(unit, (otherPlaces.get(unit) ?? 0) | (1 << at));
    const key = query.charAt(at);
    if (!isLetter(key)) continue;
    letters |= 1 << at;
    if (key === query.charAt(at - 1)) repeats |= 1 << at;
    for (const letter of alphabet) {
      if (!areNeighbours(letter, key)) continue;
      const other = letter.charCodeAt(0);
      beside[other] = (beside[other] ?? 0) | (1 << at);
    }
  }
  return { length: query.length, places, otherPlaces, beside, letters, repeats };
}

export interface SlipFound {
  slip: Slip;
  /** The match ends with the title's last character. */
  toEnd: boolean;
}

/**
 * The best way to read the query from the title with one slip.
 *
 * @param anchored the match must begin with the title's first character
 */
export function findSlip(cells: readonly Cell[], query: SlipQuery, anchored: boolean): SlipFound | undefined {
  const { places, otherPlaces, beside, letters, repeats } = query;
  const end = 1 << query.length;
  const beforeLast = ~(end >>> 1);
  let near = 0;
  let far = 0;
  let nearToEnd = 0;
  let farToEnd = 0;
  // Ways that arrive at a cell: without a slip, with one (near, far), with the first of two swapped keys open.
  let cleanIn = 0;
  let nearIn = 0;
  let farIn = 0;
  let openIn = 0;
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (!cell) break;
    nearToEnd = 0;
    farToEnd = 0;
    if (at === 0 || !anchored) cleanIn |= 1;
    else if ((cleanIn | nearIn | farIn | openIn) === 0) break;
    let cleanOut = cell.gap ? cleanIn : 0;
    let nearOut = cell.gap ? nearIn : 0;
    let farOut = cell.gap ? farIn : 0;
    let openOut = cell.gap ? openIn : 0;
    for (const spelling of cell.spellings) {
      let [clean, nearly, farly, open] = [cleanIn, nearIn, farIn, openIn];
      const last = spelling.length - 1;
      for (let letter = 0; letter <= last; letter += 1) {
        const unit = spelling.charCodeAt(letter);
        const same = (unit < 128 ? places[unit] : otherPlaces.get(unit)) ?? 0;
        const taken = (clean & same) << 1;
        const isKey = unit >= 97 && unit <= 122;
        if (isKey) {
          // A wrong key at the very end of a reading begun says nothing at all: it would fit every reading.
          const replaceable = letter > 0 && letter < last ? beforeLast : -1;
          const close = (beside[unit] ?? 0) & replaceable;
          // Beside the right key; this key missing; the second of two swapped; the key before it doubled.
          nearly =
            ((nearly & same) << 1) |
            ((clean & close) << 1) |
            clean |
            ((open & same) << 2) |
            ((taken & repeats) << 1);
          farly = ((farly & same) << 1) | ((clean & letters & replaceable & ~same & ~close) << 1);
          open = clean & (same >>> 1) & letters;
        } else {
          nearly = (nearly & same) << 1;
          farly = (farly & same) << 1;
          open = 0;
        }
        clean = taken;
        nearToEnd |= nearly & end;
        farToEnd |= farly & end;
        // An initial stands for its character.
        if (letter === last || (letter === 0 && isKey)) {
          cleanOut |= clean;
          nearOut |= nearly;
          farOut |= farly;
          openOut |= open;
        }
      }
    }
    near |= nearToEnd;
    far |= farToEnd;
    [cleanIn, nearIn, farIn, openIn] = [cleanOut, nearOut, farOut, openOut];
  }
  if (near) return { slip: 'near', toEnd: nearToEnd !== 0 };
  return far ? { slip: 'far', toEnd: farToEnd !== 0 } : undefined;
}
