/**
 * Bit masks that rule a title out before it is walked (phrases.md §3, speed). Every test is a necessary condition: a
 * title that fails it cannot match, one that passes still has to be walked.
 */
export interface CellMasks {
  /** Letters and digits of the character and of its readings. */
  letters: number;
  /** Other characters, hashed. */
  signs: number;
  /** First units of all a match can begin with here. */
  starts: readonly number[];
  /** Hashes of the first two units of whatever has two. */
  inner: readonly number[];
}

const bit = (unit: number): number => 1 << (unit & 31);
const isAlphanumeric = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
/** Seven bits: the pairs of a title stand in 128. */
const pairHash = (a: number, b: number): number => Math.imul(Math.imul(a, 31) + b, 0x9e3779b1) >>> 25;

function unitMasks(text: string): { letters: number; signs: number } {
  let letters = 0;
  let signs = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (isAlphanumeric(unit)) letters |= bit(unit);
    else signs |= bit(Math.imul(unit, 0x9e3779b1) >>> 27);
  }
  return { letters, signs };
}

/** Masks of one character. @param spellings the character and all its readings */
export function cellMasks(spellings: readonly string[]): CellMasks {
  const starts = new Set<number>();
  const inner = new Set<number>();
  let letters = 0;
  let signs = 0;
  for (const spelling of spellings) {
    const masks = unitMasks(spelling);
    letters |= masks.letters;
    signs |= masks.signs;
    starts.add(spelling.charCodeAt(0));
    if (spelling.length > 1) inner.add(pairHash(spelling.charCodeAt(0), spelling.charCodeAt(1)));
  }
  return { letters, signs, starts: [...starts], inner: [...inner] };
}

/** Columns of masks, one row per title. */
export interface MaskColumns {
  letters: Int32Array;
  signs: Int32Array;
  /** First units a match can begin with, hashed. */
  starts: Int32Array;
  /** Pairs a match of two or more units can begin with, hashed to 128 bits: four numbers per title. */
  pairs: Int32Array;
}

export const maskColumns = (size: number): MaskColumns => ({
  letters: new Int32Array(size),
  signs: new Int32Array(size),
  starts: new Int32Array(size),
  pairs: new Int32Array(size * 4),
});

/** Fills the row of a title. */
export function setMasks(
  columns: MaskColumns,
  row: number,
  cells: readonly { masks: CellMasks; gap: boolean }[],
): void {
  let letters = 0;
  let signs = 0;
  let starts = 0;
  const { pairs } = columns;
  const addPair = (hash: number): void => {
    const at = row * 4 + (hash >>> 5);
    pairs[at] = (pairs[at] ?? 0) | bit(hash);
  };
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (!cell) continue;
    const { masks } = cell;
    letters |= masks.letters;
    signs |= masks.signs;
    for (const unit of masks.starts) starts |= bit(unit);
    for (const hash of masks.inner) addPair(hash);
    // The cells a match can go on with: the neighbour, and those behind signs that are stepped over.
    for (let next = at + 1; next < cells.length; next += 1) {
      const following = cells[next];
      if (!following) break;
      for (const a of masks.starts) for (const b of following.masks.starts) addPair(pairHash(a, b));
      if (!following.gap) break;
    }
  }
  columns.letters[row] = letters;
  columns.signs[row] = signs;
  columns.starts[row] = starts;
}

/** The bits a query needs. */
interface QueryMasks {
  letters: number;
  signs: number;
  start: number;
  pairAt: number;
  pair: number;
}

function queryMasks(query: string): QueryMasks {
  const hash = query.length > 1 ? pairHash(query.charCodeAt(0), query.charCodeAt(1)) : 0;
  return {
    ...unitMasks(query),
    start: bit(query.charCodeAt(0)),
    pairAt: hash >>> 5,
    pair: query.length > 1 ? bit(hash) : 0,
  };
}

/** Calls `test` with every row that may match the query, in order. */
export function eachCandidate(columns: MaskColumns, query: string, test: (row: number) => void): void {
  const { letters, signs, starts, pairs } = columns;
  const { letters: needLetters, signs: needSigns, start, pairAt, pair } = queryMasks(query);
  for (let row = 0; row < letters.length; row += 1) {
    if (((letters[row] ?? 0) & needLetters) !== needLetters) continue;
    if (((starts[row] ?? 0) & start) === 0) continue;
    if (((pairs[row * 4 + pairAt] ?? 0) & pair) !== pair) continue;
    if (((signs[row] ?? 0) & needSigns) === needSigns) test(row);
  }
}
