import * as z from 'zod/mini';
import { browser } from '#imports';
import { type Platform, platforms } from '../../rules/platform.ts';
import { DAY_MS, MINUTE_MS } from '../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../rules/turns/event.ts';

const KEY = 'clock-skew';
/** A clock that is wrong by more than this is no clock a page can be compared with. */
const MOST = 5 * MINUTE_MS;
/** The computer sets its clock right from time to time: what was learnt is forgotten after this. */
const LEARNT_FOR = DAY_MS / 2;

const keptSchema = z.array(z.object({ platform: z.enum(platforms), ms: z.int(), at: z.int() }));
type Learnt = z.infer<typeof keptSchema>[number];

/**
 * How late the computer's clock is behind a platform's. A message that was read before the moment it carries proves it;
 * that the clock is early cannot be told from a message that was read late, and is not assumed. It lies in
 * `storage.session`, because a worker that wakes later has no such message any more.
 */
export interface ClockSkew {
  /** Events of one conversation as known now. */
  learn(events: readonly TurnEvent[]): Promise<void>;
  /** Ms, 0 where nothing is known. */
  behind(): Promise<(platform: Platform) => number>;
}

export function createClockSkew(now: () => number): ClockSkew {
  let loading: Promise<Map<Platform, Learnt>> | undefined;

  async function load(): Promise<Map<Platform, Learnt>> {
    const parsed = keptSchema.safeParse((await browser.storage.session.get(KEY))[KEY]);
    return new Map((parsed.success ? parsed.data : []).map((one) => [one.platform, one]));
  }
  const known = (): Promise<Map<Platform, Learnt>> => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  const present = (one: Learnt | undefined): number =>
    one && Math.abs(now() - one.at) < LEARNT_FOR ? one.ms : 0;

  return {
    async learn(events) {
      const [first] = events;
      if (!first) return;
      const at = now();
      const ms = events.reduce((latest, { t }) => Math.max(latest, t), 0) - at;
      if (ms <= 0 || ms > MOST) return;
      const all = await known();
      if (ms <= present(all.get(first.platform))) return;
      all.set(first.platform, { platform: first.platform, ms, at });
      await browser.storage.session.set({ [KEY]: [...all.values()] });
    },
    async behind() {
      const all = await known();
      return (platform) => present(all.get(platform));
    },
  };
}
