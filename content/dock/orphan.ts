import type { DockStore } from './dock-store.ts';

/** Often enough that an agent sees the line before wondering, seldom enough to cost nothing. */
const everyMs = 3000;

export interface OrphanOptions {
  document: Document;
  store: DockStore;
  /** Whether the extension still stands behind this script, e.g. `() => Boolean(browser.runtime?.id)`. */
  isAlive(): boolean;
  /** Called once; stops desks, readers and everything else that would write. */
  stop(): void;
  signal: AbortSignal;
}

/**
 * After an update of the extension its script lives on in open pages without an extension behind it, and nothing
 * tells it so (platform.md §2.4). Looks by itself from time to time and whenever the agent comes back or acts;
 * once it is so, the dock shows nothing but the line that asks to refresh the page.
 */
export function watchOrphan({ document, store, isAlive, stop, signal }: OrphanOptions): void {
  const watching = new AbortController();
  const until = AbortSignal.any([signal, watching.signal]);
  const look = (): void => {
    if (until.aborted || isAlive()) return;
    watching.abort();
    store.patch({ orphaned: true, place: { ...store.get().place, collapsed: false } });
    stop();
  };
  const timer = setInterval(look, everyMs);
  until.addEventListener('abort', () => clearInterval(timer));
  for (const type of ['visibilitychange', 'pointerdown', 'keydown'] as const) {
    document.addEventListener(type, look, { capture: true, signal: until });
  }
}
