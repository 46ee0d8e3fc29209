import { expect, type Page } from '@playwright/test';
import type { PageTruth } from '../../sandbox/page/page-truth.ts';
import { dock, markedOrders, openTab, practice } from '../../sandbox/tour/desk-driver.mjs';
import type { FieldHistoryRecord } from '../../storage/field-history.ts';
import { pdd } from './support/chat-pages.ts';
import { type Product, test } from './support/desk-test.ts';
import { expectedFlags, expectMarks, ordersTruth, ordersUrl } from './support/orders-page.ts';

test.use({ browserOf: 'health' });

/** site-map.md, Health; issue "The main job", Bad input: one line that names the field, and hands off. */
const reviewsUrl = 'https://mms.pinduoduo.com/goods/evaluation/index?msfrom=mms_sidenav';
const complaints = (page: Page) => dock(page).getByRole('alert');

/** As after a redesign: from the first render on, whatever the page draws is changed before anybody can read it. */
async function redesign(page: Page, change: { css: string; drop?: string; id?: string; rename?: string }) {
  await page.addInitScript(({ css, drop, id, rename }) => {
    const apply = (): void => {
      for (const element of document.querySelectorAll(css)) {
        if (rename !== undefined) element.className = rename;
        if (id !== undefined) element.id = id;
        if (drop === undefined) continue;
        for (const inner of element.querySelectorAll(drop)) inner.textContent = '';
      }
    };
    new MutationObserver(apply).observe(document, { childList: true, subtree: true });
  }, change);
}

/** What the popup says of the marketplaces. */
async function popupText(page: Page, extensionUrl: (name: string) => string): Promise<string> {
  const popup = await page.context().newPage();
  try {
    await popup.goto(extensionUrl('popup.html'));
    await popup.getByText('在哪些平台工作').waitFor();
    return (await popup.locator('body').textContent()) ?? '';
  } finally {
    await popup.close();
  }
}

test('an order list without order numbers: one line that names them, no mark, and the popup says it too', async ({
  page,
  product,
}) => {
  await redesign(page, { css: '.shop-order-id', rename: 'so-id', drop: 'label' });
  await page.goto(ordersUrl);
  await expect(complaints(page)).toHaveCount(1);
  await expect(complaints(page)).toContainText('订单号');
  await expect(page.locator('.card')).toHaveCount(66);
  expect(await markedOrders(page)).toEqual([]);
  await expect(dock(page).getByRole('tab', { name: '订单' })).toHaveCount(0);
  await page.screenshot({ path: 'artifacts/screens/health-orders.png' });
  await expect.poll(() => popupText(page, product.extensionUrl)).toMatch(/订单号/);
  // A page that fits again is worked on again, and nobody complains any more.
  const whole = await product.context.newPage();
  await whole.goto(ordersUrl);
  await expectMarks(whole, expectedFlags(await ordersTruth(whole)));
  await expect(complaints(whole)).toHaveCount(0);
  await expect.poll(() => popupText(whole, product.extensionUrl)).not.toMatch(/订单号/);
  await whole.close();
});

test('a review list whose texts cannot be read: one line that names them, no prompt', async ({ page }) => {
  await redesign(page, { css: 'div[class*="logic_reviewWrapper"]', rename: 'rv' });
  await page.goto(reviewsUrl);
  await expect(complaints(page)).toHaveCount(1);
  await expect(complaints(page)).toContainText('评价内容');
  expect(await page.locator('shoubian-mark').count()).toBe(0);
});

test('a chat whose editor cannot be found: one line that names it, and no phrase is offered or filled', async ({
  page,
  product,
}) => {
  await redesign(page, { css: 'textarea#replyTextarea', id: 'other' });
  await page.goto(pdd.url);
  await page.locator(pdd.row).first().click();
  await expect(complaints(page)).toHaveCount(1);
  await expect(complaints(page)).toContainText('输入框');
  await expect(dock(page).getByRole('tab', { name: '话术' })).toHaveCount(0);
  expect(await practice<string>(page, 'practice.draft')).toBe('');
  await expect.poll(() => popupText(page, product.extensionUrl)).toMatch(/输入框/);
});

test('a list that is gone is complained of after ten seconds, an empty one never', async ({
  page,
  product,
}) => {
  // Opened first, so that it has been empty for longer than the other has been without its list.
  const empty = await product.context.newPage();
  await empty.goto(ordersUrl);
  await practice(empty, 'practice.cut(0)');
  await expect(empty.locator('.card')).toHaveCount(0);
  await expect(empty.locator('shoubian-mark')).toHaveCount(0);
  await redesign(page, { css: '.table-body', rename: 'tb' });
  await redesign(page, { css: '.jd-pro-card-table', rename: 'pct' });
  await page.goto(ordersUrl);
  await expect(complaints(page)).toHaveCount(1, { timeout: 20_000 });
  expect(await page.locator('shoubian-mark').count()).toBe(0);
  await expect(complaints(empty)).toHaveCount(0);
  await empty.close();
});

