// `npm run bench [-- name]`: bundles test/bench/*.ts, runs every exported bench* function (or the default export)
// and prints the figures as ratios, which hold on any machine. Writes artifacts/bench.json: {node, rows}.
//
// A benchmark takes no argument and returns rows (or a promise of them); a row is a flat object with a `name`, its
// figures and its ratios (columns whose name begins with `ratio`). It runs from a bundle, so files are found from the
// working directory (the repository's root), and browsers by CHROMIUM and FIREFOX, both set here.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { cacheFolder, foundBrowsers, root } from './find-browsers.mjs';

const benches = path.join(root, 'test', 'bench');
// Inside node_modules, so that the bundles' external packages resolve.
const bundles = path.join(cacheFolder, 'bench');

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const files = readdirSync(benches)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .filter((name) => asked.length === 0 || asked.some((word) => name.includes(word)))
  .sort();

async function bundle() {
  rmSync(bundles, { recursive: true, force: true });
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      ssr: true,
      outDir: bundles,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(
          files.map((name) => [path.basename(name, '.ts'), path.join(benches, name)]),
        ),
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'shared-[hash].mjs' },
      },
    },
  });
}

function functionsOf(module) {
  const named = Object.entries(module).filter(
    ([name, value]) => /^bench[A-Z]/.test(name) && typeof value === 'function',
  );
  if (named.length > 0) return named;
  return typeof module.default === 'function' ? [['default', module.default]] : [];
}

/** One table per benchmark: a column for each figure, ratios marked with ×. */
function print(name, rows) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (column) => column !== 'bench',
  );
  const table = [columns, ...rows.map((row) => columns.map((column) => cell(column, row[column])))];
  const widths = columns.map((_, index) => Math.max(...table.map((line) => width(line[index]))));
  console.log(`\n── ${name} ──`);
  for (const line of table) {
    const padded = line.map((text, index) => `${text}${' '.repeat(widths[index] - width(text))}`);
    console.log(padded.join('  ').trimEnd());
  }
}

function cell(column, value) {
  if (typeof value !== 'number') return String(value ?? '');
  const figure =
    Math.abs(value) >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value.toPrecision(3);
  return column.startsWith('ratio') ? `× ${figure}` : figure;
}

/** Chinese characters take two columns of a terminal. */
const width = (text) => [...text].reduce((sum, char) => sum + (/[\u2e80-\uffdc]/.test(char) ? 2 : 1), 0);

if (files.length === 0) {
  console.error('没有找到基准测试 / no benchmark found');
  process.exitCode = 1;
} else {
  await bundle();
  const rows = [];
  const { chromium, firefox } = foundBrowsers();
  if (chromium) process.env.CHROMIUM = chromium;
  if (firefox) process.env.FIREFOX = firefox;
  process.chdir(root);
  for (const file of files) {
    const name = path.basename(file, '.ts');
    const module = await import(pathToFileURL(path.join(bundles, `${name}.mjs`)).href);
    const functions = functionsOf(module);
    if (functions.length === 0) console.warn(`${file}: exports no bench function`);
    for (const [, bench] of functions) {
      try {
        const result = (await bench()).map((row) => ({ bench: name, ...row }));
        rows.push(...result);
        print(name, result);
      } catch (error) {
        console.error(`${name}: ${error instanceof Error ? error.stack : error}`);
        process.exitCode = 1;
      }
    }
  }
  mkdirSync(path.join(root, 'artifacts'), { recursive: true });
  const report = { node: process.versions.node, rows };
  writeFileSync(path.join(root, 'artifacts', 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
}
