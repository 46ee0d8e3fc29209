import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '#imports';
import {
  ATTENTION_ALARM,
  createLiveQueue,
  type LiveQueue,
  QUIET_ALARM,
} from '../../../entrypoints/background/live-queue.ts';
import { createRecentEvents, type RecentEvents } from '../../../entrypoints/background/recent-events.ts';
import { openStores, type Stores } from '../../../entrypoints/background/stores.ts';
import type { EntryFacts } from '../../../rules/registers/entry.ts';
import type { TurnEvent } from '../../../rules/turns/event.ts';
import { CLOSABLE_AFTER_MS } from '../../../rules/turns/index.ts';
import { withEntry } from '../../../storage/registers.ts';
import type { QueueSnapshot, WaitHint } from '../../../storage/schemas/queue.ts';

/** 11:00 in Shanghai. */
const START = Date.UTC(2026, 10, 22, 3, 0, 0);
const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
const quiet = { look: async () => undefined };

let now = START;
let stores: Stores;
let recent: RecentEvents;
let queue: LiveQueue;

/** A worker that was killed and started again knows only what is on disk and in the browser's session. */
function wake(): void {
  stores = openStores(() => now);
  recent = createRecentEvents(stores.ledger, () => now);
  queue = createLiveQueue(stores, recent, () => now, quiet);
}

beforeEach(async () => {
  fakeBrowser.reset();
  now = START;
  wake();
  await stores.ledger.erase();
  await stores.nicks.erase();
});
afterEach(() => vi.restoreAllMocks());

let ids = 0;
const says = (type: TurnEvent['type'], t: number, change: Partial<TurnEvent> = {}): TurnEvent => {
  ids += 1;
  return { id: `m${ids}`, t, platform: 'pdd', shop: 's', buyer: 'b1', type, origin: 'page', ...change };
};
async function happens(...events: TurnEvent[]): Promise<void> {
  await stores.ledger.append(events);
  await queue.learn(await recent.add(events), []);
}
const hint = (change: Partial<WaitHint> = {}): WaitHint => ({
  platform: 'pdd',
  shop: 's',
  buyer: 'b1',
  since: START,
  precision: 's',
  ...change,
});
const tab = (tabId: number, frameId = 0) => ({ tabId, frameId });
const snapshot = (): Promise<QueueSnapshot> => stores.queue.read();
const waiting = async (): Promise<[string, number][]> =>
  (await snapshot()).waiting.map(({ buyer, since }) => [buyer, (since - START) / SECOND]);
const at = async (ms: number): Promise<void> => {
  now = START + ms;
  await queue.refresh();
};

describe('the snapshot', () => {
  it('is written when a view would show something else, and not for seconds that pass or words that change nothing', async () => {
    const write = vi.spyOn(stores.queue, 'update');
    await happens(says('buyer', START));
    expect(write).toHaveBeenCalledTimes(1);
    await at(10 * SECOND);
    await queue.hint(tab(1), [hint({ since: START + SECOND })]);
    await queue.hint(tab(1), []);
    await happens(says('system', START + 5 * SECOND));
    expect(write, 'nothing changed that anybody shows').toHaveBeenCalledTimes(1);
    await happens(says('buyer', START + 20 * SECOND));
    expect(write, 'one message more').toHaveBeenCalledTimes(2);
    await at(181 * SECOND);
    expect(write, 'failed').toHaveBeenCalledTimes(3);
    await at(240 * SECOND);
    expect(write).toHaveBeenCalledTimes(3);
    wake();
    const writeAgain = vi.spyOn(stores.queue, 'update');
    await queue.refresh();
    expect(writeAgain, 'the same after a kill').not.toHaveBeenCalled();
  });

  it('holds the order of the law: by time left, then the failed ones, longest wait first', async () => {
    now = START + HOUR;
    const ago = (seconds: number): number => now - seconds * SECOND;
    await happens(
      says('buyer', ago(500), { buyer: 'failed early' }),
      says('buyer', ago(300), { buyer: 'failed late' }),
      says('buyer', ago(60), { buyer: '120 s left' }),
      says('buyer', ago(20), { buyer: '10 s left', platform: 'jd' }),
      says('buyer', ago(100), { buyer: '80 s left', platform: 'taobao' }),
    );
    expect((await waiting()).map(([buyer]) => buyer)).toEqual([
      '10 s left',
      '80 s left',
      '120 s left',
      'failed early',
      'failed late',
    ]);
  });

  it('names buyers by the nick a page told, also after a kill, and forgets it with the retention', async () => {
    const event = says('buyer', START);
    await stores.ledger.append([event]);
    await queue.learn(await recent.add([event]), [{ key: 'pdd|s|b1', nick: '小圆' }]);
    expect((await snapshot()).waiting).toMatchObject([{ nick: '小圆' }]);
    wake();
    await happens(says('buyer', START + SECOND));
    expect((await snapshot()).waiting).toMatchObject([{ nick: '小圆', messages: 2 }]);
    now = START + 3 * DAY;
    await stores.nicks.forget(now - 2 * DAY);
    expect([...(await stores.nicks.all())]).toEqual([]);
  });
});

