import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { FigureQuestion, FigureReport } from '../../rules/figures/figure-report.ts';
import type { Platform } from '../../rules/platform.ts';
import { DAY_MS, MINUTE_MS, shanghaiDay } from '../../rules/time/shanghai.ts';
import type { TurnEvent } from '../../rules/turns/event.ts';
import { conversationKey } from '../../rules/turns/event-key.ts';
import { killWorker, type LaunchedExtension, launchWithExtension } from '../../sandbox/launch.mjs';
import { type ShopMonthOptions, shopMonth } from '../fixtures/shop-month.ts';
import { seeded } from '../unit/turns/events.ts';
import { stressedExtension } from './stressed-extension.ts';
import { type HandingTab, openTab } from './tab.ts';
import { workerHeap } from './worker-heap.ts';

/** Hosts on which the extension's script runs; the path is none of the practice back office's. */
const hosts: Partial<Record<Platform, string>> = {
  pdd: 'https://mms.pinduoduo.com/soak',
  taobao: 'https://myseller.taobao.com/soak',
  doudian: 'https://im.jinritemai.com/soak',
};

export interface SoakOptions extends ShopMonthOptions {
  /** Times the worker is killed. */
  kills: number;
  /** Times a tab is closed with what it has not handed over, and opened again. */
  closes: number;
  /** Times the disk is full for a while. */
  fullDisks: number;
  /** Simulated time between two handings-over. */
  sliceMs: number;
  log?(line: string): void;
}

export interface SoakResult {
  /** Everything that happened, each once. */
  events: TurnEvent[];
  /** Handed over, the same event several times included. */
  handed: number;
  kills: number;
  closes: number;
  fullDisks: number;
  /** Bytes the worker holds at the end of each day, after a collection. */
  heap: number[];
  /** Real ms for each handing-over, from the first event put in the outboxes to the last receipt, by day. */
  dayMs: number[];
  /** Simulated time at the end, epoch ms. */
  now: number;
  report(question: FigureQuestion): Promise<FigureReport>;
  /** Everything the ledger holds of a day. */
  ledgerOf(from: number): Promise<TurnEvent[]>;
  close(): Promise<void>;
}

/** One tab, what it showed lately, and what it has still to tell. */
interface Desk {
  url: string;
  tab: HandingTab;
  shown: TurnEvent[];
}

/** A part of the slices in which a thing happens, spread by chance. */
function spread(random: () => number, times: number, slices: number): Map<number, number> {
  const at = new Map<number, number>();
  for (let i = 0; i < times; i += 1) {
    const slice = Math.floor(random() * slices);
    at.set(slice, (at.get(slice) ?? 0) + 1);
  }
  return at;
}

const shuffled = <T>(list: readonly T[], random: () => number): T[] =>
  list
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);

/**
 * A month of chats through the real worker and its storage: tabs hand events over in simulated time, out of order, some
 * twice and some days late, while the worker is killed, tabs are closed and opened again, and writes fail.
 */
