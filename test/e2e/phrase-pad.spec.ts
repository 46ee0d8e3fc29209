import { expect } from '@playwright/test';
import { launchWithExtension } from '../../sandbox/launch.mjs';
import type { PhraseDraft } from '../../storage/contracts/library.ts';
import type { PadRecord } from '../../storage/pad.ts';
import type { PhraseImage } from '../../storage/schemas/phrase.ts';
import { type Product, test } from './support/desk-test.ts';
import { type ExtensionView, expectSoon, openView } from './support/extension-view.ts';
import { openPadFromPopup, type PadWindow, padIn, pasted } from './support/pad-window.ts';
import { starterText } from './support/phrases.ts';

test.use({ browserOf: 'phrase-pad' });

let view: ExtensionView;
let pad: PadWindow | undefined;

test.beforeEach(async ({ product }) => {
  view ??= await openView(product);
  await product.ask('data.erase', { what: 'everything' });
  // A window the extension opens begins before the test's locale has reached it.
  await product.ask('settings.change', { language: 'zh-CN' });
});
test.afterEach(async () => {
  await pad?.page.close();
  pad = undefined;
});

const save = (product: Product, draft: Partial<PhraseDraft>): Promise<unknown> =>
  product.ask('library.save', { title: '试', text: '试', category: '试用', ...draft });
const open = async (product: Product): Promise<PadWindow> => {
  pad = await openPadFromPopup(product);
  return pad;
};
const kept = async (): Promise<PadRecord | undefined> =>
  ((await view.kept()).pad as { value: PadRecord } | undefined)?.value;

const steps: [string, string, string] = [
  '亲，已经是活动价啦',
  '亲，给您申请一张券',
  '亲，掌柜说最多再减十元',
];
const ladder = { title: '砍价三步走', text: steps[0], more: steps.slice(1), kind: 'ladder' as const };

test('opened from the popup it is one window of its own; a phrase found by pinyin is on the clipboard', async ({
  product,
}) => {
  const { page, search, outcome, copy } = await open(product);
  expect(await page.evaluate(() => chrome.windows.getCurrent().then(({ type }) => type))).toBe('popup');
  await expect(search).toBeFocused();

  await copy('fhsj');
  await expect(outcome).toHaveAttribute('data-outcome', 'copied');
  await expect(outcome).toContainText('已复制');
  const [first] = await page
    .getByRole('option', { selected: true })
    .locator('.sb-phrase-title')
    .allTextContents();
  await expect(outcome).toContainText(first ?? '?');
  const text = await pasted(product);
  expect(text).not.toMatch(/[{}]/);
  await expect(outcome).toContainText(`${[...text].length} 字`);

  // The text in the box is chosen: the next search is typed at once.
  await page.keyboard.type('qsd');
  await expect(search).toHaveValue('qsd');
  await search.press('Enter');
  await expect.poll(() => pasted(product)).toBe(starterText('请稍等'));

  await product.ask('pad.open');
  const pages = product.context.pages().filter((one) => one.url().endsWith('/phrase-pad.html'));
  expect(pages, 'a second call brings the same window forward').toHaveLength(1);
});

test('a ladder climbs for each nick, also after the window was closed, and for nobody else', async ({
  product,
}) => {
  await save(product, ladder);
  const { buyer, search, outcome, copy, rows } = await open(product);
  const climb = async (nick: string, step: string, text: string): Promise<void> => {
    await buyer.fill(nick);
    await search.fill('kjsbz');
    await expect(rows.filter({ hasText: ladder.title })).toContainText(`第 ${step} 步`);
    await copy('kjsbz');
    await expect(outcome).toContainText(`第 ${step} 步`);
    await expect.poll(() => pasted(product)).toBe(text);
  };
  await climb('小鱼88', '1/3', steps[0]);
  await climb('小鱼88', '2/3', steps[1]);
  await climb('大海', '1/3', steps[0]);
  await buyer.fill('');
  await buyer.pressSequentially('小鱼88');
  await expect(buyer).toHaveValue('小鱼88');
  await climb('', '1/3', steps[0]);
  await pad?.page.close();

  const again = await open(product);
  await again.buyer.fill('小鱼88');
  await again.search.fill('kjsbz');
  await expect(again.rows.filter({ hasText: ladder.title })).toContainText('第 3/3 步');
  await again.copy('kjsbz');
  await expect(again.outcome).toContainText('每一步都用过了');
  await again.page.getByRole('button', { name: '从头开始' }).click();
  await expect(again.rows.filter({ hasText: ladder.title })).toContainText('第 1/3 步');
  const { given } = await product.ask<{ given: Record<string, number[]> }>('library.given', {
    conversation: 'pad|taobao|小鱼88',
  });
  expect(given).toEqual({});
});