describe('what is not done though no clock runs', () => {
  it('is in the lists: the last word of today, and what can be closed after some minutes of silence', async () => {
    await happens(
      says('buyer', START, { buyer: 'thanks' }),
      says('buyer', START, { buyer: 'done' }),
      says('human', START + SECOND, { buyer: 'done' }),
      says('buyer', START, { buyer: 'on jd', platform: 'jd' }),
    );
    expect(await snapshot()).toMatchObject({
      lastWords: [{ key: 'pdd|s|thanks', since: START }],
      closable: [],
      counts: { lastWords: 1, closable: 0 },
    });
    expect((await browser.alarms.get(QUIET_ALARM))?.scheduledTime).toBe(START + SECOND + CLOSABLE_AFTER_MS);
    await at(SECOND + CLOSABLE_AFTER_MS);
    expect(await snapshot()).toMatchObject({
      closable: [{ key: 'pdd|s|done', since: START + SECOND }],
      counts: { lastWords: 1, closable: 1 },
    });
    const midnight = START + 13 * HOUR;
    expect((await browser.alarms.get(QUIET_ALARM))?.scheduledTime).toBe(midnight);
    now = midnight;
    await queue.refresh();
    expect(await snapshot()).toMatchObject({ lastWords: [], closable: [] });
    expect((await snapshot()).waiting, 'the clock runs on over midnight').toHaveLength(2);
    expect(await browser.alarms.get(QUIET_ALARM)).toBeUndefined();
  });

  it('is not to be closed while the register has something open of it, by conversation or by name', async () => {
    const write = (facts: Partial<EntryFacts>) =>
      stores.registers.update((record) => {
        const entry = {
          kind: 'customer-problem' as const,
          platform: 'pdd' as const,
          goods: [],
          issue: '缺件',
          ...facts,
        };
        const added = withEntry(record, entry, { id: `e${record.entries.length}`, at: now });
        if (!added.ok) throw new Error(added.fault.en);
        return added.record;
      });
    const closable = async (): Promise<string[]> => {
      await queue.mattersChanged();
      return (await snapshot()).closable.map(({ buyer }) => buyer);
    };
    const talk = (buyer: string): TurnEvent[] => [
      says('buyer', START, { buyer }),
      says('human', START + SECOND, { buyer }),
    ];
    const events = [...talk('a'), ...talk('b'), ...talk('c')];
    await stores.ledger.append(events);
    await queue.learn(await recent.add(events), [
      { key: 'pdd|s|a', nick: '小安' },
      { key: 'pdd|s|b', nick: '小白' },
      { key: 'pdd|s|c', nick: 'c***c' },
    ]);
    now = START + HOUR;
    expect(await closable()).toEqual(['a', 'b', 'c']);
    await write({ conversation: 'pdd|s|a' });
    expect(await closable()).toEqual(['b', 'c']);
    await write({ buyer: '小白', platform: 'jd' });
    await write({ buyer: 'c***c' });
    expect(await closable(), 'another market’s name, a masked name').toEqual(['b', 'c']);
    await write({ buyer: ' 小白 ' });
    expect(await closable()).toEqual(['c']);
    await stores.registers.update((record) => ({
      ...record,
      entries: record.entries.map((entry) => ({ ...entry, status: 'done' as const, doneAt: now })),
    }));
    expect(await closable()).toEqual(['a', 'b', 'c']);
    await write({ buyer: '小丁' });
    await queue.mattersChanged();
    const late = talk('d');
    await stores.ledger.append(late);
    await queue.learn(await recent.add(late), [{ key: 'pdd|s|d', nick: '小丁' }]);
    expect(
      (await snapshot()).closable.map(({ buyer }) => buyer),
      'a name learnt later',
    ).toEqual(['a', 'b', 'c']);
  });
});

