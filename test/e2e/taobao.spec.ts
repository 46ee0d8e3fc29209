import { expect, type Page } from '@playwright/test';
import { dock, markedOrders, palette, practice, searchPalette } from '../../sandbox/tour/desk-driver.mjs';
import { test } from './support/desk-test.ts';
import { expectedFlags, expectMarks, markOf, marks, openOrders, ordersTruth } from './support/orders-page.ts';
import { starterText } from './support/phrases.ts';

test.use({ browserOf: 'taobao' });

/** Taobao's and Pinduoduo's order lists in every recorded layout (markets.md §1, §3), and Taobao's price dialog. */
const sold = 'https://myseller.taobao.com/home.htm/trade-platform/tp/sold';
const alias = 'https://qn.taobao.com/home.htm/trade-platform/tp/sold';
const old = 'https://trade.taobao.com/trade/itemlist/list_sold_items.htm';
const pdd = 'https://mms.pinduoduo.com/orders/list?msfrom=mms_sidenav&tab=0';

const places: [string, string, number][] = [
  ['Taobao', `${sold}?seed=2`, 2],
  ['Taobao on its alias host, labels and values apart', `${alias}?seed=2&labels=split`, 2],
  ['Taobao before 2022', `${old}?seed=2`, 2],
  ['Taobao before 2022, classes renamed', `${old}?seed=2&layout=rotated`, 2],
  // No deadline, memo or buyer id: addresses, deadlines and the unpaid ones are what can be marked.
  ['Pinduoduo by testids', `${pdd}&seed=2`, 7],
  ['Pinduoduo by testids in one tbody', `${pdd}&seed=2&form=flat`, 7],
  ['Pinduoduo 2022', `${pdd}&seed=2&layout=2022`, 7],
  ['Pinduoduo 2021', `${pdd}&seed=2&layout=2021`, 8],
];

for (const [name, url, kinds] of places) {
  test(`${name}: the marks say what the generator placed, each in its own order`, async ({ page }) => {
    const truth = await openOrders(page, url);
    expect(Object.keys(expectedFlags(truth)).length).toBeGreaterThanOrEqual(kinds);
    const order = await practice<string[]>(page, 'practice.shown()');
    const marked = (await markedOrders(page)).map(({ id }) => id);
    expect(marked).toEqual(order.filter((id) => marked.includes(id)));
    // A mark stands right behind its own order's number, before the next order's.
    const text = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
      const seen: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node instanceof Element && node.matches('shoubian-mark[data-order]')) {
          seen.push(`mark ${node.getAttribute('data-order')}`);
        }
        const number = /(?:\d{6}-\d{15}|(?<!\d)29\d{17})(?!\d)/.exec(
          node.nodeType === 3 ? (node.nodeValue ?? '') : '',
        );
        if (number) seen.push(number[0]);
      }
      return seen;
    });
    for (const id of marked) expect(text[text.indexOf(`mark ${id}`) - 1], id).toBe(id);
    await expect(dock(page).getByRole('alert')).toHaveCount(0);
  });
}

test('another route of the same page takes the marks away, and coming back brings them again', async ({
  page,
}) => {
  const truth = await openOrders(page, `${sold}?seed=2`);
  await page.getByRole('link', { name: '退款管理' }).click();
  await expect(page).toHaveURL(/refund-list/);
  await expect(page.locator(marks)).toHaveCount(0);
  await expect(dock(page).getByRole('tab', { name: '订单' })).toHaveCount(0);
  await page.goBack();
  await expectMarks(page, expectedFlags(truth));
  await page.getByRole('link', { name: '首页' }).click();
  await expect(page.locator(marks)).toHaveCount(0);
  await page.getByRole('link', { name: '已卖出的宝贝' }).click();
  await expectMarks(page, expectedFlags(truth));
});

