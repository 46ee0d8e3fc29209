import { expect, type Page } from '@playwright/test';
import { killWorker } from '../../sandbox/launch.mjs';
import { dock, openTab, palette, practice, searchPalette } from '../../sandbox/tour/desk-driver.mjs';
import {
  expectDraft,
  jdChat,
  kuaishou,
  openChat,
  pdd,
  phraseRow,
  sentTexts,
  written,
  xianyu,
} from './support/chat-pages.ts';
import { test } from './support/desk-test.ts';
import {
  box,
  DESK,
  dockHasPhrases,
  expectDraftIn,
  framed,
  haveFramedMarket,
  shell,
  TALK,
} from './support/framed-pages.ts';

test.use({ browserOf: 'giving' });

/** Finding and giving phrases by the agent's hands (issue "Phrases", 1 and 3; phrases.md §2, §4; insertion.md §5, §6). */
const kinds = {
  ladder: {
    title: '议价阶梯',
    text: '已经是活动价啦',
    kind: 'ladder',
    more: ['再送您一个小礼物', '掌柜说再减两元'],
  },
  parts: { title: '分三条说', text: '第一条说明', kind: 'parts', more: ['第二条说明', '第三条说明'] },
} as const;

test.beforeAll(async ({ product }) => {
  await haveFramedMarket(product);
  const save = (phrase: object) => product.ask('library.save', { category: '测试', ...phrase });
  await save({ title: '在呢您说', text: '在的亲，您说', code: 'zzd' });
  await save({ title: '两个甲', text: '甲的内容', code: 'zsame' });
  await save({ title: '两个乙', text: '乙的内容', code: 'zsame' });
  await save({ ...kinds.ladder, code: 'zjt' });
  await save({ ...kinds.parts, code: 'zft' });
  await save({ title: '尺码答复', text: '建议拍{尺码|S|M|L}码，{理由}', code: 'zcm' });
  await save({ title: '补发登记', text: '姓名{光标}电话{光标}地址{光标}', code: 'zbf' });
  await save({ title: '只在京东', text: '京东专用', code: 'jdonly', platforms: ['jd'] });
  await save({ title: '冷链说明', text: '冷链专车，全程低温', code: 'zll' });
});

const cdpOf = (page: Page) => page.context().newCDPSession(page);
const compose = async (page: Page, text: string): Promise<void> => {
  const cdp = await cdpOf(page);
  await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await cdp.detach();
};
const commit = async (page: Page, text: string): Promise<void> => {
  const cdp = await cdpOf(page);
  await cdp.send('Input.insertText', { text });
  await cdp.detach();
};
/** A key while an input method owns the keyboard. */
const imeKey = async (page: Page, key: string, code: string): Promise<void> => {
  const cdp = await cdpOf(page);
  for (const type of ['rawKeyDown', 'keyUp'] as const)
    await cdp.send('Input.dispatchKeyEvent', { type, key, code, windowsVirtualKeyCode: 229 });
  await cdp.detach();
};
const say = (page: Page, text: string) =>
  practice(page, 'practice.buyerWrites(practice.truth().open.id, value)', text);
for (const chat of [pdd, jdChat]) {
  test(`a code and space or Tab becomes its phrase, and nothing else is touched (${chat.name})`, async ({
    page,
  }) => {
    await openChat(page, chat);
    await page.keyboard.type('您好，;zzd ');
    await expectDraft(page, chat, '您好，在的亲，您说');
    await page.keyboard.press('Control+z');
    await expectDraft(page, chat, '您好，;zzd');
    await page.keyboard.press('End');
    await page.keyboard.press('Tab');
    await expectDraft(page, chat, '您好，在的亲，您说');
    expect(await sentTexts(page)).toEqual([]);
  });
}

