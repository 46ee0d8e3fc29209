import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createChatPlaces } from '../../../entrypoints/background/chat-places.ts';
import { handleFocus } from '../../../entrypoints/background/handle-focus.ts';
import { handleLedger } from '../../../entrypoints/background/handle-ledger.ts';
import { createLiveQueue } from '../../../entrypoints/background/live-queue.ts';
import { createRecentEvents } from '../../../entrypoints/background/recent-events.ts';
import { openStores } from '../../../entrypoints/background/stores.ts';
import type { TurnEvent } from '../../../rules/turns/event.ts';
import { appendEvents, focusBuyer, reportHints } from '../../../storage/contracts/ledger.ts';
import { watchLedger } from '../../../storage/ledger-beat.ts';
import type { Reply } from '../../../storage/messages/send.ts';
import { createRequestServer, type Sender } from '../../../storage/messages/serve.ts';

const NOW = Date.UTC(2026, 10, 22, 3);

function background() {
  const stores = openStores(() => NOW);
  const recent = createRecentEvents(stores.ledger, () => NOW);
  const queue = createLiveQueue(stores, recent, () => NOW, { look: async () => undefined });
  const places = createChatPlaces();
  const focus = {
    focusConversation: vi.fn(async () => true),
    focusMarket: vi.fn(async () => true),
    heardFrom: vi.fn(),
  };
  const figures = { learn: vi.fn() };
  const shifts = { learn: vi.fn(async () => undefined) };
  const server = createRequestServer(async () => ({
    runtimeId: 'us',
    extensionBase: 'chrome-extension://us/',
    isMarketPage: (url: string) => url.startsWith('https://market.test/'),
  }));
  handleLedger(server, stores, { recent, queue, figures, places, focus, shifts }, () => NOW);
  handleFocus(server, focus);
  const ask = (name: string, input: unknown, sender: Sender): Promise<Reply> =>
    new Promise((resolve) => {
      server.listener({ shoubian: name, input }, sender, resolve);
    });
  return { stores, queue, places, focus, figures, shifts, ask };
}

const desk = (tabId: number, frameId = 0): Sender =>
  ({ id: 'us', url: 'https://market.test/chat', tab: { id: tabId }, frameId }) as Sender;
const popup = { id: 'us', url: 'chrome-extension://us/popup.html' } as Sender;
const event = (change: Partial<TurnEvent> = {}): TurnEvent => ({
  id: 'm1',
  t: NOW - 10_000,
  platform: 'pdd',
  shop: 's',
  buyer: 'b1',
  type: 'buyer',
  ...change,
});
const KEY = 'pdd|s|b1';

let of: ReturnType<typeof background>;
beforeEach(async () => {
  fakeBrowser.reset();
  of = background();
  await of.stores.ledger.erase();
  await of.stores.nicks.erase();
});
afterEach(() => vi.restoreAllMocks());

describe('events a desk hands over', () => {
  it('are on disk, in the queue under the buyer’s nick, and say in which tab the chat stands', async () => {
    const nicks = [{ platform: 'pdd', shop: 's', buyer: 'b1', nick: '小圆' }];
    expect(await of.ask(appendEvents.name, { events: [event()], nicks }, desk(7))).toEqual({
      ok: true,
      value: { added: 1 },
    });
    expect((await of.stores.queue.read()).waiting).toMatchObject([{ key: KEY, nick: '小圆' }]);
    expect(await of.places.tabOf(KEY)).toBe(7);
    await of.ask(appendEvents.name, { events: [event({ id: 'm2' })], nicks: [] }, desk(7));
    expect(of.figures.learn).toHaveBeenLastCalledWith(new Set([KEY]));
    expect(of.focus.heardFrom).toHaveBeenCalledWith(7);
  });

  it('are receipted once they are on disk, though queue, places and shifts cannot be written', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(of.stores.queue, 'update').mockRejectedValue(new Error('quota'));
    vi.spyOn(of.places, 'saw').mockRejectedValue(new Error('quota'));
    of.shifts.learn.mockRejectedValue(new Error('quota'));
    const reply = await of.ask(appendEvents.name, { events: [event()], nicks: [] }, desk(7));
    expect(reply).toEqual({ ok: true, value: { added: 1 } });
    expect(await of.stores.ledger.read(NOW - 20_000, NOW)).toHaveLength(1);
  });

  it('have no receipt when they could not be kept', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(of.stores.ledger, 'append').mockRejectedValue(new Error('quota'));
    const reply = await of.ask(appendEvents.name, { events: [event()], nicks: [] }, desk(7));
    expect(reply).toMatchObject({ ok: false, failure: 'failed' });
    expect((await of.stores.queue.read()).waiting).toEqual([]);
  });
});

describe('what a conversation list tells', () => {
  it('is kept by the tab and frame the browser stamped, not by anything the page says', async () => {
    const hints = [{ platform: 'pdd', shop: 's', buyer: 'b2', since: NOW - 5_000, precision: 's' }];
    await of.ask(reportHints.name, { hints }, desk(7));
    await of.ask(reportHints.name, { hints: [] }, desk(7, 3));
    expect(await of.ask(reportHints.name, { hints: [] }, desk(8))).toEqual({
      ok: true,
      value: { waiting: 1 },
    });
    expect(await of.queue.listedIn('pdd|s|b2')).toEqual([7]);
    expect(await of.ask(reportHints.name, { hints: [] }, desk(7))).toEqual({
      ok: true,
      value: { waiting: 0 },
    });
  });
});

describe('asking for a buyer’s chat', () => {
  const chat = { key: KEY, platform: 'pdd', shop: 's', buyer: 'b1' };

  it('a desk’s own tab has looked already, the popup has none', async () => {
    await of.ask(focusBuyer.name, { platform: 'pdd', chat }, desk(7));
    await of.ask(focusBuyer.name, { platform: 'pdd', chat }, popup);
    expect(of.focus.focusConversation.mock.calls).toEqual([
      [chat, 7],
      [chat, undefined],
    ]);
  });

  it('without a chat brings the marketplace forward, and says when no tab is open', async () => {
    of.focus.focusMarket.mockResolvedValue(false);
    expect(await of.ask(focusBuyer.name, { platform: 'jd' }, popup)).toEqual({
      ok: true,
      value: { found: false },
    });
  });
});

describe('views of figures', () => {
  it('hear of every message that was kept, also where nobody waits after it, and of none kept before', async () => {
    const { ask } = background();
    const heard = vi.fn();
    const stopped = new AbortController();
    watchLedger(stopped.signal, heard);
    const sender = { id: 'us', url: 'https://market.test/chat', tab: { id: 3 } } as Sender;
    const said = (type: TurnEvent['type'], t: number): TurnEvent => ({
      id: `${type}${t}`,
      t,
      platform: 'pdd',
      shop: 's',
      buyer: 'heard',
      type,
    });
    const round = { events: [said('buyer', NOW - 9_000), said('human', NOW - 5_000)], nicks: [] };
    await ask(appendEvents.name, round, sender);
    expect(heard).toHaveBeenCalledTimes(1);
    await ask(appendEvents.name, round, sender);
    expect(heard).toHaveBeenCalledTimes(1);
    stopped.abort();
    await ask(appendEvents.name, { events: [said('buyer', NOW - 1_000)], nicks: [] }, sender);
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
