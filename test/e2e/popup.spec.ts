import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { startOfShanghaiDay } from '../../rules/time/shanghai.ts';
import { dock, markedOrders } from '../../sandbox/tour/desk-driver.mjs';
import { type Product, test } from './support/desk-test.ts';
import {
  type ExtensionView,
  everyScriptBut,
  expectSoon,
  figuresOf,
  openView,
} from './support/extension-view.ts';
import { expectedFlags, expectMarks, ordersTruth } from './support/orders-page.ts';
import {
  agentSays,
  buyerSays,
  chatUrl,
  openConversation,
  openFirst,
  truthOf,
} from './support/practice-chat.ts';

test.use({ browserOf: 'popup' });
test.describe.configure({ timeout: 90_000 });

const DAY = 86_400_000;
const JD_ORDERS = 'https://shop.jd.com/jdm/trade/orders/order-list?rows=12';

let view: ExtensionView;

test.beforeEach(async ({ product }) => {
  view ??= await openView(product);
  await product.ask('data.erase', { what: 'everything' });
});

async function openPopup(product: Product): Promise<Page> {
  const popup = await product.context.newPage();
  await popup.setViewportSize({ width: 360, height: 600 });
  await popup.goto(product.extensionUrl('popup.html'));
  await popup.getByRole('heading', { name: '手边' }).waitFor();
  return popup;
}

const market = (popup: Page, id: string) => popup.locator(`[data-market="${id}"]`).getByRole('switch');

test('a marketplace turned off loses dock and marks at once and stays off; turned on it is back without a reload', async ({
  page,
  product,
}) => {
  await page.goto(JD_ORDERS);
  await expectMarks(page, expectedFlags(await ordersTruth(page)));
  const popup = await openPopup(product);
  await expect(market(popup, 'jd')).toHaveAttribute('aria-checked', 'true');

  await market(popup, 'jd').click();
  await expect(market(popup, 'jd')).toHaveAttribute('aria-checked', 'false');
  await expect(dock(page)).toHaveCount(0);
  await expect(page.locator('shoubian-mark')).toHaveCount(0);
  await expectSoon(() => view.registeredScripts(), everyScriptBut('jd'), 'only JD stops');

  await page.reload();
  await page.locator('.table-body .card').first().waitFor();
  // The other marketplace is the clock: by the time its dock stands, a script of JD would have run, too.
  const other = await product.context.newPage();
  await other.goto(chatUrl(Date.now()));
  await dock(other).waitFor({ state: 'attached' });
  await other.close();
  await expect(dock(page)).toHaveCount(0);
  expect(await markedOrders(page)).toEqual([]);

  await market(popup, 'jd').click();
  await expect(market(popup, 'jd')).toHaveAttribute('aria-checked', 'true');
  await expectMarks(page, expectedFlags(await ordersTruth(page)));
  await expect(dock(page)).toHaveCount(1);
  await popup.close();
});

test('the popup lists who waits, longest first, and a click brings the marketplace forward', async ({
  page,
  product,
}) => {
  const start = Date.now() - 3_600_000;
  const first = await openFirst(page, chatUrl(start, { rows: 3 }));
  const names = (await truthOf(page)).conversations.map(({ name }) => name);
  const second = (await truthOf(page)).conversations[1]?.id ?? '';
  await openConversation(page, second);
  await buyerSays(page, second, start + 60_000);
  await openConversation(page, first);
  await expectSoon(() => view.badge().then(({ text }) => text), '2', 'two wait');

  const popup = await openPopup(product);
  const rows = popup.locator('[aria-labelledby="sb-waiting"]').locator('.sb-waiting');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText(names[0] ?? '');
  await expect(rows.nth(1)).toContainText(names[1] ?? '');
  await expect(rows.nth(0)).toContainText('超时');

  await rows.nth(0).click();
  await expectSoon(() => view.activeTabUrl(), page.url(), 'the tab of the marketplace is in front');

  await agentSays(page, Date.now());
  await expect(rows).toHaveCount(1);
  await openConversation(page, second);
  await agentSays(page, Date.now());
  await expect(rows).toHaveCount(0);
  await expect(popup.getByText('没有买家在等待')).toBeVisible();
  await popup.close();
});

