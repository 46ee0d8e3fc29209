import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createFigureBook, type FigureBook } from '../../../entrypoints/background/figure-book.ts';
import { metricRules } from '../../../entrypoints/background/metric-rules.ts';
import { createRecentEvents, type RecentEvents } from '../../../entrypoints/background/recent-events.ts';
import { openStores, type Stores } from '../../../entrypoints/background/stores.ts';
import type { FigureQuestion } from '../../../rules/figures/figure-report.ts';
import { computeFigures } from '../../../rules/metrics/index.ts';
import type { Platform } from '../../../rules/platform.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, shanghaiDay } from '../../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../../rules/turns/index.ts';
import { conversations } from '../metrics/conversations.ts';
import { b, chat, h, on, at as onFirstDay, seeded, shuffled } from '../turns/events.ts';
import { reportByDefinition } from './by-definition.ts';

/** A Shanghai instant of 5 March 2026 plus any number of days. */
const at = (clock: string, n = 0): number => onFirstDay(clock) + n * DAY_MS;

let now = at('12:00');
let stores: Stores;
let recent: RecentEvents;
let book: FigureBook;

/** A worker that was killed and started again knows only what is on disk. */
function wake(): void {
  stores = openStores(() => now);
  recent = createRecentEvents(stores.ledger, () => now);
  book = createFigureBook(stores, recent, () => now);
}

async function happens(...events: TurnEvent[]): Promise<void> {
  await stores.ledger.append(events);
  book.learn(await recent.add(events));
}

beforeEach(async () => {
  fakeBrowser.reset();
  now = at('12:00');
  wake();
  await stores.ledger.erase();
  await stores.figureDays.erase();
});

const day = (n: number): string => shanghaiDay(at('00:00', n));
const pick = <T>(items: readonly T[], random: () => number): T => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

async function isAsDefined(
  question: FigureQuestion,
  given: readonly TurnEvent[],
  why: string,
): Promise<void> {
  const { asOf, counted, units, ...report } = await book.report(question);
  const settings = await metricRules(stores, question.platform);
  expect(asOf, why).toBe(now);
  expect(counted.length, why).toBeGreaterThan(3);
  expect(units?.failed ?? 0, why).toBeLessThanOrEqual(units?.counted ?? 0);
  expect(report, why).toEqual(reportByDefinition(given, { question, settings, now }));
}

describe('figures are at every moment those worked out from all events at once', () => {
  const platforms: Platform[] = ['taobao', 'pdd', 'doudian', 'jd', 'kuaishou', '1688', 'other'];

  it.each(platforms)(
    '%s: batches in any order, twice, late; workers killed; clocks set; disks full',
    { timeout: 120_000 },
    async (platform) => {
      for (let seed = 1; seed <= 4; seed += 1) {
        await stores.ledger.erase();
        await stores.figureDays.erase();
        const random = seeded(seed * 31);
        const waiting = ['s', 'other-shop'].flatMap((shop) =>
          conversations(platform, random).map((event) => ({ ...event, shop })),
        );
        // Another market's chats change nothing here.
        waiting.push(...conversations(platform === 'jd' ? 'pdd' : 'jd', random));
        const given: TurnEvent[] = [];
        now = at('08:00');
        wake();
        for (let step = 0; step < 50; step += 1) {
          const why = `seed ${seed}, step ${step}`;
          const what = random();
          if (what < 0.35) {
            // What pages told by now, in any order, some of it again; now and then it stays away for days.
            const ready = waiting.filter(({ t }) => t <= now + MINUTE_MS && random() < 0.7);
            const batch = shuffled([...ready, ...given.filter(() => random() < 0.05)], random);
            for (const event of ready) waiting.splice(waiting.indexOf(event), 1);
            given.push(...ready);
            await stores.ledger.append(batch);
            // Killed between the disk and memory.
            if (random() < 0.15) wake();
            else book.learn(await recent.add(batch));
          } else if (what < 0.6) {
            now += Math.floor(random() ** 3 * 1.5 * DAY_MS);
          } else if (what < 0.66) {
            now -= Math.floor(random() * 2 * DAY_MS);
          } else if (what < 0.72) {
            wake();
          } else if (what < 0.75) {
            await stores.ledger.compact(now - 2 * DAY_MS);
          } else if (what < 0.78) {
            stores.figureDays.keep = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
          } else if (what < 0.8) {
            stores.figureDays.read = () => Promise.reject(new Error('cannot be read'));
          } else if (what < 0.85) {
            await book.prepare({ platform, from: day(-1), to: day(7) });
          } else {
            const first = Math.floor(random() * 6);
            await isAsDefined(
              {
                platform,
                from: day(first),
                to: day(first + Math.floor(random() * 4)),
                ...(random() < 0.3 && { agent: pick(['01', '02'], random) }),
                ...(random() < 0.3 && { shop: pick(['s', 'other-shop'], random) }),
              },
              given,
              why,
            );
          }
        }
        now = at('00:00', 12);
        await happens(...waiting);
        given.push(...waiting);
        await isAsDefined({ platform, from: day(0), to: day(8) }, given, `seed ${seed}, end`);
        wake();
        await isAsDefined({ platform, from: day(0), to: day(8) }, given, `seed ${seed}, end, awake`);
      }
    },
  );
});