test('behind the risk slider nothing is read and nothing marked, and the page does not count as changed', async ({
  page,
}) => {
  await page.goto(`${sold}?seed=2&risk=1`);
  await expect(dock(page)).toHaveCount(1);
  expect((await ordersTruth(page)).rows.length).toBeGreaterThan(0);
  // The same page without the slider is marked within this time, so no mark now is no mark.
  const other = await page.context().newPage();
  await openOrders(other, `${sold}?seed=2`);
  await other.close();
  await expect(page.locator(marks)).toHaveCount(0);
  await expect(dock(page).getByRole('alert')).toHaveCount(0);
});

test('a receiver shown in clear by 查看 keeps the order’s marks', async ({ page }) => {
  const truth = await openOrders(page, `${pdd}&seed=2`);
  const id = expectedFlags(truth).remote?.[0] ?? '';
  const row = page.locator('tbody').filter({ hasText: id });
  await row.getByText('查看', { exact: true }).click();
  await expect(row).toContainText(/1[3-9]00000\d{4}/);
  await expectMarks(page, expectedFlags(truth));
});

test('a phrase goes into the memo the agent opened', async ({ page }) => {
  await openOrders(page, `${pdd}&seed=2`);
  await page.getByText('添加备注').first().click();
  const memo = page.locator('.note-textarea');
  await memo.click();
  await searchPalette(page, '发货批次规则');
  await expect(palette(page).getByRole('option').first()).toContainText('发货批次规则');
  await page.keyboard.press('Enter');
  await expect(memo).toHaveValue(starterText('发货批次规则'));
});

interface Draft {
  deltas: string[];
  freight: string;
}
const dialog = (page: Page) => page.getByRole('dialog');
const draft = (page: Page) => practice<Draft>(page, 'practice.draft');
const fill = (page: Page) => dock(page).getByRole('button', { name: '填入' });

/** Opens 修改价格 of the first unpaid order, as an agent does. */
async function openDialog(page: Page, parameters: string): Promise<void> {
  await page.goto(`${sold}?seed=2${parameters}`);
  await page.getByText('修改价格').first().click();
  await expect(dock(page).getByRole('tab', { name: '改价' })).toHaveAttribute('aria-selected', 'true');
}

for (const form of ['columns', 'inline']) {
  test(`the price dialog (labels in ${form}): so much less is filled as a signed change, and confirmed by nobody`, async ({
    page,
  }) => {
    await openDialog(page, `&dialog=${form}`);
    // The dialog tells no price that could be read: neither a new price nor a share is offered.
    await expect(dock(page).getByText('改成', { exact: true })).toHaveCount(0);
    await dock(page).getByLabel('减多少（元）').fill('5');
    await dock(page).getByLabel('运费（元）').fill('包邮');
    await expect(dock(page).locator('.sb-preview')).toContainText('差额−5.00');
    await expect(dock(page).locator('.sb-preview')).toContainText('没读到原价');
    expect((await draft(page)).deltas).toEqual(['']);
    await fill(page).click();
    await expect(dock(page).getByText('已填入')).toBeVisible();
    expect(await draft(page)).toMatchObject({ deltas: ['-5.00'], freight: '0.00' });
    await expect(dialog(page)).toBeVisible();
    expect(await practice<unknown[]>(page, 'practice.confirmed')).toEqual([]);
  });
}

test('a discount on an order with two lines is not split by guessing', async ({ page }) => {
  await openOrders(page, `${sold}?seed=2`);
  const order = page.locator('.next-table-body > table:has(tr:nth-child(3))').first();
  const id = /订单号：(\d+)/.exec((await order.textContent()) ?? '')?.[1];
  await practice(page, 'practice.change(value, { status: "unpaid" })', id);
  await expect(markOf(page, id ?? '')).toHaveAttribute('data-flags', /\bunpaid\b/);
  await order.getByText('修改价格').click();
  await dock(page).getByLabel('减多少（元）').fill('5');
  await expect(dock(page).getByText('请手动分摊')).toBeVisible();
  await expect(fill(page)).toBeDisabled();
  expect((await draft(page)).deltas).toEqual(['', '']);
});
