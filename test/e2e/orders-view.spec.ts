import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { dock, practice } from '../../sandbox/tour/desk-driver.mjs';
import { test } from './support/desk-test.ts';
import { expectedFlags, markOf, openOrders, ordersUrl } from './support/orders-page.ts';

test.use({ browserOf: 'orders-view' });

/** Issue "Orders", 8: the orders of a page as work, in the dock. */
const rows = (page: Page) => dock(page).locator('.sb-order');
const rowOf = (page: Page, id: string) => dock(page).locator(`.sb-order[data-order="${id}"]`);
const chip = (page: Page, flag: string) => dock(page).locator(`[data-flag="${flag}"]`);
const button = (page: Page, name: string | RegExp) => dock(page).getByRole('button', { name, exact: true });

test('chips narrow the list together, keys go through it, and an opened order says why and jumps to its row', async ({
  page,
}) => {
  const flags = expectedFlags(await openOrders(page));
  await chip(page, 'surcharge').click();
  await expect(rows(page)).toHaveCount(flags.surcharge?.length ?? 0);
  await chip(page, 'memo').click();
  const both = (flags.surcharge ?? []).filter((id) => flags.memo?.includes(id));
  expect(both.length).toBeGreaterThan(0);
  await expect(rows(page)).toHaveCount(both.length);
  const [id = ''] = both;
  await rowOf(page, id).locator('.sb-order-open').focus();
  await page.keyboard.press('Enter');
  const details = dock(page).locator(`.sb-order-details[data-order="${id}"]`);
  await expect(details).toContainText('要加收');
  await expect(details).toContainText(/规则 [a-z-]+/);
  await button(page, `定位到订单 ${id}`).click();
  await expect(page.locator('.card').filter({ hasText: id })).toBeInViewport({ ratio: 0.9 });
  await button(page, '返回').focus();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(both.length);
});

test('handled holds over a reload, is seen on the row, and something worse brings the order back', async ({
  page,
}) => {
  const flags = expectedFlags(await openOrders(page));
  const [id = ''] = flags['below-minimum'] ?? [];
  await chip(page, 'below-minimum').click();
  await button(page, /^都标为已处理 \(\d+\)$/).click();
  await expect(markOf(page, id).getByText('✓ 已处理')).toBeVisible();
  await expect(markOf(page, id)).toHaveAttribute('data-flags', /\bbelow-minimum\b/);
  await expect(chip(page, 'below-minimum')).toHaveCount(0);

  await openOrders(page);
  await expect(markOf(page, id).getByText('✓ 已处理')).toBeVisible();
  await expect(dock(page).getByText('已处理 1', { exact: true }).first()).toBeVisible();
  await button(page, '已处理 1').click();
  await rows(page).first().locator('.sb-order-open').focus();
  await page.keyboard.press('End');
  await expect(rowOf(page, id)).toHaveAttribute('data-standing', 'handled');

  // Handled while it was on its way; then the page says something worse of it than it was handled for.
  const late = flags['ship-late']?.[0] ?? '';
  await page.keyboard.press('Home');
  await rowOf(page, late).locator('.sb-order-open').click();
  await practice(page, "practice.change(value, { status: 'shipped' })", late);
  await expect(page.locator(`shoubian-mark[data-order="${late}"][data-flags~="ship-late"]`)).toHaveCount(0);
  await button(page, '已处理').click();
  await expect(button(page, '撤回已处理')).toBeVisible();
  await practice(page, "practice.change(value, { status: 'unshipped' })", late);
  await expect(dock(page).getByText('处理后又有新情况')).toBeVisible();
  await expect(markOf(page, late).getByText('✓ 已处理')).toHaveCount(0);
});

test('an order in a frame of another host is handled from the dock, and its row there says so', async ({
  page,
}) => {
  await page.goto(`${ordersUrl}&frame=1&seed=7`);
  await rows(page).first().waitFor();
  const id = (await rows(page).first().getAttribute('data-order')) ?? '';
  await rowOf(page, id).locator('.sb-order-open').click();
  await button(page, '已处理').click();
  const frame = page.frames()[1];
  if (!frame) throw new Error('no frame');
  await expect(markOf(frame, id).getByText('✓ 已处理')).toBeVisible();
});

async function download(page: Page, format: string, clear = false): Promise<Buffer> {
  await button(page, /^导出 \(\d+\)$/).click();
  if (clear) await dock(page).getByRole('checkbox').check();
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, format).click()]);
  expect(file.suggestedFilename()).toMatch(/^手边订单-\d{8}-\d{4}\.(xlsx|csv)$/);
  return readFile(await file.path());
}

test('the export holds what is shown, in that order; persons are masked unless asked, and nothing is a formula', async ({
  page,
}) => {
  const truth = await openOrders(page, `${ordersUrl}&seed=2026`);
  const [first = '', second = ''] = expectedFlags(truth).surcharge ?? [];
  await practice(page, "practice.change(value, { memo: '=1+1' })", first);
  await practice(page, "practice.change(value, { memo: '电话13912345678' })", second);
  await expect(markOf(page, second)).toHaveAttribute('data-flags', /\bmemo\b/);
  await chip(page, 'surcharge').click();
  const listed = await rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-order')));

  const csv = (await download(page, 'CSV')).toString('utf8');
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  const lines = csv.slice(1).trimEnd().split('\r\n');
  expect(lines.slice(1).map((line) => /\d{12,}/.exec(line)?.[0])).toEqual(listed);
  expect(csv).toContain("'=1+1");
  expect(csv).not.toContain('13912345678');
  const addresses = truth.rows.flatMap(({ orderId, address }) =>
    listed.includes(orderId ?? '') && address !== undefined ? [address] : [],
  );
  expect(addresses.length).toBeGreaterThan(0);
  expect(addresses.filter((address) => csv.includes(address))).toEqual([]);

  const sheet = unzipSync(await download(page, 'Excel 表格', true));
  const xml = strFromU8(sheet['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(xml).toContain('13912345678');
  expect(xml).not.toContain('<f>');
  expect([...xml.matchAll(/<row /g)]).toHaveLength(listed.length + 1);
});

test('the confirm text is copied with the courier named; a confirmed address is not asked for again', async ({
  page,
}) => {
  await page
    .context()
    .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: 'https://shop.jd.com' });
  const flags = expectedFlags(await openOrders(page, `${ordersUrl}&seed=3`));
  const [id = ''] = flags['confirm-address'] ?? [];
  await chip(page, 'confirm-address').click();
  await rowOf(page, id).locator('.sb-order-open').click();
  await button(page, '复制话术').first().click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('跟您核对一下订单');
  await button(page, '已问').click();
  await expect(markOf(page, id).getByText('核对地址·已问')).toBeVisible();
  await button(page, '已确认').click();
  await expect(markOf(page, id).getByText('✓ 地址已核对')).toBeVisible();
  await expect(markOf(page, id)).not.toHaveAttribute('data-flags', /confirm-address/);

  const surcharge = flags.surcharge?.[0] ?? '';
  await button(page, '返回').click();
  await chip(page, 'surcharge').click();
  await rowOf(page, surcharge).locator('.sb-order-open').click();
  await button(page, '复制话术').first().click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/宝贝：[\s\S]+地址：[\s\S]+默认发(中国邮政|京东)/);
});
