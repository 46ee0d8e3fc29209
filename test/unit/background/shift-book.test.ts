import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '#imports';
import { handleShifts } from '../../../entrypoints/background/handle-shifts.ts';
import { createRecentEvents, type RecentEvents } from '../../../entrypoints/background/recent-events.ts';
import { forgetOldDays } from '../../../entrypoints/background/retention.ts';
import { createShiftBook, SHIFT_ALARM, type ShiftBook } from '../../../entrypoints/background/shift-book.ts';
import { openStores, type Stores } from '../../../entrypoints/background/stores.ts';
import { count, mean, rate } from '../../../rules/metrics/figure.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, shanghaiEpoch } from '../../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../../rules/turns/event.ts';
import { createRequestServer, type RequestServer } from '../../../storage/messages/serve.ts';
import { withChange } from '../../../storage/order-book.ts';
import { withRefusal } from '../../../storage/refusals.ts';
import { withEntry } from '../../../storage/registers.ts';

const nine = shanghaiEpoch(2026, 11, 22, 9) ?? 0;
const OPTIONS = 'chrome-extension://test/options.html';
/** What the figure book answers; it has tests of its own. */
const figures = {
  span: async () => [{ platform: 'pdd' as const, figures: [count('answered', 3), mean('mean', 60_000, 3)] }],
  figures: async () => [{ platform: 'pdd' as const, figures: [rate('PDD-3M', 9, 10)] }],
};
let now: number;
let stores: Stores;
let book: ShiftBook;
let recent: RecentEvents;
let server: RequestServer;

/** The worker as it wakes: nothing is left but what is on disk. */
function wake(): void {
  stores = openStores(() => now);
  recent = createRecentEvents(stores.ledger, () => now);
  book = createShiftBook(stores, recent, () => now);
  server = createRequestServer(async () => ({
    runtimeId: 'test',
    extensionBase: 'chrome-extension://test/',
    isMarketPage: () => false,
  }));
  handleShifts(server, stores, book, figures, () => now);
}

beforeEach(async () => {
  fakeBrowser.reset();
  now = nine;
  wake();
  await stores.ledger.erase();
  await stores.settings.update((settings) => ({ ...settings, agentNumber: ' 07 ' }));
});

const ask = async (name: string, input: object = {}): Promise<unknown> => {
  const reply = await new Promise<{ ok: boolean; value?: unknown }>((answered) => {
    server.listener({ shoubian: name, input }, { id: 'test', url: OPTIONS } as never, answered as never);
  });
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.value;
};
const shifts = async () => (await stores.shifts.read()).shifts;
const alarm = async () => (await browser.alarms.get(SHIFT_ALARM))?.scheduledTime;
const event = (t: number, type: TurnEvent['type'] = 'human'): TurnEvent => ({
  id: `m${t}`,
  t,
  platform: 'pdd',
  shop: 's',
  buyer: 'b',
  type,
  origin: 'page',
  precision: 's',
});
/** A message is read at `at`. */
async function hear(at: number, ...events: TurnEvent[]): Promise<void> {
  now = at;
  await stores.ledger.append(events);
  await recent.add(events);
  await book.learn(events);
}
const begins = (on: boolean) =>
  stores.settings.update((settings) => ({ ...settings, shift: { ...settings.shift, begins: on } }));

it('a shift begins, pauses and ends as the agent presses, with the agent’s number', async () => {
  await ask('shift.begin');
  await ask('shift.begin');
  now += HOUR_MS;
  await ask('shift.pause', { paused: true });
  now += HOUR_MS / 2;
  await ask('shift.pause', { paused: false });
  now += HOUR_MS;
  await ask('shift.finish');
  expect(await shifts()).toMatchObject([
    {
      agent: '07',
      start: nine,
      end: nine + 2.5 * HOUR_MS,
      breaks: [{ from: nine + HOUR_MS, to: nine + 1.5 * HOUR_MS }],
      endedBy: 'hand',
    },
  ]);
  expect(await alarm()).toBeUndefined();
});

