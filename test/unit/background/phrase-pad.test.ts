import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '#imports';
import { createPhrasePad, handlePad, type PhrasePad } from '../../../entrypoints/background/phrase-pad.ts';
import { openStores, type Stores } from '../../../entrypoints/background/stores.ts';
import type { WindowPlace } from '../../../rules/windows/window-place.ts';
import type { Reply } from '../../../storage/messages/send.ts';
import { createRequestServer, type RequestServer } from '../../../storage/messages/serve.ts';
import { padSizes, padStore } from '../../../storage/pad.ts';
import { interpret } from '../../../storage/store.ts';

const base = 'chrome-extension://test/';
const screen = { left: 0, top: 0, width: 1920, height: 1040 };

let stores: Stores;
let server: RequestServer;
let pad: PhrasePad;
/** Every window that was asked for, and whether the browser gave it. */
let asked: { place: Partial<WindowPlace>; given: boolean }[];
/** The windows that are open, in the order they were opened. */
let open: Map<number, Partial<WindowPlace> & { id: number; state: string }>;

/** Chromium's rule: less than half of the window on a screen is refused. */
const onScreen = ({ left = 0, top = 0, width = 0 }: Partial<WindowPlace>): boolean =>
  left > -width / 2 && left + width / 2 < screen.width && top >= 0 && top < screen.height;

function playWindows(): void {
  let made = 100;
  open = new Map();
  const found = async (id: number) => {
    const window = open.get(id);
    if (!window) throw new Error(`No window with id: ${id}.`);
    return window;
  };
  const { windows } = browser;
  vi.spyOn(windows, 'get').mockImplementation((async (id: number) => ({ ...(await found(id)) })) as never);
  vi.spyOn(windows, 'update').mockImplementation((async (id: number, change: object) =>
    Object.assign(await found(id), change)) as never);
  vi.spyOn(windows, 'create').mockImplementation((async ({ left, top, width, height }: WindowPlace) => {
    const place = { left, top, width, height };
    const given = left === undefined || onScreen(place);
    asked.push({ place, given });
    if (!given) throw new Error('Invalid value for bounds.');
    made += 1;
    open.set(made, { ...place, id: made, state: 'normal' });
    return { id: made };
  }) as never);
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => base + String(path).replace(/^\//, ''));
  asked = [];
  playWindows();
  stores = openStores(() => 5);
  server = createRequestServer(async () => ({
    runtimeId: 'test',
    extensionBase: base,
    isMarketPage: () => true,
  }));
  pad = createPhrasePad(stores);
  handlePad(server, stores, pad, () => 5);
});

const ask = (name: string, input: object, from: { url?: string; windowId?: number } = {}): Promise<Reply> =>
  new Promise((answered) => {
    const sender = {
      id: 'test',
      url: from.url ?? `${base}phrase-pad.html`,
      tab: { windowId: from.windowId },
    };
    server.listener({ shoubian: name, input }, sender as never, answered);
  });

const padWindow = (): number => [...open.keys()].at(-1) ?? -1;
const placed = async (place: Partial<WindowPlace> & { state?: string }, opening = false): Promise<Reply> => {
  await browser.windows.update(padWindow(), place as never);
  return ask('pad.placed', { opening, screen, extended: false }, { windowId: padWindow() });
};
const keep = (place: WindowPlace): Promise<unknown> => stores.pad.update((record) => ({ ...record, place }));

describe('the one window', () => {
  it('opens in its first size; a second call, also at once and after the worker died, brings it forward', async () => {
    await Promise.all([pad.open(), pad.open()]);
    await createPhrasePad(stores).open();
    expect(asked).toEqual([
      {
        place: { left: undefined, top: undefined, width: padSizes.width, height: padSizes.height },
        given: true,
      },
    ]);
    expect(browser.windows.update).toHaveBeenCalledTimes(2);
    expect(browser.windows.update).toHaveBeenLastCalledWith(padWindow(), { focused: true });
  });

  it('opens anew when it was closed', async () => {
    await pad.open();
    open.clear();
    await pad.open();
    expect(asked).toHaveLength(2);
  });

  it('is opened by a page of ours, and by no page of a marketplace', async () => {
    expect(await ask('pad.open', {}, { url: 'https://mms.pinduoduo.com/chat' })).toMatchObject({ ok: false });
    expect(asked).toEqual([]);
    expect(await ask('pad.open', {}, { url: `${base}popup.html` })).toMatchObject({ ok: true });
    expect(asked).toHaveLength(1);
  });
});

describe('its place', () => {
  const place = { left: 200, top: 60, width: 420, height: 700 };

  it('is remembered when the window was moved or sized, and taken the next time', async () => {
    await pad.open();
    await placed(place);
    expect((await stores.pad.read()).place).toEqual(place);
    open.clear();
    await pad.open();
    expect(asked.at(-1)).toEqual({ place, given: true });
  });

  it('falls back to the browser’s choice, in the agent’s size, when its screen is gone', async () => {
    await keep({ ...place, left: 4_000 });
    await pad.open();
    expect(asked).toEqual([
      { place: { ...place, left: 4_000 }, given: false },
      { place: { left: undefined, top: undefined, width: 420, height: 700 }, given: true },
    ]);
  });

  it('is put right where the browser opened it out of reach, once, when it opens', async () => {
    await pad.open();
    const away = { left: 1_900, top: 60, width: 420, height: 700 };
    await placed(away, true);
    const better = { left: 1_500, top: 170, width: 420, height: 700 };
    expect(open.get(padWindow())).toMatchObject(better);
    expect((await stores.pad.read()).place).toEqual(better);
    // An agent who pushes it aside meant it.
    await placed(away);
    expect(open.get(padWindow())).toMatchObject(away);
  });

  it.each(['minimized', 'maximized', 'fullscreen'])('is not that of a window that is %s', async (state) => {
    await pad.open();
    await placed(place);
    await placed({ left: -32_000, top: -32_000, width: 160, height: 100, state });
    expect((await stores.pad.read()).place).toEqual(place);
  });

  it('is not that of a tab in which the page was opened', async () => {
    await pad.open();
    open.set(7, { ...place, id: 7, state: 'normal' });
    await ask('pad.placed', { opening: true, screen, extended: false }, { windowId: 7 });
    expect((await stores.pad.read()).place).toBeUndefined();
  });

  it('that cannot be one is no place: the store is set aside', () => {
    const kept = { ...padStore.defaults(1), place: { ...place, width: 3 } };
    expect(interpret(padStore, { version: 1, value: kept }, 1).state).toBe('bad');
  });
});

it('the marketplace answered is kept, with the last four, in the order they came', async () => {
  for (const platform of ['xiaohongshu', 'jd', 'pdd', 'jd', 'kuaishou'])
    await ask('pad.platform', { platform });
  const { platform, recent } = await stores.pad.read();
  expect(platform).toBe('kuaishou');
  expect(recent).toEqual(['kuaishou', 'pdd', 'jd', 'taobao']);
  expect(await ask('pad.platform', { platform: 'ebay' })).toMatchObject({ ok: false });
});
