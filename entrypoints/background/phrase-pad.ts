import { browser } from '#imports';
import { betterPlace, type WindowPlace } from '../../rules/windows/window-place.ts';
import { choosePadPlatform, notePadPlace, openPad } from '../../storage/contracts/pad.ts';
import type { RequestServer } from '../../storage/messages/serve.ts';
import { padSizes, recentPlatforms, windowPlaceSchema } from '../../storage/pad.ts';
import type { Stores } from './stores.ts';

/** Name of the hotkey in the manifest. */
export const PAD_COMMAND = 'open-phrase-pad';

/** Where the window's id lies while the browser runs: the worker may die between two calls. */
const KEY = 'padWindow';

export interface PhrasePad {
  /** Opens the window where it stood last, or brings it forward. Two calls at once open one. */
  open(): Promise<void>;
}

/** The phrase pad's one window (issue "Phrases", 8): opened, brought forward, and its place remembered. */
export function createPhrasePad(stores: Pick<Stores, 'pad'>): PhrasePad {
  let tail: Promise<unknown> = Promise.resolve();

  async function openNow(): Promise<void> {
    const id = await openWindow();
    if (id !== undefined) {
      await browser.windows.update(id, { focused: true });
      return;
    }
    const url = `${browser.runtime.getURL('/')}phrase-pad.html`;
    const { place } = await stores.pad.read();
    const size = { width: place?.width ?? padSizes.width, height: place?.height ?? padSizes.height };
    // Chromium refuses a window most of which would be off every screen: then it chooses the place itself.
    const made =
      (place && (await browser.windows.create({ type: 'popup', url, ...place }).catch(() => undefined))) ??
      (await browser.windows.create({ type: 'popup', url, ...size }));
    if (made?.id !== undefined) await browser.storage.session.set({ [KEY]: made.id });
  }

  return {
    open() {
      const next = tail.then(openNow);
      tail = next.catch((error) => console.error('[shoubian] phrase pad', error));
      return next;
    },
  };
}

/** Id of the pad's window; undefined when it is not open. */
async function openWindow(): Promise<number | undefined> {
  const id = (await browser.storage.session.get(KEY))[KEY];
  if (typeof id !== 'number') return undefined;
  return browser.windows.get(id).then(
    () => id,
    () => undefined,
  );
}

/** Bounds of a window that stands freely: one that is minimised or fills the screen has none worth remembering. */
async function placeOf(id: number): Promise<WindowPlace | undefined> {
  const { left, top, width, height, state } = await browser.windows.get(id);
  const place = windowPlaceSchema.safeParse({ left, top, width, height });
  return place.success && (state === undefined || state === 'normal') ? place.data : undefined;
}

export function handlePad(server: RequestServer, stores: Stores, pad: PhrasePad, now: () => number): void {
  server.handle(openPad, async () => {
    await pad.open();
    return {};
  });

  server.handle(notePadPlace, async ({ opening, screen, extended }, sender) => {
    const id = sender.tab?.windowId;
    // The same page in an ordinary tab speaks of a window that is none of the pad's.
    if (id === undefined || id !== (await openWindow())) return {};
    const place = await placeOf(id);
    if (!place) return {};
    const better = opening ? betterPlace(screen, place, padSizes, extended) : undefined;
    if (better) await browser.windows.update(id, { ...better });
    await stores.pad.update((record) => ({ ...record, place: better ?? place, updatedAt: now() }));
    return {};
  });

  server.handle(choosePadPlatform, async ({ platform }) => {
    await stores.pad.update((record) => ({
      ...record,
      platform,
      recent: recentPlatforms(record.recent, platform),
      updatedAt: now(),
    }));
    return {};
  });
}
