import { expect } from '@playwright/test';
import { dock, markedOrders, openTab, palette } from '../../sandbox/tour/desk-driver.mjs';
import { phraseRow } from './support/chat-pages.ts';
import { test } from './support/desk-test.ts';
import {
  box,
  DESK,
  dockHasPhrases,
  draftIn,
  expectDraftIn,
  framed,
  haveFramedMarket,
  shell,
  TALK,
} from './support/framed-pages.ts';
import { starterText } from './support/phrases.ts';

/**
 * Pages that stand in frames: one dock in the top frame does everything there that it does for a page of its own
 * (site-map.md, "What the page shows": one dock per top frame).
 */
test.use({ browserOf: 'frames' });

test.beforeAll(async ({ product }) => {
  await haveFramedMarket(product);
});

const wait = starterText('请稍等');

/** Where the chat may stand; `depth` frames below the top page. */
const places = [
  { name: 'a frame of the same origin, textarea', url: shell(`${DESK}/im`), depth: 1 },
  { name: 'a frame of the same origin, pre[contenteditable]', url: shell(`${DESK}/im?editor=pre`), depth: 1 },
  { name: 'a frame of another origin, textarea', url: shell(`${TALK}/im`), depth: 1 },
  { name: 'a frame of another origin, pre[contenteditable]', url: shell(`${TALK}/im?editor=pre`), depth: 1 },
  { name: 'a frame in a frame of the same origin', url: shell(shell(`${DESK}/im`)), depth: 2 },
  { name: 'a frame of another origin in a frame', url: shell(shell(`${TALK}/im`)), depth: 2 },
];

const chatIn = (page: Parameters<typeof framed>[0], depth: number) =>
  depth === 1 ? framed(page) : framed(page).locator('iframe').contentFrame();

for (const { name, url, depth } of places) {
  test(`chat in ${name}: a phrase clicked in the dock goes to the remembered caret, and Ctrl+Z takes it out`, async ({
    page,
  }) => {
    await page.goto(url);
    const chat = chatIn(page, depth);
    await dockHasPhrases(page);
    await chat.locator('#editor').click();
    await page.keyboard.type('前后');
    await page.keyboard.press('ArrowLeft');
    await (await phraseRow(page, '请稍等')).click();
    await expectDraftIn(chat, `前${wait}后`);
    await page.keyboard.press('Control+z');
    await expectDraftIn(chat, '前后');
    await expect(dock(page).locator('.sb-line')).toHaveCount(0);
  });

  test(`chat in ${name}: the palette opens from the editor, near it, and Enter inserts there`, async ({
    page,
  }) => {
    await page.goto(url);
    const chat = chatIn(page, depth);
    await dockHasPhrases(page);
    await chat.locator('#editor').click();
    await page.keyboard.type('ab');
    await page.keyboard.press('ArrowLeft');
    // Typed at once, as fast as keys can come: what the palette is too late for is kept for it.
    await page.keyboard.press('Alt+q');
    await page.keyboard.type('qsd');
    await expect(box(page)).toBeFocused();
    await expect(box(page)).toHaveValue('qsd');
    const drawn = await palette(page).getByRole('dialog').boundingBox();
    const editor = await chat.locator('#editor').boundingBox();
    if (!drawn || !editor) throw new Error('not drawn');
    expect(drawn.x).toBeGreaterThanOrEqual(0);
    expect(drawn.y).toBeGreaterThanOrEqual(0);
    // Beside the editor, not on the draft: it hangs above, since the editor stands low.
    expect(Math.abs(editor.y - (drawn.y + drawn.height))).toBeLessThan(depth === 1 ? 40 : 700);
    await page.keyboard.press('Enter');
    await expect(palette(page)).toBeHidden();
    await expectDraftIn(chat, `a${wait}b`);
    await page.keyboard.type('c');
    await expectDraftIn(chat, `a${wait}cb`);
    expect(await chat.locator('body').evaluate(() => (window as unknown as { sent: string[] }).sent)).toEqual(
      [],
    );
  });

  test(`chat in ${name}: Esc gives focus and caret back, and the draft is as it was`, async ({ page }) => {
    await page.goto(url);
    const chat = chatIn(page, depth);
    await dockHasPhrases(page);
    await chat.locator('#editor').click();
    await page.keyboard.type('ab');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Alt+q');
    await expect(box(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(palette(page)).toBeHidden();
    await expect(chat.locator('#editor')).toBeFocused();
    await page.keyboard.type('c');
    await expectDraftIn(chat, 'acb');
  });
}