it('a shift that was forgotten ends at the last thing done, also when the worker was killed since', async () => {
  await ask('shift.begin');
  expect(await alarm()).toBe(nine + 3 * HOUR_MS);
  await hear(nine + HOUR_MS, event(nine + HOUR_MS));
  wake();
  // The alarm set at the start comes; the reply moved the end on.
  now = nine + 3 * HOUR_MS;
  await book.settle();
  expect(await shifts()).toMatchObject([{ start: nine }]);
  expect(await alarm()).toBe(nine + 4 * HOUR_MS);
  wake();
  now = nine + 9 * HOUR_MS;
  await book.settle();
  expect(await shifts()).toMatchObject([{ end: nine + HOUR_MS, endedBy: 'activity' }]);
});

it('in a slow shop, work on orders keeps a shift alive too, and a buyer’s word does not', async () => {
  await ask('shift.begin');
  now = nine + 2 * HOUR_MS;
  await stores.orders.update((record) =>
    withChange(record, [{ platform: 'pdd', orderId: '1' }], { handled: true }, { at: now }),
  );
  await hear(nine + 4 * HOUR_MS, event(nine + 4 * HOUR_MS, 'buyer'));
  now = nine + 5 * HOUR_MS;
  await book.settle();
  expect(await shifts()).toMatchObject([{ end: nine + 2 * HOUR_MS, orders: 1 }]);
});

it('the orders handled in a shift are still known when their own notes are gone', async () => {
  await ask('shift.begin');
  for (const [hours, id] of [
    [-1, 'before'],
    [1, 'one'],
    [2, 'two'],
  ] as const)
    await stores.orders.update((record) =>
      withChange(
        record,
        [{ platform: 'pdd', orderId: id }],
        { handled: true },
        { at: nine + hours * HOUR_MS },
      ),
    );
  now = nine + DAY_MS;
  await book.settle();
  await forgetOldDays(
    stores,
    createRecentEvents(stores.ledger, () => now),
    () => now,
  );
  expect((await stores.orders.read()).orders).toEqual([]);
  expect(await shifts()).toMatchObject([{ end: nine + 2 * HOUR_MS, orders: 2 }]);
});

it('a first reply begins a shift only where the agent wants it, and only one written now', async () => {
  await hear(nine, event(nine));
  expect(await shifts()).toEqual([]);
  await begins(true);
  await hear(nine + HOUR_MS, event(nine + 10 * MINUTE_MS), event(nine + 20 * MINUTE_MS, 'buyer'));
  expect(await shifts()).toEqual([]);
  await hear(nine + HOUR_MS + 5_000, event(nine + HOUR_MS));
  expect(await shifts()).toMatchObject([{ agent: '07', start: nine + HOUR_MS, startedBy: 'activity' }]);
  // A silence, and the next reply: one shift ends and another begins.
  await hear(nine + 6 * HOUR_MS, event(nine + 6 * HOUR_MS));
  expect(await shifts()).toMatchObject([{ end: nine + HOUR_MS }, { start: nine + 6 * HOUR_MS }]);
});

it('a reply that finds the shift going on writes nothing', async () => {
  await ask('shift.begin');
  await hear(nine + MINUTE_MS, event(nine + MINUTE_MS));
  let written = 0;
  browser.storage.onChanged.addListener(() => {
    written += 1;
  });
  for (let i = 2; i < 200; i += 1) await hear(nine + i * MINUTE_MS, event(nine + i * MINUTE_MS));
  expect(written).toBe(0);
  now = nine + 200 * MINUTE_MS;
  await book.settle();
  expect((await shifts())[0]?.end).toBeUndefined();
});

it('times are corrected, and what cannot be is said', async () => {
  await ask('shift.begin');
  now = nine + 8 * HOUR_MS;
  await ask('shift.finish');
  const [shift] = await shifts();
  const id = shift?.id ?? '';
  expect(await ask('shift.correct', { id, start: nine, end: nine - 1, breaks: [] })).toMatchObject({
    ok: false,
  });
  expect(await shifts()).toEqual([shift]);
  const end = nine + 7 * HOUR_MS;
  expect(await ask('shift.correct', { id, start: nine - HOUR_MS, end, breaks: [] })).toEqual({ ok: true });
  expect(await shifts()).toMatchObject([{ start: nine - HOUR_MS, end }]);
  await ask('shift.remove', { id });
  expect(await shifts()).toEqual([]);
});

