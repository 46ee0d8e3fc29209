import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '#imports';
import { builtInMaps } from '../../../content/sites/built-in.ts';
import { createPageScripts } from '../../../entrypoints/background/page-scripts.ts';
import { openStores, type Stores } from '../../../entrypoints/background/stores.ts';

/** Registrations follow what is on and granted; they vanish on update and register inertly without permission (platform.md §6). */
interface Script {
  id: string;
  matches?: string[];
  js?: string[];
}

let registered: Script[];
let granted: Set<string>;
let injected: number[];
let stores: Stores;
let calls: string[];
let loading: { id: number; url: string }[];
let running: Set<number>;

beforeEach(() => {
  fakeBrowser.reset();
  registered = [];
  granted = new Set(builtInMaps().flatMap((map) => map.hosts));
  injected = [];
  calls = [];
  loading = [];
  running = new Set();
  stores = openStores(() => 0);
  const { scripting } = browser;
  vi.spyOn(browser.permissions, 'contains').mockImplementation((async ({ origins }: { origins?: string[] }) =>
    (origins ?? []).every((origin) => granted.has(origin))) as never);
  vi.spyOn(scripting, 'getRegisteredContentScripts').mockImplementation((async () =>
    structuredClone(registered)) as never);
  vi.spyOn(scripting, 'registerContentScripts').mockImplementation((async (scripts: Script[]) => {
    for (const script of scripts) {
      if (registered.some((other) => other.id === script.id)) throw new Error('Duplicate script ID');
      calls.push(`+${script.id}`);
      registered.push(script);
    }
  }) as never);
  vi.spyOn(scripting, 'unregisterContentScripts').mockImplementation((async ({ ids }: { ids: string[] }) => {
    calls.push(...ids.map((id) => `-${id}`));
    registered = registered.filter((script) => !ids.includes(script.id));
  }) as never);
  vi.spyOn(scripting, 'executeScript').mockImplementation((async ({
    target,
    func,
  }: {
    target: { tabId: number };
    func?: () => boolean;
  }) => {
    if (func) return [{ result: running.has(target.tabId) }];
    injected.push(target.tabId);
    return [];
  }) as never);
  vi.spyOn(browser.tabs, 'query').mockImplementation((async ({ url }: { url?: string[] }) => {
    if (!url) return loading;
    return url.some((pattern) => pattern.includes('shop.jd.com')) ? [{ id: 7 }] : [];
  }) as never);
  vi.spyOn(browser.tabs, 'get').mockImplementation((async (id: number) =>
    loading.find((tab) => tab.id === id)) as never);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const everyMarket = builtInMaps()
  .map((map) => `desk-${map.id}`)
  .sort();
const allBut = (id: string) => everyMarket.filter((one) => one !== id);
const ids = () => registered.map((script) => script.id).sort();
const switchMarket = (id: string, enabled: boolean) =>
  stores.settings.update((settings) => ({
    ...settings,
    markets: { ...settings.markets, [id]: { enabled } },
  }));

describe('registered page scripts', () => {
  it('stand for every marketplace that is on and granted, in all frames, and reach tabs that are open', async () => {
    await createPageScripts(stores).reconcile(false);
    expect(ids()).toEqual(everyMarket);
    expect(registered.every((script) => script.js?.[0] === '/content-scripts/desk.js')).toBe(true);
    expect(injected).toEqual([7]);
  });

  it('change nothing when all is as it should be', async () => {
    const scripts = createPageScripts(stores);
    await scripts.reconcile(false);
    calls = [];
    injected = [];
    await scripts.reconcile(false);
    expect([calls, injected]).toEqual([[], []]);
  });

  it('are injected again into open tabs after an update, which leaves old scripts without a background', async () => {
    const scripts = createPageScripts(stores);
    await scripts.reconcile(false);
    injected = [];
    await scripts.reconcile(true);
    expect(injected).toEqual([7]);
  });

  it('come back after the browser forgot them', async () => {
    const scripts = createPageScripts(stores);
    await scripts.reconcile(false);
    registered = [];
    await scripts.reconcile(false);
    expect(ids()).toEqual(everyMarket);
  });

  it('reach a tab that was on its way while they were registered, once it has loaded, and no page that runs one', async () => {
    const jd = 'https://shop.jd.com/order/orderlist';
    loading = [
      { id: 11, url: jd },
      { id: 12, url: jd },
      { id: 13, url: 'https://example.com/' },
    ];
    running.add(12);
    const scripts = createPageScripts(stores);
    await scripts.reconcile(true);
    injected = [];
    for (const id of [11, 12, 13, 11, 14]) scripts.arrived(id);
    await vi.waitFor(() => expect(injected).toEqual([11]));
  });

  it('go when their marketplace is switched off or its permission is taken back', async () => {
    const scripts = createPageScripts(stores);
    await scripts.reconcile(false);
    await switchMarket('jd', false);
    await scripts.reconcile(false);
    expect(ids()).toEqual(allBut('desk-jd'));
    for (const host of builtInMaps().find((map) => map.id === 'pdd')?.hosts ?? []) granted.delete(host);
    await scripts.reconcile(false);
    expect(ids()).toEqual(allBut('desk-jd').filter((id) => id !== 'desk-pdd'));
  });

  it('are registered for the hosts that are granted and no others, so that a map which gains a host goes on working', async () => {
    const [first = '', ...others] = builtInMaps().find((map) => map.id === 'jd')?.hosts ?? [];
    expect(others.length, 'the map must have several hosts for this to mean anything').toBeGreaterThan(0);
    granted = new Set([first]);
    const scripts = createPageScripts(stores);
    await scripts.reconcile(false);
    expect(registered.map(({ id, matches }) => [id, matches])).toEqual([['desk-jd', [first]]]);
    injected = [];
    granted = new Set([first, ...others]);
    await scripts.reconcile(false);
    expect(registered.map(({ matches }) => matches)).toEqual([[first, ...others]]);
  });

  it('are never registered without any permission', async () => {
    granted = new Set();
    await createPageScripts(stores).reconcile(true);
    expect([ids(), injected]).toEqual([[], []]);
  });

  it('start only in tabs of hosts where none ran: a permission for one market leaves the others alone', async () => {
    granted = new Set(['https://shop.jd.com/*']);
    const scripts = createPageScripts(stores);
    await scripts.reconcile(false);
    injected = [];
    granted.add('https://mms.pinduoduo.com/*');
    await scripts.reconcile(false);
    expect([ids(), injected]).toEqual([['desk-jd', 'desk-pdd'], []]);
  });

  it('of one map that the browser refuses do not keep the others from running', async () => {
    const register = vi.mocked(browser.scripting.registerContentScripts);
    const plain = register.getMockImplementation();
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    register.mockImplementation((async (scripts: Script[]) => {
      if (scripts[0]?.id === 'desk-jd') throw new Error('Invalid match pattern');
      await (plain as unknown as (scripts: Script[]) => Promise<void>)(scripts);
    }) as never);
    await createPageScripts(stores).reconcile(false);
    expect(ids()).toEqual(allBut('desk-jd'));
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('follow a map whose hosts changed', async () => {
    const scripts = createPageScripts(stores);
    await scripts.reconcile(false);
    registered = registered.map((script) =>
      script.id === 'desk-pdd' ? { ...script, matches: ['https://old.example/*'] } : script,
    );
    calls = [];
    await scripts.reconcile(false);
    expect(calls).toEqual(['-desk-pdd', '+desk-pdd']);
  });

  it('never register twice, however many causes come at once', async () => {
    const scripts = createPageScripts(stores);
    await Promise.all([scripts.reconcile(false), scripts.reconcile(true), scripts.reconcile(false)]);
    expect(calls.filter((call) => call === '+desk-jd')).toHaveLength(1);
  });
});
