import { describe, expect, it } from 'vitest';
import { type FigurePart, figurePart } from '../../../rules/metrics/compute.ts';
import { createDayFigures } from '../../../rules/metrics/day-figures.ts';
import type { Platform } from '../../../rules/platform.ts';
import { DAY_MS } from '../../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../../rules/turns/index.ts';
import { at, b, chat, h, on, seeded } from '../turns/events.ts';
import { conversations } from './conversations.ts';

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
const platforms: Platform[] = ['taobao', 'pdd', 'doudian', 'jd', 'kuaishou', '1688', 'other'];

describe('a day that is kept message by message', () => {
  it.each(platforms)('%s: says at every moment what the whole day says', { timeout: 60_000 }, (platform) => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = seeded(20_000 + seed);
      const events = conversations(platform, random).sort((one, other) => one.t - other.t);
      const from = at('00:00', 2);
      const day = createDayFigures({ platform, from });
      const seen: TurnEvent[] = [];
      for (const event of events) {
        seen.push(event);
        day.put(
          event.buyer,
          seen.filter(({ buyer }) => buyer === event.buyer),
        );
        if (random() < 0.6) continue;
        const now = event.t + Math.floor(random() ** 3 * DAY_MS);
        const whole = figurePart(seen, { platform, from, to: from + DAY_MS, now });
        expect(inOrder(day.part(now)), `seed ${seed} at ${now}`).toEqual(inOrder(whole));
      }
    }
  });

  it('sees a wait become a miss, and a day end, without any message', () => {
    const from = at('00:00');
    const day = createDayFigures({ platform: 'pdd', from });
    day.put('buyer', on('pdd', [b('10:00')]));
    const misses = (clock: string, later = 0): number | undefined =>
      day.part(at(clock, later)).generic.sums.find(({ id }) => id === 'misses')?.numerator;
    expect([misses('10:03:00'), misses('10:03:01'), misses('00:00', 1)]).toEqual([0, 1, 1]);
    const open = (clock: string, later = 0) =>
      day
        .part(at(clock, later))
        .generic.sums.filter(({ id }) => id === 'open' || id === 'unreplied')
        .map(({ numerator }) => numerator);
    expect([open('23:59'), open('00:00', 1)]).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('gives figures that say nothing where nobody wrote', () => {
    const part = createDayFigures({ platform: 'jd', from: at('00:00') }).part(at('12:00'));
    expect(part.published.find(({ id }) => id === 'JD-30F')).toMatchObject({ value: null, denominator: 0 });
  });

  it('works out one conversation for one message, however many others there are', () => {
    const day = createDayFigures({ platform: 'pdd', from: at('00:00') });
    let read = 0;
    const watched = (buyer: string): TurnEvent[] =>
      new Proxy(chat({ buyer }, on('pdd', [b('10:00'), h('10:00:20')])), {
        get(list, name, receiver) {
          if (name === 'filter') read += 1;
          return Reflect.get(list, name, receiver);
        },
      });
    for (let i = 0; i < 300; i += 1) day.put(`b${i}`, watched(`b${i}`));
    day.part(at('11:00'));
    expect(read).toBeGreaterThanOrEqual(300);
    read = 0;
    day.part(at('12:00'));
    expect(read).toBe(0);
    day.put('b7', watched('b7'));
    day.part(at('12:00'));
    expect(read).toBeLessThanOrEqual(2);
  });
});
