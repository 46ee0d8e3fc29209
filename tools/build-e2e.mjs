// Builds the extension the tests load: the production code with the marketplaces' hosts granted (wxt.config.ts,
// mode e2e). `node tools/build-e2e.mjs [--chrome] [--firefox]`, both by default; skipped when nothing changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, root } from './find-browsers.mjs';

const sources = [
  'entrypoints',
  'components',
  'content',
  'storage',
  'rules',
  'public',
  'wxt.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** Where the built extension lies. @param {'chrome' | 'firefox'} browser */
export const builtExtension = (browser) => path.join(root, '.output', `${browser}-mv3-e2e`);

/**
 * Builds for each browser whose sources changed since its last build.
 *
 * @param {('chrome' | 'firefox')[]} browsers
 * @throws when a build fails; its output is printed before
 */
export function buildE2e(browsers) {
  const hash = hashOf(sources);
  for (const browser of browsers) {
    const stamp = path.join(cacheFolder, `e2e-${browser}.sha256`);
    const ready = existsSync(path.join(builtExtension(browser), 'manifest.json'));
    if (ready && readText(stamp) === hash) {
      console.log(`[build] ${browser}: unchanged`);
      continue;
    }
    rmSync(stamp, { force: true });
    const began = performance.now();
    const args = [
      path.join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs'),
      'build',
      '--mode',
      'e2e',
      '-b',
      browser,
    ];
    // Any other NODE_ENV builds React for development, twice the size and slower (platform.md §2.2).
    const run = spawnSync(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      encoding: 'utf8',
    });
    if (run.status !== 0)
      throw new Error(`${run.stdout ?? ''}${run.stderr ?? ''}\nwxt build -b ${browser} failed`);
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(stamp, hash);
    console.log(`[build] ${browser}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
}

function hashOf(names) {
  const hash = createHash('sha256');
  const add = (file) => {
    if (!existsSync(file)) return;
    if (statSync(file).isDirectory()) {
      for (const name of readdirSync(file).sort()) add(path.join(file, name));
    } else {
      hash
        .update(`${path.relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  };
  for (const name of names) add(path.join(root, name));
  return hash.digest('hex');
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const asked = ['chrome', 'firefox'].filter((browser) => process.argv.includes(`--${browser}`));
  try {
    buildE2e(/** @type {('chrome' | 'firefox')[]} */ (asked.length > 0 ? asked : ['chrome', 'firefox']));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
