import { expect, type Page } from '@playwright/test';
import { palette, practice, searchPalette } from '../../sandbox/tour/desk-driver.mjs';
import { chatPages, expectDraft, jdChat, openChat, pdd, sentTexts, xianyu } from './support/chat-pages.ts';
import { test } from './support/desk-test.ts';
import { starterText } from './support/phrases.ts';

test.use({ browserOf: 'palette' });

/** The keyboard way to a phrase (site-map.md, automation contract; phrases.md §3; insertion.md §6). */
const box = (page: Page) => palette(page).getByRole('combobox');
const options = (page: Page) => palette(page).getByRole('option');
const titleOf = (page: Page, index: number) => options(page).nth(index).locator('.sb-phrase-title');

test.beforeAll(async ({ product }) => {
  await product.ask('settings.change', { agentNumber: '08', shopName: '小店' });
});

/** The PDD editor comes to hold this phrase, its variables filled with whatever the page and the shop say. */
async function expectPhrase(page: Page, text: string): Promise<void> {
  const words = text.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  await expect(page.locator(pdd.editor)).toHaveValue(new RegExp(`^${words.join('[^{}]+')}$`));
}

/** Text of the phrase that stands at this place of the list now. Phrases often used come first. */
async function textAt(page: Page, index: number): Promise<string> {
  return starterText((await titleOf(page, index).textContent()) ?? '');
}

/** A key as the system delivers it while an input method owns the keyboard. */
async function imeKey(page: Page, key: string, code: string, modifiers = 0): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key,
    code,
    modifiers,
    windowsVirtualKeyCode: 229,
  });
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'keyUp',
    key,
    code,
    modifiers,
    windowsVirtualKeyCode: 229,
  });
  await cdp.detach();
}

async function compose(page: Page, text: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await cdp.detach();
}

for (const chat of chatPages) {
  test(`Alt+Q opens it from the editor, on screen, and Esc gives focus and caret back (${chat.name})`, async ({
    page,
  }) => {
    const editor = await openChat(page, chat);
    await page.keyboard.type('ab');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Alt+q');
    await expect(box(page)).toBeFocused();
    await page.keyboard.type('fh');
    const drawn = await palette(page).getByRole('dialog').boundingBox();
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    if (!drawn) throw new Error('the palette is not drawn');
    expect(Math.min(drawn.x, drawn.y)).toBeGreaterThanOrEqual(0);
    expect(drawn.x + drawn.width).toBeLessThanOrEqual(width);
    expect(drawn.y + drawn.height).toBeLessThanOrEqual(height);
    await page.keyboard.press('Escape');
    await expect(palette(page)).toBeHidden();
    await expect(editor).toBeFocused();
    await page.keyboard.type('c');
    await expectDraft(page, chat, 'acb');
  });
}

test('发货时间 is found first by initials, full and mixed pinyin and its words, and Enter inserts it', async ({
  page,
}) => {
  const editor = await openChat(page, pdd);
  for (const query of ['fhsj', 'fahuoshijian', 'fahuosj', '发货时间', '发货shij']) {
    await searchPalette(page, query);
    await expect(titleOf(page, 0), query).toHaveText('发货时间');
    await page.keyboard.press('Enter');
    await expect(palette(page)).toBeHidden();
    await expect(editor).toBeFocused();
    // {发货时间} is filled from the shop's own cut-off times.
    await expect(editor).toHaveValue(/^亲，现在付款的话，预计[^{}]+发出/);
    await editor.fill('');
  }
  expect(await sentTexts(page)).toEqual([]);
});

test('arrows move through the list and around its ends, and Enter takes the chosen one', async ({ page }) => {
  await openChat(page, pdd);
  await searchPalette(page, '亲');
  await expect(options(page).nth(3)).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowDown');
  await expect(options(page).nth(2)).toHaveAttribute('aria-selected', 'true');
  const chosen = await options(page).nth(2).getAttribute('id');
  await expect(box(page)).toHaveAttribute('aria-activedescendant', chosen ?? 'none');
  const text = await textAt(page, 2);
  await page.keyboard.press('Enter');
  await expectPhrase(page, text);
});

test('with nothing typed, a digit inserts the phrase of that number', async ({ page }) => {
  const editor = await openChat(page, pdd);
  for (const digit of [3, 6, 9]) {
    await page.keyboard.press('Alt+q');
    await expect(options(page).nth(digit - 1)).toContainText(String(digit));
    const text = await textAt(page, digit - 1);
    await page.keyboard.press(String(digit));
    await expectPhrase(page, text);
    await editor.fill('');
  }
});

