import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handleHealth } from '../../../entrypoints/background/handle-health.ts';
import { openStores, type Stores } from '../../../entrypoints/background/stores.ts';
import { healthStore } from '../../../storage/health.ts';
import type { Reply } from '../../../storage/messages/send.ts';
import { createRequestServer, type RequestServer } from '../../../storage/messages/serve.ts';
import { settingsStore } from '../../../storage/settings.ts';
import { interpret } from '../../../storage/store.ts';

let now: number;
let stores: Stores;
let server: RequestServer;

beforeEach(() => {
  fakeBrowser.reset();
  now = 1_000;
  stores = openStores(() => now);
  server = createRequestServer(async () => ({
    runtimeId: 'test',
    extensionBase: 'chrome-extension://test/',
    isMarketPage: (url) => url.startsWith('https://seller.example.test/'),
  }));
  handleHealth(server, stores, () => now);
});

const ask = (name: string, input: object, url = 'https://seller.example.test/orders'): Promise<Reply> =>
  new Promise((answered) => {
    const sender = { id: 'test', url, tab: { id: 1 } } as never;
    server.listener({ shoubian: name, input }, sender, answered);
  });

const noRows = { mapId: 'jd', kinds: ['orders'], broken: [] };
const view = (more: object = {}) => ({
  mapId: 'jd',
  kind: 'orders',
  version: 'v1',
  counts: [{ field: 'amount', group: '', seen: 20, rows: 20 }],
  ...more,
});

describe('what desks say of their pages', () => {
  it('replaces the last word on the kinds they saw, and no other', async () => {
    await ask('health.report', { ...noRows, broken: [{ kind: 'orders', field: 'orderId' }] });
    await ask('health.report', { ...noRows, kinds: ['chat'], broken: [{ kind: 'chat', field: 'editor' }] });
    await ask('health.report', { ...noRows, mapId: 'pdd', broken: [{ kind: 'orders', field: 'root' }] });
    await ask('health.report', { ...noRows, gone: [{ kind: 'orders', field: 'amount', what: 'none' }] });
    const { pages } = await stores.health.read();
    expect(pages.find(({ id }) => id === 'jd')).toMatchObject({
      broken: [{ kind: 'chat', field: 'editor' }],
      gone: [{ kind: 'orders', field: 'amount', what: 'none' }],
    });
    expect(pages.find(({ id }) => id === 'pdd')?.broken).toHaveLength(1);
    await ask('health.report', { ...noRows, kinds: ['chat', 'orders'] });
    expect((await stores.health.read()).pages.map(({ id }) => id)).toEqual(['pdd']);
  });

  it('is heard from a marketplace alone', async () => {
    expect(await ask('health.note-view', view(), 'https://elsewhere.test/')).toMatchObject({ ok: false });
    expect(await ask('health.note-view', view({ kind: 'unknown' }))).toMatchObject({ ok: false });
    expect((await stores.fields.read()).entries).toEqual([]);
  });
});

describe('pages that were looked at', () => {
  it('are counted per map, kind and version, of which the last three are kept', async () => {
    for (const version of ['v1', 'v1', 'v2', 'v3', 'v4']) {
      now += 1;
      await ask('health.note-view', view({ version }));
    }
    await ask('health.note-view', view({ kind: 'chat' }));
    const { entries } = await stores.fields.read();
    expect(entries.map(({ kind, version }) => `${kind} ${version}`)).toEqual([
      'chat v1',
      'orders v4',
      'orders v3',
      'orders v2',
    ]);
    expect(entries[1]?.fields.amount?.['']).toEqual({ seen: 20, rows: 20, views: 1, silent: 0 });
  });

  it('stay small, whatever maps and fields there are', async () => {
    const counts = Array.from({ length: 600 }, (_, i) => ({
      field: `field${i % 100}`,
      group: `group${i % 60}`,
      seen: 1,
      rows: 1,
    }));
    await ask('health.note-view', view({ counts }));
    expect(JSON.stringify(await stores.fields.read()).length).toBeLessThan(60_000);
    for (let map = 0; map < 30; map += 1) await ask('health.note-view', view({ mapId: `map-${map}` }));
    const { entries } = await stores.fields.read();
    expect(entries).toHaveLength(24);
    expect(entries[0]?.mapId).toBe('map-29');
  });
});

describe('a page turned off', () => {
  const turn = (off: boolean, kind = 'orders', url?: string) =>
    ask('health.page-off', { mapId: 'jd', kind, off }, url);

  it('is kept in the settings until it is turned on, from the page and from our own pages', async () => {
    await turn(true);
    await turn(true);
    await turn(true, 'chat', 'chrome-extension://test/options.html');
    expect((await stores.settings.read()).pagesOff).toEqual({ jd: ['orders', 'chat'] });
    await turn(false);
    await turn(false, 'chat');
    expect((await stores.settings.read()).pagesOff).toEqual({});
  });

  it('is complained of no more', async () => {
    await ask('health.report', {
      ...noRows,
      kinds: ['orders', 'chat'],
      broken: [
        { kind: 'orders', field: 'orderId' },
        { kind: 'chat', field: 'editor' },
      ],
    });
    await turn(true);
    expect((await stores.health.read()).pages[0]?.broken).toEqual([{ kind: 'chat', field: 'editor' }]);
  });
});

describe('what was kept before this', () => {
  it('settings without pages that are off have none off, and a health without warnings has none', () => {
    const { pagesOff: _, ...before } = settingsStore.defaults(1);
    expect(interpret(settingsStore, { version: 1, value: before }, 1)).toMatchObject({
      state: 'kept',
      value: { pagesOff: {} },
    });
    const page = {
      id: 'jd',
      createdAt: 1,
      updatedAt: 1,
      deletedAt: null,
      broken: [{ kind: 'chat', field: 'editor' }],
    };
    const health = { ...healthStore.defaults(1), pages: [page] };
    expect(interpret(healthStore, { version: 1, value: health }, 1)).toMatchObject({
      state: 'kept',
      value: health,
    });
  });
});
