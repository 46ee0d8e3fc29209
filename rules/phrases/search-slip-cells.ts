import type { Cell } from './search-cells.ts';
import { areNeighbours, isLetter, type Slip } from './search-keys.ts';

/** Steps after which a title is given up: no highlight is better than a slow or a wrong one. */
const patience = 4000;

interface Tries {
  cells: readonly Cell[];
  query: string;
  slip: Slip;
  steps: number;
  path: number[];
  /** Sets of cells found, as text. */
  found: Set<string>;
}

/**
 * The cells that took a query typed with one slip; undefined where two ways of reading it light up different
 * characters, for then which one was meant is a guess (phrases.md §3).
 *
 * @param slip what findSlip said of the title
 */
export function slipCells(cells: readonly Cell[], query: string, slip: Slip): number[] | undefined {
  const tries: Tries = { cells, query, slip, steps: 0, path: [], found: new Set() };
  for (let start = 0; start < cells.length; start += 1)
    enter(tries, start, { at: 0, used: false, open: false });
  const [only] = tries.found;
  if (tries.found.size !== 1 || tries.steps > patience || !only) return undefined;
  return only.split(',').map(Number);
}

/** Units of the query used, whether the slip is, and whether the first of two swapped keys waits for the second. */
interface Place {
  at: number;
  used: boolean;
  open: boolean;
}

const overdone = (tries: Tries): boolean => tries.found.size > 1 || tries.steps > patience;

function enter(tries: Tries, cellAt: number, place: Place): void {
  const cell = tries.cells[cellAt];
  if (!cell || overdone(tries)) return;
  for (const spelling of cell.spellings) spell(tries, cellAt, spelling, 0, place, false);
  if (cell.gap && place.at > 0) enter(tries, cellAt + 1, place);
}

/** Goes on at a letter of a spelling. @param took whether this cell has taken a unit already */
function spell(
  tries: Tries,
  cellAt: number,
  spelling: string,
  letter: number,
  place: Place,
  took: boolean,
): void {
  const { query, slip } = tries;
  const { at, used, open } = place;
  tries.steps += 1;
  if (overdone(tries)) return;
  if (at === query.length) {
    if (used) tries.found.add([...tries.path, ...(took ? [cellAt] : [])].join(','));
    return;
  }
  const whole = letter === spelling.length;
  if (whole || (letter === 1 && isLetter(spelling.charAt(0)))) {
    if (took) tries.path.push(cellAt);
    enter(tries, cellAt + 1, place);
    if (took) tries.path.pop();
  }
  if (whole) return;

  const meant = spelling.charAt(letter);
  const typed = query.charAt(at);
  const next = (to: Place, takes: boolean): void =>
    spell(tries, cellAt, spelling, letter + 1, to, took || takes);
  if (open) {
    if (meant === typed) next({ at: at + 2, used: true, open: false }, true);
    return;
  }
  if (meant === typed) next({ at: at + 1, used, open }, true);
  if (used || !isLetter(meant)) return;
  const wrong = isLetter(typed) && meant !== typed;
  const begun = letter > 0 && letter < spelling.length - 1 && at === query.length - 1;
  if (slip === 'far') {
    if (wrong && !begun && !areNeighbours(meant, typed)) next({ at: at + 1, used: true, open }, true);
    return;
  }
  if (wrong && !begun && areNeighbours(meant, typed)) next({ at: at + 1, used: true, open }, true);
  next({ at, used: true, open }, false);
  if (meant === typed && query.charAt(at + 1) === typed) next({ at: at + 2, used: true, open }, true);
  if (wrong && query.charAt(at + 1) === meant) next({ at, used: true, open: true }, true);
}
