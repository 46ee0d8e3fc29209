import type { PageKind, PageReading } from '../../../content/site-map/facts.ts';
import { isOwnNode } from '../../../content/site-map/own-nodes.ts';
import { watchPage } from '../../../content/site-map/watch-page.ts';
import { readSiteMap, type SiteMap } from '../../../storage/schemas/site-map.ts';

/** A valid map around some pages; throws with the map's own words where it is not. */
export function mapOf(
  pages: unknown[],
  platform = 'other',
  more: Readonly<Record<string, unknown>> = {},
): SiteMap {
  const result = readSiteMap({
    format: 'shoubian.site-map',
    version: 1,
    id: 'example',
    name: { 'zh-CN': '示例市场', en: 'Example' },
    platform,
    hosts: ['https://seller.example.test/*'],
    evidence: { level: 'user', seen: '2026-09-08' },
    pages,
    ...more,
  });
  if (!result.ok) throw new Error(result.errors.map((error) => error.en).join('\n'));
  return result.map;
}

/** 2026-09-08 18:00 in Shanghai. */
export const START = Date.parse('2026-09-08T18:00:00+08:00');

export interface WatchedPage {
  /** Lets mutations arrive and runs what is due now. */
  settle(): Promise<void>;
  /** Moves the clock and runs what became due. */
  pass(ms: number): Promise<void>;
  calls: PageReading[][];
  /** The last readings. */
  readings(): PageReading[];
  /** Kinds of page that stand here and are turned off. */
  off(): PageKind[];
  /** Rows really read since the last time this was asked. */
  rowReads(): number;
  pending(): number;
  stop(): void;
}

/** Watches the test's document with a clock and timers that only move when told to; a row takes `rowMs` to read. */
export function watch(
  maps: SiteMap[],
  { topFrame = true, rowMs = 0, start = START, off = [] as PageKind[] } = {},
): WatchedPage {
  const controller = new AbortController();
  let now = start;
  let reads = 0;
  const timers = new Set<{ at: number; run: () => void }>();
  const calls: PageReading[][] = [];
  let offHere: PageKind[] = [];
  watchPage({
    maps,
    document,
    now: () => now,
    signal: controller.signal,
    isOurs: isOwnNode,
    topFrame,
    off,
    onReadings: (readings, offNow) => {
      calls.push(readings);
      offHere = [...offNow];
    },
    onRowRead: () => {
      reads += 1;
      now += rowMs;
    },
    setTimer: (run, ms) => {
      const timer = { at: now + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  });
  const runDue = (): void => {
    for (const timer of [...timers]) {
      if (timer.at > now || !timers.delete(timer)) continue;
      timer.run();
    }
  };
  const settle = async (): Promise<void> => {
    // Mutation records are handed over as a microtask or, in this test's DOM, as a task.
    await new Promise((done) => setTimeout(done));
    now += 50;
    runDue();
  };
  return {
    settle,
    async pass(ms) {
      now += ms;
      runDue();
      await settle();
    },
    calls,
    readings: () => calls.at(-1) ?? [],
    off: () => offHere,
    rowReads() {
      const count = reads;
      reads = 0;
      return count;
    },
    pending: () => timers.size,
    stop: () => controller.abort(),
  };
}
