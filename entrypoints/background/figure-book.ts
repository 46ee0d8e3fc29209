import { type FigureForm, figureForm, hasMonthRate } from '../../rules/figures/figure-form.ts';
import type { FigureQuestion, FigureReport } from '../../rules/figures/figure-report.ts';
import { howCounted } from '../../rules/figures/how-counted.ts';
import { isSettled, REACH_AFTER_MS, REACH_BEFORE_MS } from '../../rules/figures/reach.ts';
import { daysFromTo, MONTH_DAYS, makeReport, spanFigures } from '../../rules/figures/report.ts';
import type { DayRecord } from '../../rules/figures/share.ts';
import { createTally, reachOf } from '../../rules/figures/tally.ts';
import type { Figure, MetricSettings } from '../../rules/metrics/index.ts';
import { rowsInForce } from '../../rules/packs/rows-in-force.ts';
import type { Platform } from '../../rules/platform.ts';
import { DAY_MS, shanghaiDay, startOfShanghaiDay } from '../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../rules/turns/event.ts';
import { byConversation } from '../../rules/turns/unique-events.ts';
import { createEventWindow } from './event-window.ts';
import { createHotFigures } from './hot-figures.ts';
import { metricRules } from './metric-rules.ts';
import type { RecentEvents } from './recent-events.ts';
import type { Stores } from './stores.ts';

/** Raised when the counting in rules/ changes: records kept under another number are worked out again. */
export const COUNTING = 1;
/** A slice of work for a view that shows how far it is; ms. */
const SLICE_MS = 1_000;
/** Settled records held in memory beside the disk, where writing may fail. */
const IN_MEMORY = 200;

export interface FigurePlace {
  platform: Platform;
  shop: string;
  /** Shanghai days. */
  first: string;
  last: string;
}

/** Figures of an account's own span, a shift for instance. */
export interface SpanQuestion {
  platform?: Platform;
  agent?: string;
  /** Epoch ms. */
  from: number;
  /** Absent: it is still running. */
  to?: number;
}

export interface PlatformFigures {
  platform: Platform;
  figures: Figure[];
}

/**
 * Every figure the extension shows: hot days out of memory, settled days out of the cache or the ledger. All of it is
 * derived; the ledger alone is true.
 */
export interface FigureBook {
  /** Call with the conversations that new events changed (RecentEvents). */
  learn(changed: ReadonlySet<string>): void;
  /** What the ledger holds at all. */
  coverage(): Promise<FigurePlace[]>;
  /** Works out and keeps settled days of the span for about a second; `left` are still to come. */
  prepare(question: Pick<FigureQuestion, 'platform' | 'from' | 'to'>): Promise<{ left: number; of: number }>;
  report(question: FigureQuestion): Promise<FigureReport>;
  /** Whole days [from, to) of every platform that has events in them; other spans as `span`. */
  figures(from: number, to: number): Promise<PlatformFigures[]>;
  span(question: SpanQuestion): Promise<PlatformFigures[]>;
}

/** A settled day of one shop that is to be looked up or worked out. */
interface Wanted {
  platform: Platform;
  shop: string;
  from: number;
  mark: string;
}

interface Way {
  platform: Platform;
  settings: MetricSettings;
  form: FigureForm;
}

