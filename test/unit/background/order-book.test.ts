import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createChatPlaces } from '../../../entrypoints/background/chat-places.ts';
import { handleData } from '../../../entrypoints/background/handle-data.ts';
import { handleOrderBook } from '../../../entrypoints/background/handle-order-book.ts';
import { createRecentEvents } from '../../../entrypoints/background/recent-events.ts';
import { forgetOldDays } from '../../../entrypoints/background/retention.ts';
import { openStores, type Stores } from '../../../entrypoints/background/stores.ts';
import { DAY_MS } from '../../../rules/time/shanghai.ts';
import { createRequestServer, type RequestServer } from '../../../storage/messages/serve.ts';

const START = Date.UTC(2026, 10, 22, 3);
let now: number;
let stores: Stores;
let server: RequestServer;

beforeEach(async () => {
  fakeBrowser.reset();
  now = START;
  stores = openStores(() => now);
  server = createRequestServer(async () => ({
    runtimeId: 'test',
    extensionBase: 'chrome-extension://test/',
    isMarketPage: (url) => url.startsWith('https://seller.example.test/'),
  }));
  handleOrderBook(server, stores, () => now);
  const recent = createRecentEvents(stores.ledger, () => now);
  const queue = { refresh: async () => 0, startOver: async () => undefined } as never;
  handleData(
    server,
    stores,
    { recent, queue, places: createChatPlaces(), reconcile: async () => undefined },
    () => now,
  );
});

const ask = (url: string, name: string, input: object) =>
  new Promise<{ ok: boolean; value?: { json?: string } }>((answered) => {
    server.listener(
      { shoubian: name, input },
      { id: 'test', url, tab: { id: 1 } } as never,
      answered as never,
    );
  });
const desk = (name: string, input: object) => ask('https://seller.example.test/orders', name, input);
const page = (name: string, input: object) => ask('chrome-extension://test/options.html', name, input);
const order = { platform: 'jd', orderId: '100' };

describe('what an agent notes about orders', () => {
  it('carries the time and the agent of the background, whatever the page says', async () => {
    await stores.settings.update((settings) => ({ ...settings, agentNumber: ' 8 ' }));
    await desk('orders.note', { ...order, at: 1, by: '9', change: { urge: { step: 0 } } });
    expect((await stores.orders.read()).orders).toEqual([
      { ...order, at: START, urges: [{ at: START, step: 0, by: '8' }] },
    ]);
  });

  it('is one change for many orders, and refused whole when one of them is none', async () => {
    const two = [order, { platform: 'jd', orderId: '101' }];
    await desk('orders.note-all', { orders: two, change: { handled: true } });
    expect((await stores.orders.read()).orders.map(({ handledAt }) => handledAt)).toEqual([START, START]);
    const bad = await desk('orders.note-all', {
      orders: [order, { platform: 'jd', orderId: '' }],
      change: { handled: false },
    });
    expect(bad.ok).toBe(false);
    expect((await stores.orders.read()).orders).toHaveLength(2);
  });

  it('is refused from a page that is none of ours', async () => {
    const reply = await ask('https://elsewhere.test/', 'orders.note', {
      ...order,
      change: { handled: true },
    });
    expect(reply.ok).toBe(false);
  });

  it('is exported and erased with buyers’ data, and forgotten when its days are over', async () => {
    await desk('orders.note', { ...order, change: { addressCheck: 'asked' } });
    const { value } = await page('ledger.export', { from: START - DAY_MS, to: START + DAY_MS });
    expect(JSON.parse(value?.json ?? '{}').orders).toMatchObject([order]);
    const { retentionDays } = await stores.settings.read();
    now = START + (retentionDays - 1) * DAY_MS;
    await forgetOldDays(
      stores,
      createRecentEvents(stores.ledger, () => now),
      () => now,
    );
    expect((await stores.orders.read()).orders).toHaveLength(1);
    now = START + (retentionDays + 1) * DAY_MS;
    await forgetOldDays(
      stores,
      createRecentEvents(stores.ledger, () => now),
      () => now,
    );
    expect((await stores.orders.read()).orders).toEqual([]);

    await desk('orders.note', { ...order, change: { addressCheck: 'asked' } });
    await page('data.erase', { what: 'figures' });
    expect((await stores.orders.read()).orders).toEqual([]);
  });
});