test('Enter again copies the next part', async ({ product }) => {
  await save(product, { title: '退换三句', text: '第一句', more: ['第二句', '第三句'], kind: 'parts' });
  const { search, outcome, copy } = await open(product);
  await copy('thsj');
  for (const [part, next] of [
    ['第一句', '再按 Enter 复制第 2/3 段'],
    ['第二句', '再按 Enter 复制第 3/3 段'],
    ['第三句', '这是最后一段'],
  ]) {
    await expect(outcome).toContainText(next ?? '');
    expect(await pasted(product)).toBe(part);
    await search.press('Enter');
  }
  // The last one began anew; a key right after it means what follows.
  await search.press('Enter');
  await expect(outcome).toContainText('再按 Enter 复制第 3/3 段');
  expect(await pasted(product)).toBe('第二句');
});

test('what a page would tell is asked in a form; only what is not the buyer’s is remembered', async ({
  product,
}) => {
  await save(product, {
    title: '发货通知单',
    text: '{买家}您好，{快递单号}已发{快递|顺丰|中通}，尺码{尺码}，{日期=M月d日}前到',
  });
  const { page, buyer, search, outcome, copy } = await open(product);
  await buyer.fill('小鱼');
  await copy('fhtzd');
  const form = page.getByRole('dialog');
  await expect(form.getByRole('textbox', { name: '买家' })).toHaveCount(0);
  await form.getByLabel('单号').fill('SF123');
  await form.getByLabel('快递', { exact: true }).fill('中通');
  await form.getByLabel('尺码').fill('L');
  await form.getByLabel('尺码').press('Enter');
  await expect(outcome).toHaveAttribute('data-outcome', 'copied');
  expect(await pasted(product)).toMatch(/^小鱼您好，SF123已发中通，尺码L，\d+月\d+日前到$/);

  await expect(search).toBeFocused();
  await search.press('Enter');
  await expect(form.getByLabel('尺码')).toHaveValue('L');
  await expect(form.getByLabel('单号')).toHaveValue('');
  await form.getByLabel('单号').press('Escape');
  await expect(form).toHaveCount(0);
  await expect(search).toBeFocused();
});

test('stop words are not copied before they are asked for twice; the better word is one press away', async ({
  product,
}) => {
  await save(product, { title: '私下聊聊', text: '亲，加我微信聊' });
  await save(product, { title: '一定划算', text: '亲，这款肯定划算' });
  const { page, search, outcome, copy } = await open(product);
  await copy('qsd');
  await expect(outcome).toContainText('请稍等');
  await copy('sxll');
  await expect(outcome).toHaveAttribute('data-outcome', 'held');
  expect(await pasted(product)).toBe(starterText('请稍等'));
  // Another search, and back: what was held back is shown again before it is copied.
  await page.keyboard.type('qsd');
  await expect(search).toHaveValue('qsd');
  await copy('sxll');
  await expect(outcome).toHaveAttribute('data-outcome', 'held');
  await search.press('Enter');
  await expect(outcome).toHaveAttribute('data-outcome', 'copied');
  expect(await pasted(product)).toBe('亲，加我微信聊');

  await copy('ydhs');
  await expect(outcome).toContainText('留意用词');
  const better = page.getByRole('button', { name: /“肯定”改成“(.+)”再复制/ });
  const word = /改成“(.+)”/.exec((await better.textContent()) ?? '')?.[1];
  await better.click();
  await expect.poll(() => pasted(product)).toBe(`亲，这款${word}划算`);
});