test('no code inside words, addresses and figures, none of another marketplace, none when turned off', async ({
  page,
  product,
}) => {
  const editor = await openChat(page, pdd);
  for (const text of ['a;zzd ', 'http://a.b/;zzd ', '12;zzd ', ';;zzd ', ';jdonly ', 'zzd ', ';zz ']) {
    await page.keyboard.type(text);
    await expect(editor, text).toHaveValue(text);
    await editor.fill('');
  }
  await product.ask('settings.change', { triggers: { codes: false, signs: ';', slash: {} } });
  await page.keyboard.type(';zzd ');
  await expect(editor).toHaveValue(';zzd ');
  await product.ask('settings.change', { triggers: { codes: true, signs: '#', slash: {} } });
  await editor.fill('');
  await expect
    .poll(async () => {
      await editor.fill('');
      await page.keyboard.type('#zzd ');
      return written(editor);
    })
    .toBe('在的亲，您说');
  await product.ask('settings.change', { triggers: { codes: true, signs: ';', slash: {} } });
});

test('a code that two phrases have opens the palette with both, and the picked one replaces it', async ({
  page,
}) => {
  await openChat(page, pdd);
  await page.keyboard.type('亲 ;zsame ');
  await expect(palette(page).getByRole('option')).toHaveCount(2);
  await palette(page).getByRole('option').filter({ hasText: '两个乙' }).click();
  await expectDraft(page, pdd, '亲 乙的内容');
});

test('a slash opens the palette where it may, gives way to what is picked, and stays when the palette is left', async ({
  page,
  product,
}) => {
  const editor = await openChat(page, xianyu);
  await page.keyboard.type('/');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('zzd');
  await page.keyboard.press('Enter');
  await expect.poll(() => written(editor)).toBe('在的亲，您说');
  await editor.fill('');
  await page.keyboard.type('/');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.type('x 1/2 a/b ');
  await expect.poll(() => written(editor)).toBe('/x 1/2 a/b ');
  await expect(palette(page)).toBeHidden();
  // Turned off, it is a slash.
  await product.ask('settings.change', { triggers: { codes: true, signs: ';', slash: { xianyu: false } } });
  await editor.fill('');
  await page.keyboard.type('/在');
  await expect.poll(() => written(editor)).toBe('/在');
  await product.ask('settings.change', { triggers: { codes: true, signs: ';', slash: {} } });
});

test('while an input method composes no trigger fires and nothing is lost', async ({ page }) => {
  const editor = await openChat(page, pdd);
  // A code typed as letters of a composition is none until it is committed.
  await page.keyboard.type('；');
  await compose(page, 'zzd');
  for (const [key, code] of [
    [' ', 'Space'],
    ['Tab', 'Tab'],
    ['Enter', 'Enter'],
    ['Escape', 'Escape'],
  ] as const)
    await imeKey(page, key, code);
  await expect(editor).toHaveValue('；zzd');
  await commit(page, '在这地');
  await expect(editor).toHaveValue('；在这地');
  await expect(palette(page)).toBeHidden();
  // Committed as letters, the next space ends it.
  await editor.fill('');
  await page.keyboard.type('；');
  await compose(page, 'zzd');
  await commit(page, 'zzd');
  await page.keyboard.press('Space');
  await expect(editor).toHaveValue('在的亲，您说');
  // Committed together with the space, there is no key and no further input.
  await editor.fill('');
  await compose(page, ';zzd');
  await commit(page, ';zzd ');
  await expect(editor).toHaveValue('在的亲，您说');
  // Stops: Tab belongs to the input method while it composes.
  await editor.fill('');
  await page.keyboard.type(';zbf ');
  await expect(editor).toHaveValue('姓名电话地址');
  await expect(dock(page)).toContainText('还有 2 处要填');
  await compose(page, 'zhang');
  await imeKey(page, 'Tab', 'Tab');
  await commit(page, '张三');
  await page.keyboard.press('Tab');
  await page.keyboard.type('138');
  await expect(editor).toHaveValue('姓名张三电话138地址');
  expect(await sentTexts(page)).toEqual([]);
});

