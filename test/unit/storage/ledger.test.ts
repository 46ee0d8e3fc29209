import 'fake-indexeddb/auto';
import { createStore, get, keys, set } from 'idb-keyval';
import { describe, expect, it } from 'vitest';
import { DAY_MS, shanghaiDay } from '../../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../../rules/turns/event.ts';
import { createLedger } from '../../../storage/ledger.ts';

const NOW = Date.UTC(2026, 10, 22, 3, 0, 0);
let databases = 0;
const freshStore = () => {
  databases += 1;
  return createStore(`ledger-test-${databases}`, 'events');
};

const event = (n: number, change: Partial<TurnEvent> = {}): TurnEvent => ({
  id: `m${n}`,
  t: NOW + n * 1_000,
  platform: 'pdd',
  shop: 'shop-1',
  buyer: 'b1',
  type: n % 2 === 0 ? 'buyer' : 'human',
  origin: 'page',
  precision: 's',
  length: 3,
  ...change,
});
const many = (count: number): TurnEvent[] => Array.from({ length: count }, (_, n) => event(n));
const times = (events: TurnEvent[]): number[] => events.map((one) => one.t).sort((a, b) => a - b);

describe('the ledger', () => {
  it('counts an event once, however often and from wherever it comes (F9)', async () => {
    const store = freshStore();
    const ledger = createLedger(() => NOW, store);
    expect(await ledger.append(many(5))).toEqual({ added: 5 });
    expect(await ledger.append(many(7))).toEqual({ added: 2 });
    // The worker was killed: a new one knows only what is on disk.
    const woken = createLedger(() => NOW, store);
    expect(await woken.append(many(8))).toEqual({ added: 1 });
    expect(times(await woken.read(NOW - 1, NOW + DAY_MS))).toEqual(times(many(8)));
  });

  it('knows messages without an id by conversation, side, time and length', async () => {
    const ledger = createLedger(() => NOW, freshStore());
    const { id: _, ...plain } = event(0);
    expect(await ledger.append([plain, { ...plain }])).toEqual({ added: 1 });
    expect(
      await ledger.append([
        { ...plain, length: 4 },
        { ...plain, buyer: 'b2' },
      ]),
    ).toEqual({ added: 2 });
  });

  it('keeps two shops and two platforms apart', async () => {
    const ledger = createLedger(() => NOW, freshStore());
    const same = [event(0), event(0, { shop: 'shop-2' }), event(0, { platform: 'jd' })];
    expect(await ledger.append(same)).toEqual({ added: 3 });
  });

  it('holds more than one chunk of a day and gives back every event, also when appended at once', async () => {
    const store = freshStore();
    const ledger = createLedger(() => NOW, store);
    const all = many(1_234);
    await Promise.all([0, 1, 2, 3].map((k) => ledger.append(all.filter((_, n) => n % 4 === k))));
    expect(times(await createLedger(() => NOW, store).read(NOW - 1, NOW + DAY_MS))).toEqual(times(all));
  });

  it('gives only what lies in the half-open span asked for', async () => {
    const ledger = createLedger(() => NOW, freshStore());
    await ledger.append(many(10));
    expect(times(await ledger.read(NOW + 2_000, NOW + 5_000))).toEqual([
      NOW + 2_000,
      NOW + 3_000,
      NOW + 4_000,
    ]);
  });

  it('forgets whole days before the limit and nothing else', async () => {
    const store = freshStore();
    const ledger = createLedger(() => NOW, store);
    await ledger.append([event(0, { t: NOW - 5 * DAY_MS }), event(1, { t: NOW - 2 * DAY_MS }), event(2)]);
    expect(await ledger.forget(NOW - 2 * DAY_MS)).toBe(1);
    expect(await ledger.read(NOW - 30 * DAY_MS, NOW + DAY_MS)).toHaveLength(2);
    // A forgotten event that a page shows again is counted again, not refused by an old memory of it.
    expect(await ledger.append([event(0, { t: NOW - 5 * DAY_MS })])).toEqual({ added: 1 });
  });

  it('sets a chunk that cannot be read aside and goes on with the rest of the day', async () => {
    const store = freshStore();
    await createLedger(() => NOW, store).append([event(0), event(1, { shop: 'shop-2' })]);
    const key = `events:${shanghaiDay(NOW)}|pdd|shop-1|00000`;
    await set(key, { broken: true }, store);
    expect(await createLedger(() => NOW, store).read(NOW - 1, NOW + DAY_MS)).toHaveLength(1);
    expect(await get(`aside:${key}:${NOW}`, store)).toEqual({ broken: true });
  });

  it('erases everything', async () => {
    const ledger = createLedger(() => NOW, freshStore());
    await ledger.append(many(3));
    await ledger.erase();
    expect(await ledger.read(0, NOW + DAY_MS)).toEqual([]);
    expect(await ledger.append(many(3))).toEqual({ added: 3 });
  });
});

