import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '#imports';
import { lightPalette } from '../../../components/ui/tokens.ts';
import {
  ATTENTION_ALARM,
  createLiveQueue,
  type HintSource,
  type LiveQueue,
} from '../../../entrypoints/background/live-queue.ts';
import { createRecentEvents, type RecentEvents } from '../../../entrypoints/background/recent-events.ts';
import { openStores, type Stores } from '../../../entrypoints/background/stores.ts';
import type { TurnEvent } from '../../../rules/turns/event.ts';
import type { WaitHint } from '../../../storage/schemas/queue.ts';

/** 11:00 in Shanghai. */
const START = Date.UTC(2026, 10, 22, 3, 0, 0);
const SECOND = 1_000;
const DAY = 86_400_000;

let now = START;
let stores: Stores;
let recent: RecentEvents;
let queue: LiveQueue;
const told = vi.fn();
const badge = { text: '', colour: '' };

/** A worker that was killed and started again knows only what is on disk. */
function wake(): void {
  stores = openStores(() => now);
  recent = createRecentEvents(stores.ledger, () => now);
  queue = createLiveQueue(stores, recent, () => now);
}

beforeEach(async () => {
  fakeBrowser.reset();
  now = START;
  wake();
  await stores.ledger.erase();
  vi.spyOn(browser.notifications, 'create').mockImplementation(async (...args: unknown[]) => {
    told(args[1]);
    return String(args[0]);
  });
  vi.spyOn(browser.notifications, 'update').mockResolvedValue(true as never);
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation(async (details: unknown) => {
    badge.text = (details as { text: string }).text;
  });
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('zh-CN');
  vi.spyOn(browser.action, 'setBadgeBackgroundColor').mockImplementation(async (details: unknown) => {
    badge.colour = (details as { color: string }).color;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  told.mockReset();
});

let ids = 0;
const says = (type: 'buyer' | 'human', t: number, change: Partial<TurnEvent> = {}): TurnEvent => {
  ids += 1;
  return { id: `m${ids}`, t, platform: 'pdd', shop: 'shop-1', buyer: 'b1', type, origin: 'page', ...change };
};
async function happens(...events: TurnEvent[]): Promise<void> {
  await stores.ledger.append(events);
  await queue.learn(await recent.add(events), []);
}
const at = async (seconds: number): Promise<void> => {
  now = START + seconds * SECOND;
  await queue.refresh();
};

/** The badge speaks the colours of the design tokens. */
const colours = { calm: lightPalette.accent, warn: lightPalette.warn, breach: lightPalette.stop };

describe('the badge on PDD, whose steps are 30, 120 and 180 seconds', () => {
  const steps: [number, keyof typeof colours][] = [
    [0, 'calm'],
    [29, 'calm'],
    [119, 'calm'],
    [120, 'warn'],
    [179, 'warn'],
    [180, 'breach'],
    [3_600, 'breach'],
  ];
  for (const [seconds, step] of steps) {
    it(`has the colour ${step} after ${seconds} s`, async () => {
      await happens(says('buyer', START));
      await at(seconds);
      expect(badge).toEqual({ text: '1', colour: colours[step] });
    });
  }

  it('takes the colour of the worst and counts everybody once', async () => {
    await happens(
      says('buyer', START),
      says('buyer', START + 1),
      says('buyer', START + 170 * SECOND, { buyer: 'b2' }),
    );
    await at(181);
    expect(badge).toEqual({ text: '2', colour: colours.breach });
  });

  it('says 99+ when there is no room for the number, and nothing when it is switched off', async () => {
    await happens(...Array.from({ length: 120 }, (_, n) => says('buyer', START, { buyer: `b${n}` })));
    expect(badge.text).toBe('99+');
    await stores.settings.update((settings) => ({
      ...settings,
      attention: { ...settings.attention, badge: false },
    }));
    await queue.refresh();
    expect(badge.text).toBe('');
  });
});

describe('a buyer is told of', () => {
  const cases: [notify: 'off' | 'warn' | 'breach', after: [seconds: number, times: number][]][] = [
    [
      'off',
      [
        [120, 0],
        [180, 0],
        [900, 0],
      ],
    ],
    [
      'warn',
      [
        [119, 0],
        [120, 1],
        [150, 1],
        [180, 2],
        [900, 2],
      ],
    ],
    [
      'breach',
      [
        [120, 0],
        [179, 0],
        [180, 1],
        [900, 1],
      ],
    ],
  ];
  for (const [notify, after] of cases) {
    it(`once per step with notices set to ${notify}, also by a worker that was killed in between`, async () => {
      await stores.settings.update((settings) => ({
        ...settings,
        attention: { ...settings.attention, notify },
      }));
      await happens(says('buyer', START));
      for (const [seconds, times] of after) {
        await at(seconds);
        expect(told, `${seconds} s`).toHaveBeenCalledTimes(times);
        wake();
        await at(seconds);
        expect(told, `${seconds} s, after a kill`).toHaveBeenCalledTimes(times);
      }
    });
  }

  it('anew when a new wait begins, and in one notice with others who reached the step together', async () => {
    await happens(says('buyer', START), says('buyer', START, { buyer: 'b2' }));
    await at(125);
    expect(told).toHaveBeenCalledTimes(1);
    expect(told.mock.calls[0]?.[0].title).toContain('2');
    await happens(says('human', now), says('human', now, { buyer: 'b2' }));
    await happens(says('buyer', now + SECOND));
    await at(125 + 120);
    expect(told).toHaveBeenCalledTimes(1);
    await at(125 + 121);
    expect(told).toHaveBeenCalledTimes(2);
  });

  it('not at all by a system that refuses notices; events are receipted and the alarm stands all the same', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(browser.notifications, 'create').mockRejectedValue(new Error('no notices here') as never);
    now = START + 125 * SECOND;
    await expect(happens(says('buyer', START))).resolves.toBeUndefined();
    expect((await stores.queue.read()).waiting).toHaveLength(1);
    expect(await browser.alarms.get(ATTENTION_ALARM)).toBeDefined();
    expect((await stores.queue.read()).told, 'so that it is tried again').toEqual({});
  });

  it('no more when nobody waits: the notice is taken back', async () => {
    const clear = vi.spyOn(browser.notifications, 'clear').mockResolvedValue(true as never);
    await happens(says('buyer', START));
    clear.mockClear();
    await at(130);
    expect(clear).not.toHaveBeenCalled();
    await happens(says('human', now));
    expect(clear).toHaveBeenCalledWith('shoubian-waiting');
  });
});

describe('the alarm behind the pages', () => {
  const alarm = async (): Promise<number | undefined> =>
    (await browser.alarms.get(ATTENTION_ALARM))?.scheduledTime;

  it('stands at the next step, never sooner than the browser allows', async () => {
    expect(await alarm()).toBeUndefined();
    await happens(says('buyer', START));
    expect(await alarm(), 'soft').toBe(START + 30 * SECOND);
    await at(100);
    expect(await alarm(), 'warn is 20 s away, alarms 30 s').toBe(START + 130 * SECOND);
    await at(130);
    expect(await alarm(), 'breach').toBe(START + 180 * SECOND);
  });

  it('after the last step stands where the wait leaves the live queue; goes when nobody waits', async () => {
    await happens(says('buyer', START));
    await at(200);
    expect(await alarm()).toBe(START + DAY + 1);
    now = START + DAY + 1;
    expect(await queue.refresh()).toBe(0);
    expect(await alarm()).toBeUndefined();
  });
});

describe('waits that only a conversation list tells of', () => {
  const hint = (change: Partial<WaitHint> = {}): WaitHint => ({
    platform: 'pdd',
    shop: 'shop-1',
    buyer: 'listed',
    since: START,
    precision: 's',
    ...change,
  });
  const waiting = async () => (await stores.queue.read()).waiting.map(({ buyer }) => buyer);
  const list: HintSource = { tabId: 1, frameId: 0 };

  it('wait in the same queue, and go when a later list no longer names them', async () => {
    await happens(says('buyer', START));
    await queue.hint(list, [hint()]);
    expect((await waiting()).sort()).toEqual(['b1', 'listed']);
    await queue.hint(list, []);
    expect(await waiting()).toEqual(['b1']);
  });

  it('are one list per page, also of two tabs or frames on the same marketplace', async () => {
    await queue.hint(list, [hint()]);
    await queue.hint({ tabId: 2, frameId: 0 }, [hint({ buyer: 'second' })]);
    await queue.hint({ tabId: 2, frameId: 5 }, [hint({ platform: 'jd', buyer: 'on-jd' })]);
    await queue.hint({ tabId: 3, frameId: 0 }, []);
    expect((await waiting()).sort()).toEqual(['listed', 'on-jd', 'second']);
    await queue.hint({ tabId: 2, frameId: 5 }, []);
    expect((await waiting()).sort()).toEqual(['listed', 'second']);
  });

  it('go with the tab whose pages told of them, and all of them when the browser starts anew', async () => {
    await queue.hint(list, [hint()]);
    await queue.hint({ tabId: 2, frameId: 0 }, [hint({ buyer: 'second' })]);
    await queue.hint({ tabId: 2, frameId: 7 }, [hint({ buyer: 'third' })]);
    await queue.forgetHints(2);
    expect(await waiting()).toEqual(['listed']);
    await queue.forgetHints();
    expect(await waiting()).toEqual([]);
  });

  it.each<[string, Partial<WaitHint>, Partial<WaitHint>, number]>([
    ['the one that saw it first', {}, { since: START + 5 * SECOND }, START],
    [
      'the finer one of the same minute',
      { since: START, precision: 'min' },
      { since: START + 40 * SECOND },
      START + 40 * SECOND,
    ],
    [
      'the minute, where the other saw it in a later one',
      { since: START, precision: 'min' },
      { since: START + 70 * SECOND },
      START,
    ],
  ])('told by two pages are one wait: %s counts', async (_, one, other, since) => {
    now = START + 100 * SECOND;
    for (const [first, second] of [
      [one, other],
      [other, one],
    ]) {
      await queue.hint(list, [hint(first)]);
      await queue.hint({ tabId: 2, frameId: 0 }, [hint(second)]);
      expect((await stores.queue.read()).waiting.map((buyer) => buyer.since)).toEqual([since]);
    }
  });

  it('give way to the conversation itself once it was read', async () => {
    await queue.hint(list, [hint()]);
    await happens(
      says('buyer', START, { buyer: 'listed' }),
      says('human', START + SECOND, { buyer: 'listed' }),
    );
    expect(await waiting()).toEqual([]);
  });

  it('outlive a killed worker', async () => {
    await queue.hint(list, [hint()]);
    wake();
    expect(await queue.refresh()).toBe(1);
  });
});
