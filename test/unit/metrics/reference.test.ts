import { describe, expect, it } from 'vitest';
import { figurePart, figuresOf } from '../../../rules/metrics/compute.ts';
import { computeFigures, type MetricSettings } from '../../../rules/metrics/index.ts';
import type { Platform } from '../../../rules/platform.ts';
import { DAY_MS, shanghaiDay } from '../../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../../rules/turns/index.ts';
import fc from '../property.ts';
import { at } from '../turns/events.ts';
import { numbersOf, numbersOfReference, numbersOfReferenceSpan } from './figures.ts';
import { joinDays } from './join-days.ts';
import { anyChats, anySettings, DAYS } from './reference/any-chats.ts';

const platforms: Platform[] = ['taobao', 'tmall', 'pdd', 'doudian', 'jd', 'kuaishou', '1688', 'other'];
const RUNS = 250;

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
    expect(numbersOf(computeFigures(events, options))).toEqual(numbersOfReference(events, options));
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
        expect(numbersOf(figuresOf(joinDays(parts)))).toEqual(
          numbersOfReferenceSpan(events, platform, starts.map(shanghaiDay), options),
        );
      }),
      { numRuns: RUNS / 5 },
    );
  });
});
