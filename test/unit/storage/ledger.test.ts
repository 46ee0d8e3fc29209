import 'fake-indexeddb/auto';
import { createStore, get, set } from 'idb-keyval';
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
