import type { Cell } from './search-cells.ts';
import type { PhraseIndex } from './search-index.ts';

/**
 * Rules titles out before they are read with a slip: a title without the pairs of neighbouring units that a query
 * has, one slip's worth of them forgiven, cannot hold it. Every test is a necessary condition, as in search-masks.ts.
 */

/** Numbers per title: pairs are hashed to 256 bits. */
const width = 8;
const hashOf = (a: number, b: number): number => Math.imul(Math.imul(a, 31) + b, 0x9e3779b1) >>> 24;

interface CellPairs {
  inner: number[];
  starts: number[];
  /** Units after which a match goes on with the next character. */
  exits: number[];
}

function pairsOf(cell: Cell): CellPairs {
  const inner = new Set<number>();
  const exits = new Set<number>();
  for (const spelling of cell.spellings) {
    for (let at = 1; at < spelling.length; at += 1)
      inner.add(hashOf(spelling.charCodeAt(at - 1), spelling.charCodeAt(at)));
    exits.add(spelling.charCodeAt(0)).add(spelling.charCodeAt(spelling.length - 1));
  }
  return { inner: [...inner], starts: [...cell.masks.starts], exits: [...exits] };
}

const known = new WeakMap<PhraseIndex, Int32Array>();

/** Pairs of every title of an index; made when the first query with a slip comes, kept as long as the index. */
export function titlePairs(index: PhraseIndex): Int32Array {
  const made = known.get(index);
  if (made) return made;
  const bits = new Int32Array(index.cells.length * width);
  const byCell = new Map<Cell, CellPairs>();
  const pairs = (cell: Cell): CellPairs => {
    const has = byCell.get(cell) ?? pairsOf(cell);
    byCell.set(cell, has);
    return has;
  };
  for (const [row, cells] of index.cells.entries()) {
    const put = (hash: number): void => {
      const at = row * width + (hash >>> 5);
      bits[at] = (bits[at] ?? 0) | (1 << (hash & 31));
    };
    for (const [at, cell] of cells.entries()) {
      const { inner, exits } = pairs(cell);
      for (const hash of inner) put(hash);
      for (let next = at + 1; next < cells.length; next += 1) {
        const following = cells[next];
        if (!following) break;
        for (const a of exits) for (const b of pairs(following).starts) put(hashOf(a, b));
        if (!following.gap) break;
      }
    }
  }
  known.set(index, bits);
  return bits;
}

/** Whether a row may hold the query with one slip. */
export function slipFilter(index: PhraseIndex, query: string): (row: number) => boolean {
  const bits = titlePairs(index);
  const units = Array.from(query, (_, at) => query.charCodeAt(at));
  const pair = (a: number, b: number): number => hashOf(units[a] ?? 0, units[b] ?? 0);
  const hashes = Int32Array.from({ length: query.length - 1 }, (_, at) => pair(at, at + 1));
  const has = (row: number, hash: number): boolean =>
    ((bits[row * width + (hash >>> 5)] ?? 0) & (1 << (hash & 31))) !== 0;
  /** The pairs there are instead when the units `at` and `at + 1` are swapped. */
  const swapped = (row: number, at: number): boolean =>
    has(row, pair(at + 1, at)) &&
    (at === 0 || has(row, pair(at - 1, at + 1))) &&
    (at + 2 >= units.length || has(row, pair(at, at + 2)));
  return (row) => {
    let first = -1;
    let last = -1;
    for (let at = 0; at < hashes.length; at += 1) {
      if (has(row, hashes[at] ?? 0)) continue;
      if (first < 0) first = at;
      last = at;
      if (last - first > 2) return false;
    }
    // One key wrong, missing or doubled breaks at most two pairs that touch; two swapped keys break three.
    return last - first < 2 || swapped(row, first + 1);
  };
}
