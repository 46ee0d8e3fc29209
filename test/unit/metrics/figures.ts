import { describe, expect, it } from 'vitest';
import {
  computeFigures,
  type Figure,
  type FigureOptions,
  type MetricSettings,
} from '../../../rules/metrics/index.ts';
import type { Platform } from '../../../rules/platform.ts';
import type { TurnEvent } from '../../../rules/turns/index.ts';
import { at, on } from '../turns/events.ts';
import { type RefFigure, referenceFigures, referenceSpan } from './reference/index.ts';

type Numbers = Record<string, [numerator: number, denominator: number, uncertain: number]>;

/** Sums of thousandths of seconds, whatever order they were added in. */
const exact = (value: number): number => Math.round(value * 1e6) / 1e6;
const numbers = (figures: Iterable<[string, RefFigure]>): Numbers =>
  Object.fromEntries(
    [...figures]
      .map(([id, { numerator, denominator, uncertain }]): [string, Numbers[string]] => [
        id,
        [exact(numerator), denominator, uncertain],
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** What two ways to a figure must agree in. */
export const numbersOf = (figures: Iterable<Figure>): Numbers =>
  numbers([...figures].map((figure) => [figure.id, figure]));
export const numbersOfReference = (...given: Parameters<typeof referenceFigures>): Numbers =>
  numbers(referenceFigures(...given));
export const numbersOfReferenceSpan = (...given: Parameters<typeof referenceSpan>): Numbers =>
  numbers(referenceSpan(...given));

type Options = Partial<Omit<FigureOptions, 'platform'>>;

const question = (
  platform: Platform,
  events: readonly TurnEvent[],
  options: Options,
): [TurnEvent[], FigureOptions] => [
  on(platform, events),
  { platform, from: at('00:00'), to: at('00:00', 1), now: at('00:00', 2), ...options },
];

/** Figures of the day the examples play on, looked at two days later. */
export function figuresOf(
  platform: Platform,
  events: readonly TurnEvent[],
  options: Options = {},
): Map<string, Figure> {
  const all = computeFigures(...question(platform, events, options));
  return new Map(all.map((figure) => [figure.id, figure]));
}

/**
 * What a figure must be: [numerator, denominator] (seconds for means), `—` for nothing to divide by.
 */
export function expectFigures(
  platform: Platform,
  events: readonly TurnEvent[],
  wanted: Record<string, [number, number] | '—'>,
  options: Options = {},
): void {
  const figures = figuresOf(platform, events, options);
  expect(numbersOf(figures.values()), 'the reference').toEqual(
    numbersOfReference(...question(platform, events, options)),
  );
  for (const [id, want] of Object.entries(wanted)) {
    const figure = figures.get(id);
    expect(figure, id).toBeDefined();
    if (want === '—') {
      expect(figure?.value, id).toBeNull();
      continue;
    }
    const [numerator, denominator] = want;
    expect([id, figure?.numerator, figure?.denominator]).toEqual([id, numerator, denominator]);
    expect(figure?.value, id).toBe(numerator / denominator);
  }
}

export type Wanted = Record<string, [number, number] | '—'>;
export type Row = [platform: Platform, wanted: Wanted, settings?: Partial<MetricSettings>];

/** One worked example of the specification (metrics.md §10): a row per platform or setting. */
export function example(name: string, events: readonly TurnEvent[], rows: readonly Row[]): void {
  describe(name, () => {
    for (const [platform, wanted, settings] of rows) {
      const under = settings ? ` under ${JSON.stringify(settings)}` : '';
      it(`${platform}${under} gives ${JSON.stringify(wanted)}`, () => {
        expectFigures(platform, events, wanted, settings ? { settings } : {});
      });
    }
  });
}
