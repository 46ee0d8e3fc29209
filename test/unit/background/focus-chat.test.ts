import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '#imports';
import { type ChatPlaces, createChatPlaces } from '../../../entrypoints/background/chat-places.ts';
import { type ChatFocus, createChatFocus } from '../../../entrypoints/background/focus-chat.ts';
import { openStores } from '../../../entrypoints/background/stores.ts';
import { matchesAny } from '../../../rules/hosts/match-pattern.ts';
import type { ChatPlace } from '../../../storage/schemas/queue.ts';

const PDD = 'https://mms.pinduoduo.com/chat-merchant/index.html';
const JD = 'https://dongdong.jd.com/';
const chat: ChatPlace = { key: 'pdd|s|b1', platform: 'pdd', shop: 's', buyer: 'b1' };

interface OpenTab {
  id: number;
  url: string;
  windowId: number;
  lastAccessed?: number;
}

let now = 1_000_000;
let open: OpenTab[] = [];
let listed: number[] = [];
let places: ChatPlaces;
let focus: ChatFocus;
const forward: number[] = [];
const windows: unknown[] = [];
const told: [number, unknown][] = [];
/** Tabs whose desk does not run yet. */
const deaf = new Set<number>();

beforeEach(() => {
  fakeBrowser.reset();
  now = 1_000_000;
  open = [];
  listed = [];
  for (const list of [forward, windows, told]) list.length = 0;
  deaf.clear();
  places = createChatPlaces();
  focus = createChatFocus(
    openStores(() => now),
    places,
    { listedIn: async () => listed },
    () => now,
  );
  vi.spyOn(browser.tabs, 'query').mockImplementation((async ({ url }: { url: string[] }) =>
    open.filter((tab) => matchesAny(tab.url, url))) as never);
  vi.spyOn(browser.tabs, 'update').mockImplementation((async (id: number) => {
    if (!open.some((tab) => tab.id === id)) throw new Error('No tab');
    forward.push(id);
  }) as never);
  vi.spyOn(browser.windows, 'get').mockImplementation((async (id: number) => ({
    id,
    state: id === 9 ? 'minimized' : 'normal',
  })) as never);
  vi.spyOn(browser.windows, 'update').mockImplementation((async (id: number, change: object) => {
    windows.push({ id, ...change });
  }) as never);
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (
    id: number,
    message: { shoubian: string; input: unknown },
  ) => {
    if (deaf.has(id)) throw new Error('Receiving end does not exist');
    told.push([id, message]);
  }) as never);
});
afterEach(() => vi.restoreAllMocks());

describe('a buyer’s chat is opened in', () => {
  it('the tab it was last read in, also for a worker that was killed since', async () => {
    open = [
      { id: 1, url: PDD, windowId: 1, lastAccessed: 50 },
      { id: 2, url: PDD, windowId: 2, lastAccessed: 10 },
    ];
    await places.saw([chat.key, 'pdd|s|other'], 1);
    await places.saw([chat.key], 2);
    places = createChatPlaces();
    focus = createChatFocus(
      openStores(() => now),
      places,
      { listedIn: async () => [1] },
      () => now,
    );
    expect(await focus.focusConversation(chat)).toBe(true);
    expect(forward).toEqual([2]);
    expect(windows).toEqual([{ id: 2, focused: true }]);
    expect(told).toEqual([[2, { shoubian: 'queue.open-chat', input: { chat } }]]);
  });

  it('else a tab whose list names it, else the one of its marketplace that was used last', async () => {
    open = [
      { id: 1, url: PDD, windowId: 1, lastAccessed: 50 },
      { id: 2, url: PDD, windowId: 1, lastAccessed: 10 },
      { id: 3, url: JD, windowId: 1, lastAccessed: 90 },
    ];
    listed = [2];
    await focus.focusConversation(chat);
    listed = [];
    await focus.focusConversation(chat);
    expect(forward).toEqual([2, 1]);
  });

  it('another tab, when the one it was read in was closed or has gone elsewhere', async () => {
    open = [
      { id: 1, url: 'https://example.com/', windowId: 1 },
      { id: 2, url: PDD, windowId: 1 },
    ];
    await places.saw([chat.key], 1);
    await focus.focusConversation(chat);
    await places.saw([chat.key], 7);
    await places.tabGone(7);
    expect(await places.tabOf(chat.key)).toBeUndefined();
    await focus.focusConversation(chat);
    expect(forward).toEqual([2, 2]);
  });

  it('never in the tab that asks, and nowhere when no other is open', async () => {
    open = [{ id: 1, url: PDD, windowId: 1 }];
    await places.saw([chat.key], 1);
    expect(await focus.focusConversation(chat, 1)).toBe(false);
    expect(forward).toEqual([]);
    open = [];
    expect(await focus.focusConversation(chat)).toBe(false);
    expect(told).toEqual([]);
  });

  it('a window that was minimised, which comes up', async () => {
    open = [{ id: 1, url: PDD, windowId: 9 }];
    await focus.focusConversation(chat);
    expect(windows).toEqual([{ id: 9, focused: true, state: 'normal' }]);
  });

  it('a tab the browser had put to sleep: it is told once its desk speaks, unless the agent has gone on', async () => {
    open = [{ id: 1, url: PDD, windowId: 1 }];
    deaf.add(1);
    expect(await focus.focusConversation(chat)).toBe(true);
    deaf.clear();
    focus.heardFrom(2);
    expect(told).toEqual([]);
    focus.heardFrom(1);
    await vi.waitFor(() => expect(told).toHaveLength(1));
    focus.heardFrom(1);
    expect(told, 'once').toHaveLength(1);

    deaf.add(1);
    await focus.focusConversation(chat);
    deaf.clear();
    now += 60_000;
    focus.heardFrom(1);
    await Promise.resolve();
    expect(told).toHaveLength(1);
  });
});

describe('a marketplace is brought forward', () => {
  it('by the tab used last; a tab that closes at that moment is none', async () => {
    open = [{ id: 3, url: JD, windowId: 1 }];
    expect(await focus.focusMarket('jd')).toBe(true);
    expect(await focus.focusMarket('pdd')).toBe(false);
    vi.spyOn(browser.tabs, 'update').mockRejectedValue(new Error('No tab'));
    expect(await focus.focusMarket('jd')).toBe(false);
  });
});

describe('the places of chats', () => {
  it('are as many as are needed, and go with buyers’ data', async () => {
    await places.saw(
      Array.from({ length: 2_100 }, (_, n) => `k${n}`),
      1,
    );
    expect(await places.tabOf('k0')).toBeUndefined();
    expect(await places.tabOf('k2099')).toBe(1);
    await places.erase();
    expect(await createChatPlaces().tabOf('k2099')).toBeUndefined();
  });
});
