import type { Page } from '@playwright/test';
import { address, type ReadingView } from '../view.ts';

const orders = 'https://shop.jd.com/jdm/trade/orders/order-list?tabType=allOrders';
const alternate = 'https://trade-order-jdm.jd.com/orderList';
const chat = 'https://dongdong.jd.com/';

const openRow = (n: number) => (page: Page) =>
  page.locator('.c_tabs-tabpane:not(.c_tabs-tab_inactive) .alluser-item').nth(n).click();

export const jdViews: readonly ReadingView[] = [
  {
    name: 'jd-orders',
    layout: 'default',
    url: address(orders),
    steps: [
      { name: 'only those to be shipped', act: (page) => page.evaluate('practice.openTab("waitOut")') },
      { name: 'every card made anew', act: (page) => page.evaluate('practice.refresh()') },
    ],
  },
  { name: 'jd-orders on the alternate host', layout: 'default', url: address(alternate) },
  {
    name: 'jd-orders in a frame',
    layout: 'default',
    url: address(orders, { frame: 1 }),
    frame: 'trade-order-jdm.jd.com',
  },
  { name: 'jd-orders arriving late', layout: 'default', url: address(orders, { late: 400 }) },
  { name: 'jd-orders, none', layout: 'default', url: address(orders, { rows: 0 }) },
  { name: 'jd-orders, 2000', layout: 'default', url: address(orders, { rows: 2_000 }) },
  {
    name: 'jd-chat',
    layout: 'default',
    url: address(chat),
    prepare: openRow(0),
    steps: [
      { name: 'another conversation', act: openRow(2) },
      {
        name: 'the list scrolled, its nodes recycled',
        act: (page) => page.mouse.move(150, 400).then(() => page.mouse.wheel(0, 700)),
      },
      { name: 'buyers write', act: (page) => page.evaluate('void [practice.step(), practice.step()]') },
    ],
  },
  { name: 'jd-orders', layout: 'rotated', url: address(orders, { layout: 'rotated' }) },
  { name: 'jd-chat', layout: 'rotated', url: address(chat, { layout: 'rotated' }), prepare: openRow(1) },
  {
    name: 'jd-chat',
    layout: 'preview in breifmsg',
    url: address(chat, { preview: 'breifmsg' }),
    prepare: openRow(1),
  },
];
