import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { foundBrowsers } from '../tools/find-browsers.mjs';
import { practiceResponse } from './serve.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** Where the built things lie; the tour, the tests and `npm start` use the same. */
export const places = {
  root,
  extension: path.join(root, '.output/chrome-mv3-e2e'),
  sandbox: path.join(root, '.output/sandbox'),
  artifacts: path.join(root, 'artifacts'),
};

/**
 * Starts Chromium with the test build of the extension and serves the practice back office on the marketplaces'
 * real host names by routing inside this browser. Every request that is none of ours is refused and recorded.
 * @param {{ headless?: boolean, extension?: string | null, viewport?: {width:number,height:number}|null, deviceScaleFactor?: number,
 *   colorScheme?: 'light'|'dark', locale?: string, userDataDir?: string }} [options]
 */
export async function launchWithExtension(options = {}) {
  // null: the same browser without the extension, to compare with.
  const extension = options.extension === undefined ? places.extension : options.extension;
  mkdirSync(places.artifacts, { recursive: true });
  const context = await chromium.launchPersistentContext(options.userDataDir ?? '', {
    executablePath: foundBrowsers().chromium,
    headless: options.headless ?? true,
    viewport: options.viewport === undefined ? { width: 1440, height: 900 } : options.viewport,
    ...(options.deviceScaleFactor && { deviceScaleFactor: options.deviceScaleFactor }),
    colorScheme: options.colorScheme ?? 'light',
    locale: options.locale ?? 'zh-CN',
    timezoneId: options.timezoneId ?? 'Asia/Shanghai',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--lang=${options.locale ?? 'zh-CN'}`,
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ],
  });
  /** @type {{url: string, fromWorker: boolean}[]} */
  const foreignRequests = [];
  await context.route('**/*', async (route) => {
    const request = route.request();
    const url = request.url();
    if (url.startsWith('chrome-extension://') || url.startsWith('data:') || url.startsWith('blob:')) {
      return route.continue();
    }
    const response = practiceResponse(url, places.sandbox);
    if (response) return route.fulfill(response);
    if (!new URL(url).pathname.endsWith('/favicon.ico')) {
      foreignRequests.push({ url, fromWorker: Boolean(request.serviceWorker()) });
    }
    return route.abort('blockedbyclient');
  });
  if (!extension) return { context, foreignRequests, close: () => context.close() };
  let [worker] = context.serviceWorkers();
  worker ??= await context.waitForEvent('serviceworker', { timeout: 20_000 });
  await untilStarted(worker);
  const extensionId = new URL(worker.url()).host;
  return {
    context,
    worker,
    extensionId,
    foreignRequests,
    /** @param {string} page */
    extensionUrl: (page) => `chrome-extension://${extensionId}/${page}`,
    close: () => context.close(),
  };
}

/**
 * Waits until the worker has done what it does once after being installed: its last act is to plan its own rounds. A
 * page opened before that would meet an extension that is half set up, as no agent ever does.
 * @param {import('@playwright/test').Worker} worker
 */
async function untilStarted(worker) {
  for (let tries = 0; tries < 100; tries += 1) {
    // The worker itself may be started anew meanwhile.
    const planned = await worker
      .evaluate(async () => !chrome.alarms || (await chrome.alarms.getAll()).length > 0)
      .catch(() => false);
    if (planned) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Stops the extension's worker as the browser does when it is idle, and waits until it was seen stopped. A message
 * that arrives at once may have started it again by then: that is what a page does, too.
 * @param {import('@playwright/test').BrowserContext} context
 * @param {string} extensionId
 * @returns {Promise<boolean>} whether it was seen stopped
 */
export async function killWorker(context, extensionId) {
  const page = await context.newPage();
  try {
    await page.goto(`chrome-extension://${extensionId}/icon.svg`);
    const cdp = await context.newCDPSession(page);
    let asked = false;
    const stopped = new Promise((resolve) => {
      cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        const ours = versions.filter((version) => version.scriptURL.includes(extensionId));
        if (asked && ours.some((version) => version.runningStatus === 'stopped')) resolve(true);
      });
    });
    await cdp.send('ServiceWorker.enable');
    asked = true;
    await cdp.send('ServiceWorker.stopAllWorkers');
    const gaveUp = new Promise((resolve) => setTimeout(() => resolve(false), 10_000));
    return await Promise.race([stopped, gaveUp]);
  } finally {
    await page.close();
  }
}
