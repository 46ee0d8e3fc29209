import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { practicePages } from './pages.mjs';

const root = import.meta.dirname;
const project = path.dirname(root);

async function filesUnder(directory) {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Changes when anything changes that the pages are made of. */
async function sourcesStamp() {
  const hash = createHash('sha256');
  const shared = ['rules/time', 'rules/orders', 'rules/money'].map((folder) => path.join(project, folder));
  const lists = await Promise.all([root, ...shared].map(filesUnder));
  // The server, the launcher, the tour and the README stand in the same folder and are in no page.
  const bundled = lists.flat().filter((file) => /\.(tsx?|css|html)$/.test(file));
  const makers = ['sandbox/build.mjs', 'sandbox/pages.mjs', 'package-lock.json'];
  for (const file of [...bundled, ...makers.map((name) => path.join(project, name))]) {
    hash
      .update(path.relative(project, file))
      .update('\0')
      .update(await readFile(file));
  }
  return hash.digest('hex');
}

/**
 * Bundles every practice page into static files under `outDir`. Nothing is done when the sources are the ones the
 * folder was built from. Resolves to whether it built.
 */
export async function buildSandbox({ outDir, force = false }) {
  const stampFile = path.join(outDir, 'sources.sha256');
  const stamp = await sourcesStamp();
  if (!force && existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === stamp) {
    return { built: false, outDir };
  }
  // Only what a build puts there: a mistyped folder keeps its other files.
  for (const part of [
    'practice-assets',
    'sources.sha256',
    ...new Set(practicePages.map((page) => page.source)),
  ]) {
    await rm(path.join(outDir, part), { recursive: true, force: true });
  }
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    // Assets stand at the same path on every practice host (serve.mjs).
    base: '/',
    mode: 'production',
    // The pages are production builds whatever the caller's environment says: tests set NODE_ENV=test.
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: false,
      assetsDir: 'practice-assets',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: {
        input: [...new Set(practicePages.map((page) => path.join(root, page.source)))],
      },
    },
  });
  await mkdir(outDir, { recursive: true });
  await writeFile(stampFile, stamp);
  return { built: true, outDir };
}

if (import.meta.filename === path.resolve(process.argv[1] ?? '')) {
  const outDir = path.resolve(process.argv[2] ?? path.join(project, '.output/sandbox'));
  const begun = performance.now();
  const { built } = await buildSandbox({ outDir });
  console.log(`${built ? 'built' : 'unchanged'} ${outDir} ${Math.round(performance.now() - begun)} ms`);
}
