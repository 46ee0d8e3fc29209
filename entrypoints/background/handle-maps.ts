import type * as z from 'zod/mini';
import { browser } from '#imports';
import { matchesAny } from '../../rules/hosts/match-pattern.ts';
import { pageOrigin } from '../../rules/hosts/permission-origin.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { removeMap } from '../../storage/contracts/data.ts';
import {
  beginPicking,
  forgetPicking,
  loadPicker,
  type PickRequest,
  restoreMap,
  revertMap,
  saveMap,
  startPicking,
} from '../../storage/contracts/maps.ts';
import { readMapText } from '../../storage/import/map-text.ts';
import { type UserMaps, withMap, withMapRecord } from '../../storage/maps.ts';
import { sendNotice } from '../../storage/messages/notices.ts';
import type { RequestServer, Sender } from '../../storage/messages/serve.ts';
import { giveBack } from './give-back.ts';
import { isGranted } from './granted-hosts.ts';
import { marketPageTest } from './markets.ts';
import { injectDesk, injectPicker } from './page-scripts.ts';
import type { Stores } from './stores.ts';
import type { TaughtPages } from './taught-pages.ts';

type SaveAnswer = z.infer<typeof saveMap.output>;

export interface MapsHandler {
  /** A permission was granted: pages whose teaching waited for it begin now. */
  permissionAdded(): Promise<void>;
  /** A tab is gone: what was being taught in it is given up. */
  tabGone(tabId: number): Promise<void>;
}

/** Maps the agent makes: saving, removing, going back, and beginning to point at a page. */
export function handleMaps(
  server: RequestServer,
  stores: Stores,
  taught: TaughtPages,
  reconcile: (injectAll: boolean) => Promise<void>,
  now: () => number,
): MapsHandler {
  const living = async (id: string): Promise<UserMaps['maps'][number] | undefined> =>
    (await stores.maps.read()).maps.find((one) => one.id === id && one.deletedAt === null);

  /** A page may only speak for itself: its map must name its own address, as must the one it replaces. */
  async function notForPage(
    sender: Sender,
    id: string,
    hosts: readonly string[],
  ): Promise<LocalText | undefined> {
    const url = sender.url ?? '';
    if (url.startsWith(browser.runtime.getURL('/'))) return undefined;
    const before = await living(id);
    if (matchesAny(url, hosts) && (!before || matchesAny(url, before.map.hosts))) return undefined;
    return say(
      'hosts：没有包含正在教的这个网页，没有保存。',
      'hosts: the page being taught is not among them; nothing was saved.',
    );
  }

  server.handle(saveMap, async ({ json }, sender): Promise<SaveAnswer> => {
    const read = readMapText(json);
    if (!read.ok) return { ok: false, errors: read.errors };
    // What an agent saves is theirs, whoever's map it began as.
    const map = { ...read.map, evidence: { ...read.map.evidence, level: 'user' as const } };
    const refused = await notForPage(sender, map.id, map.hosts);
    if (refused) return { ok: false, errors: [refused] };
    const before = await living(map.id);
    await stores.maps.update((record) => withMap(record, map, now()));
    await reconcile(false);
    // A page of ours may itself lie in a tab; only a page that was taught has anything to end.
    const ended = sender.tab?.id === undefined ? [] : await taught.end(sender.tab.id);
    await giveBack(stores, taught, [...ended, ...(before?.map.hosts ?? [])]);
    return { ok: true, id: map.id };
  });

  server.handle(removeMap, async ({ id }) => {
    const record = await living(id);
    if (!record) return {};
    const at = now();
    await stores.maps.update((maps) => withMapRecord(maps, id, at, (one) => ({ ...one, deletedAt: at })));
    await giveBack(stores, taught, record.map.hosts);
    await reconcile(false);
    return {};
  });

  server.handle(restoreMap, async ({ id }) => {
    const removed = (await stores.maps.read()).maps.some((one) => one.id === id && one.deletedAt !== null);
    if (!removed) return { restored: false };
    await stores.maps.update((maps) =>
      withMapRecord(maps, id, now(), (one) => ({ ...one, deletedAt: null })),
    );
    await reconcile(false);
    return { restored: true };
  });

  server.handle(revertMap, async ({ id }) => {
    const record = await living(id);
    if (!record?.before) return { reverted: false };
    await stores.maps.update((maps) =>
      withMapRecord(maps, id, now(), (one) =>
        one.before ? { ...one, map: one.before, before: one.map } : one,
      ),
    );
    await reconcile(false);
    await giveBack(stores, taught, record.map.hosts);
    return { reverted: true };
  });

  async function begin(tabId: number, request: PickRequest): Promise<'ok' | 'not-granted' | 'no-page'> {
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (!tab) return 'no-page';
    // Without the host's permission the browser does not even tell the address.
    if (tab.url === undefined) return 'not-granted';
    const origin = pageOrigin(tab.url);
    if (!origin) return 'no-page';
    if (!(await isGranted(origin))) return 'not-granted';
    await reconcile(false);
    const isMarket = await marketPageTest(stores, { test: async () => () => false });
    await taught.begin(tabId, origin);
    // A desk that runs is left running: starting it again would lose what it knows of the page.
    if (!isMarket(tab.url, tabId)) {
      try {
        await injectDesk(tabId);
      } catch {
        await taught.end(tabId);
        return 'no-page';
      }
    }
    await sendNotice(startPicking, request, { tabId, frameId: 0 });
    return 'ok';
  }

  server.handle(beginPicking, async ({ tabId, request }) => {
    let begun = await begin(tabId, request);
    if (begun === 'not-granted') {
      await taught.wish(tabId, request);
      // Granted between the look and the note: the event has gone by and will not come again.
      begun = await begin(tabId, request);
    }
    return begun === 'ok' ? { ok: true as const } : { ok: false as const, why: begun };
  });

  server.handle(loadPicker, async (_, { tab, frameId }) => {
    if (tab?.id !== undefined && frameId !== undefined) await injectPicker(tab.id, frameId);
    return {};
  });

  server.handle(forgetPicking, async ({ tabId }) => {
    await taught.dropWish(tabId);
    return {};
  });

  return {
    async permissionAdded() {
      for (const { tabId, request } of await taught.takeWishes()) {
        // Another permission was granted meanwhile: this one may still come.
        if ((await begin(tabId, request)) === 'not-granted') await taught.wish(tabId, request);
      }
    },
    async tabGone(tabId) {
      const ended = await taught.end(tabId);
      if (ended.length > 0) await giveBack(stores, taught, ended);
    },
  };
}
