import type { Page } from '@playwright/test';
import { address, NEW_YEAR, type ReadingView } from '../view.ts';

const chat = 'https://im.jinritemai.com/pc_seller_v2/main/workspace';

const openRow = (n: number) => (page: Page) =>
  page.locator('[data-qa-id="qa-conversation-chat-item"]').nth(n).click();
const buyersWrite = (page: Page) => page.evaluate('void [practice.step(), practice.step(), practice.step()]');

const layouts = ['rebuilt', 'prefix', 'opaque'].flatMap((name) => [name, `${name}-rotated`]);

const orders = 'https://fxg.jinritemai.com/ffa/morder/order/list';
const bothOrders = (view: (layout: '2026' | '2021') => Omit<ReadingView, 'layout'>): ReadingView[] =>
  (['2026', '2021'] as const).map((layout) => ({ ...view(layout), layout }));

const orderViews: readonly ReadingView[] = [
  ...['2026', '2026-rotated', '2021', '2021-rotated'].map(
    (layout): ReadingView => ({
      name: 'doudian-orders',
      layout,
      url: address(orders, { layout, size: 100 }),
      steps: [
        { name: 'only those not paid', act: (page) => page.evaluate('practice.openTab("unpaid")') },
        { name: 'every row made anew', act: (page) => page.evaluate('practice.refresh()') },
        {
          name: 'one order paid',
          act: (page) => page.evaluate('practice.change(practice.shown()[0], { status: "unshipped" })'),
        },
      ],
    }),
  ),
  { name: 'doudian-orders', layout: 'default', url: address(orders) },
  { name: 'doudian-orders', layout: 'rotated', url: address(orders, { layout: 'rotated' }) },
  ...bothOrders((layout) => ({
    name: 'doudian-orders, prefix ecom-g',
    url: address(orders, { layout, prefix: 'ecom-g' }),
    steps: [
      { name: 'next page', act: (page) => page.locator("li[class*='pagination-next'] button").click() },
    ],
  })),
  ...bothOrders((layout) => ({
    name: 'doudian-orders, times in words',
    url: address(orders, { layout, times: 'words' }),
  })),
  ...bothOrders((layout) => ({
    name: 'doudian-orders, times without a year at New Year',
    url: address(orders, { layout, times: 'short', now: NEW_YEAR }),
  })),
  ...bothOrders((layout) => ({ name: 'doudian-orders, none', url: address(orders, { layout, rows: 0 }) })),
  ...bothOrders((layout) => ({
    name: 'doudian-orders arriving late',
    url: address(orders, { layout, late: 400 }),
  })),
  ...bothOrders((layout) => ({
    name: 'doudian-orders, 2000',
    url: address(orders, { layout, rows: 2_000, size: 2_000 }),
  })),
];

export const doudianViews: readonly ReadingView[] = [
  ...orderViews,
  ...layouts.map(
    (layout): ReadingView => ({
      name: 'doudian-chat',
      layout,
      url: address(chat, { layout }),
      prepare: openRow(0),
      steps: [
        { name: 'another conversation', act: openRow(7) },
        { name: 'buyers write', act: buyersWrite },
        { name: 'every node made anew', act: (page) => page.evaluate('practice.wipe()') },
        {
          name: 'recent conversations',
          act: (page) => page.locator('[data-qa-id="qa-last-chat-tab"]').click(),
        },
      ],
    }),
  ),
  { name: 'doudian-chat', layout: 'default', url: address(chat), prepare: openRow(1) },
  { name: 'doudian-chat', layout: 'rotated', url: address(chat, { layout: 'rotated' }), prepare: openRow(1) },
  ...['rebuilt', 'opaque'].map(
    (layout): ReadingView => ({
      name: 'doudian-chat, sides by direction alone',
      layout,
      url: address(chat, { layout, direction: 'style' }),
      prepare: openRow(2),
      steps: [{ name: 'another conversation', act: openRow(9) }],
    }),
  ),
  { name: 'doudian-chat, nobody', layout: 'default', url: address(chat, { rows: 0 }) },
  { name: 'doudian-chat, none open', layout: 'default', url: address(chat) },
  {
    name: 'doudian-chat, list arriving late',
    layout: 'default',
    url: address(chat, { late: 400 }),
    prepare: openRow(0),
  },
  {
    name: 'doudian-chat, switched while messages load',
    layout: 'default',
    url: address(chat, { load: 300 }),
    prepare: (page) => openRow(1)(page).then(() => openRow(4)(page)),
    steps: [{ name: 'and again', act: openRow(6) }],
  },
  {
    name: 'doudian-chat, switched over the messages of another',
    layout: 'default',
    url: address(chat, { load: 300, stale: 1 }),
    prepare: (page) => openRow(1)(page).then(() => openRow(4)(page)),
  },
];
