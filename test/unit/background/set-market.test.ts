import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '#imports';
import { builtInMaps } from '../../../content/sites/built-in.ts';
import { setMarket } from '../../../entrypoints/shared/set-market.ts';
import { permissionOrigins } from '../../../rules/hosts/permission-origin.ts';
import { healthStore } from '../../../storage/health.ts';
import type { KeptState } from '../../../storage/kept-state.ts';
import { libraryStore } from '../../../storage/library.ts';
import { userMapsStore } from '../../../storage/maps.ts';
import { platformRulesStore } from '../../../storage/platform-rules.ts';
import { queueStore } from '../../../storage/queue.ts';
import { settingsStore } from '../../../storage/settings.ts';
import { shiftsStore } from '../../../storage/shifts.ts';
import { shopStore } from '../../../storage/shop.ts';

/** A prompt cannot be answered headless, so the question itself is proven here (platform.md §11). */
const state = (markets: Record<string, { enabled: boolean }> = {}): KeptState => ({
  settings: { ...settingsStore.defaults(0), markets },
  library: libraryStore.defaults(0),
  shop: shopStore.defaults(0),
  rules: platformRulesStore.defaults(0),
  maps: userMapsStore.defaults(0),
  queue: queueStore.defaults(0),
  health: healthStore.defaults(0),
  shifts: shiftsStore.defaults(0),
});

const request = vi.fn();
const sent = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(browser.permissions, 'request').mockImplementation(request);
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (...args: unknown[]) => {
    sent(args[0]);
    return { ok: true, value: {} };
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  request.mockReset();
  sent.mockReset();
});

const changed = (id: string, enabled: boolean) => ({
  shoubian: 'settings.change',
  input: { markets: { [id]: { enabled } } },
});

describe('turning a marketplace on', () => {
  for (const map of builtInMaps()) {
    it(`asks within the click's own task, for the hosts of ${map.id} alone`, async () => {
      request.mockResolvedValue(true);
      const done = setMarket(state({ [map.id]: { enabled: false } }), map.id, true);
      // Nothing has been awaited yet: after an await the browser would refuse to ask.
      expect(request.mock.calls).toEqual([[{ origins: permissionOrigins(map.hosts) }]]);
      expect(sent).not.toHaveBeenCalled();
      await done;
      expect(sent.mock.calls).toEqual([[changed(map.id, true)]]);
    });
  }

  it('changes nothing when the agent refuses', async () => {
    request.mockResolvedValue(false);
    await setMarket(state({ jd: { enabled: false } }), 'jd', true);
    expect(request).toHaveBeenCalledTimes(1);
    expect(sent).not.toHaveBeenCalled();
  });

  it('changes nothing when the browser cannot ask, and lets the caller say so', async () => {
    request.mockRejectedValue(new Error('This function must be called during a user gesture'));
    await expect(setMarket(state({ jd: { enabled: false } }), 'jd', true)).rejects.toThrow('gesture');
    expect(sent).not.toHaveBeenCalled();
  });

  it('needs no change of the settings where only the permission was missing', async () => {
    request.mockResolvedValue(true);
    await setMarket(state(), 'jd', true);
    expect(request).toHaveBeenCalledTimes(1);
    expect(sent).not.toHaveBeenCalled();
  });
});

describe('turning a marketplace off', () => {
  it('asks nothing and keeps the permission, so that turning on again needs no prompt', async () => {
    await setMarket(state(), 'jd', false);
    expect(request).not.toHaveBeenCalled();
    expect(sent.mock.calls).toEqual([[changed('jd', false)]]);
  });
});

it('a marketplace nobody knows is neither asked for nor kept', async () => {
  await setMarket(state(), 'nobody', true);
  expect(request).not.toHaveBeenCalled();
  expect(sent).not.toHaveBeenCalled();
});
