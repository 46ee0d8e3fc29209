import { expect, type Page } from '@playwright/test';
import { DAY_MS, startOfShanghaiDay } from '../../rules/time/shanghai.ts';
import { type Product, test } from './support/desk-test.ts';
import { figuresOf } from './support/extension-view.ts';
import { agentSays, buyerSays, chatUrl, openFirst } from './support/practice-chat.ts';

test.use({ browserOf: 'figures' });
test.describe.configure({ timeout: 90_000 });

async function openFigures(product: Product, at = ''): Promise<Page> {
  const page = await product.context.newPage();
  await page.goto(product.extensionUrl(`figures.html${at}`));
  await page.locator('main').waitFor();
  return page;
}

const tile = (page: Page, id: string) => page.locator(`.sb-tile[data-figure="${id}"] b`);

test('figures of a chat stand on the page, follow it, are walked by key, and print light', async ({
  page,
  product,
}) => {
  const figures = await openFigures(product);
  await expect(figures.getByText('还没有数据')).toBeVisible();

  const start = Math.max(startOfShanghaiDay(Date.now()) + 1_000, Date.now() - 900_000);
  const id = await openFirst(page, chatUrl(start));
  await agentSays(page, start + 30_000);
  await buyerSays(page, id, start + 40_000);
  await agentSays(page, start + 52_000);
  await expect(tile(figures, 'answered')).toHaveText('2 轮', { timeout: 30_000 });

  const from = startOfShanghaiDay(Date.now());
  const counted = await figuresOf(product, 'pdd', { from, to: from + DAY_MS });
  await expect(tile(figures, 'mean')).toContainText(String(Math.round(counted.mean?.value ?? -1)));
  await expect(tile(figures, 'misses')).toHaveText(`${counted.misses?.value} 轮`);
  await expect(figures.locator('[data-id="PDD-3M"]')).toContainText('口径待核');

  await buyerSays(page, id, start + 60_000);
  await agentSays(page, start + 300_000);
  await expect(tile(figures, 'answered')).toHaveText('3 轮', { timeout: 30_000 });
  await expect(tile(figures, 'misses')).toHaveText('1 轮');

  const map = figures.locator('[data-part="hours"]');
  await expect(map.locator('svg')).toBeVisible();
  await map.locator('.sb-chart-keys').press('Home');
  await expect(map.locator('[aria-live]')).toContainText('0–1 点');
  await figures.locator('[data-part="slowest"] .sb-figures-link').first().press('Enter');
  await expect(figures.locator('[data-part="slowest"] [aria-live]')).toContainText('已在图里标出');

  await figures.emulateMedia({ colorScheme: 'dark' });
  const ink = () => figures.locator('.sb-root').evaluate((root) => getComputedStyle(root).color);
  await expect.poll(ink).toBe('rgb(231, 234, 237)');
  await figures.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect.poll(ink).toBe('rgb(27, 33, 38)');
  await expect(figures.locator('[data-part="counted"]')).toHaveAttribute('open', '');
  await expect(figures.locator('.sb-figures-bar')).toBeHidden();
  await figures.close();
});