export async function soak(options: SoakOptions): Promise<SoakResult> {
  const random = seeded(options.seed);
  const folder = await stressedExtension(options.from);
  const product = await launchWithExtension({ extension: folder });
  for (const url of Object.values(hosts)) {
    await product.context.route(url, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
  }
  const page = await product.context.newPage();
  await page.goto(product.extensionUrl('popup.html'));
  const run = new SoakRun(product, page, options, random);
  await run.openDesks();
  for (const day of shopMonth(options)) await run.day(day.from, day.events);
  await run.finish();
  return {
    ...run.result,
    report: (question) => run.ask<FigureReport>('figures.report', question),
    ledgerOf: async (from) => {
      const { json } = await run.ask<{ json: string }>('ledger.export', { from, to: from + DAY_MS });
      return JSON.parse(json).events;
    },
    async close() {
      await product.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

class SoakRun {
  readonly result: Omit<SoakResult, 'report' | 'ledgerOf' | 'close'>;
  readonly #desks = new Map<Platform, Desk[]>();
  readonly #slicesOfDay: number;
  readonly #kills: Map<number, number>;
  readonly #closes: Map<number, number>;
  readonly #fullDisks: Map<number, number>;
  /** Told days after they happened, as when an old conversation is opened again: due time → events. */
  #late: { due: number; events: TurnEvent[] }[] = [];
  #slice = 0;

  constructor(
    readonly product: LaunchedExtension,
    readonly page: Page,
    readonly options: SoakOptions,
    readonly random: () => number,
  ) {
    this.#slicesOfDay = Math.ceil(DAY_MS / options.sliceMs);
    const slices = this.#slicesOfDay * options.days;
    this.#kills = spread(random, options.kills, slices);
    this.#closes = spread(random, options.closes, slices);
    this.#fullDisks = spread(random, options.fullDisks, slices);
    const counts = { handed: 0, kills: 0, closes: 0, fullDisks: 0 };
    this.result = { ...counts, events: [], heap: [], dayMs: [], now: options.from };
  }

  ask<Answer>(name: string, input: object): Promise<Answer> {
    return this.page.evaluate(
      async ([contract, value]) => {
        const reply = await chrome.runtime.sendMessage({ shoubian: contract, input: value });
        if (!reply?.ok) throw new Error(`${contract}: ${JSON.stringify(reply)}`);
        return reply.value as Answer;
      },
      [name, input] as const,
    );
  }

  async openDesks(): Promise<void> {
    const { platforms, agents } = this.options;
    for (let i = 0; i < agents; i += 1) {
      const platform = platforms[i % platforms.length];
      const url = platform && hosts[platform];
      if (!platform || !url) throw new Error(`no page for ${platform}`);
      const desks = this.#desks.get(platform) ?? [];
      desks.push({ url, tab: await openTab(this.product, url), shown: [] });
      this.#desks.set(platform, desks);
    }
  }

  get #all(): Desk[] {
    return [...this.#desks.values()].flat();
  }

  /** The worker's clock, and how often a write fails. */
  async #set(now: number, failWrites: number): Promise<void> {
    this.result.now = now;
    const soak = { now, failWrites, seed: Math.floor(this.random() * 2 ** 32) };
    await this.page.evaluate((value) => chrome.storage.session.set({ soak: value }), soak);
  }

  async #kill(): Promise<void> {
    if (await killWorker(this.product.context, this.product.extensionId)) this.result.kills += 1;
  }

  /** A conversation is one tab's; a tenth of what happens is seen by a second tab of the platform too. */
  #desksOf(event: TurnEvent): Desk[] {
    const desks = this.#desks.get(event.platform) ?? [];
    let hash = 0;
    for (const sign of conversationKey(event)) hash = (Math.imul(hash, 31) + sign.charCodeAt(0)) >>> 0;
    const first = desks[hash % desks.length];
    const second = desks[(hash + 1) % desks.length];
    return [first, ...(this.random() < 0.1 ? [second] : [])].filter((desk) => desk !== undefined);
  }

  async day(from: number, events: readonly TurnEvent[]): Promise<void> {
    const began = performance.now();
    this.result.events.push(...events);
    const late = new Set<string>();
    let next = 0;
    for (let i = 0; i < this.#slicesOfDay; i += 1) {
      const end = from + (i + 1) * this.options.sliceMs;
      const batch: TurnEvent[] = [];
      for (let event = events[next]; event && event.t < end; event = events[next]) {
        next += 1;
        const key = conversationKey(event);
        if (this.random() < 0.004) late.add(key);
        // Nobody looks at this conversation for up to six days; then all of it is read at once.
        if (late.has(key)) this.#later(key, event, from);
        else batch.push(event);
      }
      batch.push(...this.#due(end));
      await this.#slicePasses(end, batch);
    }
    // What the extension does twice a day of its own accord: old days are packed.
    await this.page.evaluate((when) => chrome.alarms.create('retention', { when }), from);
    this.result.dayMs.push(performance.now() - began);
    await this.ask('ledger.figures', { from, to: from + DAY_MS });
    this.result.heap.push((await workerHeap(this.product.context, this.product.extensionId)) ?? Number.NaN);
    this.options.log?.(
      `${shanghaiDay(from)}: ${events.length} events in ${Math.round(performance.now() - began)} ms, ` +
        `${this.result.kills} kills, ${Math.round((this.result.heap.at(-1) ?? 0) / 1_000)} kB`,
    );
  }

  #later(key: string, event: TurnEvent, day: number): void {
    const open = this.#late.find(
      ({ due, events: [first] }) => due > event.t && first && conversationKey(first) === key,
    );
    if (open) open.events.push(event);
    else this.#late.push({ due: day + DAY_MS * (1 + Math.floor(this.random() * 6)), events: [event] });
  }

  #due(now: number): TurnEvent[] {
    const due = this.#late.filter((item) => item.due <= now);
    this.#late = this.#late.filter((item) => item.due > now);
    return due.flatMap(({ events }) => events);
  }

  async #slicePasses(now: number, batch: readonly TurnEvent[]): Promise<void> {
    const slice = this.#slice;
    this.#slice += 1;
    const isFull = this.#fullDisks.has(slice);
    if (isFull) this.result.fullDisks += 1;
    await this.#set(now, isFull ? 0.3 : 0);
    const handing = new Map<Desk, TurnEvent[]>();
    for (const event of shuffled(batch, this.random)) {
      for (const desk of this.#desksOf(event)) {
        const list = handing.get(desk) ?? [];
        list.push(event);
        handing.set(desk, list);
      }
    }
    await Promise.all([...handing].map(([desk, events]) => this.#tell(desk, events)));
    for (let i = 0; i < (this.#kills.get(slice) ?? 0); i += 1) await this.#kill();
    for (let i = 0; i < (this.#closes.get(slice) ?? 0); i += 1) await this.#reopen();
    if (isFull) {
      // Full for one attempt of each tab at the least, then somebody makes room.
      await this.ask('attention.check', {}).catch(() => undefined);
      await this.#set(now, 0);
    }
    await this.#receipts();
    for (const desk of this.#all) desk.shown = desk.shown.slice(-200);
  }

  async #tell(desk: Desk, events: readonly TurnEvent[]): Promise<void> {
    this.result.handed += events.length;
    desk.shown.push(...events);
    await desk.tab.happens(events);
  }

  /** A tab goes with what it has not handed over; opened again it shows, and tells, what it showed before. */
  async #reopen(): Promise<void> {
    const desk = this.#all[Math.floor(this.random() * this.#all.length)];
    if (!desk) return;
    await desk.tab.close();
    this.result.closes += 1;
    desk.tab = await openTab(this.product, desk.url);
    const { shown } = desk;
    desk.shown = [];
    await this.#tell(desk, shuffled(shown, this.random));
  }

  /** Until every tab has a receipt for everything. */
  async #receipts(): Promise<void> {
    for (const desk of this.#all) {
      while ((await desk.tab.pending()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async finish(): Promise<void> {
    await this.#slicePasses(
      this.options.from + this.options.days * DAY_MS + 10 * MINUTE_MS,
      this.#due(Infinity),
    );
  }
}

declare const chrome: {
  runtime: { sendMessage(message: object): Promise<{ ok: boolean; value: unknown } | undefined> };
  storage: { session: { set(values: object): Promise<void> } };
  alarms: { create(name: string, info: { when: number }): Promise<void> };
};
