import { describe, expect, it } from 'vitest';
import { type FigurePart, figurePart, figuresOf } from '../../../rules/metrics/compute.ts';
import type { Platform } from '../../../rules/platform.ts';
import { DAY_MS } from '../../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../../rules/turns/index.ts';
import { at, seeded } from '../turns/events.ts';
import { conversations, DAYS } from './conversations.ts';
import { joinDays, sumParts } from './join-days.ts';

/** Days before and after a day that are given with it. */
const AROUND = 2;

/** What each day keeps, made from its own events and those of the days around it. */
function dayParts(
  events: readonly TurnEvent[],
  platform: Platform,
  now: number,
  agent?: string,
): FigurePart[] {
  return Array.from({ length: DAYS }, (_, day) => {
    const from = at('00:00', day);
    const near = events.filter(({ t }) => t >= from - AROUND * DAY_MS && t < from + (1 + AROUND) * DAY_MS);
    return figurePart(near, {
      platform,
      from,
      to: from + DAY_MS,
      now,
      ...(agent !== undefined && { agent }),
    });
  });
}

const platforms: Platform[] = ['taobao', 'pdd', 'doudian', 'jd', 'kuaishou', '1688', 'other'];

describe('figures of a span are those of its days put together', () => {
  it.each(platforms)(
    '%s: every figure, on 60 seeded sets of conversations',
    { timeout: 60_000 },
    (platform) => {
      for (let seed = 1; seed <= 60; seed += 1) {
        const random = seeded(seed);
        const events = conversations(platform, random);
        const now = at('00:00', DAYS) + (random() < 0.5 ? 0 : -Math.floor(random() * DAY_MS));
        const agent = random() < 0.3 ? '01' : undefined;
        const whole = figuresOf(
          figurePart(events, {
            platform,
            from: at('00:00'),
            to: at('00:00', DAYS),
            now,
            ...(agent !== undefined && { agent }),
          }),
        );
        expect(figuresOf(joinDays(dayParts(events, platform, now, agent))), `seed ${seed}`).toEqual(whole);
      }
    },
  );

  it.each(platforms)('%s: every figure is a sum over conversations', { timeout: 60_000 }, (platform) => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seeded(10_000 + seed);
      const events = conversations(platform, random);
      const [from, to] = [at('00:00', 1), at('00:00', 1 + Math.floor(random() * 4))];
      const options = { platform, from, to, now: at('00:00', DAYS) - Math.floor(random() * DAY_MS) };
      const buyers = [...new Set(events.map(({ buyer }) => buyer))];
      const parts = buyers.map((buyer) =>
        figurePart(
          events.filter((event) => event.buyer === buyer),
          options,
        ),
      );
      const inOrder = (part: FigurePart): FigurePart => ({
        ...part,
        generic: {
          ...part.generic,
          calendar: part.generic.calendar.toSorted((a, b) => a - b),
          inHours: part.generic.inHours.toSorted((a, b) => a - b),
          unreplied: part.generic.unreplied.toSorted(),
          slow: part.generic.slow.toSorted(),
        },
      });
      expect(inOrder(sumParts(parts)), `seed ${seed}`).toEqual(inOrder(figurePart(events, options)));
    }
  });
});
