import type { Page } from '@playwright/test';
import { address, NEW_YEAR, type ReadingView } from '../view.ts';

const chat = 'https://mms.pinduoduo.com/chat-merchant/index.html#/';
const reviews = 'https://mms.pinduoduo.com/goods/evaluation/index?msfrom=mms_sidenav';

const openRow = (n: number) => (page: Page) => page.locator('.chat-item-box').nth(n).click();

export const pddViews: readonly ReadingView[] = [
  {
    name: 'pdd-chat',
    layout: 'default',
    url: address(chat),
    prepare: openRow(0),
    steps: [
      { name: 'another conversation in the same list', act: openRow(5) },
      { name: 'the container replaced', act: (page) => page.evaluate('practice.remount()') },
      { name: 'buyers write', act: (page) => page.evaluate('void [practice.step(), practice.step()]') },
    ],
  },
  {
    name: 'pdd-chat, switched while the list is not there yet',
    layout: 'default',
    url: address(chat, { late: 600 }),
    prepare: (page) => openRow(1)(page).then(() => openRow(4)(page)),
  },
  {
    name: 'pdd-chat at New Year',
    layout: 'default',
    url: address(chat, { now: NEW_YEAR }),
    prepare: openRow(3),
  },
  { name: 'pdd-chat', layout: 'rotated', url: address(chat, { layout: 'rotated' }), prepare: openRow(2) },
  { name: 'pdd-reviews', layout: 'default', url: address(reviews) },
  { name: 'pdd-reviews', layout: 'rotated', url: address(reviews, { layout: 'rotated' }) },
  { name: 'pdd-reviews, none', layout: 'default', url: address(reviews, { rows: 0 }) },
  { name: 'pdd-reviews, 2000', layout: 'default', url: address(reviews, { rows: 2_000, size: 2_000 }) },
];
