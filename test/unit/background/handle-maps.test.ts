import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '#imports';
import { builtInMaps } from '../../../content/sites/built-in.ts';
import { giveBackForgotten } from '../../../entrypoints/background/give-back.ts';
import { handleMaps, type MapsHandler } from '../../../entrypoints/background/handle-maps.ts';
import { marketPageTest } from '../../../entrypoints/background/markets.ts';
import { openStores, type Stores } from '../../../entrypoints/background/stores.ts';
import { createTaughtPages, type TaughtPages } from '../../../entrypoints/background/taught-pages.ts';
import type { Reply } from '../../../storage/messages/send.ts';
import { createRequestServer, type RequestServer, type Sender } from '../../../storage/messages/serve.ts';

/** A prompt cannot be answered headless, so granting, refusing and giving back are proven by tables here. */
const HOST = 'https://seller.example.test/*';
const URL_TAUGHT = 'https://seller.example.test/orders?page=1';

const document = (patch: object = {}) => ({
  format: 'shoubian.site-map',
  version: 1,
  id: 'example',
  name: { 'zh-CN': '示例', en: 'Example' },
  platform: 'other',
  hosts: [HOST],
  evidence: { level: 'high', seen: '2026-11-22' },
  pages: [{ kind: 'orders', item: '.row', fields: { orderId: '.no' } }],
  ...patch,
});

let now: number;
let granted: Set<string>;
let tabs: Map<number, string>;
let injected: number[];
let notices: { tabId: number; name: string; input: unknown; frameId: number }[];
let stores: Stores;
let taught: TaughtPages;
let server: RequestServer;
let maps: MapsHandler;
let reconciled: number;

beforeEach(() => {
  fakeBrowser.reset();
  now = 1_000;
  granted = new Set(builtInMaps().flatMap((map) => map.hosts));
  tabs = new Map([[4, URL_TAUGHT]]);
  injected = [];
  notices = [];
  reconciled = 0;
  vi.spyOn(browser.permissions, 'contains').mockImplementation((async ({ origins }: { origins: string[] }) =>
    origins.every((origin) => granted.has(origin))) as never);
  vi.spyOn(browser.permissions, 'remove').mockImplementation((async ({ origins }: { origins: string[] }) =>
    origins.every((origin) => granted.delete(origin))) as never);
  vi.spyOn(browser.permissions, 'getAll').mockImplementation((async () => ({
    origins: [...granted],
    permissions: [],
  })) as never);
  // As browsers do: the address of a tab is told only where its host is granted.
  vi.spyOn(browser.tabs, 'get').mockImplementation((async (id: number) => {
    const url = tabs.get(id);
    if (url === undefined) throw new Error('No tab');
    const origin = url.startsWith('http') ? `${new URL(url).origin}/*` : '';
    return { id, ...((granted.has(origin) || origin === '') && { url }) };
  }) as never);
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation((async ({
    target,
  }: {
    target: { tabId: number };
  }) => {
    injected.push(target.tabId);
    return [];
  }) as never);
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (
    tabId: number,
    message: { shoubian: string; input: unknown },
    options: { frameId: number },
  ) => {
    notices.push({ tabId, name: message.shoubian, input: message.input, frameId: options.frameId });
  }) as never);
  stores = openStores(() => now);
  taught = createTaughtPages(() => now);
  server = createRequestServer(async () => ({
    runtimeId: browser.runtime.id,
    extensionBase: browser.runtime.getURL('/' as never),
    isMarketPage: await marketPageTest(stores, taught),
  }));
  maps = handleMaps(
    server,
    stores,
    taught,
    async () => {
      reconciled += 1;
    },
    () => now,
  );
});
afterEach(() => {
  vi.restoreAllMocks();
});

const ourPage = (): Sender => ({
  id: browser.runtime.id,
  url: browser.runtime.getURL('/options.html' as never),
});
const desk = (url = URL_TAUGHT, tabId = 4): Sender =>
  ({ id: browser.runtime.id, url, tab: { id: tabId } }) as unknown as Sender;
const ask = (name: string, input: object, sender = ourPage()): Promise<Reply> =>
  new Promise((resolve) => server.listener({ shoubian: name, input }, sender, resolve));
const answered = async (reply: Promise<Reply>): Promise<unknown> => {
  const answer = await reply;
  return answer.ok ? answer.value : answer.failure;
};
const save = (patch: object = {}, sender = ourPage()) =>
  answered(ask('maps.save', { json: JSON.stringify(document(patch)) }, sender));
const begin = (tabId = 4, request: object = {}) => answered(ask('picker.begin', { tabId, request }));
const kept = async () => (await stores.maps.read()).maps;

