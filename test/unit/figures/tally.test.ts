import { describe, expect, it } from 'vitest';
import { figureForm } from '../../../rules/figures/figure-form.ts';
import { REACH_AFTER_MS, REACH_BEFORE_MS } from '../../../rules/figures/reach.ts';
import { type Share, sharePart } from '../../../rules/figures/share.ts';
import { createTally } from '../../../rules/figures/tally.ts';
import { type FigurePart, figurePart } from '../../../rules/metrics/compute.ts';
import { defaultMetricSettings, type MetricSettings } from '../../../rules/metrics/index.ts';
import type { Platform } from '../../../rules/platform.ts';
import { DAY_MS } from '../../../rules/time/shanghai.ts';
import { conversationKey, type TurnEvent } from '../../../rules/turns/index.ts';
import { conversations } from '../metrics/conversations.ts';
import { joinDays } from '../metrics/join-days.ts';
import { at, b, chat, h, on, seeded } from '../turns/events.ts';

const platforms: Platform[] = ['taobao', 'pdd', 'doudian', 'jd', 'kuaishou', '1688', 'other'];

const inOrder = (part: FigurePart): FigurePart => ({
  ...part,
  generic: {
    ...part.generic,
    calendar: part.generic.calendar.toSorted((one, other) => one - other),
    inHours: part.generic.inHours.toSorted((one, other) => one - other),
    unreplied: part.generic.unreplied.toSorted(),
    slow: part.generic.slow.toSorted(),
  },
});

/** The definition (reach.ts): a day out of its own events, those of the day before and of the two days after. */
function byDefinition(
  events: readonly TurnEvent[],
  platform: Platform,
  settings: MetricSettings,
  from: number,
  now: number,
  agent?: string,
): FigurePart {
  const near = events.filter(({ t }) => t >= from - REACH_BEFORE_MS && t < from + DAY_MS + REACH_AFTER_MS);
  const options = { platform, settings, from, to: from + DAY_MS, now };
  return joinDays([figurePart(near, { ...options, ...(agent !== undefined && { agent }) })]);
}

const saysNothing = (part: FigurePart): boolean =>
  [...part.published, ...part.generic.sums].every(
    ({ numerator, denominator, unit, uncertain }) =>
      numerator === 0 && uncertain === 0 && (unit === 'count' || denominator === 0),
  );

describe('a day that is kept message by message', () => {
  it.each(platforms)('%s: says at every moment what the whole day says', { timeout: 120_000 }, (platform) => {
    const settings = defaultMetricSettings(platform);
    const form = figureForm(platform, settings);
    const part = (share: Share | undefined): FigurePart | undefined => share && sharePart(form, share);
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = seeded(20_000 + seed);
      const events = conversations(platform, random).sort((one, other) => one.t - other.t);
      const from = at('00:00', 2);
      const day = createTally({ platform, settings, from, to: from + DAY_MS });
      const seen: TurnEvent[] = [];
      for (const event of events) {
        seen.push(event);
        day.put(
          conversationKey(event),
          seen.filter(({ buyer }) => buyer === event.buyer),
        );
        if (random() < 0.6) continue;
        // Moments at which limits have just passed, and any other.
        const passed = [30, 60, 100, 180, 600, 3_600][Math.floor(random() * 6)] ?? 0;
        const some = random() < 0.5 ? passed * 1_000 + Math.round(random()) : random() ** 3 * 3 * DAY_MS;
        const now = event.t + Math.floor(some);
        const { all, agents } = day.shares(now);
        for (const agent of [undefined, '01', '02']) {
          const whole = byDefinition(seen, platform, settings, from, now, agent);
          const kept = part(agent === undefined ? all : agents.get(agent));
          const why = `seed ${seed} at ${now} ${agent}`;
          if (kept === undefined) expect(saysNothing(whole), why).toBe(true);
          else expect(inOrder(kept), why).toEqual(inOrder(whole));
        }
      }
    }
  });

  it('sees a wait become a miss, and a day end, without any message', () => {
    const from = at('00:00');
    const settings = defaultMetricSettings('pdd');
    const day = createTally({ platform: 'pdd', settings, from, to: from + DAY_MS });
    day.put('buyer', on('pdd', [b('10:00')]));
    const sums = (clock: string, later = 0) => {
      const { all } = day.shares(at(clock, later));
      return all ? sharePart(figureForm('pdd', settings), all).generic.sums : [];
    };
    const misses = (clock: string, later = 0): number | undefined =>
      sums(clock, later).find(({ id }) => id === 'misses')?.numerator;
    expect([misses('10:03:00'), misses('10:03:01'), misses('00:00', 1)]).toEqual([0, 1, 1]);
    const open = (clock: string, later = 0) =>
      sums(clock, later)
        .filter(({ id }) => id === 'open' || id === 'unreplied')
        .map(({ numerator }) => numerator);
    expect([open('23:59'), open('00:00', 1)]).toEqual([
      [1, 0],
      [0, 1],
    ]);
    // The clock is set back: what was settled is open again.
    expect([open('23:59'), misses('10:03:00')]).toEqual([[1, 0], 0]);
  });

  it('counts nothing where nobody wrote', () => {
    const settings = defaultMetricSettings('jd');
    const from = at('00:00');
    expect(createTally({ platform: 'jd', settings, from, to: from + DAY_MS }).shares(at('12:00'))).toEqual({
      agents: new Map(),
    });
  });

  it('works out one conversation for one message, however many others there are', () => {
    const from = at('00:00');
    const settings = defaultMetricSettings('pdd');
    const day = createTally({ platform: 'pdd', settings, from, to: from + DAY_MS });
    let read = 0;
    const watched = (buyer: string): TurnEvent[] =>
      new Proxy(chat({ buyer }, on('pdd', [b('10:00'), h('10:00:20')])), {
        get(list, name, receiver) {
          if (name === 'filter') read += 1;
          return Reflect.get(list, name, receiver);
        },
      });
    for (let i = 0; i < 300; i += 1) day.put(`b${i}`, watched(`b${i}`));
    day.shares(at('11:00'));
    expect(read).toBe(300);
    read = 0;
    day.shares(at('12:00'));
    expect(read).toBe(0);
    day.put('b7', watched('b7'));
    day.shares(at('12:00'));
    expect(read).toBe(1);
  });
});
