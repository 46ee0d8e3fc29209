import { browser } from '#imports';
import { mapsThatAreOn } from './markets.ts';
import type { Stores } from './stores.ts';

// WXT's type knows only manifest scripts; a runtime-registered one lies under this name in the build.
const DESK = '/content-scripts/desk.js' as '/background.js';
const scriptId = (mapId: string): string => `desk-${mapId}`;

/**
 * Keeps the registered content scripts equal to what should run: one per marketplace that is on and granted.
 * Registrations vanish on update and registering without the permission succeeds silently (platform.md §6), so
 * this reconciles at every start and after every change, and injects into tabs that are already open.
 */
export function createPageScripts(stores: Stores): { reconcile(injectAll: boolean): Promise<void> } {
  let tail: Promise<unknown> = Promise.resolve();

  async function reconcileNow(injectAll: boolean): Promise<void> {
    const registered = await browser.scripting.getRegisteredContentScripts();
    const have = new Map(registered.map((script) => [script.id, script]));
    const wanted = new Map<string, string[]>();
    for (const map of await mapsThatAreOn(stores)) {
      const hosts = [...map.hosts];
      if (await browser.permissions.contains({ origins: hosts })) wanted.set(scriptId(map.id), hosts);
    }
    const gone = [...have.values()].filter(
      (script) => String(wanted.get(script.id)) !== String(script.matches ?? []),
    );
    if (gone.length > 0) {
      await browser.scripting.unregisterContentScripts({ ids: gone.map((script) => script.id) });
    }
    const stale = new Set(gone.map((script) => script.id));
    for (const [id, matches] of wanted) {
      const isNew = !have.has(id) || stale.has(id);
      if (isNew) {
        await browser.scripting.registerContentScripts([
          { id, matches, js: [DESK], runAt: 'document_idle', allFrames: true },
        ]);
      }
      if (isNew || injectAll) await injectIntoOpenTabs(matches);
    }
  }

  return {
    reconcile(injectAll) {
      const next = tail.then(() => reconcileNow(injectAll));
      tail = next.catch((error) => console.error('[shoubian] page scripts', error));
      return next;
    },
  };
}

/** A desk that starts where an older one runs replaces it, so injecting twice does no harm. */
async function injectIntoOpenTabs(matches: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.allSettled(
    tabs.flatMap((tab) =>
      tab.id === undefined || tab.discarded
        ? []
        : [browser.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, files: [DESK] })],
    ),
  );
}
