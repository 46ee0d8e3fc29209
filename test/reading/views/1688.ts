import type { Page } from '@playwright/test';
import { address, NEW_YEAR, type ReadingView } from '../view.ts';

const around = 'https://air.1688.com/app/ocms-fusion-components-1688/def_cbu_web_im/index.html';
const core = 'https://air.1688.com/app/ocms-fusion-components-1688/def_cbu_web_im_core/index.html';

const openRow = (n: number) => (page: Page) => page.locator('.conversation-item').nth(n).click();
const openFirstInFrame = (page: Page) =>
  page.frameLocator('iframe').locator('.conversation-item').first().click();
const clearFirst = (page: Page) => page.evaluate('practice.clear(practice.truth().open.id)');

const whole = (layout: string): ReadingView => ({
  name: '1688-chat',
  layout,
  url: address(core, layout === 'default' ? {} : { layout }),
  prepare: openRow(0),
  steps: [
    { name: 'another conversation, its nodes filled anew', act: openRow(5) },
    { name: 'buyers write', act: (page) => page.evaluate('void [practice.step(), practice.step()]') },
    { name: 'a conversation without words', act: clearFirst },
  ],
});

export const alibabaViews: readonly ReadingView[] = [
  whole('default'),
  whole('rotated'),
  {
    name: '1688-chat in its frame',
    layout: 'default',
    url: address(around),
    frame: 'def_cbu_web_im_core',
    prepare: openFirstInFrame,
  },
  { name: '1688-chat, nobody chosen', layout: 'default', url: address(core) },
  { name: '1688-chat, nobody at all', layout: 'default', url: address(core, { rows: 0 }) },
  {
    name: '1688-chat, list arriving late',
    layout: 'default',
    url: address(core, { late: 400 }),
    prepare: openRow(0),
  },
  {
    name: '1688-chat, switched while messages load',
    layout: 'default',
    url: address(core, { load: 300 }),
    prepare: (page) => openRow(1)(page).then(() => openRow(4)(page)),
  },
  {
    name: '1688-chat, switched over the messages of another',
    layout: 'default',
    url: address(core, { load: 300, stale: 1 }),
    prepare: (page) => openRow(1)(page).then(() => openRow(4)(page)),
  },
  {
    name: '1688-chat at New Year',
    layout: 'default',
    url: address(core, { now: NEW_YEAR }),
    prepare: openRow(3),
  },
];
