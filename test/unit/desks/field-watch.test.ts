import { describe, expect, it } from 'vitest';
import { createFieldWatch, type FieldView } from '../../../content/desks/field-watch.ts';
import { entryVersion } from '../../../content/site-map/entry-version.ts';
import type { PageReading } from '../../../content/site-map/facts.ts';
import { addView, type FieldHistory } from '../../../rules/health/index.ts';
import type { Order } from '../../../rules/orders/order.ts';
import { type FieldHistoryRecord, fieldHistoryStore } from '../../../storage/field-history.ts';
import type { PageEntry } from '../../../storage/schemas/site-map.ts';

const entry = { kind: 'orders', item: '.row', fields: { orderId: '.no', amount: '.money' } } as PageEntry;

interface Shown {
  rows: number;
  amounts?: number;
  orderIds?: number;
  status?: Order['status'];
  broken?: string[];
  entry?: PageEntry;
  first?: string;
}

function reading({
  rows,
  amounts = rows,
  orderIds = rows,
  status = 'unshipped',
  broken = [],
  first = '0',
  ...more
}: Shown): PageReading {
  const orders = Array.from({ length: rows }, (_, i) => ({
    order: {
      key: i === 0 ? first : String(i),
      platform: 'jd',
      status,
      lines: [],
      ...(i < orderIds && { orderId: String(i) }),
      ...(i < amounts && { amount: 100 }),
    },
  }));
  return {
    mapId: 'jd',
    platform: 'jd',
    kind: 'orders',
    level: 'high',
    entry: more.entry ?? entry,
    fact: { kind: 'orders', rows: orders },
    health: {
      kind: 'orders',
      rows,
      fields: { orderId: { seen: orderIds, rows }, amount: { seen: amounts, rows } },
      broken: broken.map((field) => ({ kind: 'orders', field })),
    },
  } as unknown as PageReading;
}

/** A desk's watch with a clock that moves when told to; views are remembered as the background would. */
function desk(path = '/orders') {
  const controller = new AbortController();
  const timers = new Set<{ at: number; run: () => void }>();
  const noted: FieldView[] = [];
  let record: FieldHistoryRecord = fieldHistoryStore.defaults(0);
  let now = 0;
  let changes = 0;
  const world = { path };
  const start = () =>
    createFieldWatch({
      path: () => world.path,
      now: () => now,
      signal: controller.signal,
      history: () => record,
      note: (view) => {
        noted.push(view);
        const known = record.entries.find(({ version }) => version === view.version);
        const fields = addView((known?.fields ?? {}) as FieldHistory, view.counts);
        const rest = record.entries.filter((one) => one !== known);
        const kept = { id: 'x', createdAt: 0, updatedAt: 0, deletedAt: null, ...view, fields } as never;
        record = { ...record, entries: [kept, ...rest] };
      },
      changed: () => {
        changes += 1;
      },
      setTimer: (run, ms) => {
        const timer = { at: now + ms, run };
        timers.add(timer);
        return () => timers.delete(timer);
      },
    });
  let watch = start();
  return {
    world,
    noted,
    changes: () => changes,
    timers: () => timers.size,
    read: (...shown: Shown[]) => watch.read(shown.map(reading)),
    gone: () => watch.gone().map(({ field, what }) => `${field} ${what}`),
    /** The page is opened anew. */
    reload() {
      timers.clear();
      watch = start();
    },
    pass(ms: number) {
      const end = now + ms;
      for (;;) {
        const next = [...timers].sort((a, b) => a.at - b.at)[0];
        if (!next || next.at > end) break;
        timers.delete(next);
        now = next.at;
        next.run();
      }
      now = end;
    },
    stop: () => controller.abort(),
  };
}

const afterVisits = (visits: number, shown: Shown) => {
  const one = desk();
  for (let visit = 0; visit < visits; visit += 1) {
    one.reload();
    one.read(shown);
    one.pass(20_000);
  }
  one.reload();
  return one;
};

