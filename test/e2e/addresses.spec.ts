import { expect, type Locator, type Page } from '@playwright/test';
import { dock, openTab, practice } from '../../sandbox/tour/desk-driver.mjs';
import { expectDraft, jdChat, openChat, pdd, sentTexts, written } from './support/chat-pages.ts';
import { test } from './support/desk-test.ts';
import {
  dockHasPhrases,
  expectDraftIn,
  framed,
  haveFramedMarket,
  shell,
  TALK,
} from './support/framed-pages.ts';

/** Addresses buyers type and agents paste (issue "Orders", 2; mission.md B1–B3, A9). */
test.use({ browserOf: 'addresses' });

const say = (page: Page, text: string) =>
  practice(page, 'practice.buyerWrites(practice.truth().open.id, value)', text);
const chips = (page: Page): Locator => page.locator('shoubian-mark[data-address]');
const flagsOf = (chip: Locator) => chip.getAttribute('data-flags');

test('an address typed in a PDD chat gets the verdict, and its reply lands in the editor with one click', async ({
  page,
}) => {
  await openChat(page, pdd);
  await say(page, '西藏自治区拉萨市城关区北京中路3号 韩青禾 13900001234');
  const chip = chips(page);
  await expect(chip).toHaveCount(1);
  await expect(chip.getByText('京东加收¥18')).toBeVisible();
  expect(await flagsOf(chip)).toBe('surcharge remote');
  // Beside the message it is about.
  await expect(page.locator('li.onemsg', { has: chip })).toContainText('拉萨市城关区北京中路3号');
  await chip.getByRole('button', { name: '填回复' }).click();
  await expectDraft(page, pdd, '亲，拉萨市城关区发京东需要您补 18 元的邮费，您看可以吗？');
  expect(await sentTexts(page)).toEqual([]);

  await chip.getByRole('button', { name: '查地址' }).click();
  const tool = dock(page);
  await expect(tool.getByRole('textbox', { name: '地址' })).toHaveValue(/拉萨市城关区/);
  await expect(tool.getByText('西藏自治区', { exact: true })).toBeVisible();
  await expect(tool.getByText('13900001234', { exact: true })).toBeVisible();
});

test('chatter, our own words and places named for another reason get no chip; an open district asks', async ({
  page,
}) => {
  await openChat(page, pdd);
  for (let i = 0; i < 8; i += 1) await say(page, `在吗${'？'.repeat(i)}`);
  for (const text of ['在吗', '我在北京上班，周末才能收', '快递到了杭州转运中心三天没动', '红色XL两件'])
    await say(page, text);
  await say(page, '鼓楼区中山北路25号');
  await expect(chips(page).getByText('需确认：鼓楼区可能是 4 个城市')).toBeVisible();
  await expect(chips(page)).toHaveCount(1);
  expect(await flagsOf(chips(page))).toBe('zone-unknown confirm-address');
  // The list stood at its end and still does: the chip is seen without scrolling.
  await expect(chips(page)).toBeInViewport({ ratio: 0.99 });

  const editor = page.locator(pdd.editor);
  await editor.fill('浙江省杭州市余杭区文一西路8号可以到的');
  await page.locator(pdd.send).click();
  await expect.poll(() => sentTexts(page)).toHaveLength(1);
  await say(page, '好的谢谢');
  await expect(page.locator('li.onemsg').last()).toContainText('好的谢谢');
  await expect(chips(page)).toHaveCount(1);
  expect(await written(editor)).toBe('');
});

test('an address over several messages has one chip, at the last; another conversation has its own (JD)', async ({
  page,
}) => {
  await openChat(page, jdChat);
  await say(page, '江苏省徐州市');
  await expect(chips(page)).toHaveCount(1);
  const first = await chips(page).getAttribute('data-address');
  await say(page, '鼓楼区中山北路1号');
  await expect.poll(() => chips(page).getAttribute('data-address')).not.toBe(first);
  await expect(chips(page)).toHaveCount(1);
  await expect(chips(page).getByText('可能是')).toHaveCount(0);

  await page.locator(jdChat.row).nth(1).click();
  await expect(chips(page)).toHaveCount(0);
});

test('in a chat of a frame of another origin the chip is there, and its buttons work', async ({
  page,
  product,
}) => {
  await haveFramedMarket(product);
  await page.goto(shell(`${TALK}/im?uid=a1`));
  await dockHasPhrases(page);
  const chat = framed(page);
  await chat.locator('#list').evaluate(() => {
    (globalThis as unknown as { say(side: string, text: string): void }).say('left', '新疆能发吗');
  });
  const chip = chat.locator('shoubian-mark[data-address]');
  await expect(chip).toHaveCount(1);
  await chip.getByRole('button', { name: '填回复' }).click();
  await expectDraftIn(chat, /^亲，新疆/);
  await chip.getByRole('button', { name: '查地址' }).click();
  await expect(dock(page).getByRole('textbox', { name: '地址' })).toHaveValue('新疆能发吗');
});

test('a pasted address is read in the tool: parts, candidates, every courier, and plain words for nonsense', async ({
  page,
}) => {
  await openChat(page, pdd);
  await openTab(page, '工具');
  const tool = dock(page);
  await tool.getByText('查地址', { exact: true }).click();
  const box = tool.getByRole('textbox', { name: '地址' });

  await box.fill('收货人：张**\n电话：138****0000\n地址：浙江省杭洲市余杭区仓前街道**路**号');
  await expect(tool.getByText('张**', { exact: true })).toBeVisible();
  await expect(tool.getByText('138****0000', { exact: true })).toBeVisible();
  await expect(tool.getByText('写的是「杭洲市」，按写错认的', { exact: true })).toBeVisible();
  await expect(tool.getByText(/^规则 post-default/)).toBeVisible();

  await box.fill('鼓楼区中山北路25号');
  await tool.getByRole('button', { name: '江苏省 徐州市 鼓楼区' }).click();
  await expect(box).toHaveValue('江苏省徐州市鼓楼区中山北路25号');
  await expect(tool.getByText('可能是这几处')).toHaveCount(0);

  await box.fill('青海省西宁市城西区五四大街7号');
  await expect(tool.getByText(/^规则 post-surcharge/)).toBeVisible();
  await tool.getByRole('textbox', { name: '件数' }).fill('两件');
  await expect(tool.getByText('件数要是整数，例如 2')).toBeVisible();

  for (const [text, told] of [
    ['', '把买家的地址粘贴进来'],
    ['浙江省'.repeat(4_000), '太长了'],
    ['日本东京都港区芝公园4丁目2-8', '国外的地址'],
    ['红色XL两件', '没有读出省、市或区县'],
  ] as const) {
    await box.fill(text);
    await expect(tool.getByText(told)).toBeVisible();
  }
});