test("today's tiles show the figures of the ledger, and follow them while the popup is open", async ({
  page,
  product,
}) => {
  const popup = await openPopup(product);
  await expect(popup.getByText('打开客服页面后')).toBeVisible();
  const tile = (id: string) => popup.locator(`[data-figure="${id}"] b`).textContent();
  const start = Math.max(startOfShanghaiDay(Date.now()) + 1_000, Date.now() - 600_000);
  const id = await openFirst(page, chatUrl(start));
  await agentSays(page, start + 30_000);
  await buyerSays(page, id, start + 40_000);
  await agentSays(page, start + 52_000);

  const from = startOfShanghaiDay(Date.now());
  const expected = async () => {
    const figures = await figuresOf(product, 'pdd', { from, to: from + DAY });
    const share = figures.within;
    return {
      answered: String(figures.answered?.value),
      mean: `${Math.round(figures.mean?.value ?? -1)} 秒`,
      within: share?.value == null ? '—' : `${Math.round(share.value * 1_000) / 10}%`,
      misses: String(figures.misses?.value),
      ratio: (figures['answer-ratio']?.value ?? -1).toFixed(2),
    };
  };
  const shown = async () => ({
    answered: await tile('answered'),
    mean: await tile('mean'),
    within: await tile('within-target'),
    misses: await tile('misses'),
    ratio: await tile('talk-ratio'),
  });
  await expect.poll(async () => (await expected()).answered).not.toBe('0');
  await expect.poll(() => tile('answered'), { timeout: 15_000 }).toBe('2');
  expect(await shown()).toEqual(await expected());

  await buyerSays(page, id, start + 60_000);
  await agentSays(page, start + 300_000);
  await expect.poll(() => tile('answered')).toBe('3');
  await expect.poll(() => tile('misses')).toBe('1');
  expect(await shown()).toEqual(await expected());
  await popup.close();
});

test('a page whose map no longer fits is one line in dock and popup until it fits again', async ({
  page,
  product,
}) => {
  const map = JSON.parse(await readFile(new URL('../../content/sites/pdd.json', import.meta.url), 'utf8'));
  const chat = map.pages.find((entry: { kind: string }) => entry.kind === 'chat');
  const popup = await openPopup(product);
  await openFirst(page, chatUrl(Date.now() - 60_000));
  await expectSoon(() => view.badge().then(({ text }) => text), '1', 'the built-in map fits');
  await expect(popup.getByRole('alert')).toHaveCount(0);

  chat.editor = '#gone';
  await product.ask('data.import', { text: JSON.stringify(map), conflicts: 'replace' });
  const line = /拼多多.*输入框/;
  await expect(popup.getByText(line)).toHaveCount(1);
  await expect(dock(page).getByText(/输入框/)).toHaveCount(1);

  await product.ask('data.undo-import');
  await expect(popup.getByText(line)).toHaveCount(0);
  await expect(dock(page).getByRole('tab', { name: '话术' })).toBeVisible();
  await popup.close();
});

test('a page no map knows is taught from the popup, which makes way; a page of the browser says why it cannot be', async ({
  page,
  product,
}) => {
  const host = 'https://stall.example.test';
  await page
    .context()
    .route(`${host}/**`, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<ul><li>订单号 A-1</li></ul>' }),
    );
  await page.goto(`${host}/orders`);
  await expect(page.locator('shoubian-dock')).toHaveCount(0);
  const own = await openPopup(product);
  const teach = (popup: Page) => popup.locator('[data-teach]');
  await expect(teach(own)).toHaveAttribute('data-teach', 'no');
  await expect(teach(own).getByRole('button')).toBeDisabled();
  const [tab] = await own.evaluate((url) => chrome.tabs.query({ url }), `${host}/*`);
  await own.close();

  // A popup opened as a tab is in front of itself; only what is in front is played.
  const popup = await product.context.newPage();
  await popup.addInitScript((front) => {
    Object.defineProperty(chrome.tabs, 'query', { value: async () => [front] });
  }, tab ?? {});
  await popup.goto(product.extensionUrl('popup.html'));
  await expect(teach(popup)).toContainText('stall.example.test');
  await Promise.all([popup.waitForEvent('close'), teach(popup).getByRole('button').click()]);
  await expect(page.locator('shoubian-dock')).toHaveCount(1);
  await expect(page.getByText('这个页面上要认的是什么？')).toBeVisible();
});

declare const chrome: { tabs: { query(filter: object): Promise<object[]> } };