const talk = (buyer: string, clock: string, n: number, answer?: string): TurnEvent[] =>
  chat({ buyer, agent: '01' }, [
    b(clock, { id: `${buyer}-q` }),
    ...(answer === undefined ? [] : [h(answer, { id: `${buyer}-a` })]),
  ]).map((event) => ({ ...event, t: event.t + n * DAY_MS }));

describe('settled days', () => {
  const month: FigureQuestion = { platform: 'pdd', from: day(0), to: day(29) };
  const fill = async (): Promise<TurnEvent[]> => {
    const all = Array.from({ length: 30 }, (_, n) => on('pdd', talk(`b${n}`, '10:00', n, '10:01'))).flat();
    now = at('12:00', 40);
    await happens(...all);
    return all;
  };
  const answered = async (): Promise<number | undefined> =>
    (await book.report(month)).total.find(({ id }) => id === 'answered')?.numerator;

  it('are worked out once: afterwards no event is read for them, also after a wake', async () => {
    await fill();
    expect(await answered()).toBe(30);
    wake();
    await recent.conversations();
    const read = stores.ledger.read;
    stores.ledger.read = () => Promise.reject(new Error('read again'));
    expect(await answered()).toBe(30);
    stores.ledger.read = read;
  });

  it('are worked out again when their history comes later, and only the days it bears on', async () => {
    await fill();
    await answered();
    const kept: number[] = [];
    const keep = stores.figureDays.keep;
    stores.figureDays.keep = (records) => {
      kept.push(...records.map(({ from }) => from));
      return keep(records);
    };
    await happens(...on('pdd', talk('late', '11:00', 10, '11:02')));
    expect(await answered()).toBe(31);
    expect(kept).toEqual([8, 9, 10, 11].map((n) => at('00:00', n)));
  });

  it('go by the rules in force: other limits are other figures, and the old ones come back with the old limits', async () => {
    await fill();
    const ok = async (): Promise<number | undefined> =>
      (await book.report(month)).total.find(({ id }) => id === 'PDD-3M')?.numerator;
    expect(await ok()).toBe(30);
    await stores.rules.update((record) => ({
      ...record,
      rows: {
        'PDD-U': {
          value: { kind: 'seconds', seconds: 59 },
          over: { kind: 'seconds', seconds: 180 },
          date: '2026-03-05',
        },
      },
    }));
    expect(await ok()).toBe(0);
    await stores.rules.update((record) => ({ ...record, rows: {} }));
    expect(await ok()).toBe(30);
  });

  it('are no record when spoiled on disk', async () => {
    await fill();
    await answered();
    const { get, set, keys, createStore } = await import('idb-keyval');
    const disk = createStore('shoubian-figures', 'days');
    for (const key of await keys<string>(disk)) {
      const record = await get<object>(key, disk);
      await set(key, { ...record, all: { row: ['x'] } }, disk);
    }
    wake();
    expect(await answered()).toBe(30);
  });

  it('hold no buyer any more once the ledger was erased', async () => {
    await fill();
    await answered();
    await stores.ledger.erase();
    await stores.figureDays.erase();
    recent.startOver();
    const report = await book.report(month);
    expect([report.slowest, report.agents, report.shops]).toEqual([[], [], []]);
    const { keys, createStore } = await import('idb-keyval');
    expect(await keys(createStore('shoubian-figures', 'days'))).toEqual([]);
  });

  it('are made in slices, so that a view can show how far it is', async () => {
    await fill();
    let clock = 0;
    book = createFigureBook(
      stores,
      recent,
      () => now,
      () => (clock += 400),
    );
    const steps: number[] = [];
    for (let n = 0; n < 40; n += 1) {
      const { left, of } = await book.prepare(month);
      expect(of).toBe(30);
      steps.push(left);
      if (left === 0) break;
    }
    expect(steps.length).toBeGreaterThan(3);
    expect(steps).toEqual(steps.toSorted((one, other) => other - one));
    expect(steps.at(-1)).toBe(0);
  });

  it('come to an end also where nothing can be written', async () => {
    await fill();
    stores.figureDays.keep = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    expect((await book.prepare(month)).left).toBe(0);
    expect((await book.prepare(month)).left).toBe(0);
    expect(await answered()).toBe(30);
  });
});

