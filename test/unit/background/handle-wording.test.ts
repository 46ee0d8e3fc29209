import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handleSettings } from '../../../entrypoints/background/handle-settings.ts';
import { handleWording } from '../../../entrypoints/background/handle-wording.ts';
import { openStores, type Stores } from '../../../entrypoints/background/stores.ts';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import type { ShopWording } from '../../../rules/wording/index.ts';
import { readRulePack, writeRulePack } from '../../../storage/import/rule-pack-file.ts';
import type { Reply } from '../../../storage/messages/send.ts';
import { createRequestServer, type RequestServer } from '../../../storage/messages/serve.ts';
import { shopStore } from '../../../storage/shop.ts';
import { interpret } from '../../../storage/store.ts';

const OPTIONS = 'chrome-extension://test/options.html';
const CHAT = 'https://seller.example.test/chat';
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
  handleWording(server, stores, () => now);
  handleSettings(server, stores, { reconcile: async () => undefined, queue: {} as never }, () => now);
});

const ask = (name: string, input: object, url = OPTIONS): Promise<Reply> =>
  new Promise((answered) => {
    server.listener({ shoubian: name, input }, { id: 'test', url, tab: { id: 1 } } as never, answered);
  });
const wording = async (): Promise<ShopWording> => (await stores.shop.read()).pack.wording;
const idOf = (reply: Reply): string => (reply as unknown as { value: { id: string } }).value.id;

describe('the shop’s words', () => {
  it('are added at the end and changed in their place', async () => {
    const id = idOf(await ask('wording.save-word', { word: ' 亲亲 ', suggestion: '亲' }));
    expect((await wording()).words.at(-1)).toEqual({ id, word: '亲亲', suggestion: '亲' });
    await ask('wording.save-word', { id: 'word-2', word: '保证', level: 'stop', platforms: ['pdd'] });
    expect((await wording()).words[1]).toEqual({
      id: 'word-2',
      word: '保证',
      level: 'stop',
      platforms: ['pdd'],
    });
    await ask('wording.remove-word', { id });
    expect((await wording()).words).toHaveLength(exampleShop.wording.words.length);
  });

  it('are changed by pages of the extension alone', async () => {
    expect(await ask('wording.save-word', { word: '亲亲' }, CHAT)).toMatchObject({ ok: false });
    expect(await ask('wording.levels', { levels: [] }, CHAT)).toMatchObject({ ok: false });
    expect((await wording()).words).toEqual(exampleShop.wording.words);
  });

  it('may not be empty', async () => {
    expect(await ask('wording.save-word', { word: '  ' })).toMatchObject({ ok: false });
  });
});

describe('released words', () => {
  it('are released from the page with the date, once however they are spelt, and marked again', async () => {
    now = 5_000;
    const id = idOf(await ask('wording.release', { word: '顶级' }, CHAT));
    const again = idOf(await ask('wording.release', { word: '顶 级' }, CHAT));
    expect(again).toBe(id);
    expect((await wording()).exceptions).toEqual([{ id, at: 5_000, word: '顶级' }]);
    await ask('wording.withdraw', { id }, CHAT);
    expect((await wording()).exceptions).toEqual([]);
  });

  it('of one marketplace are not those of another', async () => {
    await ask('wording.release', { word: '顶级', platforms: ['pdd'] });
    await ask('wording.release', { word: '顶级', platforms: ['jd'] });
    expect((await wording()).exceptions).toHaveLength(2);
  });
});

describe('the pack around them', () => {
  it('a page that saves other numbers of the shop does not take back what was released meanwhile', async () => {
    const { pack } = await stores.shop.read();
    await ask('wording.release', { word: '顶级' }, CHAT);
    await ask('shop.save', { pack: { ...pack, minimumOrder: 100 } });
    const kept = (await stores.shop.read()).pack;
    expect(kept.minimumOrder).toBe(100);
    expect(kept.wording.exceptions).toHaveLength(1);
  });

  it('numbers saved one after the other by a page that has not heard of the first are all kept', async () => {
    const before = (await stores.shop.read()).pack;
    await ask('shop.save', { pack: { minimumOrder: 2_500 } });
    await ask('shop.save', { pack: { promiseHours: 24 } });
    await ask('shop.save', { pack: { flashSale: { words: ['秒杀', '直播'] } } });
    await ask('shop.save', { pack: { flashSale: { askManagerFrom: 9_900 } } });
    expect((await stores.shop.read()).pack).toEqual({
      ...before,
      minimumOrder: 2_500,
      promiseHours: 24,
      flashSale: { words: ['秒杀', '直播'], askManagerFrom: 9_900 },
    });
  });

  it('version 1 of the store becomes version 2 with the words that stood in the program', () => {
    const { wording: _, ...pack } = exampleShop;
    const value = {
      id: 'shop',
      createdAt: 1,
      updatedAt: 1,
      deletedAt: null,
      pack: { ...pack, minimumOrder: 7 },
    };
    const read = interpret(shopStore, { version: 1, value }, 9);
    expect(read).toMatchObject({ state: 'kept', migrated: true });
    expect(read.value.pack.minimumOrder).toBe(7);
    expect(read.value.pack.wording).toEqual(exampleShop.wording);
  });

  it('a rule pack carries them, and one of before they were part of it is still read', () => {
    const carried = readRulePack(JSON.parse(writeRulePack({ rows: {}, shop: exampleShop })));
    expect(carried).toMatchObject({ ok: true, pack: { shop: { wording: exampleShop.wording } } });
    const { wording: _, ...shop } = exampleShop;
    const older = readRulePack({ format: 'shoubian.rule-pack', version: 1, shop });
    expect(older).toMatchObject({ ok: true, pack: { shop: { minimumOrder: exampleShop.minimumOrder } } });
  });
});
