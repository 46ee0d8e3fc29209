import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createChatPlaces } from '../../../entrypoints/background/chat-places.ts';
import { handleData } from '../../../entrypoints/background/handle-data.ts';
import { handleImages } from '../../../entrypoints/background/handle-images.ts';
import { handleLibrary } from '../../../entrypoints/background/handle-library.ts';
import { handleLibraryHistory } from '../../../entrypoints/background/handle-library-history.ts';
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
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('zh-CN');
  now = START;
  stores = openStores(() => now);
  for (const kept of [stores.given, stores.journal, stores.backups, stores.images]) await kept.erase();
  server = createRequestServer(async () => ({
    runtimeId: 'test',
    extensionBase: 'chrome-extension://test/',
    isMarketPage: (url) => url.startsWith('https://seller.example.test/'),
  }));
  handleLibrary(server, stores, () => now);
  handleLibraryHistory(server, stores, () => now);
  handleImages(server, stores);
  const recent = createRecentEvents(stores.ledger, () => now);
  const queue = { refresh: async () => 0, startOver: async () => undefined } as never;
  handleData(
    server,
    stores,
    { recent, queue, places: createChatPlaces(), reconcile: async () => undefined },
    () => now,
  );
});

const from = (url: string) => async (name: string, input: object) => {
  const reply = await new Promise<{ ok: boolean; value?: unknown }>((answered) => {
    server.listener(
      { shoubian: name, input },
      { id: 'test', url, tab: { id: 1 } } as never,
      answered as never,
    );
  });
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
  return reply.value as Record<string, never>;
};
const page = from('chrome-extension://test/options.html');
const desk = from('https://seller.example.test/chat');

describe('what was given to buyers', () => {
  it('is told to desks, begun anew, exported and erased with the figures', async () => {
    const conversation = 'pdd|shop|buyer';
    await desk('library.used', { id: 'ladder', conversation, index: 0 });
    await desk('library.used', { id: 'ladder', conversation, index: 1 });
    await desk('library.used', { id: 'single', conversation });
    await desk('library.used', { id: 'ladder' });
    expect(await desk('library.given', { conversation })).toEqual({ given: { ladder: [0, 1], single: [0] } });
    expect((await stores.uses.read()).used.ladder?.times).toBe(3);

    await desk('library.forget-given', { conversation, id: 'ladder' });
    expect(await desk('library.given', { conversation })).toEqual({ given: { single: [0] } });
    const { json } = await page('ledger.export', { from: 0, to: 1 });
    expect(JSON.parse(String(json)).given).toMatchObject([{ id: conversation, given: { single: [0] } }]);

    await page('data.erase', { what: 'figures' });
    expect(await desk('library.given', { conversation })).toEqual({ given: {} });
  });

  it('is kept no longer than the days of the setting', async () => {
    const { retentionDays } = await stores.settings.read();
    await desk('library.used', { id: 'p', conversation: 'c' });
    now = START + retentionDays * DAY_MS;
    await forgetOldDays(
      stores,
      createRecentEvents(stores.ledger, () => now),
      () => now,
    );
    expect(await desk('library.given', { conversation: 'c' })).toEqual({ given: { p: [0] } });
    now += 1;
    await forgetOldDays(
      stores,
      createRecentEvents(stores.ledger, () => now),
      () => now,
    );
    expect(await desk('library.given', { conversation: 'c' })).toEqual({ given: {} });
  });
});

describe('who may ask', () => {
  it.each(['library.save', 'library.undo', 'library.purge', 'library.restore-backup', 'images.keep'])(
    '%s is for our own pages alone',
    async (name) => {
      await expect(desk(name, {})).rejects.toThrow('refused');
    },
  );

  it('images are read by desks too, by hash alone; one that is not there fails', async () => {
    const base64 = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).toString('base64');
    const { image } = await page('images.keep', { name: '图.png', base64 });
    const { hash } = image as unknown as { hash: string };
    expect(await desk('images.read', { hash })).toEqual({ type: 'image/png', name: '图.png', base64 });
    await expect(desk('images.read', { hash: 'f'.repeat(64) })).rejects.toThrow('not kept');
    expect(await page('images.keep', { name: 'a.svg', base64: 'PHN2Zz4=' })).toHaveProperty('problem');
  });
});

describe('an import', () => {
  const file = (images: object) =>
    JSON.stringify({
      format: 'shoubian.phrases',
      version: 1,
      phrases: [
        {
          title: '图',
          text: '看图',
          category: '甲',
          images: [{ hash: 'e'.repeat(64), name: 'a.png', type: 'image/png', bytes: 3 }],
        },
      ],
      images,
    });

  it('takes no image whose bytes are not what their hash says, and no phrase that points to nothing', async () => {
    await page('data.import', { text: file({ ['e'.repeat(64)]: 'iVBORw0KGgo=' }), conflicts: 'skip' });
    const [phrase] = (await stores.library.read()).phrases;
    expect(phrase?.title).toBe('图');
    expect(phrase).not.toHaveProperty('images');
    expect(await stores.images.read('e'.repeat(64))).toBeUndefined();
  });

  it('copies the library first, and is undone by its own request', async () => {
    await page('library.save', { title: '我的', text: 'x', category: '甲' });
    await page('data.import', { text: file({}), conflicts: 'skip' });
    expect((await stores.backups.list())[0]).toMatchObject({ reason: 'import', phrases: 1 });
    expect(await page('data.undo-import', {})).toEqual({ restored: true });
    expect((await stores.library.read()).phrases.map(({ title }) => title)).toEqual(['我的']);
    expect(await page('data.undo-import', {})).toEqual({ restored: false });
  });
});
