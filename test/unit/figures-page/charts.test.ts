import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contrast } from '../../../components/figures/chart/colours.ts';
import { type ChartOption, startChart } from '../../../components/figures/chart/engine.ts';
import { hourMapHeight, hourMapOption } from '../../../components/figures/chart/hour-map-option.ts';
import { hourScale, stepFor } from '../../../components/figures/chart/hour-scale.ts';
import { type TrendShown, trendOption } from '../../../components/figures/chart/trend-option.ts';
import { placeOf, waitsOption } from '../../../components/figures/chart/waits-option.ts';
import { darkPalette, lightPalette } from '../../../components/ui/tokens.ts';
import { hourGrid } from '../../../rules/figures/hour-grid.ts';
import { type NamedRange, rangeOf } from '../../../rules/figures/ranges.ts';
import { generatedReport } from '../../fixtures/figures/generated-report.ts';

/** What the chart library complains of; it says each thing once, so it is listened to from the start. */
const complaints: unknown[][] = [];
const { log, warn, error } = console;
const listen = (...words: unknown[]): void => void complaints.push(words);
// Spies would be taken off again after the first test.
beforeAll(() => void Object.assign(console, { log: listen, warn: listen, error: listen }));
afterAll(() => void Object.assign(console, { log, warn, error }));

const palettes = [
  ['light', lightPalette],
  ['dark', darkPalette],
] as const;

function drawn(option: ChartOption, width: number, height: number): string {
  const chart = startChart(null, { width, height });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

const play = (range: NamedRange, quiet?: (day: string) => boolean) =>
  generatedReport({
    question: { platform: 'pdd', ...rangeOf(range, '2026-11-22') },
    asOf: Date.UTC(2026, 10, 22, 9, 15),
    perDay: range === 'year' ? 5 : 60,
    ...(quiet && { quiet }),
  });

const cases: [string, ReturnType<typeof play>][] = [
  ['nothing', play('today', () => true)],
  ['one day', play('today')],
  ['a month', play('days30')],
  ['a year', play('year')],
];

describe.each(palettes)('charts in %s', (_name, palette) => {
  test.each(cases)('the map of hours of %s is drawn whole', (_what, report) => {
    const grid = hourGrid(report);
    for (const what of ['turns', 'mean', 'misses'] as const) {
      const scale = hourScale(what, grid.cells, 180, palette);
      const rows = Array.from({ length: grid.rows }, (_, row) => `r${row}`);
      const option = hourMapOption(
        { cells: grid.cells, what, scale, rows, marked: 3 },
        { palette, width: 900 },
      );
      const svg = drawn(option, 900, hourMapHeight(grid.rows));
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(svg).toContain(`r${grid.rows - 1}`);
    }
  });

  test.each(cases)('the spread of waits of %s is drawn with the limit', (_what, report) => {
    const svg = drawn(
      waitsOption(
        {
          bands: report.waits,
          limits: [{ at: 180, label: '时限 3 分' }],
          edge: (n) => `${n}s`,
          countName: '轮',
        },
        { palette, width: 500 },
      ),
      500,
      300,
    );
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(svg).toContain('时限 3 分');
  });

  test.each<[string, Pick<TrendShown, 'series' | 'names'> & Partial<TrendShown>]>([
    ['nothing', { names: ['1'], series: [{ name: 'a', values: [null], colour: 'accent', kind: 'line' }] }],
    ['one point', { names: ['1'], series: [{ name: 'a', values: [35], colour: 'accent', kind: 'line' }] }],
    [
      'shares with gaps',
      {
        names: ['1', '2', '3'],
        percent: true,
        series: [{ name: 'a', values: [92.5, null, 100], colour: 'accent', kind: 'line' }],
      },
    ],
    ['bars', { names: ['1', '2'], series: [{ name: 'a', values: [0, 4], colour: 'stop', kind: 'bar' }] }],
  ])('a trend of %s is drawn with its goal', (_what, given) => {
    const shown = { unit: '秒', goals: [{ value: 90, label: '目标 90' }], marked: 0, ...given };
    const svg = drawn(trendOption(shown, { palette, width: 700 }), 700, 250);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(svg).toContain('目标 90');
  });

  test('numbers in cells can be read on every step of every scale', () => {
    const { cells } = hourGrid(play('days30'));
    for (const what of ['turns', 'mean', 'misses'] as const) {
      for (const { colour, ink } of hourScale(what, cells, 180, palette)) {
        expect(contrast(colour, ink)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

test('a wait above the limit is never coloured like one within it', () => {
  const scale = hourScale('mean', [], 180, lightPalette);
  expect(stepFor(180, scale)).not.toBe(stepFor(180.1, scale));
  expect(stepFor(5_000, scale)).toBe(scale.at(-1));
});

test.each([
  [0, 0],
  [30, 2],
  [40, 2.5],
  [60, 3],
  [9_999, 3],
])('a limit of %d s stands at band %d', (seconds, place) => {
  const bands = [
    { from: 0, to: 10, count: 1 },
    { from: 10, to: 30, count: 1 },
    { from: 30, to: 50, count: 1 },
    { from: 50, count: 1 },
  ];
  const wide = [...bands.slice(0, 3), { from: 50, to: 60, count: 0 }, { from: 60, count: 1 }];
  expect(placeOf(seconds, seconds >= 60 ? bands : wide)).toBe(place);
});

test('charts ask for nothing the library has given up', () => {
  expect(complaints).toEqual([]);
});
