import type { FigureReport, HourTally } from './figure-report.ts';
import { dayCount, daysOf, weekdayOf } from './ranges.ts';

/** One hour of one row. `row` counts from 0: days oldest first, or Monday to Sunday. */
export interface HourCell extends Omit<HourTally, 'day'> {
  row: number;
}

/** When it was asked and how long it took: days × hours, or weekdays × hours where days would not fit. */
export interface HourGrid {
  by: 'day' | 'weekday';
  /** The days of the rows; of weekdays empty. */
  days: string[];
  rows: number;
  /** Rows × 24, row by row; an hour in which nothing was asked has zeros. */
  cells: HourCell[];
}

/** More days than this make rows too thin to read. */
const DAYS_SHOWN = 31;

export function hourGrid({ question, hours }: Pick<FigureReport, 'question' | 'hours'>): HourGrid {
  const byDay = dayCount(question) <= DAYS_SHOWN;
  const days = byDay ? daysOf(question) : [];
  const rows = byDay ? days.length : 7;
  const rowOf = new Map(days.map((day, row) => [day, row]));
  const cells: HourCell[] = Array.from({ length: rows * 24 }, (_, at) => ({
    row: Math.floor(at / 24),
    hour: at % 24,
    turns: 0,
    answered: 0,
    waitedMs: 0,
    ok: 0,
    miss: 0,
  }));
  for (const tally of hours) {
    const cell = cells[cellAt({ by: byDay ? 'day' : 'weekday' }, rowOf, tally)];
    if (!cell) continue;
    cell.turns += tally.turns;
    cell.answered += tally.answered;
    cell.waitedMs += tally.waitedMs;
    cell.ok += tally.ok;
    cell.miss += tally.miss;
  }
  return { by: byDay ? 'day' : 'weekday', days, rows, cells };
}

function cellAt(
  { by }: Pick<HourGrid, 'by'>,
  rowOf: ReadonlyMap<string, number>,
  { day, hour }: Pick<HourTally, 'day' | 'hour'>,
): number {
  const row = by === 'day' ? rowOf.get(day) : weekdayOf(day);
  return row === undefined ? -1 : row * 24 + hour;
}

/** Where an hour of a day is in `cells`; -1 where the grid does not show it. */
export function cellOf(grid: HourGrid, day: string, hour: number): number {
  return cellAt(grid, new Map(grid.days.map((one, row) => [one, row])), { day, hour });
}
