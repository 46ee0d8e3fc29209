import { browser } from '#imports';
import { matchesAny } from '../../rules/hosts/match-pattern.ts';
import { grantedHosts } from './granted-hosts.ts';
import { mapsThatAreOn } from './markets.ts';
import type { Stores } from './stores.ts';

// WXT's type knows only manifest scripts; a runtime-registered one lies under this name in the build.
const DESK = '/content-scripts/desk.js' as '/background.js';
const PICKER = '/content-scripts/picker.js' as '/background.js';
const scriptId = (mapId: string): string => `desk-${mapId}`;

/** Patterns a content script may be registered for: without ports, which Firefox does not know; the desk itself holds
 * the page to the map's whole pattern. */
const scriptMatches = (hosts: readonly string[]): string[] => [
  ...new Set(hosts.map((host) => host.replace(/^([^/]+\/\/[^/:]+):[^/]+/, '$1'))),
];

export interface PageScripts {
  reconcile(injectAll: boolean): Promise<void>;
  /** A tab has loaded its page: if it was on its way while scripts were registered, it may have been passed over. */
  arrived(tabId: number): void;
}

/**
 * Keeps the registered content scripts equal to what should run: one per marketplace that is on, for those of its
 * hosts that are granted. Registrations vanish on update and registering without the permission succeeds silently
 * (platform.md §6), so this reconciles at every start and after every change, and injects into tabs that are open.
 */
export function createPageScripts(stores: Stores): PageScripts {
  let tail: Promise<unknown> = Promise.resolve();
  // Tabs that were on their way while scripts were registered: their new document may have been made before.
  const onTheWay = new Set<number>();

  async function reconcileNow(injectAll: boolean): Promise<void> {
    const registered = await browser.scripting.getRegisteredContentScripts();
    const have = new Map(registered.map((script) => [script.id, script.matches ?? []]));
    const wanted = new Map<string, string[]>();
    for (const map of await mapsThatAreOn(stores)) {
      const hosts = scriptMatches(await grantedHosts(map.hosts));
      if (hosts.length > 0) wanted.set(scriptId(map.id), hosts);
    }
    // The browser may give patterns back in another order.
    const gone = [...have].flatMap(([id, matches]) =>
      String(wanted.get(id)?.toSorted()) === String([...matches].sort()) ? [] : [id],
    );
    if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone });
    const stale = new Set(gone);
    const inject = new Set<string>();
    for (const [id, matches] of wanted) {
      if (!have.has(id) || stale.has(id)) {
        try {
          await browser.scripting.registerContentScripts([
            { id, matches, js: [DESK], runAt: 'document_idle', allFrames: true },
          ]);
        } catch (error) {
          // A pattern this browser does not take costs one map, not all that come after it.
          console.error('[shoubian] page script', id, error);
          continue;
        }
      }
      // Only where nothing ran yet: a desk that runs keeps what the agent is in the middle of.
      const ran = injectAll ? [] : (have.get(id) ?? []);
      for (const match of matches) if (!ran.includes(match)) inject.add(match);
    }
    if (inject.size === 0) return;
    for (const tab of await browser.tabs.query({ status: 'loading' }))
      if (tab.id !== undefined) onTheWay.add(tab.id);
    await injectIntoOpenTabs([...inject]);
  }

  return {
    arrived(tabId) {
      if (onTheWay.delete(tabId)) void injectWhereMissing(tabId).catch(() => undefined);
    },
    reconcile(injectAll) {
      const next = tail.then(() => reconcileNow(injectAll));
      tail = next.catch((error) => console.error('[shoubian] page scripts', error));
      return next;
    },
  };
}

/** Brings the picker into one frame, beside the desk that asked for it. */
export async function injectPicker(tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [PICKER] });
}

/** A desk that starts where an older one runs replaces it, so injecting twice does no harm. */
async function injectIntoOpenTabs(matches: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.allSettled(
    tabs.flatMap((tab) => (tab.id === undefined || tab.discarded ? [] : [injectDesk(tab.id)])),
  );
}

/** A page without permission refuses, and is none of ours. */
async function injectWhereMissing(tabId: number): Promise<void> {
  const [top] = await browser.scripting.executeScript({
    target: { tabId },
    func: () => 'shoubianDesk' in globalThis,
  });
  if (top?.result === true) return;
  const tab = await browser.tabs.get(tabId);
  const registered = await browser.scripting.getRegisteredContentScripts();
  if (
    matchesAny(
      tab.url ?? '',
      registered.flatMap((script) => script.matches ?? []),
    )
  )
    await injectDesk(tabId);
}

/** Starts the desk in every frame of a tab that may be read. */
export const injectDesk = (tabId: number): Promise<unknown> =>
  browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [DESK] });
