import { expect, type Page } from '@playwright/test';
import { dock, practice, searchPalette } from '../../../sandbox/tour/desk-driver.mjs';
import { type ChatPage, openChat, phraseRow, sentTexts } from './chat-pages.ts';
import type { test as deskTest } from './desk-test.ts';
import { starterText } from './phrases.ts';

const title = '请稍等';
const phrase = starterText(title);
const steps = '亲，分两步：\n1. 点申请退款\n\n2. 选七天无理由';

/** The page's own model comes to hold exactly this: what its send button would send. */
export const expectModel = (page: Page, text: string): Promise<void> =>
  expect.poll(() => practice<string>(page, 'practice.draft')).toBe(text);

/** insertion.md §1 on one more kind of editor: at the caret, one undo, lines kept, never sent, input methods waited for. */
export function phraseRules(test: typeof deskTest, chat: ChatPage): void {
  test.beforeAll(async ({ product }) => {
    await product.ask('library.save', { title: '退货步骤', text: steps, category: '测试' });
  });

  test('a phrase lands at the caret, the draft stays, one Ctrl+Z takes it out, the next key follows it', async ({
    page,
  }) => {
    const editor = await openChat(page, chat);
    await page.keyboard.type('前后');
    await page.keyboard.press('ArrowLeft');
    // Quill joins what follows typing within a second into one step of undo.
    await practice(page, 'practice.pause?.()');
    await (await phraseRow(page, title)).click();
    await expectModel(page, `前${phrase}后`);
    await expect(editor).toBeFocused();
    await page.keyboard.press('Control+z');
    await expectModel(page, '前后');
    await page.keyboard.press('Control+Shift+z');
    await expectModel(page, `前${phrase}后`);
    await page.keyboard.type('！');
    await expectModel(page, `前${phrase}！后`);
  });

  test('a phrase of several lines replaces the selection, keeps its lines and sends nothing; the agent sends it', async ({
    page,
  }) => {
    await openChat(page, chat);
    await page.keyboard.type('ab');
    await page.keyboard.press('Shift+ArrowLeft');
    await (await phraseRow(page, '退货步骤')).click();
    await expectModel(page, `a${steps}`);
    await page.evaluate((send) => document.querySelector<HTMLElement>(send)?.click(), chat.send);
    expect(await sentTexts(page)).toEqual([]);
    await page.locator(chat.send).click();
    await expect.poll(() => sentTexts(page)).toEqual([`a${steps}`]);
    await expectModel(page, '');
  });

  test('Enter in the palette inserts and sends nothing, also when the key is held down', async ({ page }) => {
    await openChat(page, chat);
    await searchPalette(page, 'qsd');
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await expectModel(page, phrase);
    expect(await sentTexts(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => sentTexts(page)).toEqual([phrase]);
  });

  test('a phrase picked while an input method composes waits for it', async ({ page }) => {
    await openChat(page, chat);
    await page.keyboard.type('a');
    const row = await phraseRow(page, title);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
    await row.click();
    await cdp.send('Input.insertText', { text: '你' });
    await expectModel(page, `a你${phrase}`);
  });
}

/** Names of the buyers the dock says are waiting. */
export const waitingNames = (page: Page): Promise<string[]> =>
  dock(page).locator('.sb-waiting-name').allTextContents();
