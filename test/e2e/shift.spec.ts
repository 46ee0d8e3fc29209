import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { startOfShanghaiDay } from '../../rules/time/shanghai.ts';
import { dock } from '../../sandbox/tour/desk-driver.mjs';
import { type Product, test } from './support/desk-test.ts';
import { agentSays, buyerSays, chatUrl, openFirst } from './support/practice-chat.ts';

declare const chrome: { storage: { local: { get(key: string): Promise<{ shifts: { value: string } }> } } };

test.use({ browserOf: 'shift' });
test.describe.configure({ timeout: 90_000 });

test.beforeEach(async ({ product }) => {
  await product.ask('data.erase', { what: 'everything' });
});

async function openPopup(product: Product): Promise<Page> {
  const popup = await product.context.newPage();
  await popup.setViewportSize({ width: 360, height: 600 });
  await popup.goto(product.extensionUrl('popup.html'));
  await popup.locator('[data-shift]').waitFor();
  return popup;
}

const press = (page: Page, name: string) =>
  page.locator('[data-shift]').getByRole('button', { name, exact: true }).click();

test('a shift begun in the popup runs in the dock of every page, counts its own figures, and ends with a handover', async ({
  page,
  product,
}) => {
  const popup = await openPopup(product);
  const state = popup.locator('[data-shift]');
  await expect(state).toHaveAttribute('data-shift', 'off');
  await press(popup, '上班');
  await expect(state).toHaveAttribute('data-shift', 'running');

  // It began five minutes ago, and the practice chat a while before: only what lies in the shift is its own.
  const now = Date.now();
  const [{ id: shiftId }] = await popup.evaluate(
    async () => JSON.parse((await chrome.storage.local.get('shifts')).shifts.value).shifts,
  );
  await product.ask('shift.correct', { id: shiftId, start: now - 300_000, breaks: [] });
  const id = await openFirst(page, chatUrl(now - 900_000));
  await agentSays(page, now - 800_000);
  await buyerSays(page, id, now - 200_000);
  await agentSays(page, now - 196_000);
  const cell = (figure: string) => popup.locator(`[data-platform="pdd"] [data-figure="${figure}"]`);
  await expect(cell('answered')).toHaveText('1', { timeout: 20_000 });
  // The practice page stamps each message a little after it is asked to.
  await expect(cell('longest')).toHaveText(/^00:0[45]$/);

  // The dock pauses the same shift.
  await dock(page).getByRole('tab', { name: '工具' }).click();
  const inDock = dock(page).locator('[data-shift]');
  await expect(inDock).toHaveAttribute('data-shift', 'running');
  await inDock.getByRole('button', { name: '休息', exact: true }).click();
  await expect(state).toHaveAttribute('data-shift', 'paused');
  await press(popup, '休息结束');
  await expect(inDock).toHaveAttribute('data-shift', 'running');

  await press(popup, '下班');
  await expect(state).toHaveAttribute('data-shift', 'ended');
  await expect(inDock).toHaveAttribute('data-shift', 'ended');
  await product.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await popup.bringToFront();
  await press(popup, '复制交接稿');
  await expect(popup.getByText('交接稿已复制')).toBeVisible();
  const text = await popup.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^交接稿\n/);
  expect(text).toContain('拼多多：已回复轮次 1，平均响应 4 秒');
  expect(text).toMatch(/\n1\. 在等回复的\n- 无\n/);
  await popup.close();
});

test('a past shift is corrected in the options, a time that cannot be is refused in words', async ({
  page,
  product,
}) => {
  await product.ask('shift.begin');
  await product.ask('shift.finish');
  await page.goto(product.extensionUrl('options.html#agent'));
  const row = page.locator('[data-shift-row]');
  await expect(row).toHaveCount(1);
  await row.getByRole('button', { name: '改时间' }).click();
  const field = (name: string) => row.getByLabel(name, { exact: true });
  const began = await field('上班').inputValue();
  const early = `${Number(began.slice(0, 4)) - 1}${began.slice(4)}`;
  await field('上班').fill(early);
  await row.getByRole('button', { name: '保存' }).click();
  await expect(row.getByRole('alert')).toContainText('24 小时');
  const [hours = '0'] = began.slice(11).split(':');
  // An hour earlier on the same day; in the first hour of a day, the day before.
  const moved =
    Number(hours) > 0
      ? `${began.slice(0, 11)}${String(Number(hours) - 1).padStart(2, '0')}${began.slice(13)}`
      : `${new Date(Date.parse(`${began.slice(0, 10)}T00:00Z`) - 86_400_000).toISOString().slice(0, 10)}T23${began.slice(13)}`;
  await field('上班').fill(moved);
  await row.getByRole('button', { name: '保存' }).click();
  await expect(row.getByRole('button', { name: '保存' })).toHaveCount(0);
  await expect(row).toContainText(moved.slice(11, 16));
  await expect(row).toContainText(/1 小时|60 分钟/);
});

test('the figures of a platform are saved as a workbook and as CSV', async ({ page, product }) => {
  const now = Date.now();
  const start = Math.max(startOfShanghaiDay(now) + 1_000, now - 600_000);
  const chat = await product.context.newPage();
  await openFirst(chat, chatUrl(start));
  await agentSays(chat, start + 30_000);
  await page.goto(product.extensionUrl('figures.html'));
  const save = async (name: string): Promise<{ file: string; bytes: Buffer }> => {
    const button = page.getByRole('button', { name });
    await button.waitFor({ timeout: 30_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    return { file: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const book = await save('xlsx');
  expect(book.file).toMatch(/^手边响应-拼多多-\d{8}(-\d{8})?\.xlsx$/);
  expect(book.bytes.subarray(0, 2).toString()).toBe('PK');
  const csv = await save('CSV');
  expect(csv.bytes.toString('utf8')).toMatch(/^\uFEFF部分,平台,日期,/);
  expect(csv.bytes.toString('utf8')).toContain('拼多多');
  await chat.close();
});
