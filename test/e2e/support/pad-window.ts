import { expect, type Locator, type Page } from '@playwright/test';
import type { WindowPlace } from '../../../rules/windows/window-place.ts';
import type { Product } from './desk-test.ts';

declare const chrome: {
  windows: {
    getCurrent(): Promise<{ id: number; type: string; state: string } & WindowPlace>;
    update(id: number, place: Partial<WindowPlace>): Promise<unknown>;
  };
};

/** The phrase pad as an agent meets it. */
export interface PadWindow {
  page: Page;
  search: Locator;
  buyer: Locator;
  outcome: Locator;
  rows: Locator;
  /** Types a search and presses Enter. */
  copy(query: string): Promise<void>;
  place(): Promise<WindowPlace>;
  /** As a hand on the title bar does. */
  moveTo(place: Partial<WindowPlace>): Promise<void>;
}

/** Waits until the pad in this page can be used. */
export async function padIn(page: Page): Promise<PadWindow> {
  const search = page.getByRole('combobox', { name: /^(?:搜话术|Search phrases)$/ });
  await search.waitFor();
  const outcome = page.locator('[data-outcome]');
  return {
    page,
    search,
    buyer: page.getByRole('textbox', { name: '买家昵称' }),
    outcome,
    rows: page.locator('[data-phrase]'),
    async copy(query) {
      await search.fill(query);
      await search.press('Enter');
    },
    place: () =>
      page.evaluate(async () => {
        const { left, top, width, height } = await chrome.windows.getCurrent();
        return { left, top, width, height };
      }),
    moveTo: (place) =>
      page.evaluate(async (to) => {
        await chrome.windows.update((await chrome.windows.getCurrent()).id, to);
      }, place),
  };
}

/** Opens the pad with the button in the popup. */
export async function openPadFromPopup(
  product: Pick<Product, 'context' | 'extensionUrl'>,
): Promise<PadWindow> {
  const popup = await product.context.newPage();
  await popup.goto(product.extensionUrl('popup.html'));
  const button = popup.getByRole('button', { name: /^(?:话术小窗|Phrase pad)$/ });
  const [page] = await Promise.all([
    product.context.waitForEvent('page'),
    popup.waitForEvent('close'),
    button.click(),
  ]);
  return padIn(page);
}

/** What another program would paste: read by pressing Ctrl+V in a page of no marketplace. */
export async function pasted(product: Pick<Product, 'context' | 'extensionUrl'>): Promise<string> {
  const host = 'https://note.example.test/';
  const body = '<textarea autofocus></textarea>';
  await product.context.route(host, (route) => route.fulfill({ contentType: 'text/html', body }));
  const page = await product.context.newPage();
  await page.goto(host);
  const box = page.locator('textarea');
  await box.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(box).not.toHaveValue('');
  const text = await box.inputValue();
  await page.close();
  return text;
}
