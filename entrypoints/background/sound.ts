import { browser } from '#imports';
import type { ToldStep } from '../../rules/attention/attention-settings.ts';
import { playTones } from '../shared/play-tones.ts';

const PAGE = 'offscreen.html';

/**
 * Sounds the tone of a step. Chromium's worker cannot sound anything, so a document without a window does it, which
 * exists only as long as it sounds (platform.md §9); Firefox's background page can do it itself.
 * @param volume 0…1
 * @throws when the browser does not let it be heard
 */
export async function playSound(step: ToldStep, volume: number): Promise<void> {
  if (import.meta.env.FIREFOX) return playTones(step, volume);
  const next = tail.then(() => inDocument(step, volume));
  tail = next.catch(() => undefined);
  return next;
}

/** One document at a time is all the browser allows, so sounds are begun one after the other. */
let tail: Promise<unknown> = Promise.resolve();

async function inDocument(step: ToldStep, volume: number): Promise<void> {
  const url = `${browser.runtime.getURL('/')}${PAGE}`;
  const open = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  // The last sound is still being heard: the new one says more. It may end this very moment by itself.
  if (open.length > 0) await browser.offscreen.closeDocument().catch(() => undefined);
  await browser.offscreen.createDocument({
    url: `${url}?${new URLSearchParams({ step, volume: String(volume) })}`,
    reasons: ['AUDIO_PLAYBACK'],
    justification: 'Sounds a short tone when a buyer has waited too long',
  });
}
