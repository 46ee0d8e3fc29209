import type { Cell } from './search-cells.ts';

/** How the walk steps over one cell: how many units of the query it took. */
type Step = number;

function takes(cell: Cell, query: string, at: number, others: boolean, steps: Step[]): void {
  steps.length = 0;
  if (query.startsWith(cell.text, at)) steps.push(cell.text.length);
  for (const list of others ? [cell.own, cell.other] : [cell.own]) {
    for (const reading of list) {
      if (reading.charCodeAt(0) !== query.charCodeAt(at)) continue;
      // The longest first, so that `fahuo` is two whole readings and not an initial and a failure.
      if (query.startsWith(reading, at)) steps.push(reading.length);
      else if (query.length - at < reading.length && reading.startsWith(query.slice(at)))
        steps.push(query.length - at);
      steps.push(1);
    }
  }
}

/**
 * Walks a query over neighbouring characters of a title: each takes the character itself, one initial, or a whole
 * reading; a reading may be cut only at the end of the query; spaces and signs between characters may be stepped over
 * (phrases.md §3). `xian` so finds 先 and 西安, `tuik` and `退k` find 退款.
 *
 * @param others also accept readings that do not fit the context
 * @returns the indices of the cells that took something, leftmost match first; undefined when there is none
 */
export function walkPinyin(cells: readonly Cell[], query: string, others: boolean): number[] | undefined {
  const width = query.length + 1;
  // A place in title and query that failed once fails always, whatever the start was: no query can make it slow.
  const failed = new Set<number>();
  const path: number[] = [];

  const walk = (cellAt: number, at: number): boolean => {
    if (at === query.length) return true;
    const cell = cells[cellAt];
    if (!cell) return false;
    const place = cellAt * width + at;
    if (failed.has(place)) return false;
    const steps: Step[] = [];
    takes(cell, query, at, others, steps);
    for (const step of steps) {
      path.push(cellAt);
      if (walk(cellAt + 1, at + step)) return true;
      path.pop();
    }
    if (at > 0 && cell.gap && walk(cellAt + 1, at)) return true;
    failed.add(place);
    return false;
  };

  for (let start = 0; start < cells.length; start += 1) if (walk(start, 0)) return path;
  return undefined;
}
