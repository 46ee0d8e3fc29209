import path from 'node:path';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { bundle } from '../fixtures/editors/bundle.ts';
import type { Change, PageStyle } from './in-page/reading-cost.ts';

/**
 * What reading costs by rows (issue 3, to show): the first read of a page per row, and one changed row against the
 * first read. The engine runs alone in Chromium on pages of plain markup; time is the processor's, spent in script by
 * the page's thread, so that a busy machine changes little. Compare the ratios; milliseconds belong to the machine.
 */
export interface ReadingRow {
  name: string;
  rows: number;
  firstMs: number;
  perRowUs: number;
  /** Cost per row against the 500-row page of the same style: 1 is linear. 50 rows weigh less than starting does. */
  ratioPerRow: number;
  /** By the clock on the wall, in the run that was disturbed least. */
  longestTaskMs: number;
  wordsMs: number;
  elementMs: number;
  /** A changed word in one row as a share of the first read. */
  ratioWords: number;
  /** A replaced element in one row as a share of the first read. */
  ratioElement: number;
}

const SIZES = [50, 500, 5_000];
const RUNS = 3;
const CHANGES = 10;
const styles: PageStyle[] = ['classes', 'labels', 'groups'];

type InPage = typeof import('./in-page/reading-cost.ts');
declare global {
  interface Window {
    shoubianFixture: InPage;
  }
}

const prepare = (page: Page, style: PageStyle, rows: number): Promise<void> =>
  page.evaluate(([how, count]) => window.shoubianFixture.preparePage(how, count), [style, rows] as const);
const firstRead = (page: Page, style: PageStyle): Promise<number> =>
  page.evaluate((how) => window.shoubianFixture.firstRead(how), style);
const changeRows = (page: Page, change: Change): Promise<void> =>
  page.evaluate(([count, how]) => window.shoubianFixture.changeRows(count, how), [CHANGES, change] as const);
const stop = (page: Page): Promise<number> => page.evaluate(() => window.shoubianFixture.stopReading());

/** Script time of the page's thread so far, ms of processor time. */
async function scriptMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find((metric) => metric.name === 'ScriptDuration')?.value ?? 0) * 1_000;
}

interface Run {
  firstMs: number;
  wordsMs: number;
  elementMs: number;
  longestMs: number;
}

async function once(page: Page, cdp: CDPSession, style: PageStyle, rows: number): Promise<Run> {
  await prepare(page, style, rows);
  const marks = [await scriptMs(cdp)];
  const read = await firstRead(page, style);
  marks.push(await scriptMs(cdp));
  await changeRows(page, 'words');
  marks.push(await scriptMs(cdp));
  await changeRows(page, 'element');
  marks.push(await scriptMs(cdp));
  const longestMs = await stop(page);
  if (read !== rows) throw new Error(`${style}: ${read} of ${rows} rows read`);
  const [before = 0, first = 0, words = 0, elements = 0] = marks;
  return {
    firstMs: first - before,
    wordsMs: (words - first) / CHANGES,
    elementMs: (elements - words) / CHANGES,
    longestMs,
  };
}

const median = (runs: readonly Run[], of: (run: Run) => number): number =>
  runs.map(of).sort((a, b) => a - b)[runs.length >> 1] ?? 0;

export async function benchReading(): Promise<ReadingRow[]> {
  const engine = await bundle(path.resolve('test/bench/in-page/reading-cost.ts'));
  const browser = await chromium.launch({
    ...(process.env.CHROMIUM && { executablePath: process.env.CHROMIUM }),
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage();
  await page.setContent('<!doctype html><html lang="zh-CN"><body></body></html>');
  await page.addScriptTag({ content: engine });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const table: ReadingRow[] = [];
  for (const style of styles) {
    await once(page, cdp, style, 500);
    const runs = new Map<number, Run[]>();
    for (const rows of SIZES) {
      const list: Run[] = [];
      for (let i = 0; i < RUNS; i += 1) list.push(await once(page, cdp, style, rows));
      runs.set(rows, list);
    }
    const perRow = (rows: number): number => median(runs.get(rows) ?? [], (run) => run.firstMs) / rows;
    for (const [rows, list] of runs) {
      const firstMs = median(list, (run) => run.firstMs);
      const wordsMs = median(list, (run) => run.wordsMs);
      const elementMs = median(list, (run) => run.elementMs);
      table.push({
        name: style,
        rows,
        firstMs,
        perRowUs: 1_000 * perRow(rows),
        ratioPerRow: perRow(rows) / perRow(500),
        longestTaskMs: Math.min(...list.map((run) => run.longestMs)),
        wordsMs,
        elementMs,
        ratioWords: wordsMs / firstMs,
        ratioElement: elementMs / firstMs,
      });
    }
  }
  await browser.close();
  return table;
}