export function createFigureBook(
  stores: Pick<Stores, 'ledger' | 'figureDays' | 'rules'>,
  recent: RecentEvents,
  now: () => number,
  /** Ms of a clock that only goes forward. */
  elapsed: () => number = () => performance.now(),
): FigureBook {
  const { ledger, figureDays } = stores;
  const hot = createHotFigures(recent, now);
  const window = createEventWindow(ledger);
  const memory = new Map<string, { mark: string; record: DayRecord }>();
  /** Marks of records that were worked out or found, whether the disk took them or not. */
  const done = new Map<string, string>();
  let generation = recent.generation();
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const next = tail.then(tidy, tidy).then(work);
    tail = next.catch(() => undefined);
    return next;
  };

  /** A new day, or a ledger that was erased or shortened: memory must not know longer than the disk. */
  async function tidy(): Promise<void> {
    await recent.conversations();
    if (recent.generation() === generation) return;
    generation = recent.generation();
    memory.clear();
    done.clear();
  }

  async function wayOf(platform: Platform): Promise<Way> {
    const settings = await metricRules(stores, platform);
    return { platform, settings, form: figureForm(platform, settings) };
  }

  const today = (): number => startOfShanghaiDay(now());

  const keyOf = ({ from, platform, shop }: Wanted): string => `${from}|${platform}|${shop}`;

  function remember(wanted: Wanted, record: DayRecord): void {
    const key = keyOf(wanted);
    memory.delete(key);
    memory.set(key, { mark: wanted.mark, record });
    done.set(key, wanted.mark);
    for (const old of [...memory.keys()].slice(0, Math.max(0, memory.size - IN_MEMORY))) memory.delete(old);
  }

  /** Shops with events on each day, and the mark a record of them is to have. */
  async function wantedOf({ platform, settings }: Way, days: readonly number[]): Promise<Wanted[]> {
    if (days.length === 0) return [];
    const around = new Set(days.flatMap((from) => daysAround(from).map(shanghaiDay)));
    const contents = await ledger.contents([...around]);
    const rules = JSON.stringify(settings);
    return days.flatMap((from) => {
      const parts = daysAround(from).map((day) => contents.get(shanghaiDay(day)) ?? []);
      const own = contents.get(shanghaiDay(from)) ?? [];
      return own
        .filter((part) => part.platform === platform)
        .map(({ shop }) => {
          const revisions = parts.map(
            (ofDay) => ofDay.find((part) => part.platform === platform && part.shop === shop)?.revision ?? '',
          );
          return { platform, shop, from, mark: [COUNTING, ...revisions, rules].join('|') };
        });
    });
  }

  /** Works one settled day of one shop out and keeps it. */
  async function workOut(way: Way, wanted: Wanted): Promise<DayRecord> {
    const { platform, settings } = way;
    const { shop, from } = wanted;
    const tally = createTally({ platform, settings, from, to: from + DAY_MS });
    const events: TurnEvent[] = [];
    for (const day of daysAround(from)) events.push(...(await window.events(day, platform, shop)));
    for (const [key, list] of byConversation(events)) tally.put(key, list);
    return { from, shop, ...tally.shares(now()) };
  }

  /** Those of the records that are in memory or on disk. */
  async function found(wanted: readonly Wanted[]): Promise<(DayRecord | undefined)[]> {
    const known = wanted.map((one) => {
      const kept = memory.get(keyOf(one));
      return kept?.mark === one.mark ? kept.record : undefined;
    });
    const asked = wanted.filter((_, i) => !known[i]);
    const read = await figureDays.read(asked).catch(() => []);
    const fromDisk = new Map(asked.map((one, i) => [one, read[i]]));
    for (const [one, record] of fromDisk) if (record) remember(one, record);
    return wanted.map((one, i) => known[i] ?? fromDisk.get(one));
  }

  /** Works out what is not there yet, until `stop` says so. Days go forward, so that each is read once. */
  async function fill(way: Way, missing: readonly Wanted[], stop: () => boolean): Promise<DayRecord[]> {
    const made: DayRecord[] = [];
    for (const one of missing) {
      // One at least: a view that asks again and again must come to an end.
      if (made.length > 0 && stop()) break;
      const record = await workOut(way, one);
      made.push(record);
      if (!isSettled(one.from, now())) continue;
      // Erased or added to meanwhile: nothing of it may be left on disk.
      const [still] = (await wantedOf(way, [one.from])).filter(({ shop }) => shop === one.shop);
      if (still?.mark !== one.mark) continue;
      remember(one, record);
      await figureDays.keep([{ ...one, record }]).catch(() => undefined);
    }
    if (made.length === missing.length) window.clear();
    return made;
  }

  async function records(way: Way, days: readonly number[]): Promise<DayRecord[]> {
    const { platform, settings } = way;
    const all: DayRecord[] = [];
    const others: number[] = [];
    for (const from of days) {
      const shops = await hot.shares({ platform, settings, from, to: from + DAY_MS });
      if (!shops) others.push(from);
      for (const [shop, shares] of shops ?? []) all.push({ from, shop, ...shares });
    }
    const wanted = await wantedOf(way, others);
    const kept = await found(wanted);
    all.push(...kept.flatMap((record) => record ?? []));
    const missing = wanted.filter((_, i) => !kept[i]);
    if (missing.length > 0) all.push(...(await fill(way, missing, () => false)));
    return all;
  }

  const platformsOn = async (days: readonly number[]): Promise<Platform[]> => {
    const contents = await ledger.contents(days.map(shanghaiDay));
    return [...new Set([...contents.values()].flat().map(({ platform }) => platform))].sort();
  };

  /** The shares of a span that is no row of whole days, or whose events are all recent. */
  async function spanShares(way: Way, from: number, to: number): Promise<DayRecord[]> {
    const { platform, settings } = way;
    const span = { platform, settings, from, to };
    const shops = await hot.shares(span);
    if (shops) return [...shops].map(([shop, shares]) => ({ from, shop, ...shares }));
    const tally = createTally(span);
    const events = await ledger.read(...reachOf(from, to), platform);
    for (const [key, list] of byConversation(events)) tally.put(key, list);
    return [{ from, shop: '', ...tally.shares(now()) }];
  }

  /** The span's days, and those before it that its platform's thirty-day rate needs. */
  function daysOfReport({ form }: Way, { from, to }: Pick<FigureQuestion, 'from' | 'to'>): number[] {
    const days = daysFromTo(from, to);
    const [first] = days;
    const missing = hasMonthRate(form) && first !== undefined ? Math.max(0, MONTH_DAYS - days.length) : 0;
    return [...Array.from({ length: missing }, (_, i) => (first ?? 0) - (missing - i) * DAY_MS), ...days];
  }

  const inDays = (from: number, to: number): number[] => daysFromTo(shanghaiDay(from), shanghaiDay(to - 1));

  async function span({
    platform,
    agent,
    from,
    to = today() + DAY_MS,
  }: SpanQuestion): Promise<PlatformFigures[]> {
    if (to <= from) return [];
    const platforms = platform === undefined ? await platformsOn(inDays(from, to)) : [platform];
    const all: PlatformFigures[] = [];
    for (const name of platforms) {
      const way = await wayOf(name);
      const shares = (await spanShares(way, from, to)).flatMap(
        (record) => (agent === undefined ? record.all : record.agents.get(agent)) ?? [],
      );
      if (shares.length > 0) all.push({ platform: name, figures: spanFigures(way.form, [shares]) });
    }
    return all;
  }

  return {
    learn: hot.learn,
    async coverage() {
      const places = new Map<string, FigurePlace>();
      const contents = await ledger.contents();
      for (const day of [...contents.keys()].sort()) {
        for (const { platform, shop } of contents.get(day) ?? []) {
          const key = `${platform}|${shop}`;
          const place = places.get(key);
          if (place) place.last = day;
          else places.set(key, { platform, shop, first: day, last: day });
        }
      }
      return [...places.values()];
    },
    prepare: ({ platform, from, to }) =>
      inTurn(async () => {
        const started = elapsed();
        const way = await wayOf(platform);
        const wanted = await wantedOf(
          way,
          daysOfReport(way, { from, to }).filter((day) => isSettled(day, now())),
        );
        const open = wanted.filter((one) => done.get(keyOf(one)) !== one.mark);
        const kept = await found(open);
        const missing = open.filter((_, i) => !kept[i]);
        const made = await fill(way, missing, () => elapsed() - started >= SLICE_MS);
        return { left: missing.length - made.length, of: wanted.length };
      }),
    report: (question) =>
      inTurn(async () => {
        const way = await wayOf(question.platform);
        const made = makeReport({
          question,
          asOf: now(),
          form: way.form,
          records: await records(way, daysOfReport(way, question)),
        });
        const rows = rowsInForce((await stores.rules.read()).rows);
        return { ...made, counted: howCounted(made, way.settings, rows) };
      }),
    figures: (from, to) =>
      inTurn(async () => {
        if (from !== startOfShanghaiDay(from) || to !== startOfShanghaiDay(to)) return span({ from, to });
        const days = inDays(from, to);
        const all: PlatformFigures[] = [];
        for (const platform of await platformsOn(days)) {
          const way = await wayOf(platform);
          const byDay = new Map<number, DayRecord[]>(days.map((day) => [day, []]));
          for (const record of await records(way, days)) byDay.get(record.from)?.push(record);
          const shares = [...byDay.values()].map((ofDay) => ofDay.flatMap((record) => record.all ?? []));
          all.push({ platform, figures: spanFigures(way.form, shares) });
        }
        return all;
      }),
    span: (question) => inTurn(() => span(question)),
  };
}

/** The days a day's figures are worked out from (reach.ts). */
const daysAround = (from: number): number[] => {
  const days: number[] = [];
  for (let day = from - REACH_BEFORE_MS; day < from + DAY_MS + REACH_AFTER_MS; day += DAY_MS) days.push(day);
  return days;
};
