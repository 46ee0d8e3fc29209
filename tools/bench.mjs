// `npm run bench [-- name]`: bundles test/bench/*.ts, runs every exported bench* function (or the default export)
// and prints the figures as ratios, which hold on any machine. Writes artifacts/bench.json: {node, rows}.
//
// A benchmark is `(context: {root, chromium?, firefox?}) => rows` (or a promise of them), with rows of
// {bench, name, value, unit, against?, ratio?, note?}; `ratio` is value ÷ the value of the row named by `against`
// and is worked out here when the benchmark leaves it out.
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

/** Adds the ratios a benchmark left to be worked out. */
function withRatios(rows) {
  const values = new Map(rows.map((row) => [row.name, row.value]));
  return rows.map((row) => {
    const base = row.ratio === undefined ? values.get(row.against) : undefined;
    return base ? { ...row, ratio: row.value / base } : row;
  });
}

function print(rows) {
  const cells = rows.map((row) => [
    row.bench,
    row.name,
    `${figure(row.value)} ${row.unit ?? ''}`.trim(),
    row.ratio === undefined ? '' : `× ${figure(row.ratio)}`,
    row.against === undefined ? '' : `of ${row.against}`,
    row.note ?? '',
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(0, ...cells.map((cell) => width(String(cell[column])))),
  );
  for (const cell of cells) {
    const line = cell.map(
      (text, column) => `${text}${' '.repeat(Math.max(0, (widths[column] ?? 0) - width(String(text))))}`,
    );
    console.log(line.join('  ').trimEnd());
  }
}

const figure = (value) =>
  Math.abs(value) >= 100 || Number.isInteger(value) ? Math.round(value).toString() : value.toPrecision(3);

/** Chinese characters take two columns of a terminal. */
const width = (text) => [...text].reduce((sum, char) => sum + (/[\u2e80-\uffdc]/.test(char) ? 2 : 1), 0);

if (files.length === 0) {
  console.error('没有找到基准测试 / no benchmark found');
  process.exitCode = 1;
} else {
  await bundle();
  const rows = [];
  const context = { root, ...foundBrowsers() };
  for (const file of files) {
    const name = path.basename(file, '.ts');
    const module = await import(pathToFileURL(path.join(bundles, `${name}.mjs`)).href);
    const functions = functionsOf(module);
    if (functions.length === 0) console.warn(`${file}: exports no bench function`);
    for (const [, bench] of functions) {
      try {
        const result = withRatios((await bench(context)).map((row) => ({ bench: name, ...row })));
        rows.push(...result);
        print(result);
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
