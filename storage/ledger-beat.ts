import { browser } from '#imports';

/** In `storage.session`: in memory, for pages of ours, gone with the browser. */
const KEY = 'ledger-beat';
let beats = 0;

/** Tells views that events were kept: the queue's snapshot only changes when who waits does. */
export async function beatLedger(at: number): Promise<void> {
  beats += 1;
  await browser.storage.session.set({ [KEY]: `${at}:${beats}` });
}

/** Calls back after events were kept, until the signal aborts. For pages of the extension. */
export function watchLedger(signal: AbortSignal, changed: () => void): void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'session' && KEY in changes) changed();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}
