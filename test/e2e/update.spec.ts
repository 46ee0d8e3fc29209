import { expect, type Page, test } from '@playwright/test';
import { type LaunchedExtension, launchWithExtension } from '../../sandbox/launch.mjs';
import { dock, markedOrders, practice } from '../../sandbox/tour/desk-driver.mjs';
import { openView } from './support/extension-view.ts';
import { expectedFlags, expectMarks, ordersTruth } from './support/orders-page.ts';
import { agentSays, chatUrl, openFirst } from './support/practice-chat.ts';

/** The extension goes away or comes anew under pages that stay open (issue "The main job", Bad input). */
test.describe.configure({ timeout: 90_000 });

const JD_ORDERS = 'https://shop.jd.com/jdm/trade/orders/order-list?rows=12';

declare const chrome: {
  runtime: { reload(): void };
  tabs: { query(filter: object): Promise<{ id?: number }[]> };
  scripting: { executeScript(injection: object): Promise<unknown> };
};

let product: LaunchedExtension;

test.beforeEach(async () => {
  const folder = process.env.SHOUBIAN_EXTENSION;
  product = await launchWithExtension(folder ? { extension: folder } : {});
  product.context.setDefaultTimeout(15_000);
});
test.afterEach(async () => {
  await product.close();
});

async function openOrders(): Promise<Page> {
  const page = await product.context.newPage();
  await page.goto(JD_ORDERS);
  await expectMarks(page, expectedFlags(await ordersTruth(page)));
  return page;
}

test('a page left behind by an update says so in one line, takes its marks away and does no more', async () => {
  const orders = await openOrders();
  const chat = await product.context.newPage();
  await openFirst(chat, chatUrl(Date.now() - 60_000));
  await expect(dock(chat).getByRole('tab', { name: '等待' })).toBeVisible();
  const troubles: string[] = [];
  for (const page of [orders, chat]) {
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
    });
  }
  await product.worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);

  for (const page of [orders, chat]) {
    await page.bringToFront();
    await expect(dock(page).getByText('扩展已更新，刷新本页后继续使用')).toBeVisible({ timeout: 20_000 });
    await expect(dock(page), 'one dock, not two').toHaveCount(1);
    await expect(dock(page).getByRole('tab'), 'nothing but the line').toHaveCount(0);
  }
  expect(await markedOrders(orders)).toEqual([]);

  // The page goes on living: new rows, new words. Nobody of ours answers to them.
  await practice(orders, 'practice.refresh()');
  await practice(orders, 'practice.openTab("waitOut")').catch(() => undefined);
  await agentSays(chat, Date.now());
  await orders.locator('.table-body .card').first().waitFor();
  await chat.locator('li.onemsg').last().waitFor();
  await expect(dock(orders).getByRole('button', { name: '刷新本页' })).toBeVisible();
  expect(await markedOrders(orders)).toEqual([]);
  expect(troubles, 'no flood of errors').toEqual([]);

  const reloaded = chat.waitForEvent('load');
  await dock(chat).getByRole('button', { name: '刷新本页' }).click();
  await reloaded;
});

test('a script that starts where an older one runs takes its place: one dock, one mark per row, every event once', async () => {
  const orders = await openOrders();
  const chat = await product.context.newPage();
  const start = Date.now() - 3_600_000;
  await openFirst(chat, chatUrl(start));
  await agentSays(chat, start + 10_000);
  const view = await openView(product);
  await expect.poll(() => view.queue().then(({ waiting }) => waiting)).toEqual([]);

  for (let times = 0; times < 3; times += 1) {
    await product.worker.evaluate(async () => {
      for (const tab of await chrome.tabs.query({
        url: ['https://*.jd.com/*', 'https://*.pinduoduo.com/*'],
      })) {
        if (tab.id === undefined) continue;
        await chrome.scripting.executeScript({
          target: { tabId: tab.id },
          files: ['/content-scripts/desk.js'],
        });
      }
    });
  }
  await expectMarks(orders, expectedFlags(await ordersTruth(orders)));
  const marks = (await markedOrders(orders)).map(({ id }) => id);
  expect(marks, 'one mark per row').toEqual([...new Set(marks)]);
  for (const page of [orders, chat]) {
    await expect(dock(page)).toHaveCount(1);
    await expect(dock(page).getByText('刷新本页后继续使用')).toHaveCount(0);
  }
  await practice(
    chat,
    'practice.buyerWrites(practice.truth().open.id, "还在吗", { at: value })',
    start + 20_000,
  );
  await expect.poll(() => view.queue().then(({ waiting }) => waiting.length)).toBe(1);
  const [waiting] = (await view.queue()).waiting;
  expect(waiting?.messages).toBe(1);
});