for (const chat of [pdd, jdChat]) {
  test(`Tab goes through the places of a phrase, typing moves them along, Esc ends it (${chat.name})`, async ({
    page,
  }) => {
    await openChat(page, chat);
    await page.keyboard.type(';zbf ');
    await expectDraft(page, chat, '姓名电话地址');
    await expect(dock(page)).toContainText('还有 2 处要填');
    await page.keyboard.type('小满');
    await page.keyboard.press('Tab');
    await page.keyboard.type('139');
    await page.keyboard.press('Tab');
    await page.keyboard.type('杭州');
    await expectDraft(page, chat, '姓名小满电话139地址杭州');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('甲');
    await expectDraft(page, chat, '姓名甲小满电话139地址杭州');
    await page.keyboard.press('Escape');
    await expect(page.locator(chat.editor)).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.locator(chat.editor)).not.toBeFocused();
  });
}

test('a ladder goes on per buyer, is shown, survives the worker and the page, and begins anew when told', async ({
  page,
  product,
}) => {
  const editor = await openChat(page, pdd);
  const rows = page.locator(pdd.row);
  await page.keyboard.type(';zjt ');
  await expect(editor).toHaveValue(kinds.ladder.text);
  await editor.fill('');
  await expect(await phraseRow(page, kinds.ladder.title)).toContainText('第 2/3 步');
  expect(await killWorker(product.context, product.extensionId)).toBe(true);
  await editor.click();
  await page.keyboard.type(';zjt ');
  await expect(editor).toHaveValue(kinds.ladder.more[0]);
  // Another buyer begins at the first step.
  await editor.fill('');
  await rows.nth(3).click();
  await expect(await phraseRow(page, kinds.ladder.title)).toContainText('第 1/3 步');
  await page.reload();
  await openChat(page, pdd);
  await expect(await phraseRow(page, kinds.ladder.title)).toContainText('第 3/3 步');
  // Another step by hand, from the palette.
  await searchPalette(page, 'zjt');
  await expect(palette(page).getByRole('option').first()).toContainText('第 3/3 步');
  await page.keyboard.press('Tab');
  await expect(palette(page).getByRole('option').first()).toContainText(kinds.ladder.text);
  await page.keyboard.press('Enter');
  await expect(editor).toHaveValue(kinds.ladder.text);
  await (await phraseRow(page, kinds.ladder.title)).getByRole('button').click();
  await dock(page).getByRole('button', { name: '从头开始' }).click();
  await dock(page).getByRole('button', { name: '返回' }).click();
  await expect(await phraseRow(page, kinds.ladder.title)).toContainText('第 1/3 步');
});

test('the next part is offered once the last was sent, first in dock and palette, and never sent by itself', async ({
  page,
}) => {
  const editor = await openChat(page, pdd);
  const offers = dock(page).getByRole('listbox', { name: '可能要用' });
  await page.keyboard.type(';zft ');
  await expect(editor).toHaveValue('第一条说明');
  await expect(offers.getByText('下一段')).toHaveCount(0);
  await page.locator(pdd.send).click();
  await expect(offers.getByRole('option').first()).toContainText('第二条说明');
  await expect(editor).toHaveValue('');
  await offers.getByRole('option').first().click();
  await expect(editor).toHaveValue('第二条说明');
  await page.keyboard.press('Enter');
  await expect.poll(() => sentTexts(page)).toEqual(['第一条说明', '第二条说明']);
  await expect(offers.getByRole('option').first()).toContainText('第三条说明');
  await editor.click();
  await page.keyboard.press('Alt+q');
  await expect(palette(page).getByRole('option').first()).toContainText('下一段');
  await page.keyboard.press('Enter');
  await expect(editor).toHaveValue('第三条说明');
  await page.keyboard.press('Enter');
  await expect.poll(() => sentTexts(page)).toHaveLength(3);
  await expect(offers.getByText('下一段')).toHaveCount(0);
});

