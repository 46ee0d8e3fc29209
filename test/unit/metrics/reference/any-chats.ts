import type { MetricSettings } from '../../../../rules/metrics/metric-settings.ts';
import type { Platform } from '../../../../rules/platform.ts';
import { DAY_MS } from '../../../../rules/time/shanghai.ts';
import type { EventType, TurnEvent } from '../../../../rules/turns/event.ts';
import fc from '../../property.ts';
import { at } from '../../turns/events.ts';

/** Conversations begin on one of these days; what they say may reach the day after. */
export const DAYS = 4;

const kinds: fc.MaybeWeightedArbitrary<EventType>[] = [
  { weight: 9, arbitrary: fc.constant('buyer') },
  { weight: 7, arbitrary: fc.constant('human') },
  { weight: 3, arbitrary: fc.constant('auto') },
  { weight: 2, arbitrary: fc.constant('assist') },
  { weight: 1, arbitrary: fc.constant('system') },
  { weight: 2, arbitrary: fc.constant('enter_human') },
  { weight: 2, arbitrary: fc.constant('transfer') },
  { weight: 1, arbitrary: fc.constant('session_start') },
  { weight: 2, arbitrary: fc.constant('session_end') },
  { weight: 1, arbitrary: fc.constant('all_offline') },
  { weight: 1, arbitrary: fc.constant('leave_msg') },
];

const agent = fc.option(fc.constantFrom('A', 'B', 'C'), { nil: undefined, freq: 3 });

/** Ms to the message before: bursts, limits and one second around them, minutes, hours, a night. */
const gap = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 40_000 }) },
  { weight: 2, arbitrary: fc.constantFrom(1_000, 29_000, 30_000, 30_001, 60_000, 180_000, 180_001, 600_000) },
  { weight: 2, arbitrary: fc.integer({ min: 40_000, max: 900_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 900_000, max: 14 * 3_600_000 }) },
);

const step = fc.record({
  type: fc.oneof(...kinds),
  gap,
  agent,
  to: agent,
  known: fc.boolean(),
  rough: fc.integer({ min: 0, max: 9 }),
  recalled: fc.integer({ min: 0, max: 19 }),
  /** A new session begins with this step, where the conversation has session ids. */
  session: fc.integer({ min: 0, max: 5 }),
  copies: fc.integer({ min: 0, max: 9 }),
});

/** Just before, at and after the edges of windows and days, or anywhere. */
const beginning = fc.oneof(
  fc.record({
    day: fc.integer({ min: 0, max: DAYS - 1 }),
    clock: fc.constantFrom(
      '07:59:50',
      '08:00:00',
      '08:59:59',
      '09:00:00',
      '22:59:30',
      '23:59:00',
      '00:00:00',
    ),
    more: fc.integer({ min: 0, max: 20_000 }),
  }),
  fc.record({
    day: fc.integer({ min: 0, max: DAYS - 1 }),
    clock: fc.constant('00:00:00'),
    more: fc.integer({ min: 0, max: DAY_MS - 1 }),
  }),
);

const chat = fc.record({
  shop: fc.constantFrom('shop', 'other'),
  begin: beginning,
  sessions: fc.integer({ min: 0, max: 2 }),
  /** Whether the page's message ids are known. */
  ids: fc.boolean(),
  steps: fc.array(step, { minLength: 1, maxLength: 14 }),
});

/** Events of a few buyers of one platform, doubled and mixed as two tabs would tell them. */
export const anyChats = (platform: Platform): fc.Arbitrary<TurnEvent[]> =>
  fc.array(chat, { minLength: 1, maxLength: 3 }).map((chats) =>
    chats.flatMap(({ shop, begin, sessions, ids, steps }, who) => {
      let t = at(begin.clock, begin.day) + begin.more;
      let session = 0;
      const events: TurnEvent[] = [];
      steps.forEach((one, i) => {
        t += one.gap;
        if (one.session === 0) session += 1;
        const rough = one.rough === 0;
        const event: TurnEvent = {
          ...(ids && { id: `${who}/${i}` }),
          t: rough ? t - (t % 60_000) : t,
          platform,
          shop,
          buyer: `b${who}`,
          type: one.type,
          length: i,
          // Labels of a minute hide the order; the page's own place tells it.
          seq: i,
          ...(one.agent !== undefined && one.known && { agent: one.agent }),
          ...(one.type === 'transfer' && one.to !== undefined && { to: one.to }),
          ...(sessions === 2 && { session: `${who}/${session}` }),
          ...(sessions === 1 && one.known && { session: `${who}/${session}` }),
          ...(rough && { precision: 'min' as const }),
          ...(one.recalled === 0 && one.type === 'human' && { recalled: true }),
        };
        events.push(event);
        if (one.copies === 0) events.push({ ...event });
      });
      return events;
    }),
  );

const hours = fc.constantFrom(
  { from: '08:00', to: '23:00' },
  { from: '00:00', to: '24:00' },
  { from: '09:30', to: '18:00' },
  { from: '20:00', to: '02:00' },
  { from: '08:00', to: '24:00' },
);
const sometimes = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(values, { nil: undefined, freq: 2 });

/** Every field of the settings, each sometimes; what is undefined is the default. */
export const anySettings: fc.Arbitrary<Partial<MetricSettings>> = fc
  .record({
    effective: sometimes(
      fc.constantFrom<MetricSettings['effective']>(
        ['human'],
        ['human', 'assist'],
        ['human', 'assist', 'auto'],
      ),
    ),
    assist_counts: sometimes(fc.boolean()),
    transfer: sometimes(fc.constantFrom('continue' as const, 'split' as const)),
    window: sometimes(hours),
    window_3m: sometimes(hours),
    window_rr: sometimes(hours),
    reply_after_window: sometimes(fc.constantFrom('calendar' as const, 'clip' as const, 'void' as const)),
    membership: sometimes(
      fc.constantFrom('round_start' as const, 'message' as const, 'session_start' as const),
    ),
    offhours_answered_inhours: sometimes(fc.constantFrom('exclude' as const, 'include' as const)),
    den: sometimes(fc.constantFrom('consult' as const, 'need_human' as const)),
    avg_basis: sometimes(fc.constantFrom('round' as const, 'message' as const)),
    dd_3m: sometimes(fc.constantFrom('s_any' as const, 'm' as const, 's_mean' as const)),
    bot_only: sometimes(fc.constantFrom('exclude' as const, 'fail' as const)),
    jd_gap_s: sometimes(fc.constantFrom(0, 30, 300, 3_600)),
    limit_s: sometimes(fc.constantFrom(10, 30, 120, 600)),
    cap_s: sometimes(fc.constantFrom(120, 300, 1_200)),
    first_target_s: sometimes(fc.constantFrom(10, 30, 120)),
    target_s: sometimes(fc.constantFrom(10, 60, 240)),
    slow_s: sometimes(fc.constantFrom(0, 30, 300)),
    closed_days: sometimes(fc.constantFrom(['2026-03-06'], ['2026-03-05', '2026-03-07'])),
  })
  .map((given) => {
    const set = Object.entries(given).filter(([, value]) => value !== undefined);
    return Object.fromEntries(set) as Partial<MetricSettings>;
  });