it('shifts are kept no longer than other records', async () => {
  await ask('shift.begin');
  now = nine + HOUR_MS;
  await ask('shift.finish');
  const { retentionDays } = await stores.settings.read();
  now = nine + (retentionDays - 1) * DAY_MS;
  await forgetOldDays(
    stores,
    createRecentEvents(stores.ledger, () => now),
    () => now,
  );
  expect(await shifts()).toHaveLength(1);
  now = nine + (retentionDays + 1) * DAY_MS;
  await forgetOldDays(
    stores,
    createRecentEvents(stores.ledger, () => now),
    () => now,
  );
  expect(await shifts()).toEqual([]);
});

it('the handover draft says what the next agent has to know', async () => {
  await ask('shift.begin');
  await stores.rules.update((record) => ({
    ...record,
    rows: {
      'PDD-TGT': { value: { kind: 'share', share: 8_000 }, date: '2026-11-22', over: { kind: 'empty' } },
    },
  }));
  await stores.orders.update((record) =>
    withChange(
      record,
      [{ platform: 'pdd', orderId: '260322123456789' }],
      { addressCheck: 'asked' },
      { at: nine + MINUTE_MS },
    ),
  );
  await stores.registers.update((record) => {
    const facts = {
      kind: 'reship' as const,
      platform: 'pdd' as const,
      goods: [],
      issue: '少发一件',
      orderId: '260322999900001',
    };
    const added = withEntry(
      record,
      { ...facts, buyer: '小雨', promisedAt: nine + 5 * HOUR_MS, solution: '今日补发' },
      { id: 'e', at: nine, by: '07' },
    );
    return added.ok ? added.record : record;
  });
  await stores.refusals.update((record) =>
    withRefusal(record, { platform: 'pdd', buyers: ['u1', '阿木'], word: '不要了', at: nine + MINUTE_MS }),
  );
  const waiting = {
    key: 'pdd|s|b',
    platform: 'pdd' as const,
    shop: 's',
    buyer: 'b',
    nick: '等等',
    since: nine,
    precision: 's' as const,
  };
  await stores.queue.update((queue) => ({
    ...queue,
    waiting: [{ ...waiting, first: true, failed: false, limits: { soft: 30, warn: 120, breach: 180 } }],
    lastWords: [
      { key: 'pdd|s|b', platform: 'pdd' as const, shop: 's', buyer: 'b', nick: '等等', since: nine },
      { key: 'pdd|s|c', platform: 'pdd' as const, shop: 's', buyer: 'c', nick: '谢谢', since: nine },
    ],
  }));
  now = nine + 2 * MINUTE_MS;
  const { text } = (await ask('shift.handover', { language: 'zh-CN' })) as { text: string };
  for (const line of [
    '交班 07',
    '本班 11-22 09:00 起',
    '拼多多 · 等等 · 已等 2:00 · 时限 180 秒 · PDD-3M 还剩 60 秒 · PDD-AVG 已等 120 秒 · 先回',
    '拼多多 · 谢谢 · 11-22 09:00 · 回一句，表情也行',
    '拼多多 · 单号尾 6789 · 地址已问，等回复 · 11-22 09:01 记',
    '补发 · 拼多多 · 小雨 · 单号尾 0001 · 少发一件 · 办法：今日补发 · 答应 11-22 14:00 前 · 备注稿 11-22 07 少发一件，今日补发',
    '拼多多 · 阿木 · “不要了”',
    '拼多多：已回复轮次 3，平均响应 20 秒',
    '拼多多：已计 10 位买家，失误 1，现在还可失误 1',
  ])
    expect(text).toContain(line);
  expect(text.match(/等等/g)).toHaveLength(1);
  expect(text).not.toContain('260322');
});
