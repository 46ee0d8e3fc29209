import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { dock, markedOrders, openTab } from '../../sandbox/tour/desk-driver.mjs';
import { type Product, test } from './support/desk-test.ts';

/**
 * A marketplace nobody here knows: its map comes from a file the agent imports (site-map.md). The page is written for
 * this test, with shapes the built-in maps do not have: order groups of table rows, labels instead of classes, open
 * shadow roots, a contenteditable editor.
 */
test.use({ browserOf: 'user-map' });

const HOST = 'https://seller.example.test';
const fixtures = path.resolve(import.meta.dirname, '../fixtures/unknown-market');

async function serve(page: Page): Promise<void> {
  await page.context().route(`${HOST}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.endsWith('.ico')) return route.fulfill({ status: 204 });
    const body = readFileSync(path.join(fixtures, `${pathname.slice(1)}.html`));
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
}

async function importMap(page: Page, extensionUrl: (page: string) => string): Promise<void> {
  await page.goto(extensionUrl('options.html#data'));
  await page.locator('[data-import]').setInputFiles(path.join(fixtures, 'map.json'));
  await expect(page.getByText('示例市场').first()).toBeVisible();
  await page.locator('[data-import-apply]').click();
  await expect(page.getByText(/已导入/).first()).toBeVisible();
}

/** The same import by the message the options page sends; the first test goes through the page itself. */
const haveMap = (product: Product): Promise<unknown> =>
  product.ask('data.import', {
    text: readFileSync(path.join(fixtures, 'map.json'), 'utf8'),
    conflicts: 'replace',
  });

test('an imported map makes an unknown marketplace work: orders are read by labels and marked', async ({
  page,
  product,
}) => {
  await serve(page);
  await importMap(page, product.extensionUrl);
  await page.goto(`${HOST}/orders`);
  await expect
    .poll(async () => (await markedOrders(page)).map((mark) => mark.id).sort())
    .toEqual(['A-1001', 'A-1002', 'A-1003']);
  const byId = Object.fromEntries((await markedOrders(page)).map(({ id, flags }) => [id, flags]));
  expect(byId['A-1001']).toContain('remote');
  expect(byId['A-1002']).toContain('below-minimum');
  expect(byId['A-1003']).toContain('unpaid');
  expect(byId['A-1004']).toBeUndefined();
});

test('a row that is added, changed or wiped is followed, also inside an open shadow root', async ({
  page,
  product,
}) => {
  await serve(page);
  await haveMap(product);
  await page.goto(`${HOST}/orders`);
  await expect.poll(async () => (await markedOrders(page)).length).toBe(3);
  await page.evaluate(() => (window as unknown as { addOrder(): void }).addOrder());
  await expect.poll(async () => (await markedOrders(page)).map((mark) => mark.id)).toContain('A-2001');
  await page.evaluate(() => (window as unknown as { wipe(): void }).wipe());
  await expect.poll(async () => (await markedOrders(page)).length, { timeout: 1_000 }).toBe(4);
});

test('its chat: the editor in an open shadow root takes a phrase, and a waiting buyer is counted', async ({
  page,
  product,
}) => {
  await serve(page);
  await haveMap(product);
  await page.goto(`${HOST}/chat`);
  await openTab(page, '等待');
  await expect(dock(page).getByText('一只喵')).toBeVisible();
  await page.locator('#editor').click();
  await openTab(page, '话术');
  await dock(page).getByRole('option', { name: '请稍等' }).first().click();
  await expect(page.locator('#editor')).toContainText('稍等');
  await page.keyboard.press('Control+z');
  await expect(page.locator('#editor')).toHaveText('');
});

test('importing the same map again says that nothing would change', async ({ page, product }) => {
  await haveMap(product);
  await page.goto(product.extensionUrl('options.html#data'));
  await page.locator('[data-import]').setInputFiles(path.join(fixtures, 'map.json'));
  await expect(page.getByText('示例市场').first()).toBeVisible();
  await expect(page.locator('[data-import-apply]')).toBeDisabled();
});
