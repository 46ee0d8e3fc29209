import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '#imports';
import background from '../../../entrypoints/background/index.ts';
import { libraryStore } from '../../../storage/library.ts';
import type { Library } from '../../../storage/schemas/phrase.ts';
import { legible } from '../../../storage/store.ts';

/** Never restored: what main starts may still run when a test is over. */
beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(browser.permissions, 'contains').mockResolvedValue(false as never);
  vi.spyOn(browser.scripting, 'getRegisteredContentScripts').mockResolvedValue([] as never);
});

const events = () =>
  [
    ['message', browser.runtime.onMessage],
    ['installed', browser.runtime.onInstalled],
    ['startup', browser.runtime.onStartup],
    ['permission given', browser.permissions.onAdded],
    ['permission taken', browser.permissions.onRemoved],
    ['alarm', browser.alarms.onAlarm],
    ['tab gone', browser.tabs.onRemoved],
    ['notification clicked', browser.notifications.onClicked],
    ['hotkey', browser.commands.onCommand],
  ] as const;

it('every listener stands when main returns: one added later would be lost when the worker wakes', () => {
  const spies = events().map(([name, event]) => {
    const heard = vi.fn();
    vi.spyOn(event, 'addListener').mockImplementation(heard as never);
    return [name, heard] as const;
  });
  const returned = (background.main as () => unknown)();
  expect(returned, 'a promise would be ignored').toBeUndefined();
  expect(spies.filter(([, heard]) => heard.mock.calls.length !== 1).map(([name]) => name)).toEqual([]);
});

it('the first start fills the library with the starter phrases and their pinyin keys, the second adds none', async () => {
  for (const [, event] of events())
    vi.spyOn(event, 'addListener').mockImplementation((() => undefined) as never);
  const library = async (): Promise<Library | undefined> =>
    (legible((await browser.storage.local.get('library')).library) as { value: Library } | undefined)?.value;
  (background.main as () => unknown)();
  await vi.waitFor(async () => expect((await library())?.phrases.length ?? 0).toBeGreaterThanOrEqual(80));
  const first = await library();
  expect(libraryStore.schema.safeParse(first).success).toBe(true);
  expect(first?.phrases.every((phrase) => phrase.keys.length > 0)).toBe(true);

  (background.main as () => unknown)();
  await vi.waitFor(() => expect(browser.scripting.getRegisteredContentScripts).toHaveBeenCalled());
  await vi.waitFor(async () => expect((await library())?.phrases.length).toBe(first?.phrases.length));
  expect((await library())?.updatedAt).toBe(first?.updatedAt);
});
