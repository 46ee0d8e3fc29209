import type { Page } from '@playwright/test';
import { address, type ReadingView } from '../view.ts';

const chat = 'https://im.jinritemai.com/pc_seller_v2/main/workspace';

const openRow = (n: number) => (page: Page) =>
  page.locator('[data-qa-id="qa-conversation-chat-item"]').nth(n).click();
const buyersWrite = (page: Page) => page.evaluate('void [practice.step(), practice.step(), practice.step()]');

const layouts = ['rebuilt', 'prefix', 'opaque'].flatMap((name) => [name, `${name}-rotated`]);

export const doudianViews: readonly ReadingView[] = [
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