test('with something typed, a digit is searched for and inserts nothing', async ({ page }) => {
  await openChat(page, pdd);
  await searchPalette(page, 'a1');
  await expect(box(page)).toHaveValue('a1');
  await page.keyboard.press('Escape');
  await expectDraft(page, pdd, '');
});

test('a missing value keeps the palette open and is named; another phrase can be taken', async ({ page }) => {
  await openChat(page, pdd);
  await searchPalette(page, 'fhtz');
  await expect(titleOf(page, 0)).toHaveText('已发货通知');
  await page.keyboard.press('Enter');
  await expect(palette(page).getByRole('alert')).toContainText('{快递}');
  await expect(palette(page).getByRole('alert')).toContainText('{单号}');
  // The agent may say them in the form, or go back to the list.
  await expect(palette(page).getByRole('textbox', { name: '快递' })).toBeFocused();
  await page.screenshot({ path: 'artifacts/screens/palette-missing-value.png' });
  await page.keyboard.press('Escape');
  await expect(box(page)).toBeFocused();
  await box(page).fill('qsd');
  await page.keyboard.press('Enter');
  await expectDraft(page, pdd, starterText('请稍等'));
});

for (const chat of [jdChat, xianyu]) {
  test(`a click on a phrase in it inserts where the caret was (${chat.name})`, async ({ page }) => {
    await openChat(page, chat);
    await page.keyboard.type('前后');
    await page.keyboard.press('ArrowLeft');
    await searchPalette(page, 'qsd');
    await options(page).first().click();
    await expectDraft(page, chat, `前${starterText('请稍等')}后`);
  });
}

test('while an input method composes in the box no key is a command, and its letters search', async ({
  page,
}) => {
  await openChat(page, pdd);
  await page.keyboard.press('Alt+q');
  await expect(box(page)).toBeFocused();
  await compose(page, "fa'huo'shi'jian");
  await expect(titleOf(page, 0)).toHaveText('发货时间');
  const active = () => palette(page).locator('[role=option][aria-selected=true]').getAttribute('id');
  const first = await active();
  for (const [key, code] of [
    ['Enter', 'Enter'],
    ['1', 'Digit1'],
    ['ArrowDown', 'ArrowDown'],
    ['Escape', 'Escape'],
  ] as const) {
    await imeKey(page, key, code);
  }
  await expect(box(page)).toBeFocused();
  expect(await active()).toBe(first);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.insertText', { text: '发货时间' });
  await expect(box(page)).toHaveValue('发货时间');
  await page.keyboard.press('Enter');
  // One phrase: had one of the keys above been taken for a command, there would be another, or none.
  await expect(page.locator(pdd.editor)).toHaveValue(/^亲，现在付款的话，预计\S+发出.*$/);
  expect(await sentTexts(page)).toEqual([]);
});

test('while an input method composes in the editor, Alt+Q is its key and not ours', async ({ page }) => {
  await openChat(page, pdd);
  await compose(page, 'ni');
  await imeKey(page, 'q', 'KeyQ', 1);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.insertText', { text: '你' });
  await page.keyboard.type('好');
  await expectDraft(page, pdd, '你好');
  await expect(palette(page)).toBeHidden();
  await page.keyboard.press('Alt+q');
  await expect(box(page)).toBeFocused();
});

test('the shortcut chosen in the options works at once in an open page, and the old one no more', async ({
  page,
  product,
}) => {
  await openChat(page, pdd);
  await product.ask('settings.change', { paletteKey: 'Ctrl+Shift+Space' });
  await expect
    .poll(async () => {
      await page.keyboard.press('Control+Shift+Space');
      return palette(page).isVisible();
    })
    .toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+q');
  await page.keyboard.type('在');
  await expectDraft(page, pdd, '在');
  await product.ask('settings.change', { paletteKey: 'Alt+Q' });
});

test('a phrase saved in the options is found at once in an open page', async ({ page, product }) => {
  await openChat(page, pdd);
  await searchPalette(page, 'zengpinshuoming');
  await expect(options(page)).toHaveCount(0);
  await product.ask('library.save', { title: '赠品说明', text: '赠品随主单一起发出', category: '测试' });
  await page.keyboard.press('Escape');
  await searchPalette(page, 'zengpinshuoming');
  await expect(titleOf(page, 0)).toHaveText('赠品说明');
  await page.keyboard.press('Enter');
  await expectDraft(page, pdd, '赠品随主单一起发出');
  expect(await practice<number>(page, 'practice.sent.length')).toBe(0);
});
