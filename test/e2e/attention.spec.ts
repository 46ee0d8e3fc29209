import { expect, type Page } from '@playwright/test';
import type { Page as TruePage } from 'puppeteer-core';
import { places } from '../../sandbox/launch.mjs';
import { type Product, test } from './support/desk-test.ts';
import { type ExtensionView, expectSoon, openView } from './support/extension-view.ts';
import {
  agentSays,
  buyerSays,
  chatUrl,
  openConversation,
  openFirst,
  truthOf,
} from './support/practice-chat.ts';
import { launchTrueTabs, openTrueTab } from './support/true-tabs.ts';

test.use({ browserOf: 'attention' });
test.describe.configure({ timeout: 90_000 });

const HOUR = 3_600_000;

/** What the tests ask of the browser from a page of the extension or its worker. */
declare const chrome: {
  action: { getTitle(target: object): Promise<string> };
  notifications: { create(id: string, words: { title: string; message: string }): Promise<string> };
  offscreen: { createDocument(options: { url: string }): Promise<void> };
  runtime: {
    getContexts(filter: { contextTypes: string[] }): Promise<{ documentUrl: string }[]>;
    sendMessage(message: object): Promise<{ value: unknown } | undefined>;
  };
};

let view: ExtensionView;
test.beforeEach(async ({ product }) => {
  view ??= await openView(product);
  await product.ask('data.erase', { what: 'everything' });
});

const limits = (product: Product, warn: number, breach: number): Promise<unknown> =>
  product.ask('rules.set', {
    id: 'PDD-WARN',
    value: { kind: 'limits', limits: { soft: Math.min(60, warn), warn, breach } },
  });

const usual = { badge: true, title: false, sound: 'off', volume: 0.6, quiet: null, pausedUntil: 0 };
const choose = (product: Product, change: object): Promise<unknown> =>
  product.ask('settings.change', { attention: { ...usual, notify: 'warn', ...change } });

/** Writes down what the worker shows and sounds; a headless browser draws no notifications. */
const listen = (product: Product): Promise<void> =>
  product.worker.evaluate(() => {
    const log: { notices: string[]; sounds: string[] } = { notices: [], sounds: [] };
    (self as unknown as { log: typeof log }).log = log;
    const { create } = chrome.notifications;
    chrome.notifications.create = (id, words) => {
      log.notices.push(`${words.title}｜${words.message}`);
      return create(id, words);
    };
    const { createDocument } = chrome.offscreen;
    chrome.offscreen.createDocument = (options) => {
      log.sounds.push(new URL(options.url).search);
      return createDocument(options);
    };
  });
const heard = (product: Product): Promise<{ notices: string[]; sounds: string[] }> =>
  product.worker.evaluate(() => (self as unknown as { log: { notices: string[]; sounds: string[] } }).log);