describe('saving a map', () => {
  it('keeps it as the agent’s own, whatever level it says, and puts page scripts right', async () => {
    expect(await save()).toEqual({ ok: true, id: 'example' });
    expect((await kept()).map((one) => [one.id, one.map.evidence.level, one.deletedAt])).toEqual([
      ['example', 'user', null],
    ]);
    expect(reconciled).toBe(1);
  });

  it('keeps what was there before, for the next save and for going back and forth', async () => {
    await save({ evidence: { level: 'user', seen: '2026-01-01' } });
    now = 2_000;
    await save({ evidence: { level: 'user', seen: '2026-02-02' } });
    const [one] = await kept();
    expect([one?.map.evidence.seen, one?.before?.evidence.seen]).toEqual(['2026-02-02', '2026-01-01']);
    expect([one?.createdAt, one?.updatedAt]).toEqual([1_000, 2_000]);
    expect(await answered(ask('maps.revert', { id: 'example' }))).toEqual({ reverted: true });
    expect((await kept())[0]?.map.evidence.seen).toBe('2026-01-01');
    await ask('maps.revert', { id: 'example' });
    expect((await kept())[0]?.map.evidence.seen).toBe('2026-02-02');
  });

  it.each<[string, string, string]>([
    ['no JSON', '{"format": ', '第 1 行'],
    ['a later version', JSON.stringify(document({ version: 2 })), '第 2 版'],
    [
      'an unknown key',
      JSON.stringify(
        document({ pages: [{ kind: 'orders', item: '.a', fields: { orderId: '.b' }, itme: 1 }] }),
      ),
      'itme',
    ],
    [
      'a runaway pattern',
      JSON.stringify(
        document({ pages: [{ kind: 'orders', item: '.a', fields: { orderId: { pattern: '(a+)+$' } } }] }),
      ),
      'pages[0].fields.orderId.pattern',
    ],
    [
      'a selector that does not parse',
      JSON.stringify(document({ pages: [{ kind: 'orders', item: '.a >', fields: { orderId: '.b' } }] })),
      'pages[0].item',
    ],
    ['every host', JSON.stringify(document({ hosts: ['<all_urls>'] })), 'hosts[0]'],
  ])('%s is answered by a sentence with its place, and nothing is kept', async (_, json, words) => {
    await save();
    const before = await kept();
    const answer = (await answered(ask('maps.save', { json }))) as {
      ok: boolean;
      errors: { 'zh-CN': string }[];
    };
    expect(answer.ok).toBe(false);
    expect(answer.errors.map((error) => error['zh-CN']).join()).toContain(words);
    expect(await kept()).toEqual(before);
  });

  it('gives back the permission of a host that an edit took out', async () => {
    const other = 'https://other.example.test/*';
    granted.add(HOST).add(other);
    await save({ hosts: [HOST, other] });
    await save({ hosts: [HOST] });
    expect([granted.has(HOST), granted.has(other)]).toEqual([true, false]);
  });
});

describe('a page that is not of any market', () => {
  it('is not heard', async () => {
    granted.add(HOST);
    expect(await save({}, desk())).toBe('refused');
  });

  it('is heard while it is taught: from that tab and that host alone, and until its map is saved', async () => {
    granted.add(HOST);
    expect(await begin()).toEqual({ ok: true });
    const proof = () => marketPageTest(stores, taught).then((test) => test(URL_TAUGHT, 4));
    const otherwise = await marketPageTest(stores, taught);
    expect([
      otherwise(URL_TAUGHT, 4),
      otherwise(URL_TAUGHT, 5),
      otherwise('https://seller.example.test:8443/x', 4),
      otherwise('http://seller.example.test/', 4),
      otherwise('https://evil.example.test/', 4),
      otherwise(URL_TAUGHT, undefined),
    ]).toEqual([true, false, true, false, false, false]);
    expect(await save({}, desk(URL_TAUGHT, 5)), 'another tab').toBe('refused');
    expect(await save({}, desk())).toEqual({ ok: true, id: 'example' });
    // Now its own map lets it speak; without that map it is like any other page.
    await ask('maps.remove', { id: 'example' });
    granted.add(HOST);
    expect(await proof()).toBe(false);
  });

  it('may only save a map of its own address, and not in place of another’s', async () => {
    granted.add(HOST);
    await begin();
    const ok = (answer: unknown) => (answer as { ok: boolean }).ok;
    expect(ok(await save({ hosts: ['https://other.example.test/*'] }, desk()))).toBe(false);
    await save({ id: 'theirs', hosts: ['https://other.example.test/*'] });
    expect(ok(await save({ id: 'theirs' }, desk())), 'a map of another host').toBe(false);
    expect((await kept()).map((one) => [one.id, one.map.hosts])).toEqual([
      ['theirs', ['https://other.example.test/*']],
    ]);
  });

  it('is given up when its tab goes, and its permission given back', async () => {
    granted.add(HOST);
    await begin();
    await maps.tabGone(9);
    expect(granted.has(HOST)).toBe(true);
    await maps.tabGone(4);
    expect(granted.has(HOST)).toBe(false);
    expect((await marketPageTest(stores, taught))(URL_TAUGHT, 4)).toBe(false);
  });
});

