import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { columns, editors, mount, type Row, runEditor, showTable } from '../fixtures/editors/matrix.ts';
import {
  fixtureHost,
  fixturePages,
  otherHost,
  writeTestExtension,
} from '../fixtures/editors/test-extension.ts';

/**
 * Every editor of insertion.md §11, built from its own package, against everything an insert must do: content/compose
 * in the isolated world of an installed extension, real keys, the editor's own model read (issue "Phrases", 4).
 */
const rows = new Map<string, Row>();
/** Most of the time goes by waiting for read-backs, so a few pages take turns on one browser. */
const pagesAtOnce = 5;

let context: BrowserContext;
let extension: string;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  extension = await writeTestExtension();
  const serve = await fixturePages();
  context = await chromium.launchPersistentContext('', {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  for (const host of [fixtureHost, otherHost]) {
    await context.route(`${host}/**`, (route) =>
      route.fulfill(serve(new URL(route.request().url()).pathname)),
    );
  }
  const left = [...editors, 'cross-origin'];
  const work = async (): Promise<void> => {
    const page = await context.newPage();
    for (let id = left.shift(); id !== undefined; id = left.shift()) rows.set(id, await runOn(page, id));
    await page.close();
  };
  await Promise.all(Array.from({ length: pagesAtOnce }, work));
});

test.afterAll(async () => {
  await context?.close();
  if (extension) await rm(extension, { recursive: true, force: true });
  const ordered = new Map(
    [...editors, 'cross-origin'].flatMap((id) => (rows.has(id) ? [[id, rows.get(id) ?? {}]] : [])),
  );
  const artifacts = join(import.meta.dirname, '../../artifacts');
  await mkdir(artifacts, { recursive: true });
  await writeFile(join(artifacts, 'editors.json'), JSON.stringify(Object.fromEntries(ordered), null, 2));
  console.log(`editors in Chromium\n${showTable(ordered)}`);
});

async function runOn(page: Page, id: string): Promise<Row> {
  await page.goto(`${fixtureHost}/`);
  if (id !== 'cross-origin') return runEditor(page, page, id);
  await mount(page, id);
  const frame = page.frames().find((one) => one.url().startsWith(otherHost));
  if (!frame) throw new Error('no frame of another origin');
  return runEditor(page, frame, 'contenteditable');
}

for (const id of [...editors, 'cross-origin']) {
  test(`${id}: lands everywhere, undone and redone by one key, nothing sent`, () => {
    expect(rows.get(id)).toEqual(Object.fromEntries(columns.map((column) => [column, 'ok'])));
  });
}
