import 'fake-indexeddb/auto';
import { createStore, entries } from 'idb-keyval';
import { createFigureBook } from '../../entrypoints/background/figure-book.ts';
import { createRecentEvents } from '../../entrypoints/background/recent-events.ts';
import { createTally } from '../../rules/figures/tally.ts';
import { defaultMetricSettings } from '../../rules/metrics/index.ts';
import { DAY_MS, SECOND_MS, shanghaiDay, shanghaiEpoch } from '../../rules/time/shanghai.ts';
import { createQueueBook, type TurnEvent } from '../../rules/turns/index.ts';
import { byConversation } from '../../rules/turns/unique-events.ts';
import { createFigureDays } from '../../storage/figure-days.ts';
import { createLedger } from '../../storage/ledger.ts';
import { shopMonth } from '../fixtures/shop-month.ts';

/**
 * A month of a shop on three platforms (issue "Response time", to show): what one message costs on its way to the disk,
 * the queue and the figures, and what today's and thirty days' figures cost, while the month grows from ten thousand to
 * a million messages. All times are the processor's. Storage is IndexedDB as Node has it: slower than a browser's, and alike in how it grows.
 */
export interface FiguresRow {
  name: string;
  events: number;
  /** Of processor time, as `usEach`. */
  ms?: number;
  usEach?: number;
  bytesEach?: number;
  /** The cost of one, as a multiple of the row of a tenth as many: 1 is one that does not grow. */
  ratioEachToTenth?: number;
  /** Time as a multiple of ten times that of a tenth as many: 1 is linear, below it is better. */
  ratioToLinear?: number;
}

const sizes = [10_000, 100_000, 1_000_000] as const;
const DAYS = 30;
const PLATFORM = 'pdd';
const BULK = 2_000;
/** Messages told one by one, at the end of the last day. */
const LIVE = 400;
const ASKED = 25;

const from = shanghaiEpoch(2026, 3, 2) ?? 0;
const today = from + (DAYS - 1) * DAY_MS;
const settings = defaultMetricSettings(PLATFORM);

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

/** Ms of processor time, so that what else the machine does is not in the figures. */
async function timed(work: () => unknown): Promise<number> {
  const started = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
}

interface Measured {
  bulkMs: number;
  diskMs: number;
  queueMs: number;
  lookMs: number;
  figuresMs: number;
  cachedMs: number;
  coldMs: number;
  settleMs: number;
  monthMs: number;
  coldMonthMs: number;
  rulesMs: number;
  rulesEvents: number;
  packBytes: number;
  packedEvents: number;
  cacheBytes: number;
}

/** Bytes of the records whose key begins so: texts by two bytes a character, typed arrays as they are. */
async function bytesOf(name: string, table: string, prefix: string): Promise<number> {
  let sum = 0;
  for (const [key, value] of await entries(createStore(name, table))) {
    if (String(key).startsWith(prefix)) sum += sizeOf(value);
  }
  return sum;
}

function sizeOf(value: unknown): number {
  if (typeof value === 'number') return 8;
  if (typeof value === 'string') return 2 * value.length;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + sizeOf(item), 8);
  if (typeof value !== 'object' || value === null) return 1;
  return Object.entries(value).reduce((sum, [key, item]) => sum + 2 * key.length + sizeOf(item), 8);
}