describe('beginning to point', () => {
  it('starts the desk where none runs and tells the top frame what is asked', async () => {
    granted.add(HOST);
    expect(await begin(4, { kind: 'orders', field: 'orderId' })).toEqual({ ok: true });
    expect(injected).toEqual([4]);
    expect(notices).toEqual([
      { tabId: 4, name: 'picker.start', input: { kind: 'orders', field: 'orderId' }, frameId: 0 },
    ]);
  });

  it('leaves a desk that runs as it is', async () => {
    const market = builtInMaps().find((map) => map.id === 'pdd');
    tabs.set(7, (market?.hosts[0] ?? '').replace('*', 'orders'));
    expect(await begin(7)).toEqual({ ok: true });
    expect(injected).toEqual([]);
    expect(notices).toHaveLength(1);
  });

  it('waits for the permission: the prompt closes the popup, so the wish is carried out without it', async () => {
    expect(await begin(4, { kind: 'chat' })).toEqual({ ok: false, why: 'not-granted' });
    expect(notices).toEqual([]);
    granted.add('https://unrelated.example.test/*');
    await maps.permissionAdded();
    expect(notices, 'another host does not start it').toEqual([]);
    granted.add(HOST);
    await maps.permissionAdded();
    await maps.permissionAdded();
    expect(notices.map((notice) => notice.input)).toEqual([{ kind: 'chat' }]);
  });

  it.each([
    ['was refused', () => ask('picker.forget', { tabId: 4 })],
    [
      'is two minutes old',
      async () => {
        now += 120_000;
      },
    ],
    ['was of a tab that is gone', () => maps.tabGone(4)],
  ])('a wish that %s is not carried out', async (_, meanwhile) => {
    await begin();
    await meanwhile();
    granted.add(HOST);
    await maps.permissionAdded();
    expect(notices).toEqual([]);
  });

  it.each([
    ['a tab that is not there', 99],
    ['a page of the browser', 8],
  ])('%s cannot be taught', async (_, tabId) => {
    tabs.set(8, 'chrome://extensions/');
    expect(await begin(tabId)).toEqual({ ok: false, why: 'no-page' });
  });

  it('is only for our own pages to ask', async () => {
    granted.add(HOST);
    await save();
    expect(await answered(ask('picker.begin', { tabId: 4, request: {} }, desk()))).toBe('refused');
  });
});

describe('removing a map', () => {
  it('gives the permission back, and taking the removal back finds the map as it was', async () => {
    granted.add(HOST);
    await save();
    await ask('maps.remove', { id: 'example' });
    expect(granted.has(HOST)).toBe(false);
    expect((await kept())[0]?.deletedAt).toBe(now);
    expect(await answered(ask('maps.restore', { id: 'example' }))).toEqual({ restored: true });
    expect((await kept())[0]?.deletedAt).toBeNull();
    expect(await answered(ask('maps.restore', { id: 'example' })), 'nothing is removed now').toEqual({
      restored: false,
    });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a built-in map', async () => save({ hosts: ['https://mms.pinduoduo.com/*'] })],
    ['another map of the agent', async () => save({ id: 'second', hosts: ['https://mms.pinduoduo.com/*'] })],
  ])('keeps a host that %s names', async (_, prepare) => {
    await prepare();
    await save({ hosts: ['https://mms.pinduoduo.com/*'] });
    await ask('maps.remove', { id: 'example' });
    expect(granted.has('https://mms.pinduoduo.com/*')).toBe(true);
  });

  it('keeps a host that a wider pattern of another map takes in, and not one beside it', async () => {
    await save({ id: 'wide', hosts: ['https://*.shop.example.test/*'] });
    granted.add('https://a.shop.example.test/*').add('https://b.example.test/*');
    await save({ hosts: ['https://a.shop.example.test/orders/*', 'https://b.example.test/*'] });
    await ask('maps.remove', { id: 'example' });
    expect([granted.has('https://a.shop.example.test/*'), granted.has('https://b.example.test/*')]).toEqual([
      true,
      false,
    ]);
  });

  it('bears a browser that gives nothing back', async () => {
    vi.mocked(browser.permissions.remove).mockRejectedValue(new Error('required permission'));
    await save();
    expect(await answered(ask('maps.remove', { id: 'example' }))).toEqual({});
  });
});

it('a host granted for a teaching that the closing of the browser ended is given back at the next start', async () => {
  granted = new Set(['https://mms.pinduoduo.com/*', HOST, 'https://*.wide.example.test/*', '<all_urls>']);
  await giveBackForgotten(stores, taught);
  expect([...granted].sort()).toEqual([
    '<all_urls>',
    'https://*.wide.example.test/*',
    'https://mms.pinduoduo.com/*',
  ]);
});
