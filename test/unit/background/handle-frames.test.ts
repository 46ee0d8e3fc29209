import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '#imports';
import { handleFrames } from '../../../entrypoints/background/handle-frames.ts';
import { actInFrame, callFrames, publishFrame, tellPalette } from '../../../storage/contracts/frames.ts';
import type { Reply } from '../../../storage/messages/send.ts';
import { createRequestServer, type Sender } from '../../../storage/messages/serve.ts';

/** Messages between the frames of one tab, by what the browser stamps on them and by nothing else. */
const sent = vi.fn<(tabId: number, message: unknown, options: unknown) => void>();
let gone = new Set<number>();

const server = createRequestServer(async () => ({
  runtimeId: 'us',
  extensionBase: 'chrome-extension://us/',
  isMarketPage: (url: string) => url.startsWith('https://market.test/'),
}));
handleFrames(server);

const from = (tabId: number, frameId: number, url = 'https://market.test/x'): Sender =>
  ({ id: 'us', url, tab: { id: tabId }, frameId }) as Sender;
const ask = (name: string, input: unknown, sender: Sender): Promise<Reply> =>
  new Promise((resolve) => {
    server.listener({ shoubian: name, input }, sender, resolve);
  });

beforeEach(() => {
  fakeBrowser.reset();
  gone = new Set();
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (
    tabId: number,
    message: unknown,
    options?: { frameId?: number },
  ) => {
    sent(tabId, message, options);
    if (options?.frameId !== undefined && gone.has(options.frameId)) throw new Error('no receiving end');
  }) as never);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  sent.mockReset();
});

const act = { do: 'jump', key: 'o1' };

describe('a sub frame', () => {
  it('is heard by the top frame of its own tab, under the id the browser gave it', async () => {
    await ask(publishFrame.name, { load: 1, view: '{}', frameId: 99, tabId: 5 }, from(7, 3));
    expect(sent.mock.calls).toEqual([
      [7, { shoubian: 'frames.view', input: { frameId: 3, load: 1, view: '{}' } }, { frameId: 0 }],
    ]);
  });

  it('asks for the palette of its own tab', async () => {
    expect(await ask(tellPalette.name, { say: 'pressed' }, from(7, 3))).toEqual({
      ok: true,
      value: { delivered: true },
    });
    expect(sent.mock.calls[0]?.[0]).toBe(7);
    expect(sent.mock.calls[0]?.[2]).toEqual({ frameId: 0 });
  });

  it('cannot act in a frame or call the others', async () => {
    expect(await ask(actInFrame.name, { frameId: 4, act }, from(7, 3))).toEqual({
      ok: true,
      value: { delivered: false },
    });
    expect(await ask(callFrames.name, { frames: [] }, from(7, 3))).toEqual({ ok: true, value: { gone: [] } });
    expect(sent).not.toHaveBeenCalled();
  });

  it.each<[string, Sender]>([
    ['a page that is no market', from(7, 3, 'https://elsewhere.test/')],
    ['another extension', { ...from(7, 3), id: 'them' }],
    ['a page of ours', from(7, 3, 'chrome-extension://us/options.html')],
  ])('is refused when it is %s', async (_, sender) => {
    for (const [name, input] of [
      [publishFrame.name, { load: 1, view: '{}' }],
      [tellPalette.name, { say: 'pressed' }],
      [actInFrame.name, { frameId: 4, act }],
      [callFrames.name, { frames: [] }],
    ] as const) {
      expect(await ask(name, input, sender)).toMatchObject({ ok: false, failure: 'refused' });
    }
    expect(sent).not.toHaveBeenCalled();
  });
});

describe('the top frame', () => {
  it('acts in the named frame of its own tab, and is told when that is gone', async () => {
    expect(await ask(actInFrame.name, { frameId: 4, act }, from(7, 0))).toEqual({
      ok: true,
      value: { delivered: true },
    });
    expect(sent.mock.calls).toEqual([[7, { shoubian: 'frames.do', input: { act } }, { frameId: 4 }]]);
    gone.add(4);
    expect(await ask(actInFrame.name, { frameId: 4, act }, from(7, 0))).toEqual({
      ok: true,
      value: { delivered: false },
    });
  });

  it('publishes nothing to itself and acts nowhere but in sub frames', async () => {
    await ask(publishFrame.name, { load: 1, view: '{}' }, from(7, 0));
    expect(await ask(tellPalette.name, { say: 'pressed' }, from(7, 0))).toEqual({
      ok: true,
      value: { delivered: false },
    });
    expect(await ask(actInFrame.name, { frameId: 0, act }, from(7, 0))).toMatchObject({
      failure: 'bad-input',
    });
    expect(sent).not.toHaveBeenCalled();
  });

  it('calls every frame of its tab, or those it knows and hears which are gone', async () => {
    await ask(callFrames.name, { frames: [] }, from(7, 0));
    expect(sent.mock.calls).toEqual([[7, { shoubian: 'frames.again', input: {} }, {}]]);
    gone.add(5);
    expect(await ask(callFrames.name, { frames: [4, 5] }, from(7, 0))).toEqual({
      ok: true,
      value: { gone: [5] },
    });
  });

  it.each([
    [{ do: 'send' }],
    [{ do: 'insert', id: 'p1', text: 'x' }],
    [{ do: 'fill-price', request: { way: 'guess', value: '1' } }],
    [{ do: 'jump', key: 'x'.repeat(300) }],
  ])('is refused what no contract names: %j', async (bad) => {
    expect(await ask(actInFrame.name, { frameId: 4, act: bad }, from(7, 0))).toMatchObject({
      failure: 'bad-input',
    });
  });
});
