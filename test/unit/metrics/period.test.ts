import { describe, expect, it } from 'vitest';
import { type FigurePart, figurePart, figuresOf } from '../../../rules/metrics/compute.ts';
import { joinParts } from '../../../rules/metrics/period.ts';
import type { Platform } from '../../../rules/platform.ts';
import { DAY_MS } from '../../../rules/time/shanghai.ts';
import type { EventType, TurnEvent } from '../../../rules/turns/index.ts';
import { at, seeded } from '../turns/events.ts';

const DAYS = 6;
/** Days before and after a day that are given with it (handle-figures). */
const AROUND = 2;
const kinds: readonly EventType[] = [
  ...([
    'buyer',
    'buyer',
    'buyer',
    'buyer',
    'human',
    'human',
    'human',
    'assist',
    'auto',
    'auto',
    'system',
  ] as const),
  ...(['enter_human', 'transfer', 'session_start', 'session_end', 'all_offline', 'leave_msg'] as const),
];

/** Conversations over six days, most messages close to the one before, some at night and over midnight. */
function conversations(platform: Platform, random: () => number): TurnEvent[] {
  const events: TurnEvent[] = [];
  for (let buyer = 0; buyer < 4; buyer += 1) {
    let t = at('00:00') + Math.floor(random() * DAYS * 86_400) * 1_000;
    const withSessions = random() < 0.3;
    let session = 0;
    for (let i = 0; i < 3 + random() * 20; i += 1) {
      t += Math.floor(1 + random() ** 4 * 40_000) * 1_000;
      if (t >= at('00:00') + DAYS * DAY_MS) break;
      const type = kinds[Math.floor(random() * kinds.length)] ?? 'buyer';
      if (type === 'session_start') session += 1;
      events.push({
        id: `${buyer}-${i}`,
        t,
        platform,
        shop: 's',
        buyer: `b${buyer}`,
        type,
        length: Math.floor(random() * 40),
        ...(random() < 0.6 && { agent: random() < 0.5 ? '01' : '02' }),
        ...(type === 'transfer' && { to: '02' }),
        ...(withSessions && { session: `${buyer}/${session}` }),
        ...(random() < 0.1 && { precision: 'min' as const }),
      });
    }
  }
  return events;
}

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
    '%s: every figure, on 150 seeded sets of conversations',
    { timeout: 60_000 },
    (platform) => {
      for (let seed = 1; seed <= 150; seed += 1) {
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
        expect(figuresOf(joinParts(dayParts(events, platform, now, agent))), `seed ${seed}`).toEqual(whole);
      }
    },
  );
});