describe('a page view', () => {
  it('is counted once, when its rows have stood still, however often it changes', () => {
    const one = desk();
    one.read({ rows: 5 });
    one.pass(1_000);
    one.read({ rows: 66 });
    one.pass(1_900);
    expect(one.noted).toHaveLength(0);
    one.pass(5_000);
    for (let i = 0; i < 20; i += 1) {
      one.read({ rows: 66 - i });
      one.pass(1_000);
    }
    expect(one.noted).toHaveLength(1);
    expect(one.noted[0]?.counts).toContainEqual({ field: 'orderId', group: 'unshipped', seen: 66, rows: 66 });
  });

  it('that never stands still is counted after ten seconds', () => {
    const one = desk();
    for (let i = 1; i < 30; i += 1) {
      one.read({ rows: i });
      one.pass(500);
    }
    expect(one.noted).toHaveLength(1);
  });

  it('is another one at another address, and other rows at the same address only after five minutes', () => {
    const one = desk();
    one.read({ rows: 5 });
    one.pass(5_000);
    one.read({ rows: 5, first: 'other' });
    one.pass(5_000);
    expect(one.noted).toHaveLength(1);
    one.world.path = '/orders?page=2';
    one.read({ rows: 5, first: 'other' });
    one.pass(5_000);
    expect(one.noted).toHaveLength(2);
    one.pass(300_000);
    one.read({ rows: 5, first: 'third' });
    one.pass(5_000);
    expect(one.noted).toHaveLength(3);
  });

  it.each([
    ['without rows', { rows: 0 }],
    ['that is broken', { rows: 9, broken: ['orderId'] }],
  ])('%s is not counted', (_, shown) => {
    const one = desk();
    one.read(shown);
    one.pass(20_000);
    expect(one.noted).toEqual([]);
  });

  it('names the entry it was read by, and nothing of what was read', () => {
    const one = desk();
    one.read({ rows: 5 });
    one.pass(5_000);
    expect(one.noted[0]).toMatchObject({ mapId: 'jd', kind: 'orders', version: entryVersion(entry) });
    expect(Object.keys(one.noted[0]?.counts[0] ?? {}).sort()).toEqual(['field', 'group', 'rows', 'seen']);
  });
});

describe('a field that was read on the pages before', () => {
  it('is said to be gone after three seconds on none of the rows', () => {
    const one = afterVisits(3, { rows: 20 });
    one.read({ rows: 20, amounts: 0 });
    one.pass(2_900);
    expect(one.gone()).toEqual([]);
    one.pass(2_000);
    expect(one.gone()).toEqual(['amount none']);
    expect(one.changes()).toBe(1);
  });

  it('is not, where it only came late', () => {
    const one = afterVisits(3, { rows: 20 });
    one.read({ rows: 20, amounts: 0 });
    one.pass(2_000);
    one.read({ rows: 20 });
    one.pass(10_000);
    expect(one.gone()).toEqual([]);
    expect(one.changes()).toBe(0);
  });

  it('is not on rows of a status never seen before, on the first pages, or under another version of the map', () => {
    const other = afterVisits(3, { rows: 20 });
    other.read({ rows: 20, amounts: 0, status: 'unpaid' });
    other.pass(10_000);
    const first = afterVisits(2, { rows: 20 });
    first.read({ rows: 20, amounts: 0 });
    first.pass(10_000);
    const edited = afterVisits(3, { rows: 20 });
    edited.read({ rows: 20, amounts: 0, entry: { ...entry, item: '.other' } as PageEntry });
    edited.pass(10_000);
    expect([other.gone(), first.gone(), edited.gone()]).toEqual([[], [], []]);
  });

  it('is fine again as soon as it is read, and gone with its page', () => {
    const one = afterVisits(3, { rows: 20 });
    one.read({ rows: 20, amounts: 0 });
    one.pass(10_000);
    one.read({ rows: 20 });
    one.pass(1_000);
    expect(one.gone()).toEqual([]);
    one.read({ rows: 20, amounts: 0 });
    one.pass(10_000);
    one.read();
    one.pass(1_000);
    expect(one.gone()).toEqual([]);
  });

  it('is said of a required field on some of the rows, and of no other', () => {
    const one = afterVisits(3, { rows: 20 });
    one.read({ rows: 20, amounts: 10, orderIds: 10 });
    one.pass(10_000);
    expect(one.gone()).toEqual(['orderId some']);
  });
});

it('nothing runs on after the page is left', () => {
  const one = desk();
  one.read({ rows: 5 });
  one.stop();
  expect(one.timers()).toBe(0);
  one.read({ rows: 5 });
  expect(one.timers()).toBe(0);
});
