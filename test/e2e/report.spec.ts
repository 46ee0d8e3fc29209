import path from 'node:path';
import { type BrowserContext, expect, type Frame, type Page, test } from '@playwright/test';
import { launchWithExtension } from '../../sandbox/launch.mjs';
import { bundle } from '../fixtures/editors/bundle.ts';
import { allViews } from '../reading/all-views.ts';
import type { WrittenReport } from './support/report-in-page.ts';
import { leaks, type Secrets, secretsOf } from './support/report-secrets.ts';

/**
 * Issue 3, point 4: a report can be sent on without a buyer's data. On every practice page in every layout a report on
 * every field is written, by the map that fits and by one that no longer does, and searched for everything the
 * generator put on the page.
 */
let context: BrowserContext;
let code: string;

test.beforeAll(async () => {
  code = await bundle(path.resolve(import.meta.dirname, 'support/report-in-page.ts'));
  ({ context } = await launchWithExtension({ extension: null }));
});
test.afterAll(async () => {
  await context.close();
});

async function frameOf(page: Page, text: string | undefined): Promise<Frame> {
  if (text === undefined) return page.mainFrame();
  const isIt = (frame: Frame): boolean => frame !== page.mainFrame() && frame.url().includes(text);
  await expect.poll(() => page.frames().some(isIt)).toBe(true);
  return page.frames().find(isIt) as Frame;
}

const bytes = (text: string): number => new TextEncoder().encode(text).length;

async function reportsOf(frame: Frame): Promise<{ reports: WrittenReport[]; secrets: Secrets }> {
  await frame.evaluate(
    `${code}; window.reports = (() => { const begun = performance.now(); return shoubianFixture.startReports(() => practice.now + performance.now() - begun); })()`,
  );
  let reports: WrittenReport[] = [];
  await expect
    .poll(async () => {
      reports = (await frame.evaluate('window.reports()')) as WrittenReport[];
      return reports.length;
    })
    .toBeGreaterThan(0);
  return { reports, secrets: secretsOf(await frame.evaluate('practice.reading()')) };
}

for (const view of allViews) {
  test(`${view.name} (${view.layout}): no report carries anything of a buyer`, async () => {
    const page = await context.newPage();
    await page.goto(view.url);
    const frame = await frameOf(page, view.frame);
    await frame.waitForFunction('typeof practice?.reading === "function"');
    await view.prepare?.(page);
    const { reports, secrets } = await reportsOf(frame);
    for (const report of reports) {
      const where = `${report.kind} ${report.field}, the map ${report.sight}`;
      expect(leaks(report, secrets), `${where}\n${report.text}`).toEqual([]);
      expect(bytes(report.text), where).toBeLessThanOrEqual(20_000);
    }
    await page.close();
  });
}