describe('several tabs, windows, shops and platforms', () => {
  it('are one queue; the same chat in two tabs is one entry, in two shops two', async () => {
    const same = says('buyer', START);
    await happens(same);
    await happens({ ...same });
    await happens(says('buyer', START, { shop: 's2' }), says('buyer', START, { platform: 'jd' }));
    await queue.hint(tab(1), [hint()]);
    await queue.hint(tab(2), [hint({ since: START + SECOND })]);
    expect((await snapshot()).waiting.map(({ key }) => key)).toEqual(
      ['jd|s|b1', 'pdd|s2|b1', 'pdd|s|b1'].sort(),
    );
    expect((await snapshot()).waiting.map(({ messages }) => messages)).toEqual([1, 1, 1]);
  });

  it('a tab that is closed takes what only its list told, and nothing else', async () => {
    await happens(says('buyer', START, { buyer: 'read' }));
    await queue.hint(tab(1), [hint({ buyer: 'both' }), hint({ buyer: 'one' })]);
    await queue.hint(tab(2), [hint({ buyer: 'both', since: START + 30 * SECOND })]);
    await queue.forgetHints(1);
    expect((await waiting()).sort()).toEqual([
      ['both', 30],
      ['read', 0],
    ]);
    expect(await queue.listedIn('pdd|s|both')).toEqual([2]);
  });

  it('a reply in one tab ends the wait everywhere, whatever the other tabs’ lists still show', async () => {
    await queue.hint(tab(1), [hint()]);
    await queue.hint(tab(2), [hint({ since: START + SECOND })]);
    now = START + 40 * SECOND;
    await happens(says('buyer', START), says('human', now, { length: 4 }));
    expect(await waiting()).toEqual([]);
    // The other page sees our words arrive in its list and cannot tell whose they are.
    await queue.hint(tab(2), [hint({ since: now + SECOND, length: 4 })]);
    expect(await waiting()).toEqual([]);
    await queue.hint(tab(2), [hint({ since: now + 9 * SECOND, length: 2 })]);
    expect(await waiting(), 'the buyer’s next words').toEqual([['b1', 49]]);
  });

  it('a page that is loaded anew and shows minutes does not make the wait younger or older', async () => {
    await queue.hint(tab(1), [hint({ since: START + 45 * SECOND })]);
    await queue.hint(tab(1), []);
    wake();
    await queue.hint(tab(1), [hint({ since: START, precision: 'min' })]);
    expect((await snapshot()).waiting).toMatchObject([{ since: START + 45 * SECOND, precision: 's' }]);
  });

  it('a computer whose clock is late does not take the buyer’s next words for answered ones', async () => {
    // The platform’s clock is 40 seconds ahead of the computer’s.
    now = START + 10 * SECOND;
    await happens(says('buyer', START + 45 * SECOND), says('human', START + 50 * SECOND));
    now = START + 30 * SECOND;
    await queue.hint(tab(1), [hint({ since: START + 25 * SECOND })]);
    expect(await waiting()).toEqual([['b1', 25]]);
    wake();
    now = START + HOUR;
    await queue.refresh();
    expect(await waiting(), 'also when it is no longer to be seen').toEqual([['b1', 25]]);
  });
});

