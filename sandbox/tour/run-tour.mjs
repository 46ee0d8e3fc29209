import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchWithExtension, places } from '../launch.mjs';
import { steps } from './steps.mjs';

/**
 * Runs the guided tour headless: one line per step, `artifacts/tour.json` and a screenshot of each.
 * @returns {Promise<boolean>} whether every step saw what it must
 */
export async function runTour({ log = console.log } = {}) {
  const folder = path.join(places.artifacts, 'tour');
  mkdirSync(folder, { recursive: true });
  const extension = await launchWithExtension();
  const page = await extension.context.newPage();
  const results = [];
  try {
    for (const [index, step] of steps.entries()) {
      const started = performance.now();
      let ok = true;
      let seen = '';
      try {
        seen = await step.run({ page, extension });
      } catch (error) {
        ok = false;
        seen = error instanceof Error ? error.message.split('\n')[0] : String(error);
      }
      const ms = Math.round(performance.now() - started);
      const screenshot = path.join(folder, `${String(index + 1).padStart(2, '0')}-${step.id}.png`);
      await page.screenshot({ path: screenshot });
      results.push({ id: step.id, ok, seen, ms, screenshot: path.relative(places.root, screenshot) });
      log(`${ok ? '✓' : '✗'} ${step.title} (${step.id}, ${ms} ms)\n    ${seen}`);
    }
    const foreign = extension.foreignRequests;
    results.push({
      id: 'no-network',
      ok: foreign.length === 0,
      seen: foreign.length === 0 ? '没有任何联网请求' : foreign.map(({ url }) => url).join(' '),
      ms: 0,
      screenshot: '',
    });
    log(`${foreign.length === 0 ? '✓' : '✗'} 不联网 (no-network)\n    ${results.at(-1).seen}`);
  } finally {
    await extension.close();
  }
  writeFileSync(path.join(places.artifacts, 'tour.json'), `${JSON.stringify({ steps: results }, null, 2)}\n`);
  const failed = results.filter((result) => !result.ok).length;
  log(`\n${results.length - failed} / ${results.length} 步通过；截图在 artifacts/tour/`);
  return failed === 0;
}
