import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Frame, type FrameLocator, type Page } from '@playwright/test';
import { dock, palette } from '../../../sandbox/tour/desk-driver.mjs';
import type { Product } from './desk-test.ts';

/** A marketplace whose back office is a shell with everything in frames, some of another origin. */
export const DESK = 'https://desk.framed.test';
export const TALK = 'https://talk.framed-im.test';

const fixtures = path.resolve(import.meta.dirname, '../../fixtures/frames');

/** Serves the pages and brings their map. */
export async function haveFramedMarket(product: Product): Promise<void> {
  for (const host of [DESK, TALK]) {
    await product.context.route(`${host}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname.endsWith('.ico')) return route.fulfill({ status: 204 });
      const body = readFileSync(path.join(fixtures, `${pathname.slice(1)}.html`));
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
    });
  }
  await product.ask('data.import', {
    text: readFileSync(path.join(fixtures, 'map.json'), 'utf8'),
    conflicts: 'replace',
  });
}

/** The shell with these pages in frames of its own, one below the other. */
export const shell = (...frames: string[]): string =>
  `${DESK}/shell?${frames.map((frame) => `frame=${encodeURIComponent(frame)}`).join('&')}`;

export const framed = (page: Page, nth = 0): FrameLocator => page.locator('iframe').nth(nth).contentFrame();

/** The frame whose address begins so. */
export function frameAt(page: Page, address: string): Frame {
  const found = page.frames().find((frame) => frame.url().startsWith(address));
  if (!found) throw new Error(`no frame at ${address}`);
  return found;
}

/** What stands in a frame's editor. */
export const draftIn = (frame: FrameLocator): Promise<string> =>
  frame
    .locator('#editor')
    .evaluate((element) => ('value' in element ? String(element.value) : (element.textContent ?? '')));

/** The dock has heard of a frame with an editor. */
export const dockHasPhrases = (page: Page): Promise<void> =>
  dock(page).getByRole('tab', { name: '话术' }).waitFor({ timeout: 10_000 });

export const box = (page: Page) => palette(page).getByRole('combobox');

export async function expectDraftIn(frame: FrameLocator, text: string | RegExp): Promise<void> {
  if (typeof text === 'string') await expect.poll(() => draftIn(frame)).toBe(text);
  else await expect.poll(() => draftIn(frame)).toMatch(text);
}