describe('hot days', () => {
  it('pass midnight while the worker lives', async () => {
    now = at('23:50');
    await happens(...on('pdd', talk('x', '23:40', 0)));
    const unreplied = async (n: number): Promise<unknown> =>
      (await book.report({ platform: 'pdd', from: day(n), to: day(n) })).total.find(
        ({ id }) => id === 'unreplied',
      )?.numerator;
    expect(await unreplied(0)).toBe(0);
    now = at('00:00', 1);
    expect([await unreplied(0), await unreplied(1)]).toEqual([1, 0]);
    now = at('00:00', 5);
    expect(await unreplied(0)).toBe(1);
  });

  it('follow a message at once', async () => {
    await happens(...on('pdd', talk('x', '11:00', 0)));
    const today = async (): Promise<number | undefined> =>
      (await book.figures(at('00:00'), at('00:00', 1)))[0]?.figures.find(({ id }) => id === 'answered')
        ?.numerator;
    expect(await today()).toBe(0);
    await happens(...on('pdd', talk('x', '11:00', 0, '11:00:30')));
    expect(await today()).toBe(1);
  });
});

describe('figures of a span', () => {
  const shift = { from: at('09:00'), to: at('17:00') };
  const events = [
    ...on('pdd', talk('early', '08:30', 0, '08:31')),
    ...on('pdd', talk('in', '09:30', 0, '09:30:40')),
    ...on('pdd', talk('over', '16:59:50', 0, '17:00:20')),
    ...on('pdd', talk('after', '17:10', 0, '17:11')),
    ...on('jd', talk('elsewhere', '10:00', 0, '10:00:05')),
  ];

  it.each([
    ['of today', 0],
    ['of last week', 8],
  ])('%s are those of the turns that began in it', async (_name, later) => {
    now = at('20:00', later);
    await happens(...events);
    for (const platform of ['pdd', 'jd'] as const) {
      const settings = await metricRules(stores, platform);
      const whole = computeFigures(events, { platform, settings, ...shift, now, agent: '01' });
      const [found] = await book.span({ ...shift, platform, agent: '01' });
      const plain = (figures: typeof whole) => figures.filter(({ id }) => id !== 'PDD-30D');
      expect(plain(found?.figures ?? [])).toEqual(plain(whole));
    }
    expect((await book.span({ ...shift })).map(({ platform }) => platform)).toEqual(['jd', 'pdd']);
    expect(await book.span({ ...shift, agent: 'nobody' })).toEqual([]);
    expect(await book.span({ from: shift.to, to: shift.from })).toEqual([]);
  });

  it('goes on to the end of today while the shift runs', async () => {
    now = at('17:30');
    await happens(...events);
    const turns = (await book.span({ from: shift.from, platform: 'pdd' }))[0]?.figures.find(
      ({ id }) => id === 'turns',
    );
    expect(turns?.numerator).toBe(3);
  });
});

