import { expect, type Page } from '@playwright/test';
import { goods } from '../../sandbox/generator/goods.ts';
import { floorOf, productTable } from '../../sandbox/generator/product-table.ts';
import { dock, practice } from '../../sandbox/tour/desk-driver.mjs';
import { test } from './support/desk-test.ts';
import {
  dockHasPhrases,
  expectDraftIn,
  framed,
  haveFramedMarket,
  shell,
  TALK,
} from './support/framed-pages.ts';
import { chooseFile, exportText, openOptions } from './support/options-page.ts';
import { truthOf } from './support/practice-chat.ts';

test.use({ browserOf: 'cards' });

/** Product cards (mission.md A18, B12): from a shop's table to the buyer's answer. */
test.beforeEach(async ({ product }) => {
  await product.ask('data.erase', { what: 'everything' });
});

const jdChat = 'https://dongdong.jd.com/?seed=cards';
const draftOf = (page: Page): Promise<string> => practice<string>(page, 'practice.draft');
const cards = (page: Page) => dock(page).getByRole('region', { name: '商品' });

/** Opens the first conversation that asks about this good; the page names it in its product bar. */
async function openAbout(page: Page, title: string): Promise<void> {
  const { conversations } = await truthOf(page);
  for (const { id } of conversations) {
    await practice(page, 'practice.switchTo(value)', id);
    const shown = await page.locator('.chat-product').textContent();
    if (shown?.trim() === title) return;
  }
  throw new Error(`nobody asks about ${title}`);
}

test('a table goes in, the chat’s item finds its card, a line lands in the editor, the floor never does', async ({
  product,
  page,
}) => {
  const options = await openOptions(product, 'data');
  const bad = 'BAD-1,坏的一行,,,,,,不是价格,,,\r\n';
  const preview = await chooseFile(options, productTable() + bad, 'products.csv');
  await expect(preview).toContainText('新增 11，更新 0，相同 0，冲突 0，读不了 1');
  await expect(preview).toContainText('第 13 行：售价「不是价格」读不成一个价格');
  await options.locator('[data-import-apply]').click();
  await expect(options.getByText('已导入，改动 11 处')).toBeVisible();

  const [tote] = goods;
  if (!tote) throw new Error('no goods');
  await page.goto(jdChat);
  await openAbout(page, tote.title);
  const shown = cards(page);
  await expect(shown).toContainText('PU 皮，涤纶里布');
  await expect(shown).toContainText('34cm 大包，29cm 中包');
  const floor = (floorOf(tote) / 100).toFixed(2);
  const row = shown.locator('[data-private]').filter({ hasText: '底价' });
  await expect(row).toContainText(floor);
  await expect(row).toContainText('仅自己看');
  await expect(row.getByRole('button')).toHaveCount(0);

  await shown.getByRole('button', { name: '插入材质' }).click();
  await expect.poll(() => draftOf(page)).toBe('材质：PU 皮，涤纶里布');
  await shown.getByRole('button', { name: '整张插入' }).click();
  await expect.poll(() => draftOf(page)).toContain('售价：¥89');
  const draft = await draftOf(page);
  expect(draft).toContain(tote.title);
  expect(draft, 'neither the floor nor what it cost').not.toMatch(new RegExp(`${floor}|底价|进货|36\\.49`));

  // The same file again changes nothing; taking the import back leaves no card, in the open page too.
  await chooseFile(options, productTable(), 'again.csv');
  await expect(options.locator('[data-import-preview]')).toContainText('新增 0，更新 0，相同 11');
  await options.getByRole('button', { name: '撤销' }).click();
  await expect(shown).toContainText('还没有商品卡');
  await options.close();
});

test('an item without a card leads to a new one, which is there at once; a search finds by pinyin', async ({
  product,
  page,
}) => {
  await page.goto(jdChat);
  const [, saddle] = goods;
  if (!saddle) throw new Error('no goods');
  await openAbout(page, saddle.title);
  const shown = cards(page);
  await expect(shown).toContainText(`「${saddle.title}」还没有商品卡`);
  const [options] = await Promise.all([
    product.context.waitForEvent('page'),
    shown.getByRole('button', { name: '新建' }).click(),
  ]);
  await expect(options.locator('[data-card-field="name"]')).toHaveValue(saddle.title);
  await options.locator('[data-card-field="codes"]').fill(saddle.code);
  await options.locator('[data-card-field="size"]').fill('长25*宽7*高15cm');
  await expect(options.getByText('尺码档：小包', { exact: true })).toBeVisible();
  await options.getByRole('button', { name: '保存' }).click();
  await expect(options.locator('[data-card]')).toContainText(saddle.code);

  await page.bringToFront();
  await expect(shown).toContainText('小包');
  await shown.getByRole('button', { name: '找别的商品卡' }).click();
  await shown.getByRole('textbox').fill('fgyx');
  await expect(shown.locator('[data-card]')).toContainText(saddle.code);

  // What goes out comes back the same, and a deleted card can be had again.
  await options.getByRole('button', { name: `删除「${saddle.title}」` }).click();
  await expect(options.locator('[data-card]')).toHaveCount(0);
  await options.getByRole('button', { name: '撤销' }).click();
  await expect(options.locator('[data-card]')).toHaveCount(1);
  await options.locator('nav [data-section="data"]').click();
  const json = await exportText(options, 'product-cards');
  const table = await exportText(options, 'product-cards-csv');
  for (const [name, text] of [
    ['back.json', json],
    ['back.csv', table],
  ] as const) {
    const preview = await chooseFile(options, text, name);
    await expect(preview).toContainText('新增 0，更新 0，相同 1，冲突 0');
  }
  await options.close();
});

test('an order list shows the cards of the row pointed at; nothing of them is kept in the page', async ({
  product,
  page,
}) => {
  await product.ask('cards.save', {
    name: '零钱包',
    codes: ['LQ-0420'],
    ids: [],
    material: '羊皮',
    points: [],
    matching: [],
    lines: [],
    floor: 1_234,
  });
  await page.goto('https://fxg.jinritemai.com/ffa/morder/order/list?seed=1');
  const code = page.getByText('LQ-0420').first();
  await code.hover();
  await dock(page).getByRole('tab', { name: '商品' }).click();
  const shown = cards(page);
  await expect(shown).toContainText('羊皮');
  await page.getByText('WY-0510').first().hover();
  await expect(shown).toContainText('还没有商品卡');
  await code.hover();
  await expect(shown).toContainText('羊皮');
  expect(await page.evaluate(() => document.body.textContent)).not.toContain('12.34');
});

test('a chat in a frame of another origin: its card stands in the one dock and lands in the frame’s editor', async ({
  product,
  page,
}) => {
  await haveFramedMarket(product);
  await product.ask('cards.save', {
    name: '托特包',
    codes: ['RST182'],
    ids: [],
    material: '牛皮',
    points: [],
    matching: [],
    lines: [],
  });
  await page.goto(shell(`${TALK}/im?uid=f1`));
  await dockHasPhrases(page);
  const chat = framed(page);
  await chat.locator('#list').evaluate((list) => {
    const message = list.querySelector('.m.left')?.cloneNode(true) as HTMLElement;
    message.dataset.mid = 'm-card';
    const text = message.querySelector('p');
    if (text) text.textContent = 'rst182 还有吗';
    list.append(message);
  });
  await expect(cards(page)).toContainText('牛皮');
  await chat.locator('#editor').click();
  await cards(page).getByRole('button', { name: '插入材质' }).click();
  await expectDraftIn(chat, '材质：牛皮');
});
