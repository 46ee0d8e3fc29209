import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '#imports';
import { type Attention, createAttention } from '../../../entrypoints/background/attention.ts';
import { handleAttention } from '../../../entrypoints/background/handle-attention.ts';
import { ATTENTION_ALARM, createLiveQueue } from '../../../entrypoints/background/live-queue.ts';
import { createRecentEvents } from '../../../entrypoints/background/recent-events.ts';
import { openStores, type Stores } from '../../../entrypoints/background/stores.ts';
import type { WaitingBuyer } from '../../../rules/turns/index.ts';
import type { Reply } from '../../../storage/messages/send.ts';
import { createRequestServer } from '../../../storage/messages/serve.ts';
import type { Attention as AttentionSettings } from '../../../storage/schemas/settings.ts';
import { at, waits } from '../attention/waiting.ts';

const START = at('11:00');
const past = (seconds: number): number => START + seconds * 1_000;
const MINUTE = 60_000;

let now = START;
let stores: Stores;
let attention: Attention;
const shown = vi.fn<(words: { title: string; message: string }) => void>();
const renewed = vi.fn<(words: { title: string; message: string }) => void>();
const heard = vi.fn<(step: string, volume: number) => Promise<void>>();
let title = '';

/** A worker that was killed and started again knows only what is on disk. */
function wake(): void {
  stores = openStores(() => now);
  attention = createAttention(stores, { sound: heard });
}

beforeEach(() => {
  fakeBrowser.reset();
  now = START;
  heard.mockResolvedValue(undefined);
  wake();
  const notices = browser.notifications as unknown as Record<'create' | 'update', unknown>;
  notices.create = async (id: string, words: { title: string; message: string }) => {
    shown(words);
    return id;
  };
  notices.update = async (_: string, words: { title: string; message: string }) => {
    renewed(words);
    return true;
  };
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('zh-CN');
  vi.spyOn(browser.action, 'setBadgeBackgroundColor').mockImplementation(async () => undefined);
  vi.spyOn(browser.action, 'setTitle').mockImplementation(async (details: unknown) => {
    title = (details as { title: string }).title;
  });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const mock of [shown, renewed, heard]) mock.mockReset();
});

const choose = (change: Partial<AttentionSettings>): Promise<unknown> =>
  stores.settings.update((settings) => ({ ...settings, attention: { ...settings.attention, ...change } }));

/** The queue is counted anew at this moment and these wait. */
async function look(moment: number, ...waiting: WaitingBuyer[]): Promise<number | undefined> {
  now = moment;
  const before = await stores.queue.read();
  const snapshot = await stores.queue.update((kept) => ({ ...kept, waiting, updatedAt: now }));
  const settings = await stores.settings.read();
  return attention.look(snapshot, settings, now, { at: before.updatedAt, waiting: before.waiting });
}
const told = async (): Promise<string[]> => Object.keys((await stores.queue.read()).told);

describe('a worker that dies', () => {
  it('after it had kept whom it tells and before the notification came leaves one step untold, never one told twice', async () => {
    let keptBefore: string[] = [];
    const notices = browser.notifications as unknown as Record<'create', unknown>;
    notices.create = () => new Promise(() => void told().then((keys) => (keptBefore = keys)));
    void look(past(120), waits('a', START));
    await vi.waitFor(() => expect(keptBefore).toHaveLength(1));
    wake();
    notices.create = async (id: string, words: { title: string; message: string }) => {
      shown(words);
      return id;
    };
    await look(past(125), waits('a', START));
    expect(shown).not.toHaveBeenCalled();
    await look(past(180), waits('a', START));
    expect(shown).toHaveBeenCalledTimes(1);
  });

  it('tells nobody where it cannot keep whom it told: it would tell at every message', async () => {
    await look(past(100), waits('a', START));
    const { update } = stores.queue;
    vi.spyOn(stores.queue, 'update').mockImplementationOnce(update).mockRejectedValue(new Error('full'));
    await expect(look(past(120), waits('a', START))).resolves.toBeUndefined();
    expect(shown).not.toHaveBeenCalled();
  });
});

describe('the sound', () => {
  it('is heard once per step at the chosen loudness, beside the notification', async () => {
    await choose({ sound: 'warn', volume: 0.3 });
    for (const seconds of [110, 120, 121, 180, 181]) await look(past(seconds), waits('a', START));
    expect(heard.mock.calls).toEqual([
      ['warn', 0.3],
      ['breach', 0.3],
    ]);
    expect(shown).toHaveBeenCalledTimes(2);
  });

  it('heard, a refused notification counts as told; with both refused it is tried again', async () => {
    await choose({ sound: 'warn' });
    (browser.notifications as unknown as Record<'create', unknown>).create = async () => {
      throw new Error('no notices here');
    };
    heard.mockRejectedValueOnce(new Error('no loudspeaker'));
    await look(past(120), waits('a', START));
    expect(await told()).toEqual([]);
    await look(past(121), waits('a', START));
    await look(past(122), waits('a', START));
    expect(heard).toHaveBeenCalledTimes(2);
    expect(await told()).toHaveLength(1);
  });
});

