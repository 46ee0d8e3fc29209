// `npm run reading [-- market]`: reads every practice page in every layout in Chromium and prints, field by field, how
// many values the pages show and how many of them were read right.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildSandbox } from '../sandbox/build.mjs';
import { foundBrowsers, root } from './find-browsers.mjs';

const report = path.join(root, 'artifacts', 'reading');
await buildSandbox({ outDir: path.join(root, '.output/sandbox') });
rmSync(report, { recursive: true, force: true });
const [market] = process.argv.slice(2);
const run = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules/@playwright/test/cli.js'),
    'test',
    '-c',
    'test/playwright.config.ts',
    'test/e2e/reading.spec.ts',
    '--reporter=line',
    ...(market ? ['-g', `^${market}`] : []),
  ],
  {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CHROMIUM: foundBrowsers().chromium },
  },
);
/** @type {{view: string, layout: string, fields: {field: string, shown: number, right: number, wrong: number, missed: number, invented: number, examples: string[]}[]}[]} */
const table = readdirSync(report)
  .sort()
  .flatMap((file) => JSON.parse(readFileSync(path.join(report, file), 'utf8')));

const totals = { shown: 0, right: 0, faults: 0 };
for (const { view, layout, fields } of table) {
  console.log(`\n${view} · ${layout}`);
  for (const { field, shown, right, wrong, missed, invented, examples } of fields) {
    const faults = wrong + missed + invented;
    totals.shown += shown;
    totals.right += right;
    totals.faults += faults;
    const share = shown === 0 ? '   —  ' : `${((100 * right) / shown).toFixed(1).padStart(5)}%`;
    console.log(
      `  ${field.padEnd(32)} ${String(shown).padStart(6)} shown ${String(right).padStart(6)} right ${share}`,
    );
    if (faults > 0) {
      console.log(`    ${wrong} wrong, ${missed} missed, ${invented} invented`);
      for (const example of examples) console.log(`    ${example}`);
    }
  }
}
console.log(
  `\n${table.length} views, ${totals.shown} values shown, ${totals.right} read right, ${totals.faults} faults`,
);
if (run.status !== 0) process.stdout.write(run.stdout.toString().slice(-3_000));
process.exitCode = run.status ?? 1;