async function measure(events: number): Promise<Measured> {
  let now = from;
  const clock = (): number => now;
  const ledger = createLedger(clock);
  const figureDays = createFigureDays();
  await ledger.erase();
  await figureDays.erase();
  const rules = { read: async () => ({ rows: {} }) } as unknown as Parameters<
    typeof createFigureBook
  >[0]['rules'];
  const stores = { ledger, figureDays, rules };

  let bulkMs = 0;
  let bulk = 0;
  let last: TurnEvent[] = [];
  let live: TurnEvent[] = [];
  const month = {
    seed: 6,
    days: DAYS,
    agents: 8,
    platforms: ['taobao', PLATFORM, 'jd'],
    shops: 1,
    events,
    from,
  } as const;
  for (const day of shopMonth(month)) {
    now = day.from + DAY_MS - 1;
    const isToday = day.from === today;
    const told = isToday ? day.events.slice(0, -LIVE) : day.events;
    if (isToday) live = day.events.slice(-LIVE);
    if (day.from === today - 5 * DAY_MS) last = day.events.filter(({ platform }) => platform === PLATFORM);
    for (let at = 0; at < told.length; at += BULK) {
      bulkMs += await timed(() => ledger.append(told.slice(at, at + BULK)));
    }
    bulk += told.length;
    await ledger.compact(day.from - 2 * DAY_MS);
  }

  // One message after the other, as a desk hands them over; today's figures are asked for after each.
  let recent = createRecentEvents(ledger, clock);
  let book = createFigureBook(stores, recent, clock);
  const queue = createQueueBook();
  for (const [key, own] of await recent.conversations()) queue.put(key, own);
  const oneDay = { platform: PLATFORM, from: shanghaiDay(today), to: shanghaiDay(today) } as const;
  const coldFirst = await timed(() => book.report(oneDay));
  queue.view({ now, liveFor: DAY_MS });
  let [diskMs, queueMs, lookMs, figuresMs] = [0, 0, 0, 0];
  for (const event of live) {
    let changed: ReadonlySet<string> = new Set();
    diskMs += await timed(async () => {
      await ledger.append([event]);
      changed = await recent.add([event]);
    });
    const conversations = await recent.conversations();
    queueMs += await timed(() => {
      for (const key of changed) queue.put(key, conversations.get(key) ?? []);
    });
    lookMs += await timed(() => queue.view({ now, liveFor: DAY_MS }));
    figuresMs += await timed(() => {
      book.learn(changed);
      return book.report(oneDay);
    });
  }
  const cached: number[] = [];
  for (let i = 0; i < ASKED; i += 1) {
    now += SECOND_MS / 1_000;
    cached.push(await timed(() => book.report(oneDay)));
  }

  // The worker died: everything in memory is made again.
  const cold = [coldFirst];
  for (let i = 0; i < 2; i += 1) {
    recent = createRecentEvents(ledger, clock);
    book = createFigureBook(stores, recent, clock);
    cold.push(await timed(() => book.report(oneDay)));
  }
  const span = { platform: PLATFORM, from: shanghaiDay(from), to: shanghaiDay(today) } as const;
  const settleMs = await timed(async () => {
    while ((await book.prepare(span)).left > 0);
  });
  await book.report(span);
  const thirty: number[] = [];
  for (let i = 0; i < ASKED; i += 1) thirty.push(await timed(() => book.report(span)));
  recent = createRecentEvents(ledger, clock);
  book = createFigureBook(stores, recent, clock);
  await book.report(oneDay);
  const coldMonthMs = await timed(() => book.report(span));

  // Rules alone: a day worked out once.
  const lists = byConversation(last);
  const rulesMs = await timed(() => {
    const tally = createTally({
      platform: PLATFORM,
      settings,
      from: today - 5 * DAY_MS,
      to: today - 4 * DAY_MS,
    });
    for (const [key, own] of lists) tally.put(key, own);
    tally.shares(now);
  });

  const packed = (await ledger.read(from, today - 3 * DAY_MS)).length;
  return {
    bulkMs: (bulkMs / bulk) * 1_000,
    diskMs,
    queueMs,
    lookMs,
    figuresMs,
    cachedMs: median(cached),
    coldMs: median(cold),
    settleMs,
    monthMs: median(thirty),
    coldMonthMs,
    rulesMs,
    rulesEvents: last.length,
    packBytes: await bytesOf('shoubian-ledger', 'events', 'packed:'),
    packedEvents: packed,
    cacheBytes: await bytesOf('shoubian-figures', 'days', ''),
  };
}

export async function benchFigures(): Promise<FiguresRow[]> {
  const rows: FiguresRow[] = [];
  const before = new Map<string, number>();
  /** A cost that must not grow with the month. */
  const each = (name: string, events: number, us: number): void => {
    const tenth = before.get(name);
    before.set(name, us);
    rows.push({ name, events, usEach: us, ...(tenth !== undefined && { ratioEachToTenth: us / tenth }) });
  };
  /** A cost that may grow with the month, but no faster. */
  const whole = (name: string, events: number, ms: number): void => {
    const tenth = before.get(name);
    before.set(name, ms);
    rows.push({ name, events, ms, ...(tenth !== undefined && { ratioToLinear: ms / (10 * tenth) }) });
  };
  await measure(2_000);
  for (const events of sizes) {
    const got = await measure(events);
    each('keep a message, many at once', events, got.bulkMs);
    each('keep a message, alone', events, (got.diskMs / LIVE) * 1_000);
    each('put it in the queue', events, (got.queueMs / LIVE) * 1_000);
    each('rules alone: a day, per message', events, (got.rulesMs / got.rulesEvents) * 1_000);
    // Who waits is listed whole, and grows with the month.
    whole('look at the queue', events, got.lookMs / LIVE);
    whole('put it in the figures and ask for today', events, got.figuresMs / LIVE);
    whole('today, nothing new', events, got.cachedMs);
    whole('today, after a wake', events, got.coldMs);
    whole('30 days, settled for the first time', events, got.settleMs);
    whole('30 days, again', events, got.monthMs);
    whole('30 days, after a wake', events, got.coldMonthMs);
    rows.push({ name: 'ledger, packed days', events, bytesEach: got.packBytes / got.packedEvents });
    rows.push({ name: 'cache of figures', events, bytesEach: got.cacheBytes / (events / 3) });
  }
  return rows;
}