test('a phrase with fields asks, remembers what was answered, and goes in as previewed', async ({ page }) => {
  const editor = await openChat(page, pdd);
  await page.keyboard.type('亲，;zcm ');
  const form = palette(page).getByRole('dialog', { name: '填写“尺码答复”' });
  await expect(form.getByRole('textbox').or(form.getByRole('combobox')).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('版型偏小');
  await expect(form).toContainText('建议拍M码，版型偏小');
  await page.keyboard.press('Enter');
  await expect(editor).toHaveValue('亲，建议拍M码，版型偏小');
  // From the dock, with the last answers in it.
  await editor.fill('');
  await (await phraseRow(page, '尺码答复')).click();
  const inDock = dock(page).getByRole('dialog', { name: '填写“尺码答复”' });
  await expect(inDock).toContainText('建议拍M码，版型偏小');
  await page.keyboard.press('Control+Enter');
  await expect(editor).toHaveValue('建议拍M码，版型偏小');
  await expect(editor).toBeFocused();
});

test('what the buyer wrote suggests phrases in dock and palette, learnt from what was inserted; erased with their data', async ({
  page,
  product,
}) => {
  // Nothing learnt from what was inserted before.
  await product.ask('data.erase', { what: 'figures' });
  const editor = await openChat(page, pdd);
  await say(page, '这个是冷链发的吗');
  const offers = dock(page).getByRole('listbox', { name: '可能要用' });
  await openTab(page, '话术');
  await expect(offers.getByRole('option').filter({ hasText: '冷链说明' })).toContainText('提到“冷链”');
  await editor.click();
  await page.keyboard.press('Alt+q');
  const offered = palette(page).getByRole('option').filter({ hasText: '提到“' });
  await expect(offered.filter({ hasText: '冷链说明' })).toHaveCount(1);
  await page.keyboard.press('Escape');
  // Learnt: a message without a word of the phrase.
  await say(page, '啥时候能寄出来呀');
  await (await phraseRow(page, '在呢您说')).click();
  await expect(editor).toHaveValue('在的亲，您说');
  await editor.fill('');
  await say(page, '收到收到');
  await say(page, '啥时候能寄出来呢');
  await page.locator(pdd.row).nth(3).click();
  await page.locator(pdd.row).nth(0).click();
  await expect(offers.getByText('您常这样回')).toHaveCount(1, { timeout: 10_000 });
  await product.ask('data.erase', { what: 'figures' });
  const kept = await product.ask<{ id: string; why: string }[]>('suggest.answers', {
    message: '啥时候能寄出来呢',
  });
  expect(kept.filter(({ why }) => why === 'learnt')).toEqual([]);
});

for (const [name, host] of [
  ['the same origin', DESK],
  ['another origin', TALK],
] as const) {
  test(`in a frame of ${name}: codes, both of a code, ladder, form and stops work as in a page`, async ({
    page,
  }) => {
    await page.goto(shell(`${host}/im?uid=g-${name === 'the same origin' ? 1 : 2}`));
    await dockHasPhrases(page);
    const chat = framed(page);
    await chat.locator('#editor').click();
    await page.keyboard.type(';zzd ');
    await expectDraftIn(chat, '在的亲，您说');
    await chat.locator('#editor').fill('');
    await page.keyboard.type(';zsame ');
    await expect(box(page)).toBeFocused();
    await expect(palette(page).getByRole('option')).toHaveCount(2);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectDraftIn(chat, /^[甲乙]的内容$/);
    await chat.locator('#editor').fill('');
    await page.keyboard.type(';zjt ');
    await expectDraftIn(chat, kinds.ladder.text);
    await expect(await phraseRow(page, kinds.ladder.title)).toContainText('第 2/3 步');
    await chat.locator('#editor').fill('');
    await (await phraseRow(page, kinds.ladder.title)).click();
    await expectDraftIn(chat, kinds.ladder.more[0]);
    await chat.locator('#editor').fill('');
    await (await phraseRow(page, '尺码答复')).click();
    await expect(dock(page).getByRole('dialog', { name: '填写“尺码答复”' })).toBeVisible();
    await dock(page).getByRole('textbox', { name: '理由' }).fill('显瘦');
    await page.keyboard.press('Control+Enter');
    await expectDraftIn(chat, /^建议拍.码，/);
    await chat.locator('#editor').fill('');
    await page.keyboard.type(';zbf ');
    await expectDraftIn(chat, '姓名电话地址');
    await expect(dock(page)).toContainText('还有 2 处要填');
    await page.keyboard.type('甲');
    await page.keyboard.press('Tab');
    await page.keyboard.type('乙');
    await expectDraftIn(chat, '姓名甲电话乙地址');
  });
}

/** The smallest PNG there is. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

test.describe('a phrase with an image', () => {
  test.beforeAll(async ({ product }) => {
    const { image } = await product.ask<{ image: object }>('images.keep', {
      name: '尺码表.png',
      base64: png,
    });
    await product.ask('library.save', {
      title: '尺码表图',
      text: '亲，尺码表在图里',
      category: '测试',
      code: 'zcmb',
      images: [image],
    });
  });

  test('puts text and image into an editor that takes images, and tells nothing', async ({ page }) => {
    await openChat(page, kuaishou);
    await searchPalette(page, 'zcmb');
    await page.keyboard.press('Enter');
    await expect(page.locator(kuaishou.editor).locator('img')).toHaveAttribute(
      'src',
      `data:image/png;base64,${png}`,
    );
    await expect(page.locator(kuaishou.editor)).toContainText('亲，尺码表在图里');
    await expect(dock(page).getByRole('button', { name: '复制图片' })).toHaveCount(0);
  });

  test('is offered to copy where the editor takes none, saying so; nothing is on the clipboard before the click', async ({
    page,
    product,
  }) => {
    await openChat(page, pdd);
    await product.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: pdd.origin });
    const clipboard = (): Promise<string[]> =>
      page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
    await page.evaluate(() => navigator.clipboard.writeText('别人的'));
    await searchPalette(page, 'zcmb');
    await page.keyboard.press('Enter');
    await expectDraft(page, pdd, '亲，尺码表在图里');
    await expect(dock(page).getByText(/图片这里放不进去/)).toBeVisible();
    expect(await clipboard()).toEqual(['text/plain']);
    await dock(page).getByRole('button', { name: '复制图片' }).click();
    await expect(dock(page).getByText('图片已复制', { exact: false })).toBeVisible();
    expect(await clipboard()).toEqual(['image/png']);
  });
});

test('a text of 300 lines says how far it is while it goes in, arrives whole, and one undo takes it out', async ({
  page,
  product,
}) => {
  const lines = Array.from({ length: 300 }, (_, at) => `第 ${at + 1} 行说明`).join('\n');
  await product.ask('library.save', { title: '三百行', text: lines, category: '测试', code: 'zlong' });
  await openChat(page, pdd);
  await page.evaluate(() => {
    const root = document.querySelector('shoubian-dock')?.shadowRoot;
    const seen: string[] = [];
    Object.assign(window, { seen });
    if (!root) return;
    new MutationObserver(() => {
      const said = /正在放入…… (\d+)%/.exec(root.textContent ?? '')?.[1];
      if (said && seen.at(-1) !== said) seen.push(said);
    }).observe(root, { subtree: true, childList: true, characterData: true });
  });
  await searchPalette(page, 'zlong');
  await page.keyboard.press('Enter');
  await expectDraft(page, pdd, lines);
  await expect(dock(page).getByText(/正在放入/)).toHaveCount(0);
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen.map(Number));
  expect(seen.length).toBeGreaterThan(2);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  await page.keyboard.press('Control+z');
  await expectDraft(page, pdd, '');
});