describe('the notification on the screen', () => {
  it('loses who was answered, also by a worker that did not show it, and goes with the last of them', async () => {
    const clear = vi.spyOn(browser.notifications, 'clear').mockResolvedValue(true as never);
    await look(past(130), waits('小明', START), waits('小红', past(1)), waits('new', past(100)));
    expect(shown.mock.calls[0]?.[0].message).toBe('小明、小红，最久的等了 2 分 10 秒');
    wake();
    await look(past(140), waits('小红', past(1)), waits('new', past(100)));
    expect(renewed.mock.calls[0]?.[0].message).toBe('小红（拼多多）等了 2 分 19 秒');
    expect(clear).not.toHaveBeenCalled();
    await look(past(141), waits('new', past(100)));
    expect(clear).toHaveBeenCalledWith('shoubian-waiting');
    expect(shown).toHaveBeenCalledTimes(1);
  });

  it('keeps its words in Firefox, which cannot change them, and goes all the same', async () => {
    const clear = vi.spyOn(browser.notifications, 'clear').mockResolvedValue(true as never);
    (browser.notifications as unknown as Record<'update', unknown>).update = undefined;
    await look(past(130), waits('a', START), waits('b', START));
    await look(past(140), waits('b', START));
    await look(past(150));
    expect(clear).toHaveBeenCalledWith('shoubian-waiting');
    expect(console.warn).not.toHaveBeenCalled();
  });

  it('has nothing but the four fields Firefox knows', async () => {
    await look(past(130), waits('a', START));
    expect(Object.keys(shown.mock.calls[0]?.[0] ?? {}).sort()).toEqual([
      'iconUrl',
      'message',
      'title',
      'type',
    ]);
  });
});

describe('after a sleep of the computer', () => {
  const one = waits('a', START);
  it('the pages first read what happened; who still waits then is told of once', async () => {
    await look(past(60), one);
    expect(await look(past(7_200), one)).toBe(past(7_220));
    await look(past(7_201), one);
    await look(past(7_219), one);
    expect(shown).not.toHaveBeenCalled();
    await look(past(7_220), one);
    await look(past(7_221), one);
    expect(shown).toHaveBeenCalledTimes(1);
  });

  it('who was answered meanwhile is told of to nobody', async () => {
    await look(past(60), one);
    await look(past(7_200), one);
    await look(past(7_203));
    await look(past(7_230));
    expect(shown).not.toHaveBeenCalled();
  });

  it('a clock that is put back holds nothing for longer', async () => {
    await look(past(60), one);
    await look(past(7_200), one);
    await look(past(200), one);
    expect(shown).toHaveBeenCalledTimes(1);
  });
});

describe('the words over the icon', () => {
  it('say how many wait, who for longest, and what holds things back', async () => {
    await look(past(60), waits('小红', past(30)), waits('小明', START));
    expect(title).toBe('手边\n2 位买家在等回复\n最久：小明（拼多多），从 11:00 等到现在');
    await choose({ pausedUntil: past(600) });
    expect(await look(past(61))).toBe(past(600));
    expect(title).toBe('手边\n勿扰到 11:10');
    await look(past(600));
    expect(title).toBe('手边');
  });

  it('are said to the browser only when they change', async () => {
    const set = vi.mocked(browser.action.setTitle);
    for (const seconds of [1, 2, 3]) await look(past(seconds), waits('a', START));
    expect(set).toHaveBeenCalledTimes(1);
  });
});

describe('do not disturb', () => {
  const ask = async (name: string, input: object): Promise<Reply> => {
    const server = createRequestServer(async () => ({
      runtimeId: 'test',
      extensionBase: 'chrome-extension://test/',
      isMarketPage: (url) => url.startsWith('https://seller.example.test/'),
    }));
    const queue = createLiveQueue(
      stores,
      createRecentEvents(stores.ledger, () => now),
      () => now,
      attention,
    );
    handleAttention(server, stores, queue, () => now);
    return new Promise((answered) => {
      const sender = { id: 'test', url: 'https://seller.example.test/chat', tab: { id: 1 } } as never;
      server.listener({ shoubian: name, input }, sender, answered);
    });
  };
  const buyer = (t: number) =>
    ({
      id: `m${t}`,
      t,
      platform: 'pdd',
      shop: 'shop-1',
      buyer: 'b1',
      type: 'buyer',
      origin: 'page',
    }) as const;

  it('lasts a quarter of an hour, with an alarm at its end, and is ended early by who began it', async () => {
    await stores.ledger.erase();
    await stores.ledger.append([buyer(START - 10 * MINUTE)]);
    expect(await ask('attention.pause', { on: true })).toEqual({
      ok: true,
      value: { until: START + 15 * MINUTE },
    });
    expect(shown).not.toHaveBeenCalled();
    expect((await browser.alarms.get(ATTENTION_ALARM))?.scheduledTime).toBe(START + 15 * MINUTE);
    now += MINUTE;
    expect(await ask('attention.pause', { on: false })).toEqual({ ok: true, value: { until: 0 } });
    expect(shown).toHaveBeenCalledTimes(1);
    expect((await stores.settings.read()).attention).toMatchObject({
      pausedUntil: 0,
      notify: 'warn',
      badge: true,
    });
  });

  it('a page of a marketplace may ask for; to try sounds and notifications it may not', async () => {
    expect(await ask('attention.pause', { on: true, minutes: 900 })).toMatchObject({ ok: true });
    expect((await stores.settings.read()).attention.pausedUntil).toBe(START + 15 * MINUTE);
    expect(await ask('attention.try', { what: 'notice' })).toMatchObject({ ok: false, failure: 'refused' });
  });
});