describe('what there is', () => {
  it('names every shop with its first and last day', async () => {
    expect(await book.coverage()).toEqual([]);
    await happens(...on('pdd', talk('x', '10:00', 0)), ...on('pdd', talk('y', '10:00', 3)));
    await happens(...on('jd', talk('z', '10:00', 2)));
    expect(await book.coverage()).toEqual([
      { platform: 'pdd', shop: 'shop', first: day(0), last: day(3) },
      { platform: 'jd', shop: 'shop', first: day(2), last: day(2) },
    ]);
  });

  it('answers a question of days that do not exist, or that lie ahead, with nothing', async () => {
    await happens(...on('pdd', talk('x', '10:00', 0)));
    for (const [from, to] of [
      ['2026-02-30', '2026-03-30'],
      [day(2), day(1)],
    ] as const) {
      expect((await book.report({ platform: 'pdd', from, to })).days).toEqual([]);
    }
    const ahead = await book.report({ platform: 'pdd', from: day(1), to: day(2) });
    expect(ahead.days).toEqual([
      { day: day(1), figures: [] },
      { day: day(2), figures: [] },
    ]);
  });
});

describe('recent events', () => {
  const held = async (): Promise<number> => [...(await recent.conversations()).values()].flat().length;

  it('know after a wake in the middle what they knew before', async () => {
    await happens(...on('pdd', talk('x', '11:00', 0, '11:01')));
    wake();
    expect(await held()).toBe(2);
    expect(await recent.add(on('pdd', talk('x', '11:00', 0, '11:01')))).toEqual(new Set());
    await happens(...on('pdd', talk('y', '11:30', 0)));
    expect(await held()).toBe(3);
  });

  it('let go of what is too old when a day begins, and find it again when the clock is set back', async () => {
    await happens(...on('pdd', talk('x', '11:00', 0, '11:01')));
    const before = recent.generation();
    now = at('12:00', 4);
    expect(await held()).toBe(0);
    expect(recent.generation()).toBeGreaterThan(before);
    now = at('12:00', 1);
    expect(await held()).toBe(2);
  });

  it('leave what is older than their days to the ledger, and forget what was erased', async () => {
    await happens(...on('pdd', talk('old', '11:00', -6, '11:01')), ...on('pdd', talk('x', '11:00', 0)));
    expect(await held()).toBe(1);
    await stores.ledger.erase();
    recent.startOver();
    expect(await held()).toBe(0);
  });

  it('take in what pages dated ahead while the clock stood further on', async () => {
    now = at('12:00', 2);
    await happens(...on('pdd', talk('x', '11:00', 2, '11:01')));
    now = at('12:00', 0);
    wake();
    expect(await held()).toBe(2);
  });

  it('try again after the disk failed', async () => {
    await stores.ledger.append(on('pdd', talk('x', '11:00', 0)));
    let fails = true;
    const flaky = createRecentEvents(
      { read: (...asked) => (fails ? Promise.reject(new Error('disk')) : stores.ledger.read(...asked)) },
      () => now,
    );
    await expect(flaky.conversations()).rejects.toThrow('disk');
    fails = false;
    expect((await flaky.conversations()).size).toBe(1);
  });

  it('keep two messages apart that a page dates to different days', async () => {
    const [one] = on('pdd', talk('x', '11:00', 0));
    if (!one) throw new Error('no event');
    await happens(one, { ...one, t: one.t - DAY_MS - HOUR_MS });
    const known = await held();
    wake();
    expect(await held()).toBe(known);
  });
});
