import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';

/**
 * Marking a 500-order page: from all rows present to all marks, and the main thread's work, against the same page
 * without the extension in the same run. Compare the ratios; milliseconds belong to the machine.
 */
export interface MarkOrdersRow {
  name: string;
  /** Rows present → last mark present, ms; absent without the extension. */
  medianMs?: number;
  /** All main-thread tasks from the start of the load until everything is still, ms. */
  mainThreadMs: number;
  /** `mainThreadMs` as a multiple of the page without the extension. */
  ratioToPlain: number;
  marks: number;
}

const ROWS = 500;
const RUNS = 7;
const URL_OF_ORDERS = `https://shop.jd.com/jdm/trade/orders/order-list?tabType=allOrders&rows=${ROWS}&now=1790000000000`;

interface Launched {
  context: BrowserContext;
  close(): Promise<void>;
}

/** Run from a bundle: the project's own scripts are found from the working directory. */
const fromRoot = (file: string) => import(/* @vite-ignore */ pathToFileURL(path.resolve(file)).href);

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Notes when the last row and the last mark came, from inside the page. */
async function watchArrivals(page: Page): Promise<void> {
  await page.addInitScript((rows) => {
    const seen = { rows: 0, lastMark: 0, marks: 0 };
    Object.assign(window, { benchSeen: seen });
    const look = (): void => {
      const now = performance.now();
      if (!seen.rows && document.querySelectorAll('.jd-pro-card-table .card').length >= rows) seen.rows = now;
      const marks = document.querySelectorAll('shoubian-mark').length;
      if (marks !== seen.marks) Object.assign(seen, { marks, lastMark: now });
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  }, ROWS);
}

interface Run {
  marksMs: number;
  mainThreadMs: number;
  marks: number;
}

async function once(context: BrowserContext, wanted: number): Promise<Run> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await watchArrivals(page);
  await cdp.send('Performance.enable');
  await page.goto(URL_OF_ORDERS);
  await page.waitForFunction(
    (marks) => {
      const { benchSeen } = window as unknown as { benchSeen: { rows: number; marks: number } };
      return benchSeen.rows > 0 && benchSeen.marks >= marks;
    },
    wanted,
    { polling: 50 },
  );
  // Still: two idle periods in a row, so that the work after the last mark is counted too.
  await page.evaluate(
    () => new Promise<void>((done) => requestIdleCallback(() => requestIdleCallback(() => done()))),
  );
  const { metrics } = await cdp.send('Performance.getMetrics');
  const seen = await page.evaluate(
    () => (window as unknown as { benchSeen: { rows: number; lastMark: number; marks: number } }).benchSeen,
  );
  await page.close();
  return {
    marksMs: seen.lastMark - seen.rows,
    mainThreadMs: (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1_000,
    marks: seen.marks,
  };
}

async function runs(launched: Launched, wanted: number): Promise<Run[]> {
  const results: Run[] = [];
  // The first load warms caches and is left out.
  for (let i = 0; i <= RUNS; i += 1) results.push(await once(launched.context, wanted));
  await launched.close();
  return results.slice(1);
}

export async function benchMarkOrders(): Promise<MarkOrdersRow[]> {
  const { buildE2e } = await fromRoot('tools/build-e2e.mjs');
  const { buildSandbox } = await fromRoot('sandbox/build.mjs');
  const { launchWithExtension, places } = await fromRoot('sandbox/launch.mjs');
  await buildE2e(['chrome']);
  await buildSandbox({ outDir: places.sandbox });

  const plain = await runs(await launchWithExtension({ extension: null }), 0);
  const launched: Launched = await launchWithExtension();
  const expected = await expectedMarks(launched.context);
  const marked = await runs(launched, expected);

  const plainMs = median(plain.map((run) => run.mainThreadMs));
  const markedMs = median(marked.map((run) => run.mainThreadMs));
  return [
    { name: `${ROWS} orders, without the extension`, mainThreadMs: plainMs, ratioToPlain: 1, marks: 0 },
    {
      name: `${ROWS} orders, all marked`,
      medianMs: median(marked.map((run) => run.marksMs)),
      mainThreadMs: markedMs,
      ratioToPlain: markedMs / plainMs,
      marks: expected,
    },
  ];
}

/** Orders the generator says carry a flag: a run is done when all of them are marked. */
async function expectedMarks(context: BrowserContext): Promise<number> {
  const page = await context.newPage();
  await page.goto(URL_OF_ORDERS);
  const marked = await page.evaluate(() => {
    const { practice } = window as unknown as {
      practice: { truth(): { flags: Record<string, string[]> } };
    };
    return new Set(Object.values(practice.truth().flags).flat()).size;
  });
  await page.close();
  return marked;
}
