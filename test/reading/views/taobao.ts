import type { Page } from '@playwright/test';
import { address, NEW_YEAR, type ReadingView } from '../view.ts';

const sold = 'https://myseller.taobao.com/home.htm/trade-platform/tp/sold';
const alias = 'https://qn.taobao.com/home.htm/trade-platform/tp/sold';
const old = 'https://trade.taobao.com/trade/itemlist/list_sold_items.htm';

const elsewhere = '/home.htm/trade-platform/refund-list';
const go = (path: string) => (page: Page) => page.evaluate(`practice.go(${JSON.stringify(path)})`);

const openPrice = async (page: Page): Promise<void> => {
  await page.getByText('修改价格').first().click();
  await page.getByRole('dialog').waitFor();
};

/** The price dialog of an order with two lines: one field each. */
const openPriceOfTwo = async (page: Page): Promise<void> => {
  const order = page.locator('.next-table-body > table:has(tr:nth-child(3))').first();
  const id = /订单号：(\d+)/.exec((await order.textContent()) ?? '')?.[1];
  await page.evaluate(`practice.change("${id}", { status: "unpaid" })`);
  await order.getByText('修改价格').click();
  await page.getByRole('dialog').waitFor();
};

export const taobaoViews: readonly ReadingView[] = [
  {
    name: 'taobao-orders',
    layout: 'default',
    url: address(sold),
    steps: [
      { name: 'another route', act: go(elsewhere) },
      { name: 'back to the list', act: go(new URL(sold).pathname) },
      { name: 'every table made anew', act: (page) => page.evaluate('practice.refresh()') },
    ],
  },
  { name: 'taobao-orders on the alias host', layout: 'rotated', url: address(alias, { layout: 'rotated' }) },
  ...['split', 'run'].map(
    (labels): ReadingView => ({
      name: 'taobao-orders',
      layout: `labels ${labels}`,
      url: address(sold, { labels }),
    }),
  ),
  ...['words', 'short'].map(
    (times): ReadingView => ({
      name: `taobao-orders at New Year, times ${times}`,
      layout: 'default',
      url: address(sold, { times, now: NEW_YEAR }),
    }),
  ),
  { name: 'taobao-orders arriving late', layout: 'default', url: address(sold, { late: 400 }) },
  { name: 'taobao-orders behind the slider', layout: 'default', url: address(sold, { risk: 1 }) },
  { name: 'taobao-orders, none', layout: 'default', url: address(sold, { rows: 0 }) },
  { name: 'taobao-orders, 2000', layout: 'default', url: address(sold, { rows: 2_000 }) },
  ...(['columns', 'inline'] as const).map(
    (dialog): ReadingView => ({
      name: 'taobao price dialog',
      layout: `labels in ${dialog}`,
      url: address(sold, { dialog }),
      prepare: openPrice,
      steps: [
        {
          name: 'of an order with two lines',
          act: (page) =>
            page
              .getByText('取消')
              .click()
              .then(() => openPriceOfTwo(page)),
        },
      ],
    }),
  ),
  {
    name: 'taobao-old-orders',
    layout: 'recorded hashes',
    url: address(old),
    steps: [{ name: 'every row made anew', act: (page) => page.evaluate('practice.refresh()') }],
  },
  { name: 'taobao-old-orders', layout: 'rotated', url: address(old, { layout: 'rotated' }) },
  {
    name: 'taobao-old-orders at New Year, times short',
    layout: 'rotated',
    url: address(old, { layout: 'rotated', times: 'short', now: NEW_YEAR }),
  },
  { name: 'taobao-old-orders arriving late', layout: 'default', url: address(old, { late: 400 }) },
  { name: 'taobao-old-orders, none', layout: 'default', url: address(old, { rows: 0 }) },
  { name: 'taobao-old-orders, 2000', layout: 'default', url: address(old, { rows: 2_000 }) },
];
