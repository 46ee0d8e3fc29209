import type { Page } from '@playwright/test';
import { address, NEW_YEAR, NOON, type ReadingView } from '../view.ts';

const chat = 'https://im.kwaixiaodian.com/workbench';

const openRow = (n: number) => (page: Page) => page.locator('.SessionBaseCard').nth(n).click();
const clearOpen = (page: Page) => page.evaluate('practice.clear(practice.truth().open.id)');
/** Opens the conversation of one of the buyers `nicks=` renamed. */
const openNick = (nick: string) => (page: Page) =>
  page
    .locator('.SessionBaseCard')
    .filter({ has: page.getByText(nick, { exact: true }) })
    .click();

const whole = (layout: string, now: number): ReadingView => ({
  name: now === NEW_YEAR ? 'kuaishou-chat at New Year' : 'kuaishou-chat',
  layout,
  url: address(chat, { now, ...(layout !== 'default' && { layout }) }),
  prepare: openRow(0),
  steps: [
    { name: 'another conversation, its nodes filled anew', act: openRow(9) },
    { name: 'buyers write', act: (page) => page.evaluate('void [practice.step(), practice.step()]') },
    {
      name: 'the shop answers',
      act: (page) => page.evaluate('practice.agentReplies("在的亲，这就为您看看")'),
    },
    { name: 'a notice covers the page', act: (page) => page.evaluate('practice.modal(true)') },
    { name: 'a conversation without words', act: clearOpen },
  ],
});

export const kuaishouViews: readonly ReadingView[] = [
  whole('default', NOON),
  whole('rotated', NOON),
  whole('default', NEW_YEAR),
  { name: 'kuaishou-chat, nobody chosen', layout: 'default', url: address(chat) },
  { name: 'kuaishou-chat, nobody at all', layout: 'default', url: address(chat, { rows: 0 }) },
  {
    name: 'kuaishou-chat, account not shown',
    layout: 'default',
    url: address(chat, { account: 'hidden' }),
    prepare: openRow(9),
  },
  ...[
    ['橘子1', NEW_YEAR] as const,
    ['橘子2', NEW_YEAR] as const,
    // At New Year this one could be the shop in November or this buyer in January: nobody can tell (unit tests).
    ['手边练习小店1', NOON] as const,
    ['手边练习小店', NEW_YEAR] as const,
  ].map(
    ([nick, now]): ReadingView => ({
      name: `kuaishou-chat, a buyer called ${nick}`,
      layout: 'default',
      url: address(chat, { now, nicks: nick }),
      prepare: openNick(nick),
      steps: [
        {
          name: 'the shop answers',
          act: (page) => page.evaluate('practice.agentReplies("好的")'),
        },
      ],
    }),
  ),
  {
    name: 'kuaishou-chat, list arriving late',
    layout: 'default',
    url: address(chat, { late: 400 }),
    prepare: openRow(0),
  },
  {
    name: 'kuaishou-chat, messages before the list',
    layout: 'default',
    url: address(chat, { late: 600, now: NEW_YEAR, nicks: '橘子1' }),
    prepare: (page) => page.evaluate('practice.switchTo(practice.truth().conversations[0].id)'),
  },
  {
    name: 'kuaishou-chat, switched while messages load',
    layout: 'default',
    url: address(chat, { load: 300 }),
    prepare: (page) => openRow(1)(page).then(() => openRow(4)(page)),
  },
  {
    name: 'kuaishou-chat, switched over the messages of another',
    layout: 'default',
    url: address(chat, { load: 300, stale: 1 }),
    prepare: (page) => openRow(1)(page).then(() => openRow(9)(page)),
  },
];
