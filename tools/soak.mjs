// `npm run soak`: a month of 500,000 events through the real worker in Chromium (test/e2e/soak.spec.ts; the tests run
// a few days of it). Takes some minutes; what was measured is written to artifacts/soak.json.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildE2e } from './build-e2e.mjs';
import { foundBrowsers, root } from './find-browsers.mjs';

buildE2e(['chrome']);
const cli = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
const args = [cli, 'test', '-c', 'test/playwright.config.ts', 'soak.spec', '--retries=0'];
const { chromium } = foundBrowsers();
const { status } = spawnSync(process.execPath, args, {
  cwd: root,
  env: { ...process.env, ...(chromium && { CHROMIUM: chromium }), SHOUBIAN_SOAK: 'full' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