test('a text of one’s own is checked and copied; an image of a phrase is copied by its button', async ({
  product,
}) => {
  // One red pixel.
  const base64 =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const { image } = await product.ask<{ image: PhraseImage }>('images.keep', { name: '尺码表.png', base64 });
  await save(product, { title: '看尺码图', text: '亲，看这张图', images: [image] });
  const { page, search, outcome, copy } = await open(product);
  await page.getByRole('button', { name: /^自己写一段/ }).click();
  const own = page.getByRole('textbox', { name: '自己写的' });
  await own.fill('亲，加我微信');
  await expect(page.locator('.sb-hit[data-level=stop]')).toHaveCount(1);
  await own.press('Control+Enter');
  await expect(outcome).toHaveAttribute('data-outcome', 'held');
  await own.press('Control+Enter');
  await expect(outcome).toHaveAttribute('data-outcome', 'copied');
  expect(await pasted(product)).toBe('亲，加我微信');
  await own.press('Escape');

  await expect(search).toBeFocused();
  await copy('kcmt');
  await page.locator(`[data-image="${image.hash}"]`).click();
  await expect(outcome).toContainText('已复制图片“尺码表.png”');
});

test('phrases of another marketplace are out of the way, and the marketplace is remembered', async ({
  product,
}) => {
  await save(product, { title: '笔记专用话', text: '亲，看笔记', platforms: ['xiaohongshu'], group: '笔记' });
  const { page, search, rows } = await open(product);
  await search.fill('bjzy');
  await expect(rows.filter({ hasText: '笔记专用话' })).toHaveCount(0);
  await page.getByText('小红书', { exact: true }).click();
  await expect(rows.filter({ hasText: '笔记专用话' })).toHaveCount(1);
  await search.fill('');
  await page.getByLabel('一级分类').selectOption('试用');
  await page.getByLabel('二级分类').selectOption('笔记');
  await expect(rows).toHaveCount(1);
  await expectSoon(async () => (await kept())?.platform, 'xiaohongshu', 'the choice is kept');
});

test('its place and size are remembered; one off every screen is not taken', async () => {
  // A browser of its own: the test's viewport would size every window that opens.
  const folder = process.env.SHOUBIAN_EXTENSION;
  const real = await launchWithExtension({ viewport: null, ...(folder && { extension: folder }) });
  const looks = await openView(real);
  const keptPlace = async () => ((await looks.kept()).pad as { value: PadRecord } | undefined)?.value.place;
  const place = { left: 140, top: 40, width: 420, height: 480 };
  const first = await openPadFromPopup(real);
  await first.moveTo(place);
  await expectSoon(keptPlace, place, 'the new place is kept');
  await first.page.close();

  const second = await openPadFromPopup(real);
  expect(await second.place()).toEqual(place);
  await second.page.close();

  const record = (await looks.kept()).pad as { value: PadRecord };
  const away = { ...record.value, place: { ...place, left: 9_000 } };
  await looks.keep({ pad: { version: 1, value: away } });
  const third = await openPadFromPopup(real);
  const { left, width, height } = await third.place();
  expect({ width, height }).toEqual({ width: 420, height: 480 });
  expect(left).toBeLessThan(await third.page.evaluate(() => screen.width - 100));
  await real.close();
});

test('asks for no permission of the clipboard, and has a hotkey', async ({ product }) => {
  const manifest = await (await open(product)).page.evaluate(() => chrome.runtime.getManifest());
  expect(JSON.stringify(manifest)).not.toMatch(/clipboard/i);
  expect(manifest.commands['open-phrase-pad']?.suggested_key?.default).toBe('Alt+Shift+Q');
});

test('at 300 px nothing is cut off sideways', async ({ product }) => {
  await save(product, { ...ladder, title: '一条标题特别特别长的话术放不下也不能把窗口撑宽', code: 'cdbt' });
  const { page, copy } = await padIn(
    await product.context.newPage().then(async (page) => {
      await page.setViewportSize({ width: 300, height: 480 });
      await page.goto(product.extensionUrl('phrase-pad.html'));
      return page;
    }),
  );
  await copy('cdbt');
  await expect(page.locator('[data-outcome]')).toContainText('第 1/3 步');
  const beyond = await page.evaluate(() =>
    [...document.querySelectorAll('.sb-pad *')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
      .map((one) => one.className),
  );
  expect(beyond).toEqual([]);
  await page.close();
});

declare const chrome: {
  windows: { getCurrent(): Promise<{ type: string }> };
  runtime: {
    getManifest(): { commands: Record<string, { suggested_key?: { default: string } }> };
  };
};
