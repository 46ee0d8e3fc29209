import type { Platform } from '../../../rules/platform.ts';
import { DAY_MS } from '../../../rules/time/shanghai.ts';
import type { EventType, TurnEvent } from '../../../rules/turns/index.ts';
import { at } from '../turns/events.ts';

export const DAYS = 6;
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
export function conversations(platform: Platform, random: () => number): TurnEvent[] {
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