describe('days that are over', () => {
  const yesterday = (n: number): TurnEvent => event(n, { t: NOW - 3 * DAY_MS + n * 1_000 });
  const old = Array.from({ length: 450 }, (_, n) => yesterday(n));
  const span: [number, number] = [NOW - 5 * DAY_MS, NOW + DAY_MS];

  it('are packed, and give back every event; what comes for them later is counted once', async () => {
    const store = freshStore();
    const ledger = createLedger(() => NOW, store);
    await ledger.append([...old, event(0)]);
    expect(await ledger.compact(NOW)).toBe(1);
    expect(times(await ledger.read(...span))).toEqual(times([...old, event(0)]));
    const woken = createLedger(() => NOW, store);
    expect(await woken.append([...old, yesterday(900)])).toEqual({ added: 1 });
    expect(times(await woken.read(...span))).toEqual(times([...old, yesterday(900), event(0)]));
    // Packed anew together; then there is nothing to do.
    expect(await woken.compact(NOW)).toBe(1);
    expect(await woken.compact(NOW)).toBe(0);
    expect(times(await woken.read(...span))).toEqual(times([...old, yesterday(900), event(0)]));
    expect((await keys<string>(store)).filter((key) => key.startsWith('events:'))).toHaveLength(1);
  });

  it('are left as they were by a worker that dies while packing', async () => {
    const store = freshStore();
    await createLedger(() => NOW, store).append(old);
    const dying: typeof store = (mode, act) =>
      store(mode, (objects) => {
        if (mode === 'readwrite') objects.transaction.abort();
        return act(objects);
      });
    await expect(createLedger(() => NOW, dying).compact(NOW)).rejects.toThrow();
    expect(times(await createLedger(() => NOW, store).read(...span))).toEqual(times(old));
  });

  it('whose packed record is spoiled lose no other day, and the record is kept beside them', async () => {
    const store = freshStore();
    const ledger = createLedger(() => NOW, store);
    await ledger.append([...old, event(0)]);
    await ledger.compact(NOW);
    const packed = (await keys<string>(store)).find((key) => key.startsWith('packed:')) ?? '';
    await set(packed, { bytes: 'spoiled' }, store);
    expect(times(await createLedger(() => NOW, store).read(...span))).toEqual(times([event(0)]));
    expect((await keys<string>(store)).some((key) => key.startsWith(`aside:${packed}`))).toBe(true);
  });

  it('are found again when the record of the day is spoiled, packed or not', async () => {
    const store = freshStore();
    const ledger = createLedger(() => NOW, store);
    await ledger.append(old);
    await ledger.compact(NOW);
    await ledger.append([yesterday(900)]);
    await set(`day:${shanghaiDay(NOW - 3 * DAY_MS)}`, 'spoiled', store);
    expect(times(await createLedger(() => NOW, store).read(...span))).toEqual(
      times([...old, yesterday(900)]),
    );
  });

  it('are forgotten whole, packed or not', async () => {
    const store = freshStore();
    const ledger = createLedger(() => NOW, store);
    await ledger.append([...old, event(0)]);
    await ledger.compact(NOW);
    expect(await ledger.forget(NOW)).toBe(1);
    expect(times(await ledger.read(...span))).toEqual(times([event(0)]));
    expect((await keys<string>(store)).filter((key) => key.startsWith('packed:'))).toEqual([]);
  });

  it('filled in over many days keep memory to a few days, and still count each event once', async () => {
    const ledger = createLedger(() => NOW, freshStore());
    const history = Array.from({ length: 12 }, (_, day) =>
      event(day, { t: NOW - day * DAY_MS, id: `d${day}` }),
    );
    expect(await ledger.append(history)).toEqual({ added: 12 });
    expect(await ledger.append(history)).toEqual({ added: 0 });
    expect(times(await ledger.read(NOW - 20 * DAY_MS, NOW + DAY_MS))).toEqual(times(history));
  });
});

describe('what the ledger says it holds', () => {
  const today = shanghaiDay(NOW);

  it('names platforms and shops day by day, with another revision after every event that is new', async () => {
    const store = freshStore();
    const ledger = createLedger(() => NOW, store);
    expect((await ledger.contents([today])).get(today)).toEqual([]);
    const revisions: number[] = [];
    const note = async (from = ledger): Promise<void> => {
      const [part] = (await from.contents([today])).get(today) ?? [];
      revisions.push(part?.revision ?? Number.NaN);
    };
    await ledger.append(many(3));
    await note();
    await ledger.append(many(3));
    await note();
    await ledger.append(many(4));
    await note();
    await note(createLedger(() => NOW, store));
    const [first, again, grown, woken] = revisions;
    expect(again).toBe(first);
    expect(grown).toBeGreaterThan(first ?? Number.POSITIVE_INFINITY);
    expect(woken).toBe(grown);
  });

  it('keeps the revision when a day is packed, and of shops that got nothing', async () => {
    const ledger = createLedger(() => NOW, freshStore());
    await ledger.append([event(0), event(1, { shop: 'shop-2' })]);
    const before = (await ledger.contents()).get(today);
    await ledger.compact(NOW + DAY_MS);
    expect((await ledger.contents()).get(today)).toEqual(before);
    await ledger.append([event(2, { shop: 'shop-2' })]);
    const after = (await ledger.contents()).get(today);
    expect(after?.map(({ revision }, i) => revision === before?.[i]?.revision)).toEqual([true, false]);
  });

  it('never comes to an old revision again after it was erased', async () => {
    let now = NOW;
    const ledger = createLedger(() => now, freshStore());
    await ledger.append(many(3));
    const before = (await ledger.contents()).get(today)?.[0]?.revision;
    await ledger.erase();
    expect(await ledger.contents()).toEqual(new Map());
    now += 1_000;
    await ledger.append(many(2));
    expect((await ledger.contents()).get(today)?.[0]?.revision).not.toBe(before);
  });

  it('says of many days at once what it wrote, also of more than it holds in memory', async () => {
    const ledger = createLedger(() => NOW, freshStore());
    await ledger.append(Array.from({ length: 12 }, (_, n) => event(n, { t: NOW - n * DAY_MS })));
    const contents = await ledger.contents();
    expect(contents.size).toBe(12);
    expect([...contents.values()].every((parts) => parts.length === 1)).toBe(true);
  });
});
