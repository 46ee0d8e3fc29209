// `npm run check`: types, format and lint, layers. All three run and report, whatever the others say.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './find-browsers.mjs';

const folders = ['rules', 'storage', 'content', 'components', 'entrypoints', 'sandbox', 'tools', 'test'];
const program = (...parts) => path.join(root, 'node_modules', ...parts);

const checks = [
  { name: 'types', args: [program('typescript', 'bin', 'tsc'), '--noEmit', '--pretty', 'false'] },
  {
    name: 'format and lint',
    args: [program('@biomejs', 'biome', 'bin', 'biome'), 'check', '--colors=off', '.'],
  },
  {
    name: 'layers',
    args: [
      program('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      ...folders.filter((folder) => existsSync(path.join(root, folder))),
    ],
  },
];

/** Runs one check to its end and keeps what it printed, so that the three reports do not mix. */
function run({ name, args }) {
  return new Promise((resolve) => {
    const began = performance.now();
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.on('close', (code) => {
      resolve({ name, output: output.trim(), ok: code === 0, seconds: (performance.now() - began) / 1000 });
    });
  });
}

const results = await Promise.all(checks.map(run));
for (const { name, output, ok } of results) {
  if (!ok) console.log(`── ${name} ──\n${output}\n`);
}
for (const { name, ok, seconds } of results) {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
}
if (results.some(({ ok }) => !ok)) process.exitCode = 1;
