// `npm test [-- --unit | --e2e | --firefox]`: unit tests, end-to-end tests in Chromium, a smoke test in Firefox.
// The last line is always `N passed, N failed`; whatever did not run counts as failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { buildE2e } from './build-e2e.mjs';
import { foundBrowsers, root } from './find-browsers.mjs';

const inRoot = (...parts) => path.join(root, ...parts);
const artifacts = inRoot('artifacts');
const program = (...parts) => inRoot('node_modules', ...parts);

/** @typedef {{ passed: number, failed: number, notes: string[] }} Tally */

const parts = [
  { name: 'unit', title: '单元测试 / unit', run: unitTests },
  { name: 'e2e', title: 'Chromium 端到端 / end to end in Chromium', run: chromiumTests },
  { name: 'firefox', title: 'Firefox 冒烟 / smoke test in Firefox', run: firefoxTests },
];

const browsers = foundBrowsers();
const environment = {
  ...process.env,
  ...(browsers.chromium && { CHROMIUM: browsers.chromium }),
  ...(browsers.firefox && { FIREFOX: browsers.firefox }),
};
// Colour codes make a log unreadable; CI alone would switch them on.
if (!process.stdout.isTTY) {
  delete environment.FORCE_COLOR;
  environment.NO_COLOR = '1';
}

/** Runs a child to its end, its output shown as it comes. @returns {Promise<number>} exit code */
function run(args, env = {}) {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...environment, ...env }, stdio: ['ignore', 'inherit', 'inherit'] };
    const child = spawn(process.execPath, args, options);
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** A report that was asked for; a part that left none has not run. */
function report(file) {
  if (!existsSync(file)) throw new Error(`no report at ${path.relative(root, file)}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** @returns {Promise<Tally>} */
async function unitTests() {
  const file = path.join(artifacts, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const config = ['--root', '.', '--config', 'test/vitest.config.ts'];
  const code = await run([program('vitest', 'vitest.mjs'), 'run', ...config, ...reporters], { CI: 'true' });
  const { numPassedTests, numFailedTests, testResults } = report(file);
  // A file that does not even load has no tests to count.
  const broken = testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  );
  const failed = numFailedTests + broken.length;
  return { passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed, notes: [] };
}

/** @returns {Promise<Tally>} */
async function chromiumTests() {
  await buildSandboxAnd(['chrome']);
  const file = path.join(artifacts, 'e2e.json');
  const code = await run(
    [
      program('@playwright', 'test', 'cli.js'),
      'test',
      '-c',
      'test/playwright.config.ts',
      '--reporter=list,json',
    ],
    { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  );
  const { stats, errors = [] } = report(file);
  const failed = stats.unexpected + errors.length;
  const notes = [];
  if (stats.flaky > 0) notes.push(`${stats.flaky} flaky (passed on a second try)`);
  if (stats.skipped > 0) notes.push(`${stats.skipped} skipped`);
  return { passed: stats.expected + stats.flaky, failed: code !== 0 && failed === 0 ? 1 : failed, notes };
}

/** Each script prints one JSON line per check: `{name, ok, error?}`. @returns {Promise<Tally>} */
async function firefoxTests() {
  if (!browsers.firefox) throw new Error('Firefox not found: set FIREFOX to its path');
  await buildSandboxAnd(['firefox']);
  const tally = { passed: 0, failed: 0, notes: [] };
  for (const script of ['firefox-smoke.mjs', 'firefox-editors.mjs']) await runChecks(script, tally);
  return tally;
}

/** @param {string} script in test/e2e @param {Tally} tally */
async function runChecks(script, tally) {
  const failedBefore = tally.failed;
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, [inRoot('test', 'e2e', script)], {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      const check = smokeCheck(line);
      if (!check) {
        console.log(line);
        return;
      }
      tally[check.ok ? 'passed' : 'failed'] += 1;
      console.log(`  ${check.ok ? '✓' : '✗'} ${check.name}${check.error ? `: ${check.error}` : ''}`);
    });
    child.on('error', () => resolve(1));
    child.on('close', (exit) => resolve(exit ?? 1));
  });
  if (code !== 0 && tally.failed === failedBefore) tally.failed += 1;
}

function smokeCheck(line) {
  try {
    const value = JSON.parse(line);
    return typeof value?.name === 'string' && typeof value.ok === 'boolean' ? value : undefined;
  } catch {
    return undefined;
  }
}

let sandboxBuilt = false;

/** The practice back office (once) and the extension for the given browsers. */
async function buildSandboxAnd(extensions) {
  if (!sandboxBuilt) {
    const { buildSandbox } = await import(pathToFileURL(inRoot('sandbox', 'build.mjs')).href);
    await buildSandbox({ outDir: inRoot('.output', 'sandbox') });
    sandboxBuilt = true;
  }
  buildE2e(extensions);
}

const asked = parts.filter(({ name }) => process.argv.includes(`--${name}`));
const total = { passed: 0, failed: 0 };
mkdirSync(artifacts, { recursive: true });

for (const part of asked.length > 0 ? asked : parts) {
  console.log(`\n── ${part.title} ──`);
  const began = performance.now();
  rmSync(path.join(artifacts, `${part.name}.json`), { force: true });
  /** @type {Tally} */
  let tally = { passed: 0, failed: 1, notes: [] };
  try {
    tally = await part.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  if (tally.passed + tally.failed === 0) {
    tally = { ...tally, failed: 1, notes: [...tally.notes, 'nothing ran'] };
  }
  total.passed += tally.passed;
  total.failed += tally.failed;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const notes = [`${seconds} s`, ...tally.notes].join(', ');
  console.log(`── ${part.name}: ${tally.passed} passed, ${tally.failed} failed (${notes}) ──`);
}

if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
console.log(`${total.passed} passed, ${total.failed} failed`);
