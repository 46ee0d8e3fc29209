// Firefox: the table of editors of editors.spec.ts in the other browser, content/compose in an installed extension.
// One JSON line per editor, exit code 1 when one failed; run by `npm test`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { runnerImport } from 'vite';
import { foundBrowsers, root } from '../../tools/find-browsers.mjs';

const fixtures = path.join(root, 'test', 'fixtures', 'editors');
const load = async (name) =>
  (await runnerImport(path.join(fixtures, name), { root, logLevel: 'error' })).module;
const { fixtureHost, fixturePages, otherHost, writeTestExtension } = await load('test-extension.ts');
const { columns, editors, expectedFaults, mount, runEditor, showTable } = await load('matrix.ts');

const serve = await fixturePages();
const extension = await writeTestExtension();
const rows = new Map();
let failed = 0;

async function openPage(browser) {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin !== fixtureHost && origin !== otherHost) request.abort();
    else request.respond({ status: 200, ...serve(pathname) });
  });
  return page;
}

async function runOn(page, id) {
  await page.goto(`${fixtureHost}/`);
  if (id !== 'cross-origin') return runEditor(page, page, id);
  await mount(page, id);
  const frame = await page.waitForFrame((one) => one.url().startsWith(otherHost));
  return runEditor(page, frame, 'contenteditable');
}

/** Only the front page of a Firefox has the focus, so each worker has a browser of its own. */
async function work(left) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: foundBrowsers().firefox,
    headless: true,
  });
  try {
    await browser.installExtension(extension);
    const page = await openPage(browser);
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      const began = performance.now();
      const row = await runOn(page, id);
      rows.set(id, row);
      report(id, row, performance.now() - began);
    }
  } finally {
    await browser.close();
  }
}

function report(id, row, ms) {
  const faults = columns.filter((column) => row[column] !== (expectedFaults.firefox[id]?.[column] ?? 'ok'));
  if (faults.length > 0) failed += 1;
  const error = faults.map((column) => `${column}: ${row[column]}`).join(' | ');
  const name = `${id}: lands everywhere (${(ms / 1000).toFixed(1)} s)`;
  console.log(JSON.stringify({ name, ok: faults.length === 0, ...(error && { error }) }));
}

const names = process.env.EDITORS?.split(',') ?? [...editors, 'cross-origin'];
const left = [...names];
try {
  await Promise.all([work(left), work(left)]);
} finally {
  rmSync(extension, { recursive: true, force: true });
}
const ordered = new Map(names.map((id) => [id, rows.get(id)]));
mkdirSync(path.join(root, 'artifacts'), { recursive: true });
writeFileSync(
  path.join(root, 'artifacts', 'editors-firefox.json'),
  JSON.stringify(Object.fromEntries(ordered), null, 2),
);
console.log(`editors in Firefox\n${showTable(ordered)}`);
process.exitCode = failed > 0 ? 1 : 0;