describe('time', () => {
  it('a wait leaves the queue when the buyer has said nothing for a day; a list’s too', async () => {
    await happens(says('buyer', START));
    await queue.hint(tab(1), [hint({ buyer: 'listed' })]);
    await at(DAY);
    expect(await waiting()).toHaveLength(2);
    await at(DAY + 1);
    expect(await waiting()).toEqual([]);
    await happens(says('buyer', now));
    expect(await waiting(), 'asked again: the clock ran all the time').toEqual([['b1', 0]]);
  });

  it('runs on over midnight, where everything is read anew', async () => {
    now = START + 12 * HOUR + 59 * MINUTE;
    await happens(says('buyer', now));
    const since = (await snapshot()).waiting[0]?.since;
    now = START + 13 * HOUR;
    await happens(says('buyer', now, { buyer: 'b2' }));
    expect((await snapshot()).waiting).toMatchObject([{ since }, { buyer: 'b2' }]);
  });

  it('that was set back makes nobody fail, leaves nobody out, and rings again', async () => {
    await happens(says('buyer', START));
    await at(200 * SECOND);
    expect((await snapshot()).waiting).toMatchObject([{ failed: true }]);
    await at(-HOUR);
    expect((await snapshot()).waiting).toMatchObject([{ since: START, failed: false }]);
    expect((await browser.alarms.get(ATTENTION_ALARM))?.scheduledTime).toBe(START + 30 * SECOND);
    await at(-2 * DAY);
    expect(await waiting()).toEqual([['b1', 0]]);
    await at(60 * SECOND);
    await happens(says('human', now));
    expect(await waiting()).toEqual([]);
  });

  it('that was slept through is caught up at the next look', async () => {
    await happens(
      says('buyer', START),
      says('buyer', START, { buyer: 'b2' }),
      says('human', START, { buyer: 'b2', seq: 1 }),
    );
    await at(9 * HOUR);
    expect(await snapshot()).toMatchObject({
      waiting: [{ buyer: 'b1', failed: true }],
      closable: [{ buyer: 'b2' }],
    });
  });
});

describe('a worker that is killed or cannot write', () => {
  it('between any two steps knows the same queue at the next look', async () => {
    const asked = says('buyer', START);
    await stores.ledger.append([asked]);
    // Killed after the event was on disk, before anything was made of it; the desk sends it again.
    wake();
    await stores.ledger.append([asked]);
    await queue.learn(await recent.add([asked]), []);
    expect(await waiting()).toEqual([['b1', 0]]);
    const answer = says('human', START + SECOND);
    await stores.ledger.append([answer]);
    await recent.add([answer]);
    wake();
    await queue.refresh();
    expect(await waiting()).toEqual([]);
  });

  it('loses no change that could not be written: the next look shows it, and an alarm sees to one', async () => {
    await happens(says('buyer', START));
    const update = vi.spyOn(stores.queue, 'update').mockRejectedValue(new Error('quota'));
    await expect(happens(says('human', START + SECOND))).rejects.toThrow('quota');
    expect(await waiting()).toEqual([['b1', 0]]);
    expect((await browser.alarms.get(ATTENTION_ALARM))?.scheduledTime).toBe(START + 30 * SECOND);
    update.mockRestore();
    await queue.refresh();
    expect(await waiting()).toEqual([]);
  });

  it('reads the recent events again after the ledger was erased', async () => {
    await happens(says('buyer', START));
    await queue.hint(tab(1), [hint({ buyer: 'listed' })]);
    await stores.ledger.erase();
    recent.startOver();
    await queue.startOver();
    expect(await snapshot()).toMatchObject({ waiting: [], lastWords: [], closable: [], told: {} });
    expect(await queue.listedIn('pdd|s|listed')).toEqual([]);
  });
});
