import { describe, expect, it } from 'vitest';
import { figurePart, figuresOf } from '../../../rules/metrics/compute.ts';
import { computeFigures, type Figure, type MetricSettings } from '../../../rules/metrics/index.ts';
import { joinDays } from '../../../rules/metrics/period.ts';
import type { Platform } from '../../../rules/platform.ts';
import { DAY_MS, shanghaiDay } from '../../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../../rules/turns/index.ts';
import fc from '../property.ts';
import { at } from '../turns/events.ts';
import { anyChats, anySettings, DAYS } from './reference/any-chats.ts';
import { type RefFigure, referenceFigures, referenceSpan } from './reference/index.ts';

const platforms: Platform[] = ['taobao', 'tmall', 'pdd', 'doudian', 'jd', 'kuaishou', '1688', 'other'];
const RUNS = 400;

type Numbers = Record<string, [numerator: number, denominator: number, uncertain: number]>;

/** Sums of thousandths of seconds are exact; what is printed has two decimals. */
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
const ofProduct = (figures: readonly Figure[]): Numbers =>
  numbers(figures.map((figure): [string, RefFigure] => [figure.id, figure]));

/** From the last event on: at once, while somebody still waits, and long after. */
const later = fc.constantFrom(0, 1_000, 200_000, DAY_MS, 3 * DAY_MS);
const nowOf = (events: readonly TurnEvent[], wait: number): number =>
  events.reduce((last, { t }) => Math.max(last, t), 0) + wait;
const anyone = fc.constantFrom(undefined, undefined, 'A', 'B');

describe('every figure is what the slow reference says', () => {
  it.each(platforms)('%s: with the matrix’s defaults', { timeout: 60_000 }, (platform) => {
    fc.assert(
      fc.property(anyChats(platform), anyone, later, (events, agent, wait) => {
        compare(events, platform, {}, agent, nowOf(events, wait));
      }),
      { numRuns: RUNS },
    );
  });
  it.each(platforms)('%s: with any settings', { timeout: 60_000 }, (platform) => {
    fc.assert(
      fc.property(anyChats(platform), anySettings, anyone, later, (events, settings, agent, wait) => {
        compare(events, platform, settings, agent, nowOf(events, wait));
      }),
      { numRuns: RUNS },
    );
  });

  function compare(
    events: readonly TurnEvent[],
    platform: Platform,
    settings: Partial<MetricSettings>,
    agent: string | undefined,
    now: number,
  ): void {
    const options = {
      platform,
      settings,
      from: at('00:00', 0),
      to: at('00:00', DAYS),
      now,
      ...(agent !== undefined && { agent }),
    };
    expect(ofProduct(computeFigures(events, options))).toEqual(numbers(referenceFigures(events, options)));
  }
});

describe('days put together are what the slow reference says of a span', () => {
  it.each(platforms)('%s', { timeout: 60_000 }, (platform) => {
    fc.assert(
      fc.property(anyChats(platform), anySettings, anyone, later, (events, settings, agent, wait) => {
        const options = { settings, now: nowOf(events, wait), ...(agent !== undefined && { agent }) };
        const starts = Array.from({ length: DAYS }, (_, day) => at('00:00', day));
        const parts = starts.map((from) =>
          figurePart(
            events.filter(({ t }) => t >= from - DAY_MS && t < from + 3 * DAY_MS),
            { platform, from, to: from + DAY_MS, ...options },
          ),
        );
        expect(ofProduct(figuresOf(joinDays(parts)))).toEqual(
          numbers(referenceSpan(events, platform, starts.map(shanghaiDay), options)),
        );
      }),
      { numRuns: RUNS / 4 },
    );
  });
});
