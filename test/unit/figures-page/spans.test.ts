import { describe, expect, test } from 'vitest';
import type { FigureReport } from '../../../rules/figures/figure-report.ts';
import { cellOf, hourGrid } from '../../../rules/figures/hour-grid.ts';
import { trendOf } from '../../../rules/figures/trend.ts';
import { count, mean, rate, seconds } from '../../../rules/metrics/figure.ts';
import { formatFigure } from '../../../rules/metrics/index.ts';

const report = (from: string, to: string, rest: Partial<FigureReport> = {}) =>
  ({ question: { platform: 'pdd', from, to }, days: [], hours: [], ...rest }) as unknown as FigureReport;
const tally = (day: string, hour: number, n: number) => ({
  day,
  hour,
  turns: n,
  answered: n,
  waitedMs: n * 10_000,
  ok: n,
  miss: 0,
});

describe('the trend', () => {
  test('of one day goes by hour', () => {
    const points = trendOf(report('2026-11-22', '2026-11-22', { hours: [tally('2026-11-22', 9, 4)] }));
    expect(points).toHaveLength(24);
    expect(points[9]?.figures.get('mean')?.value).toBe(10);
    expect(points[9]?.figures.get('turns')?.numerator).toBe(4);
    expect(points[10]?.figures.size).toBe(0);
  });

  test('of up to ten weeks goes by day, those without a message with nothing in them', () => {
    const figures = [count('turns', 3), rate('within', 2, 3)];
    const points = trendOf(report('2026-11-20', '2026-11-22', { days: [{ day: '2026-11-21', figures }] }));
    expect(points.map(({ from, figures: of }) => [from, of.size])).toEqual([
      ['2026-11-20', 0],
      ['2026-11-21', 2],
      ['2026-11-22', 0],
    ]);
    expect(trendOf(report('2026-09-14', '2026-11-22'))).toHaveLength(70);
  });

  test('beyond goes by week from Monday, cut where the span is', () => {
    const points = trendOf(report('2026-09-12', '2026-11-22'));
    expect(points[0]).toMatchObject({ kind: 'week', from: '2026-09-12', to: '2026-09-13' });
    expect(points[1]).toMatchObject({ from: '2026-09-14', to: '2026-09-20' });
    expect(points.at(-1)).toMatchObject({ from: '2026-11-16', to: '2026-11-22' });
    expect(points).toHaveLength(11);
  });

  test('weighs a week by its counts, and has no median of it', () => {
    const day = (ok: number, all: number, sum: number) => [
      rate('within', ok, all),
      mean('mean', sum * 1_000, all),
      seconds('median', 5_000),
      count('unreplied-buyers', 1),
    ];
    const days = [
      { day: '2026-11-16', figures: day(1, 1, 10) },
      { day: '2026-11-18', figures: day(0, 3, 290) },
    ];
    const week = trendOf(report('2026-09-01', '2026-11-22', { days })).at(-1)?.figures;
    expect([...(week?.keys() ?? [])]).toEqual(['within', 'mean']);
    expect([...(week?.values() ?? [])].map((figure) => formatFigure(figure, 'export'))).toEqual([
      '25.00%',
      '75.00',
    ]);
  });
});

describe('the map of hours', () => {
  test('has a row for each of up to 31 days', () => {
    const grid = hourGrid(report('2026-10-01', '2026-10-31', { hours: [tally('2026-10-31', 23, 2)] }));
    expect([grid.by, grid.rows, grid.cells.length]).toEqual(['day', 31, 744]);
    expect(grid.cells.at(-1)?.turns).toBe(2);
    expect(cellOf(grid, '2026-10-01', 5)).toBe(5);
    expect(cellOf(grid, '2026-11-01', 5)).toBe(-1);
  });

  test('puts the same hours of more days together by weekday', () => {
    const hours = [tally('2026-10-05', 9, 2), tally('2026-10-12', 9, 3), tally('2026-10-06', 9, 1)];
    const grid = hourGrid(report('2026-10-01', '2026-11-01', { hours }));
    expect([grid.by, grid.rows, grid.cells.length]).toEqual(['weekday', 7, 168]);
    expect(grid.cells[9]).toMatchObject({ row: 0, hour: 9, turns: 5, waitedMs: 50_000 });
    expect(grid.cells[cellOf(grid, '2026-10-13', 9)]?.turns).toBe(1);
  });
});