test('an evidence level stands in the dock of every page, with the date the structure was seen', async ({
  page,
}) => {
  for (const url of [pdd.url, ordersUrl]) {
    await page.goto(url);
    await expect(dock(page).getByText('多方核实')).toHaveAttribute('title', /页面结构见于 2026-\d\d/);
  }
  await openTab(page, '订单');
});

/** How many pages of JD's orders are remembered. */
async function viewsKept(product: Product): Promise<number> {
  const kept = await product.worker.evaluate(() => chrome.storage.local.get('fields'));
  const { entries } = (kept.fields as { value: FieldHistoryRecord } | undefined)?.value ?? { entries: [] };
  const orders = entries.find(({ mapId, kind }) => mapId === 'jd' && kind === 'orders');
  return orders?.fields.orderId?.unshipped?.views ?? 0;
}

/** As after a redesign that renames where the amount stands. */
const renameAmounts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const apply = (): void => {
      for (const cell of document.querySelectorAll('[prop="receivables"]')) cell.setAttribute('prop', 'sum');
    };
    new MutationObserver(apply).observe(document, { childList: true, subtree: true });
  });

test('a field that was read on the last pages and now on none: one line, a report without a buyer, the page off and on', async ({
  page,
  product,
}) => {
  const before = await viewsKept(product);
  for (const visit of [1, 2, 3]) {
    await page.goto(ordersUrl);
    await expect.poll(() => viewsKept(product)).toBe(before + visit);
  }
  // A page is counted once, however often it draws its rows anew.
  await practice(page, 'practice.refresh()');
  await expect(complaints(page)).toHaveCount(0);
  expect(await viewsKept(product)).toBe(before + 3);

  await renameAmounts(page);
  await page.goto(ordersUrl);
  await expect(complaints(page)).toContainText('实付金额');
  await expect(complaints(page)).toHaveCount(1);
  // The rest of the page works on.
  expect((await markedOrders(page)).length).toBeGreaterThan(0);
  await expect.poll(() => popupText(page, product.extensionUrl)).toMatch(/京东：.*实付金额/);

  await product.ask('settings.change', { language: 'en' });
  await expect(complaints(page)).toContainText('amount paid suddenly cannot be read');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await dock(page).getByRole('button', { name: 'Copy report' }).click();
  await expect(dock(page).getByText('Copied', { exact: true })).toBeVisible();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain('field amount');
  expect(report).toContain('[prop=sum] "¥数"');
  const { orders = [] } = await practice<PageTruth>(page, 'practice.reading()');
  for (const { orderId, buyer } of orders) expect(report).not.toMatch(new RegExp(`${orderId}|${buyer}`));
  await product.ask('settings.change', { language: 'zh-CN' });

  // Off in every open page at once, and not spoken of any more; on again the same way.
  const second = await product.context.newPage();
  await second.goto(ordersUrl);
  await expect.poll(async () => (await markedOrders(second)).length).toBeGreaterThan(0);
  await dock(page).getByRole('button', { name: '这一页先关掉' }).click();
  for (const one of [page, second]) {
    await expect(dock(one).getByText('订单页已关掉')).toBeVisible();
    await expect(one.locator('shoubian-mark')).toHaveCount(0);
    await expect(complaints(one)).toHaveCount(0);
  }
  await expect.poll(() => popupText(page, product.extensionUrl)).not.toMatch(/实付金额/);
  await dock(second).getByRole('button', { name: '重新打开' }).click();
  for (const one of [page, second]) {
    await expect(dock(one).getByText('订单页已关掉')).toHaveCount(0);
    await expect.poll(async () => (await markedOrders(one)).length).toBeGreaterThan(0);
  }
  await second.close();
});

test('rows whose order number cannot be read are counted and not marked', async ({ page }) => {
  await page.addInitScript(() => {
    const apply = (): void => {
      document.querySelectorAll('.table-body .card').forEach((card, i) => {
        if (i % 2 === 0) for (const part of card.querySelectorAll('.shop-order-id')) part.textContent = '';
      });
    };
    new MutationObserver(apply).observe(document, { childList: true, subtree: true });
  });
  await page.goto(ordersUrl);
  await expect(dock(page).getByText('本页 66 单')).toBeVisible();
  await expect(page.locator('shoubian-mark').first()).toBeAttached();
  const rows = await page
    .locator('shoubian-mark')
    .evaluateAll((marks) =>
      marks.map((mark) => mark.closest('.card')?.querySelector('.shop-order-id')?.textContent),
    );
  expect(rows.filter((text) => text === '')).toEqual([]);
});

declare const chrome: { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } };
