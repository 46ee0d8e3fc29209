import { expect, type Locator, type Page } from '@playwright/test';
import type { ReviewTruth } from '../../sandbox/generator/reviews.ts';
import { dock, practice } from '../../sandbox/tour/desk-driver.mjs';
import { expectDraft, kuaishou, openChat, pdd, sentTexts, written } from './support/chat-pages.ts';
import { test } from './support/desk-test.ts';
import {
  DESK,
  dockHasPhrases,
  expectDraftIn,
  framed,
  haveFramedMarket,
  shell,
  TALK,
} from './support/framed-pages.ts';

test.use({ browserOf: 'wording' });

/** rules.md §7 beside the editor: told at once, changed by one click, and the page's own sending is left alone. */
const section = (page: Page): Locator => dock(page).getByRole('region', { name: '用词' });
const hits = (page: Page): Locator => section(page).getByRole('listitem');
const hitOf = (page: Page, word: string): Locator =>
  hits(page).filter({ has: page.locator('mark', { hasText: word }) });

test('what is typed is told with level, reason and source, and a clean draft with nothing', async ({
  page,
}) => {
  const editor = await openChat(page, pdd);
  await page.keyboard.type('亲，肯定能到，加我微信聊');
  await expect(hits(page)).toHaveCount(2);
  await expect(hitOf(page, '微信')).toHaveAttribute('data-level', 'stop');
  await expect(hitOf(page, '微信')).toContainText('引导站外');
  await expect(hitOf(page, '肯定')).toHaveAttribute('data-level', 'warn');
  await expect(hitOf(page, '肯定')).toContainText('依据：本店话术规范');
  await editor.fill('亲，在的');
  await expect(section(page)).toHaveCount(0);
});

test('the better word takes exactly its place, one Ctrl+Z brings the old one back, and the caret stays', async ({
  page,
}) => {
  await openChat(page, pdd);
  await page.keyboard.type('亲，保证今天发出');
  await hitOf(page, '保证').getByRole('button', { name: '换成「尽量」' }).click();
  await expectDraft(page, pdd, '亲，尽量今天发出');
  await expect(section(page)).toHaveCount(0);
  await page.keyboard.type('哦');
  await expectDraft(page, pdd, '亲，尽量今天发出哦');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expectDraft(page, pdd, '亲，保证今天发出');
  await expect(hitOf(page, '保证')).toHaveCount(1);
  expect(await sentTexts(page)).toEqual([]);
});

test('in a rich editor of several lines too', async ({ page }) => {
  const editor = await openChat(page, kuaishou);
  await page.keyboard.type('您好亲');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('绝对不掉色，放心');
  await hitOf(page, '绝对').getByRole('button', { name: '换成「努力」' }).click();
  await expect.poll(() => written(editor)).toMatch(/^您好亲\n+努力不掉色，放心$/);
  await page.keyboard.press('Control+z');
  await expect.poll(() => written(editor)).toMatch(/^您好亲\n+绝对不掉色，放心$/);
});

test('a word released in the dock is marked no more, here and in the options, until it is taken back', async ({
  page,
  product,
}) => {
  await openChat(page, pdd);
  await page.keyboard.type('这款是顶级面料');
  await hitOf(page, '顶级').getByRole('button', { name: '本店放行' }).click();
  await expect(section(page)).toHaveCount(0);
  await page.keyboard.type('，顶级做工，极品');
  await expect(hits(page)).toHaveCount(1);
  const { id } = await product.ask<{ id: string }>('wording.release', { word: '顶级' });
  await product.ask('wording.withdraw', { id });
  await expect(hits(page)).toHaveCount(3);
});

test('a public reply is judged as one: what only warns in a chat must go there', async ({ page }) => {
  await page.goto('https://mms.pinduoduo.com/goods/evaluation/index?msfrom=mms_sidenav');
  const reviews = await practice<ReviewTruth[]>(page, 'practice.truth()');
  const open = reviews.findLast((review) => review.reply === undefined)?.orderId ?? '';
  const body = page.locator('tbody[data-testid="beast-core-table-middle-tbody"]').filter({ hasText: open });
  // As a person scrolls: the row comes to the lower part of the window, beside the dock.
  await body.evaluate((element) => element.scrollIntoView({ block: 'end' }));
  await body.getByRole('button', { name: '回复', exact: true }).click();
  await body.locator('textarea').click();
  await page.keyboard.type('可以消炎，您的电话13912340000');
  await expect(section(page)).toContainText('公开回复');
  await expect(hitOf(page, '消炎')).toHaveAttribute('data-level', 'stop');
  await expect(hitOf(page, '13912340000')).toHaveAttribute('data-level', 'stop');
});

test('while an input method composes nothing is said, and what it ends with is read', async ({ page }) => {
  await openChat(page, pdd);
  const ime = await page.context().newCDPSession(page);
  await page.keyboard.type('这款');
  await ime.send('Input.imeSetComposition', { text: '顶级', selectionStart: 2, selectionEnd: 2 });
  await expect.poll(() => written(page.locator(pdd.editor))).toBe('这款顶级');
  // Long enough for any frame and any idle time to have passed.
  await page.evaluate(() => new Promise((done) => setTimeout(() => requestIdleCallback(done), 600)));
  await expect(section(page)).toHaveCount(0);
  await ime.send('Input.insertText', { text: '顶级' });
  await expect(hits(page)).toHaveCount(1);
});

test('the folded dock counts the hits, and the page sends as ever', async ({ page }) => {
  await openChat(page, pdd);
  await page.keyboard.type('加我微信');
  await expect(hits(page)).toHaveCount(1);
  await dock(page).getByRole('button', { name: '收起', exact: true }).click();
  await expect(dock(page).getByRole('button', { name: /1 处用词要看/ })).toContainText('1');
  await page.locator(pdd.send).click();
  await expect.poll(() => sentTexts(page)).toEqual(['加我微信']);
  // The page emptied its editor by a script, which sends no event.
  await expect(dock(page).getByRole('button', { name: /用词要看/ })).toHaveCount(0);
  await dock(page).getByRole('button', { name: /展开/ }).click();
});

test('a search box of the page is nobody’s business', async ({ page }) => {
  await openChat(page, pdd);
  const search = page.locator('input[type="text"], input:not([type])').first();
  await search.click();
  await search.fill('加我微信');
  await page.locator(pdd.editor).click();
  await page.keyboard.type('顶级');
  await expect(hits(page)).toHaveCount(1);
  await expect(hitOf(page, '顶级')).toHaveCount(1);
});

for (const { name, host } of [
  { name: 'the same origin', host: DESK },
  { name: 'another origin', host: TALK },
]) {
  test(`an editor in a frame of ${name} is checked, and the better word goes there`, async ({
    page,
    product,
  }) => {
    await haveFramedMarket(product);
    await page.goto(shell(`${host}/im?uid=w1`));
    await dockHasPhrases(page);
    await framed(page).locator('#editor').click();
    await page.keyboard.type('亲，保证今天发出');
    await hitOf(page, '保证').getByRole('button', { name: '换成「尽量」' }).click();
    await expectDraftIn(framed(page), '亲，尽量今天发出');
    await expect(section(page)).toHaveCount(0);
    await expect(framed(page).locator('#editor')).toBeFocused();
    await page.keyboard.press('Control+z');
    await expectDraftIn(framed(page), '亲，保证今天发出');
    await expect(hitOf(page, '保证')).toHaveCount(1);
  });
}
