import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { dock } from '../../../sandbox/tour/desk-driver.mjs';
import type { Product } from './desk-test.ts';

declare const chrome: { tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> } };

export const inventedHost = 'https://seller.invented.test';
const folder = path.resolve(import.meta.dirname, '../../fixtures/invented-markets');

/** Serves the invented marketplaces on their host to every page of the browser. */
export async function serveMarkets(page: Page): Promise<void> {
  await page.context().route(`${inventedHost}/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name.endsWith('.ico')) return route.fulfill({ status: 204 });
    const isScript = name.endsWith('.js');
    return route.fulfill({
      contentType: isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
      body: readFileSync(path.join(folder, isScript ? name : `${name}.html`)),
    });
  });
}

/** How an agent teaches, with what it costs. */
export interface Hand {
  /** Clicks so far: those on the page and those in the panel. */
  clicks(): number;
  /** One line for the log. */
  tell(what: string): string;
  /** Points at the first thing that shows these words, as a hand does: moves there, looks, clicks. */
  point(words: string, within?: Page | FrameLocator): Promise<void>;
  pointAt(target: Locator): Promise<void>;
  /** Presses a control of the panel. */
  press(selector: string): Promise<void>;
  panel: Locator;
}

export function handOn(page: Page): Hand {
  const panel = dock(page).locator('.sb-picker');
  const began = performance.now();
  let clicks = 0;
  const pointAt = async (target: Locator): Promise<void> => {
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (!box) throw new Error('nothing to point at');
    const [x, y] = [box.x + Math.min(box.width / 2, 40), box.y + box.height / 2];
    await page.mouse.move(x - 2, y);
    await page.mouse.move(x, y);
    clicks += 1;
    await page.mouse.click(x, y);
  };
  return {
    panel,
    clicks: () => clicks,
    tell: (what) => `${what}: ${clicks} clicks, ${((performance.now() - began) / 1000).toFixed(1)} s`,
    pointAt,
    point: (words, within = page) => pointAt(within.getByText(words).first()),
    async press(selector) {
      clicks += 1;
      await panel.locator(selector).first().click();
    },
  };
}

/** "Teach this page" as the popup asks for it (picker.begin), on a page of the invented host. */
export async function beginTeaching(page: Page, product: Product, name: string): Promise<Hand> {
  const url = `${inventedHost}/${name}`;
  await page.goto(url);
  const own = product.context.pages().find((one) => one.url().startsWith(product.extensionUrl('')));
  const tabId = await own?.evaluate(
    async (address) => (await chrome.tabs.query({})).find((tab) => tab.url === address)?.id,
    url,
  );
  const hand = handOn(page);
  expect(await product.ask('picker.begin', { tabId, request: {} })).toEqual({ ok: true });
  await hand.panel.waitFor();
  return hand;
}
