import { PAUSE_MS } from '../../rules/attention/hush.ts';
import { pauseAttention, tryAttention } from '../../storage/contracts/attention.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import { showTrialNotice } from './attention.ts';
import type { LiveQueue } from './live-queue.ts';
import { playSound } from './sound.ts';
import type { Stores } from './stores.ts';

/** Do not disturb, and trying out how it looks and sounds. */
export function handleAttention(
  server: RequestServer,
  stores: Pick<Stores, 'settings'>,
  queue: Pick<LiveQueue, 'refresh'>,
  now: () => number,
): void {
  server.handle(pauseAttention, async ({ on }) => {
    const until = on ? now() + PAUSE_MS : 0;
    await stores.settings.update((settings) => ({
      ...settings,
      attention: { ...settings.attention, pausedUntil: until },
      updatedAt: now(),
    }));
    // Ended early, whoever waits too long is told of at once.
    await queue.refresh();
    return { until };
  });

  server.handle(tryAttention, async ({ what }) => {
    const settings = await stores.settings.read();
    const tried = what === 'notice' ? showTrialNotice(settings) : playSound(what, settings.attention.volume);
    return {
      done: await tried.then(
        () => true,
        (error: unknown) => {
          console.warn('[shoubian] try', what, error);
          return false;
        },
      ),
    };
  });
}
