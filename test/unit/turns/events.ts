import type { Platform } from '../../../rules/platform.ts';
import { shanghaiEpoch } from '../../../rules/time/shanghai.ts';
import type { EventType, TurnEvent } from '../../../rules/turns/index.ts';

/** A Shanghai instant of 5 March 2026 plus `day` days; `HH:MM:SS` or `HH:MM`. */
export function at(clock: string, day = 0): number {
  const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number);
  const t = shanghaiEpoch(2026, 3, 5 + day, hour, minute, second);
  if (t === undefined) throw new Error(`no such time: ${clock}`);
  return t;
}

type More = Partial<TurnEvent> & { day?: number };

/** One event; the platform is the conversation's and is set by `chat`. */
export function event(type: EventType, clock: string, { day = 0, ...more }: More = {}): TurnEvent {
  return { t: at(clock, day), platform: 'other', shop: 'shop', buyer: 'buyer', type, ...more };
}

const maker =
  (type: EventType) =>
  (clock: string, more?: More): TurnEvent =>
    event(type, clock, more);

export const b = maker('buyer');
export const h = maker('human');
export const as = maker('assist');
export const au = maker('auto');
export const enter = maker('enter_human');
export const start = maker('session_start');
export const end = maker('session_end');
export const transfer = maker('transfer');
export const offline = maker('all_offline');
export const leave = maker('leave_msg');

/** The same events on a platform. */
export const on = (platform: Platform, events: readonly TurnEvent[]): TurnEvent[] =>
  events.map((item) => ({ ...item, platform }));

/** The same events with a buyer, session or the like of their own. */
export const chat = (more: Partial<TurnEvent>, events: readonly TurnEvent[]): TurnEvent[] =>
  events.map((item) => ({ ...item, ...more }));

/** Small seeded generator (mulberry32): a run repeats. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A seeded order of the same items. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((x, y) => x.key - y.key)
    .map(({ item }) => item);
}
