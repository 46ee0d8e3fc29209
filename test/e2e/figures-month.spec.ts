import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { DAY_MS, shanghaiDay, startOfShanghaiDay } from '../../rules/time/shanghai.ts';
import { places } from '../../sandbox/launch.mjs';
import { shopMonth } from '../fixtures/shop-month.ts';
import { openTab } from '../soak/tab.ts';
import { referenceSpan } from '../unit/metrics/reference/index.ts';
import { type Product, test } from './support/desk-test.ts';

test.use({ browserOf: 'figures-month' });
test.describe.configure({ timeout: 120_000 });

/** The pictures of the README are these, taken by `npm run screenshots`. */
const pictures = process.env.SHOUBIAN_PICTURES;
const shoot = (page: Page, name: string, forReadme = false): Promise<unknown> =>
  page.screenshot({
    path:
      pictures && forReadme ? path.join(pictures, `${name}.png`) : path.join(places.artifacts, `${name}.png`),
    fullPage: !forReadme,
    animations: 'disabled',
  });

const DAYS = 40;
const URL_OF_TAB = 'https://mms.pinduoduo.com/figures-month';

/** Forty days of one shop, handed over by a tab as a desk does. */
async function month(product: Product, now: number) {
  const from = startOfShanghaiDay(now) - (DAYS - 1) * DAY_MS;
  const chats = [
    ...shopMonth({ seed: 6, days: DAYS, agents: 4, platforms: ['pdd'], shops: 1, events: 9_000, from }),
  ];
  const events = chats.flatMap((day) => day.events).filter(({ t }) => t < now);
  await product.context.route(URL_OF_TAB, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
  );
  const tab = await openTab(product, URL_OF_TAB);
  await tab.happens(events);
  await expect.poll(() => tab.pending(), { timeout: 60_000 }).toBe(0);
  await tab.close();
  return { events, from };
}

const figure = (page: Page, id: string) => page.locator(`[data-id="${id}"]`);

test('a month and a year of a shop are counted as the reference counts them, drawn whole, and printed to files', async ({
  product,
}) => {
  const now = Date.now();
  const { events, from } = await month(product, now);
  const page = await product.context.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(product.extensionUrl('figures.html#platform=pdd&range=days30'));
  await page.locator('[data-part="trend"] svg').waitFor({ timeout: 60_000 });

  const days = Array.from({ length: 30 }, (_, i) => shanghaiDay(from + (DAYS - 30 + i) * DAY_MS));
  const expected = referenceSpan(events, 'pdd', days, { now });
  const rate = expected.get('PDD-3M');
  await expect(figure(page, 'PDD-3M')).toContainText(`${rate?.numerator}`);
  await expect(figure(page, 'PDD-3M')).toContainText(`${rate?.denominator}`);
  const answered = expected.get('answered')?.numerator ?? 0;
  await expect(page.locator('.sb-tile[data-figure="answered"] b')).toContainText(
    new RegExp(`^${String(answered).replace(/(\d)(?=(\d{3})+$)/g, '$1,?')}`),
  );
  await expect(page.locator('main')).not.toContainText(/NaN|undefined|Infinity/);
  await shoot(page, 'figures-month');
  await shoot(page, 'figures-light', true);
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, 'figures-dark', true);
  await page.emulateMedia({ colorScheme: 'light' });

  const spans = { week: `from=${days.at(-7)}&to=${days.at(-1)}`, year: 'range=year' };
  for (const [name, span] of Object.entries(spans)) {
    await page.goto(product.extensionUrl(`figures.html#platform=pdd&${span}`));
    await page.reload();
    await page.locator('[data-part="trend"] svg').waitFor({ timeout: 60_000 });
    await expect(page.locator('main')).not.toContainText(/NaN|undefined|Infinity/);
    await shoot(page, `figures-${name}`);
  }
  await page.close();
});
