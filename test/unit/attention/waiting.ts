import { shanghaiEpoch } from '../../../rules/time/shanghai.ts';
import type { WaitingBuyer } from '../../../rules/turns/index.ts';

/** A moment of 22 November 2026 in Shanghai, `HH:mm` or `HH:mm:ss`; `day` counts from that day. */
export function at(clock: string, day = 0): number {
  const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number);
  const epoch = shanghaiEpoch(2026, 11, 22 + day, hour, minute, second);
  if (epoch === undefined) throw new Error(`no such time: ${clock}`);
  return epoch;
}

/** A buyer on PDD, whose steps are 30, 120 and 180 seconds. */
export const waits = (buyer: string, since: number, change: Partial<WaitingBuyer> = {}): WaitingBuyer => ({
  key: `pdd|shop-1|${buyer}`,
  platform: 'pdd',
  shop: 'shop-1',
  buyer,
  nick: buyer,
  since,
  precision: 's',
  first: true,
  limits: { soft: 30, warn: 120, breach: 180 },
  failed: false,
  ...change,
});
