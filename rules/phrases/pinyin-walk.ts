import type { Cell } from './search-cells.ts';

/** Readings accepted: those that fit the context, all of them, or also what is said for them by mistake. */
export type Heard = 'own' | 'any' | 'mistaken';

interface Walk {
  cells: readonly Cell[];
  query: string;
  heard: Heard;
  /** Cells that took something so far. */
  path: number[];
  /** Steps tried; a query that needs many remembers its dead ends. */
  tried: number;
  /** Places in title and query that failed: they fail whatever the start was, so no query can make the walk slow. */
  failed: Set<number> | undefined;
}

/** Steps after which dead ends are remembered; ordinary queries never get there. */
const patience = 256;

/**
 * Walks a query over neighbouring characters of a title: each takes the character itself, one initial, or a whole
 * reading; a reading may be cut only at the end of the query; spaces and signs between characters may be stepped over
 * (phrases.md §3). `xian` so finds 先 and 西安, `tuik` and `退k` find 退款.
 *
 * @param heard which readings are accepted
 * @returns the indices of the cells that took something, leftmost match first; undefined when there is none
 */
export function walkPinyin(cells: readonly Cell[], query: string, heard: Heard): number[] | undefined {
  const walk: Walk = { cells, query, heard, path: [], tried: 0, failed: undefined };
  const head = query.charCodeAt(0);
  for (let start = 0; start < cells.length; start += 1) {
    const cell = cells[start];
    if (cell && begins(cell, head, heard) && goOn(walk, start, 0)) return walk.path;
  }
  return undefined;
}

const startsOne = (readings: readonly string[], head: number): boolean => {
  for (const reading of readings) if (reading.charCodeAt(0) === head) return true;
  return false;
};

function begins(cell: Cell, head: number, heard: Heard): boolean {
  if (cell.text.charCodeAt(0) === head || startsOne(cell.own, head)) return true;
  if (heard === 'own') return false;
  return startsOne(cell.other, head) || (heard === 'mistaken' && startsOne(cell.sounds, head));
}

function goOn(walk: Walk, cellAt: number, at: number): boolean {
  const { cells, query } = walk;
  if (at === query.length) return true;
  const cell = cells[cellAt];
  if (!cell) return false;
  const place = cellAt * (query.length + 1) + at;
  if (walk.failed?.has(place)) return false;
  walk.tried += 1;

  walk.path.push(cellAt);
  if (query.startsWith(cell.text, at) && goOn(walk, cellAt + 1, at + cell.text.length)) return true;
  if (byReading(walk, cell.own, cellAt, at)) return true;
  if (walk.heard !== 'own' && byReading(walk, cell.other, cellAt, at)) return true;
  if (walk.heard === 'mistaken' && byReading(walk, cell.sounds, cellAt, at)) return true;
  walk.path.pop();
  if (at > 0 && cell.gap && goOn(walk, cellAt + 1, at)) return true;

  if (walk.tried > patience) {
    walk.failed ??= new Set();
    walk.failed.add(place);
  }
  return false;
}

function byReading(walk: Walk, readings: readonly string[], cellAt: number, at: number): boolean {
  const { query } = walk;
  const head = query.charCodeAt(at);
  const left = query.length - at;
  for (const reading of readings) {
    if (reading.charCodeAt(0) !== head) continue;
    // Whole readings before the initial, so that `fahuo` is two of them and not an initial and a failure.
    if (left >= reading.length) {
      if (query.startsWith(reading, at) && goOn(walk, cellAt + 1, at + reading.length)) return true;
    } else if (reading.startsWith(query.slice(at))) return true;
    if (reading.length > 1 && goOn(walk, cellAt + 1, at + 1)) return true;
  }
  return false;
}
