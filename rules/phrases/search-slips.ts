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

/** Ways so far: without a slip, with one (near, far), and with the first of two swapped keys open. */
interface Ways {
  clean: number;
  near: number;
  far: number;
  open: number;
}

const none = (): Ways => ({ clean: 0, near: 0, far: 0, open: 0 });
const noWay = none();

function copy(from: Ways, to: Ways): void {
  to.clean = from.clean;
  to.near = from.near;
  to.far = from.far;
  to.open = from.open;
}

function add(from: Ways, to: Ways): void {
  to.clean |= from.clean;
  to.near |= from.near;
  to.far |= from.far;
  to.open |= from.open;
}

/**
 * One unit of the title's spelling is taken.
 *
 * @param replaceable places of the query where another key may stand for it
 */
function step(ways: Ways, unit: number, query: SlipQuery, replaceable: number): void {
  const { repeats } = query;
  const letters = query.letters & replaceable;
  const same = (unit < 128 ? query.places[unit] : query.otherPlaces.get(unit)) ?? 0;
  const { clean, near, far, open } = ways;
  const taken = (clean & same) << 1;
  if (unit >= 97 && unit <= 122) {
    const beside = (query.beside[unit] ?? 0) & replaceable;
    // Beside the right key; this key missing; the second of two swapped.
    ways.near = ((near & same) << 1) | ((clean & beside) << 1) | clean | ((open & same) << 2);
    ways.far = ((far & same) << 1) | ((clean & letters & ~same & ~beside) << 1);
    ways.open = clean & (same >>> 1) & query.letters;
    ways.near |= (taken & repeats) << 1;
  } else {
    ways.near = (near & same) << 1;
    ways.far = (far & same) << 1;
    ways.open = 0;
  }
  ways.clean = taken;
}

/** Working places, kept so that a pass over the library makes no garbage. */
const inside = none();
const arriving = none();
const leaving = none();

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
  const end = 1 << query.length;
  const beforeLast = ~(end >>> 1);
  let near = false;
  let far = false;
  let nearToEnd = false;
  let farToEnd = false;
  copy(noWay, arriving);
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (!cell) break;
    nearToEnd = false;
    farToEnd = false;
    if (at === 0 || !anchored) arriving.clean |= 1;
    else if ((arriving.clean | arriving.near | arriving.far | arriving.open) === 0) break;
    copy(noWay, leaving);
    if (cell.gap) add(arriving, leaving);
    for (const spelling of cell.spellings) {
      copy(arriving, inside);
      for (let letter = 0; letter < spelling.length; letter += 1) {
        // A wrong key at the very end of a reading begun says nothing at all: it would fit every reading.
        const begun = letter > 0 && letter < spelling.length - 1;
        step(inside, spelling.charCodeAt(letter), query, begun ? beforeLast : -1);
        if (inside.near & end) nearToEnd = true;
        if (inside.far & end) farToEnd = true;
        // An initial stands for its character; a character of two units does not.
        if (letter === 0 && isLetter(spelling.charAt(0))) add(inside, leaving);
      }
      add(inside, leaving);
    }
    near ||= nearToEnd;
    far ||= farToEnd;
    copy(leaving, arriving);
  }
  if (near) return { slip: 'near', toEnd: nearToEnd };
  return far ? { slip: 'far', toEnd: farToEnd } : undefined;
}
