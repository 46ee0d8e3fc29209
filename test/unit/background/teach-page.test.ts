import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '#imports';
import { teachPage } from '../../../entrypoints/shared/teach-page.ts';
import { teachablePage } from '../../../entrypoints/shared/teachable-page.ts';
import { userMapsStore } from '../../../storage/maps.ts';
import { settingsStore } from '../../../storage/settings.ts';

const request = vi.fn();
const sent = vi.fn();
let answer: object;

beforeEach(() => {
  fakeBrowser.reset();
  answer = { ok: false, why: 'not-granted' };
  vi.spyOn(browser.permissions, 'request').mockImplementation(request);
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (...args: unknown[]) => {
    const message = args[0] as { shoubian: string };
    sent(message);
    return { ok: true, value: message.shoubian === 'picker.begin' ? answer : {} };
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  request.mockReset();
  sent.mockReset();
});

const names = () => sent.mock.calls.map(([message]) => (message as { shoubian: string }).shoubian);

describe('teaching a page from the popup', () => {
  it.each([
    ['https://seller.example.test/orders?x=1', 'https://seller.example.test/*'],
    ['http://old.example.test:8080/a', 'http://old.example.test/*'],
  ])('asks within the click’s own task for the host of %s alone', async (url, origin) => {
    request.mockResolvedValue(true);
    const done = teachPage({ id: 4, url });
    // Nothing has been awaited yet: after an await the browser would refuse to ask.
    expect(request.mock.calls).toEqual([[{ origins: [origin] }]]);
    expect(await done).toBe('begun');
  });

  it('tells the wish before the prompt is answered, for the prompt may close the popup', async () => {
    let grant: (yes: boolean) => void = () => undefined;
    request.mockReturnValue(new Promise((resolve) => (grant = resolve)));
    const done = teachPage({ id: 4, url: 'https://seller.example.test/' }, { kind: 'chat', field: 'editor' });
    await vi.waitFor(() => expect(names()).toEqual(['picker.begin']));
    expect(sent.mock.calls[0]?.[0].input).toEqual({
      tabId: 4,
      request: { kind: 'chat', field: 'editor' },
    });
    grant(true);
    expect(await done).toBe('begun');
    expect(names(), 'once, whoever carries it out').toEqual(['picker.begin']);
  });

  it.each<[string, boolean, object, string, string[]]>([
    ['refused', false, { ok: false, why: 'not-granted' }, 'refused', ['picker.begin', 'picker.forget']],
    ['granted before', true, { ok: true }, 'begun', ['picker.begin']],
    ['of a page that cannot be reached', true, { ok: false, why: 'no-page' }, 'no-page', ['picker.begin']],
  ])('%s', async (_, yes, background, outcome, messages) => {
    answer = background;
    request.mockResolvedValue(yes);
    expect(await teachPage({ id: 4, url: 'https://seller.example.test/' })).toBe(outcome);
    expect(names()).toEqual(messages);
  });

  it('asks nothing for a page that has no host', async () => {
    expect(await teachPage({ id: 4, url: 'chrome://extensions/' })).toBe('no-page');
    expect(request).not.toHaveBeenCalled();
    expect(sent).not.toHaveBeenCalled();
  });
});

describe('what the popup offers for a page', () => {
  const state = (markets = {}) => ({
    maps: userMapsStore.defaults(0),
    settings: { ...settingsStore.defaults(0), markets },
  });

  it.each<[string, string | undefined, object, { host?: string; known: boolean; can: boolean }]>([
    [
      'an unknown site',
      'https://seller.example.test/a',
      {},
      { host: 'seller.example.test', known: false, can: true },
    ],
    ['a site without https', 'http://10.0.0.8:81/a', {}, { host: '10.0.0.8', known: false, can: true }],
    [
      'a page of a market',
      'https://mms.pinduoduo.com/x',
      {},
      { host: 'mms.pinduoduo.com', known: true, can: true },
    ],
    [
      'a market that is off',
      'https://mms.pinduoduo.com/x',
      { pdd: { enabled: false } },
      { host: 'mms.pinduoduo.com', known: true, can: false },
    ],
    ['the browser’s own page', 'chrome://settings/', {}, { known: false, can: false }],
    ['another extension', 'chrome-extension://abc/options.html', {}, { known: false, can: false }],
    ['the extension shop', 'https://chromewebstore.google.com/detail/x', {}, { known: false, can: false }],
    ['its old address', 'https://chrome.google.com/webstore/x', {}, { known: false, can: false }],
    ['the shop of Firefox', 'https://addons.mozilla.org/zh-CN/', {}, { known: false, can: false }],
    ['a local file', 'file:///C:/a.html', {}, { known: false, can: false }],
    ['a page whose address is hidden', undefined, {}, { known: false, can: false }],
  ])('%s', (_, url, markets, { can, ...expected }) => {
    const { why, ...shown } = teachablePage(url, state(markets));
    expect(shown).toEqual(expected);
    expect(why === undefined).toBe(can);
  });
});
