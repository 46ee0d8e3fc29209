import type { Cell } from './search-cells.ts';

/**
 * Bit masks that rule a title out before it is walked (phrases.md §3, speed). Every test is a necessary condition: a
 * title that fails it cannot match, one that passes still has to be walked.
 */
export interface TitleMasks {
  /** Letters and digits that occur in the title or in any reading of it. */
  letters: number;
  /** Other characters, hashed. */
  signs: number;
  /** What a match can begin with: initials of all readings, and the characters themselves; hashed. */
  starts: number;
  /** Pairs a match of two or more units can begin with, hashed to 128 bits. */
  pairs: [number, number, number, number];
}

const bit = (unit: number): number => 1 << (unit & 31);
const isAlphanumeric = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
const pairHash = (a: number, b: number): number => Math.imul(Math.imul(a, 31) + b, 0x9e3779b1) >>> 25;

interface CellHeads {
  starts: Set<number>;
  inner: [number, number][];
}

const headsOf = new WeakMap<Cell, CellHeads>();

function heads(cell: Cell): CellHeads {
  const known = headsOf.get(cell);
  if (known) return known;
  const starts = new Set<number>();
  const inner: [number, number][] = [];
  for (const entry of [cell.text, ...cell.own, ...cell.other]) {
    starts.add(entry.charCodeAt(0));
    if (entry.length > 1) inner.push([entry.charCodeAt(0), entry.charCodeAt(1)]);
  }
  const made = { starts, inner };
  headsOf.set(cell, made);
  return made;
}

const addUnits = (text: string, masks: Pick<TitleMasks, 'letters' | 'signs'>): void => {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (isAlphanumeric(unit)) masks.letters |= bit(unit);
    else masks.signs |= bit(Math.imul(unit, 0x9e3779b1) >>> 27);
  }
};

/** Masks of a title cut into cells. */
export function titleMasks(cells: readonly Cell[]): TitleMasks {
  const masks: TitleMasks = { letters: 0, signs: 0, starts: 0, pairs: [0, 0, 0, 0] };
  const addPair = (a: number, b: number): void => {
    const hash = pairHash(a, b);
    masks.pairs[hash >>> 5] = (masks.pairs[hash >>> 5] ?? 0) | bit(hash);
  };
  for (const [at, cell] of cells.entries()) {
    addUnits(cell.text, masks);
    for (const reading of cell.own) addUnits(reading, masks);
    for (const reading of cell.other) addUnits(reading, masks);
    const { starts, inner } = heads(cell);
    for (const [a, b] of inner) addPair(a, b);
    for (const a of starts) masks.starts |= bit(a);
    // The next cell a match can go on with: the neighbour, and the first one behind signs that are stepped over.
    for (let next = at + 1; next < cells.length; next += 1) {
      const following = cells[next];
      if (!following) break;
      for (const a of starts) for (const b of heads(following).starts) addPair(a, b);
      if (!following.gap) break;
    }
  }
  return masks;
}

/** The same bits for a query; a title passes when it has them all. */
export interface QueryMasks {
  letters: number;
  signs: number;
  start: number;
  pairAt: number;
  pair: number;
}

export function queryMasks(query: string): QueryMasks {
  const masks = { letters: 0, signs: 0 };
  addUnits(query, masks);
  const hash = query.length > 1 ? pairHash(query.charCodeAt(0), query.charCodeAt(1)) : 0;
  return {
    ...masks,
    start: bit(query.charCodeAt(0)),
    pairAt: hash >>> 5,
    pair: query.length > 1 ? bit(hash) : 0,
  };
}
