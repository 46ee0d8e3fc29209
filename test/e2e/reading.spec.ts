import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, expect, type Frame, type Page, test } from '@playwright/test';
import { launchWithExtension, places } from '../../sandbox/launch.mjs';
import type { PageTruth } from '../../sandbox/page/page-truth.ts';
import { bundle } from '../fixtures/editors/bundle.ts';
import { allViews } from '../reading/all-views.ts';
import { compare, type FieldCount, isPerfect } from '../reading/compare.ts';
import type { PlainReading } from '../reading/read-in-page.ts';

/**
 * Every practice page in every layout: each field of each row as the engine reads it against what the generator says
 * the page shows. `npm run reading` prints the table from artifacts/reading.json.
 */
let context: BrowserContext;
let engine: string;
const report = path.join(places.artifacts, 'reading');

test.beforeAll(async () => {
  engine = await bundle(path.resolve(import.meta.dirname, '../reading/read-in-page.ts'));
  ({ context } = await launchWithExtension({ extension: null }));
});
test.afterAll(async () => {
  await context.close();
});

async function frameOf(page: Page, text: string | undefined): Promise<Frame> {
  if (text === undefined) return page.mainFrame();
  let found: Frame | undefined;
  await expect
    .poll(() => {
      found = page.frames().find((frame) => frame !== page.mainFrame() && frame.url().includes(text));
      return found !== undefined;
    })
    .toBe(true);
  return found as Frame;
}

const differences = (counts: readonly FieldCount[]): string =>
  counts
    .filter((count) => !isPerfect([count]))
    .map(({ field, shown, wrong, missed, invented, examples }) =>
      [`${field}: ${shown} shown, ${wrong} wrong, ${missed} missed, ${invented} invented`, ...examples].join(
        '\n    ',
      ),
    )
    .join('\n');

/** Compares until all is right; what is still different after the page has had its time is the finding. */
async function readAll(frame: Frame): Promise<FieldCount[]> {
  let counts: FieldCount[] = [];
  const read = async (): Promise<string> => {
    const truth = (await frame.evaluate('practice.reading()')) as PageTruth;
    const readings = (await frame.evaluate('window.readAll()')) as PlainReading[];
    counts = compare(truth, readings);
    return differences(counts);
  };
  await expect
    .poll(read, { timeout: 20_000 })
    .toBe('')
    .catch(() => undefined);
  return counts;
}

/** One file per view: a failed test ends its worker, and what the others found must not be lost with it. */
function record(
  index: number,
  rows: readonly { view: string; layout: string; fields: FieldCount[] }[],
): void {
  mkdirSync(report, { recursive: true });
  writeFileSync(
    path.join(report, `${String(index).padStart(3, '0')}.json`),
    `${JSON.stringify(rows, null, 1)}\n`,
  );
}

allViews.forEach((view, index) => {
  test(`${view.name} (${view.layout}): every field of every row is read as shown, and nothing is invented`, async () => {
    rmSync(path.join(report, `${String(index).padStart(3, '0')}.json`), { force: true });
    const page = await context.newPage();
    await page.goto(view.url);
    const frame = await frameOf(page, view.frame);
    await frame.waitForFunction('typeof practice?.reading === "function"');
    // The page's clock may stand still; the engine's slices need one that moves.
    await frame.evaluate(
      `${engine}; window.readAll = (() => { const begun = performance.now(); return shoubianFixture.startReading(() => practice.now + performance.now() - begun); })()`,
    );
    await view.prepare?.(page);
    const rows = [{ view: view.name, layout: view.layout, fields: await readAll(frame) }];
    for (const step of view.steps ?? []) {
      await step.act(page);
      rows.push({ view: `${view.name}, ${step.name}`, layout: view.layout, fields: await readAll(frame) });
    }
    record(index, rows);
    for (const row of rows) expect.soft(differences(row.fields), row.view).toBe('');
    await page.close();
  });
});
