import type { Platform } from '../../rules/platform.ts';
import { MINUTE_MS } from '../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../rules/turns/event.ts';

/** A clock that is wrong by more than this is no clock a page can be compared with. */
const MOST = 5 * MINUTE_MS;
/** The computer sets its clock right from time to time: what was learnt is forgotten after this. */
const LEARNT_FOR = 10 * MINUTE_MS;

/**
 * How late the computer's clock is behind a platform's. A message that was read before the moment it carries proves it;
 * that the clock is early cannot be told from a message that was read late, and is not assumed.
 */
export interface ClockSkew {
  /** Events of one conversation that were read just now. */
  learn(events: readonly TurnEvent[]): void;
  /** Ms, 0 where nothing is known. */
  behind(platform: Platform): number;
}

export function createClockSkew(now: () => number): ClockSkew {
  const known = new Map<Platform, { ms: number; at: number }>();

  function present(platform: Platform): number {
    const one = known.get(platform);
    return one && Math.abs(now() - one.at) < LEARNT_FOR ? one.ms : 0;
  }

  return {
    learn(events) {
      const [first] = events;
      if (!first) return;
      const ms = events.reduce((latest, { t }) => Math.max(latest, t), 0) - now();
      if (ms > present(first.platform) && ms <= MOST) known.set(first.platform, { ms, at: now() });
    },
    behind: present,
  };
}