const soundDocuments = (page: Page): Promise<number> =>
  page.evaluate(
    async () => (await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length,
  );

test('the icon says over itself who has waited longest and since when, and nothing when all are answered', async ({
  page,
  product,
}) => {
  const start = Date.now() - 2 * HOUR;
  const first = await openFirst(page, chatUrl(start, { rows: 2 }));
  const { conversations } = await truthOf(page);
  const second = conversations[1]?.id ?? '';
  await openConversation(page, second);
  await buyerSays(page, second, Date.now());
  await expectSoon(() => view.badge().then(({ text }) => text), '2', 'both wait');
  const popup = await product.context.newPage();
  await popup.goto(product.extensionUrl('popup.html'));
  const title = () => popup.evaluate(() => chrome.action.getTitle({}));
  const name = conversations.find(({ id }) => id === first)?.name ?? '';
  await expect
    .poll(title)
    .toMatch(new RegExp(`^手边\\n2 位买家在等回复\\n最久：${name}（拼多多），从 .*\\d\\d:\\d\\d 等到现在$`));
  for (const id of [first, second]) {
    await openConversation(page, id);
    await agentSays(page, Date.now());
  }
  await expectSoon(title, '手边', 'nobody waits');
  await popup.close();
});

test('do not disturb from the popup holds notification and sound back; ended, both come once, for all who wait', async ({
  page,
  product,
}) => {
  const start = Date.now() - 2 * HOUR;
  await choose(product, { sound: 'warn' });
  await limits(product, 70_000, 80_000);
  await openFirst(page, chatUrl(start, { rows: 2 }));
  const second = (await truthOf(page)).conversations[1]?.id ?? '';
  await openConversation(page, second);
  await buyerSays(page, second, Date.now() - HOUR);
  await expectSoon(() => view.badge().then(({ text }) => text), '2', 'both wait');

  const popup = await product.context.newPage();
  await popup.goto(product.extensionUrl('popup.html'));
  await listen(product);
  await popup.getByRole('button', { name: '勿扰 15 分钟' }).click();
  const end = popup.getByRole('button', { name: /勿扰到 .*\d\d:\d\d/ });
  await expect(end).toBeVisible();
  await limits(product, 60, 80_000);
  await product.ask('attention.check');
  expect(await heard(product)).toEqual({ notices: [], sounds: [] });
  expect((await view.badge()).text, 'the icon goes on').toBe('2');

  await end.click();
  await expect(popup.getByRole('button', { name: '勿扰 15 分钟' })).toBeVisible();
  await product.ask('attention.check');
  const { notices, sounds } = await heard(product);
  expect(notices).toHaveLength(1);
  expect(notices[0]).toContain('2 位买家在等回复');
  expect(sounds).toEqual(['?step=warn&volume=0.6']);
  await expectSoon(() => soundDocuments(popup), 0, 'the document goes when it was heard');
  await popup.close();
});

test('in the options a sound can be heard before it is chosen, and quiet hours are kept as typed', async ({
  page,
  product,
}) => {
  await listen(product);
  await page.goto(product.extensionUrl('options.html#limits'));
  const card = page.locator('.sb-attention');
  await card.getByRole('button', { name: '试听：超时' }).click();
  await expect(card.getByText('正在播放')).toBeVisible();
  expect((await heard(product)).sounds).toEqual(['?step=breach&volume=0.6']);
  await expectSoon(() => soundDocuments(page), 0, 'the document goes when it was heard');

  await card.getByRole('switch', { name: '静音时段' }).click();
  const from = card.getByRole('textbox', { name: '静音从' });
  await from.fill('２２：30');
  const kept = async () =>
    ((await view.kept()).settings as { value: { attention: { quiet: unknown } } }).value.attention.quiet;
  await expectSoon(kept, { from: 22 * 60 + 30, to: 8 * 60 }, 'kept at once');
  await from.fill('25:00');
  await expect(card.getByRole('alert')).toHaveText('写成 22:00 这样的时间');
  expect(await kept()).toEqual({ from: 22 * 60 + 30, to: 8 * 60 });
});

test('the tab title counts while another tab is in front, outlives the page’s own writing, and goes without a trace', async () => {
  const browser = await launchTrueTabs(process.env.SHOUBIAN_EXTENSION ?? places.extension);
  try {
    const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
    const own = await browser.newPage();
    await own.goto(new URL('popup.html', worker.url()).href);
    const set = (title: boolean) =>
      own.evaluate(
        (attention) => chrome.runtime.sendMessage({ shoubian: 'settings.change', input: { attention } }),
        { ...usual, notify: 'off', title },
      );
    await set(true);
    const chat = await openTrueTab(browser, chatUrl(Date.now() - HOUR));
    const say = (body: string): Promise<unknown> =>
      chat.evaluate(
        (code) =>
          new Function('practice', `return (${code})`)((window as never as { practice: unknown }).practice),
        body,
      );
    const title = (page: TruePage) => page.evaluate(() => document.title.replaceAll('\u2060', ''));
    const before = await title(chat);
    await chat.click('.chat-item-box');
    await chat.waitForSelector('li.onemsg');
    await own.bringToFront();
    await expectSoon(() => title(chat), `(1) ${before}`, 'in the back');
    await chat.evaluate(() => {
      document.title = '聊天';
    });
    await expectSoon(() => title(chat), '(1) 聊天', 'the page wrote it');
    await chat.bringToFront();
    await expectSoon(() => chat.evaluate(() => document.title), '聊天', 'in front');
    await own.bringToFront();
    await expectSoon(() => title(chat), '(1) 聊天', 'in the back again');
    await say(`practice.agentReplies('在的亲', { at: ${Date.now()} })`);
    await expectSoon(() => chat.evaluate(() => document.title), '聊天', 'answered');
    await say(
      `practice.buyerWrites(practice.truth().conversations[0].id, '在吗', { at: ${Date.now() + 1_000} })`,
    );
    await expectSoon(() => title(chat), '(1) 聊天', 'asked again');
    await set(false);
    await expectSoon(() => chat.evaluate(() => document.title), '聊天', 'switched off');
  } finally {
    await browser.close();
  }
});
