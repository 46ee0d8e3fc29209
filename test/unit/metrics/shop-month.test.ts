import { describe, expect, it } from 'vitest';
import { DAY_MS, shanghaiDay } from '../../../rules/time/shanghai.ts';
import { conversationKey, eventKey, type TurnEvent } from '../../../rules/turns/index.ts';
import { shopMonth } from '../../fixtures/shop-month.ts';
import { at } from '../turns/events.ts';

const given = {
  seed: 6,
  days: 5,
  agents: 3,
  platforms: ['taobao', 'pdd', 'jd'] as const,
  shops: 2,
  events: 7_500,
  from: at('00:00'),
};

describe('the invented month of a shop', () => {
  const days = [...shopMonth(given)];
  const events = days.flatMap((day) => day.events);
  it('has exactly as many events as asked for, each with an identity of its own, each on its day', () => {
    expect(days).toHaveLength(5);
    expect(events).toHaveLength(7_500);
    expect(new Set(events.map(eventKey)).size).toBe(7_500);
    for (const { day, from, events: own } of days) {
      expect(new Set(own.map(({ t }) => shanghaiDay(t)))).toEqual(new Set([day]));
      expect(own.every((event, i) => event.t >= (own[i - 1]?.t ?? from) && event.t < from + DAY_MS)).toBe(
        true,
      );
    }
  });
  it('is the same for the same seed and another for another', () => {
    expect([...shopMonth(given)]).toEqual(days);
    expect([...shopMonth({ ...given, seed: 7 })]).not.toEqual(days);
  });
  it('has everything that bears on the figures', () => {
    const types = new Set(events.map(({ type }) => type));
    expect([...types].sort()).toEqual(
      [
        'all_offline',
        'assist',
        'auto',
        'buyer',
        'enter_human',
        'human',
        'leave_msg',
        'session_end',
        'session_start',
        'system',
        'transfer',
      ].sort(),
    );
    const daysOf = new Map<string, Set<string>>();
    for (const event of events) {
      const key = conversationKey(event);
      daysOf.set(key, (daysOf.get(key) ?? new Set()).add(shanghaiDay(event.t)));
    }
    expect([...daysOf.values()].some((own) => own.size > 1)).toBe(true);
    const some = (want: (event: TurnEvent) => boolean): boolean => events.some(want);
    expect(some((event) => event.precision === 'min')).toBe(true);
    expect(some((event) => event.recalled === true)).toBe(true);
    expect(new Set(events.flatMap(({ agent }) => agent ?? [])).size).toBe(3 * 2 * 3);
  });
});
