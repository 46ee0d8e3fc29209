import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { killWorker, launchWithExtension } from '../../sandbox/launch.mjs';
import { dock, openTab } from '../../sandbox/tour/desk-driver.mjs';
import { type Product, test } from './support/desk-test.ts';
import {
  badgeColours,
  type ExtensionView,
  everyScriptBut,
  expectSoon,
  figuresOf,
  openView,
} from './support/extension-view.ts';
import {
  agentSays,
  buyerSays,
  chatUrl,
  countByHand,
  openConversation,
  openFirst,
  openMessages,
  type Said,
  truthOf,
} from './support/practice-chat.ts';

test.use({ browserOf: 'background' });
test.describe.configure({ timeout: 120_000 });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let view: ExtensionView;

test.beforeEach(async ({ product }) => {
  view ??= await openView(product);
  await product.ask('data.erase', { what: 'everything' });
});

const waitingKeys = async (): Promise<string[]> =>
  ((await view.queue()).waiting ?? []).map((waiting) => waiting.buyer).sort();

/** The four figures of the conversation, from the ledger, in the shape of the count by hand. */
async function counted(product: Product, from: number): Promise<object> {
  const figures = await figuresOf(product, 'pdd', { from, to: Date.now() + HOUR });
  return {
    answered: figures.answered?.value ?? 0,
    waited: Math.round((figures.mean?.numerator ?? 0) * 1_000),
    misses: figures.misses?.value ?? 0,
    human: figures['answer-ratio']?.numerator ?? 0,
    buyer: figures['answer-ratio']?.denominator ?? 0,
  };
}

const setLimits = (
  product: Product,
  limits: { soft: number; warn: number; breach: number },
): Promise<unknown> => product.ask('rules.set', { id: 'PDD-WARN', value: { kind: 'limits', limits } });

async function kill(product: Product): Promise<void> {
  expect(await killWorker(product.context, product.extensionId), 'the worker was seen stopped').toBe(true);
}

test('figures survive the worker being killed between every two steps of a conversation', async ({
  page,
  product,
}) => {
  const start = Date.now() - HOUR;
  const id = await openFirst(page, chatUrl(start));
  // Who speaks, and how long after the word before. One answer takes longer than the limit of 180 s.
  const steps: ['buyer' | 'agent', number][] = [
    ['agent', 11],
    ['buyer', 20],
    ['buyer', 9],
    ['agent', 31],
    ['buyer', 14],
    ['agent', 5],
    ['agent', 8],
    ['buyer', 60],
    ['agent', 200],
    ['buyer', 12],
    ['agent', 47],
  ];
  let at = start;
  for (const [index, [side, seconds]] of steps.entries()) {
    at += seconds * 1_000;
    const speaks = side === 'buyer' ? buyerSays(page, id, at) : agentSays(page, at);
    // Every third time the kill and the word happen together, so that a message dies on its way.
    if (index % 3 !== 2) await speaks;
    await Promise.all([speaks, kill(product)]);
  }
  const byHand = countByHand([await openMessages(page)]);
  expect(byHand.answered).toBeGreaterThanOrEqual(5);
  expect(byHand.misses).toBeGreaterThanOrEqual(1);
  await expectSoon(() => counted(product, start - 2 * HOUR), byHand, 'figures equal the count by hand');
  const figures = await figuresOf(product, 'pdd', { from: start - 2 * HOUR, to: Date.now() + HOUR });
  expect(figures.mean?.value).toBeCloseTo(byHand.waited / 1_000 / byHand.answered, 6);
  expect(figures['answer-ratio']?.value).toBeCloseTo(byHand.human / byHand.buyer, 6);
  await expectSoon(() => view.badge().then(({ text }) => text), '', 'nobody waits');
});

test('two tabs on one conversation, reloads and switching count every message once and lose none', async ({
  page,
  product,
}) => {
  const start = Date.now() - HOUR;
  const url = chatUrl(start, { rows: 4 });
  const first = await openFirst(page, url);
  const other = await product.context.newPage();
  await openFirst(other, url);
  const second = (await truthOf(page)).conversations[2]?.id ?? '';
  const seen = new Map<string, Map<string, Said>>();
  const look = async (tab: Page, id: string): Promise<void> => {
    const messages = seen.get(id) ?? new Map<string, Said>();
    for (const message of await openMessages(tab)) messages.set(message.id, message);
    seen.set(id, messages);
  };
  const byHand = () => countByHand([...seen.values()].map((messages) => [...messages.values()]));
  const agree = (what: string) => expectSoon(() => counted(product, start - 72 * HOUR), byHand(), what);

  for (const tab of [page, other]) {
    await agentSays(tab, start + 10_000);
    await buyerSays(tab, first, start + 20_000);
  }
  await look(page, first);
  await agree('both tabs tell of the same messages');

  await openConversation(page, second);
  await buyerSays(page, second, start + 30_000);
  await agentSays(page, start + 41_000);
  // Said while another conversation is open: read when it is opened again.
  await buyerSays(page, first, start + 45_000);
  await look(page, second);
  await openConversation(page, first);
  await agentSays(page, start + 50_000);
  await look(page, first);
  await agree('switching conversations');

  for (const tab of [page, other]) {
    await openFirst(tab, url);
    await look(tab, first);
    await openConversation(tab, second);
    await look(tab, second);
  }
  await agree('reloads');
  const { json } = await product.ask<{ json: string }>('ledger.export', {
    from: start - 72 * HOUR,
    to: Date.now() + HOUR,
  });
  const ids = (JSON.parse(json).events as { id: string }[]).map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(8);
  expect(ids.sort(), 'the ledger itself holds each once').toEqual([...new Set(ids)].sort());
  await other.close();
});

test('what the worker could not receipt is sent again until it is kept', async ({ page, product }) => {
  const start = Date.now() - HOUR;
  const id = await openFirst(page, chatUrl(start));
  await agentSays(page, start + 1_000);
  const before = countByHand([await openMessages(page)]);
  await expectSoon(() => counted(product, start - 2 * HOUR), before, 'the disk works');

  // A disk that refuses every write, until the worker is started anew.
  await product.worker.evaluate(() => {
    const refusing = self as { refused?: number } & typeof globalThis;
    refusing.refused = 0;
    IDBObjectStore.prototype.put = () => {
      refusing.refused = (refusing.refused ?? 0) + 1;
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await buyerSays(page, id, start + 5_000);
  await agentSays(page, start + 9_000);
  const refusals = () => product.worker.evaluate(() => (self as { refused?: number }).refused ?? 0);
  // Two refusals are two attempts: nobody gave up after the first.
  await expect.poll(refusals, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
  expect(await counted(product, start - 2 * HOUR)).toEqual(before);
  await kill(product);
  const after = countByHand([await openMessages(page)]);
  expect(after.answered).toBe(before.answered + 1);
  await expectSoon(() => counted(product, start - 2 * HOUR), after, 'sent again and kept');
});

test('the badge counts who waits, takes the colour of the worst step, and empties when all are answered', async ({
  page,
  product,
}) => {
  const start = Date.now() - 2 * HOUR;
  const first = await openFirst(page, chatUrl(start, { rows: 3 }));
  const second = (await truthOf(page)).conversations[1]?.id ?? '';
  const limits = (soft: number, warn: number, breach: number) => setLimits(product, { soft, warn, breach });

  // About two hours of waiting against limits on either side of it: no second of this test decides a step.
  const steps = [
    ['fresh', 10_800, 14_400, 18_000],
    ['soft', 3_600, 14_400, 18_000],
    ['warn', 3_600, 5_400, 18_000],
    ['breach', 3_600, 5_400, 7_000],
  ] as const;
  for (const [step, soft, warn, breach] of steps) {
    await limits(soft, warn, breach);
    await expectSoon(() => view.badge(), { text: '1', colour: badgeColours[step] }, step);
  }

  await openConversation(page, second);
  await buyerSays(page, second, Date.now());
  await expectSoon(() => view.badge(), { text: '2', colour: badgeColours.breach }, 'two wait, one for long');
  await openConversation(page, first);
  await agentSays(page, Date.now());
  await expectSoon(() => view.badge(), { text: '1', colour: badgeColours.fresh }, 'one waits, not for long');
  await openConversation(page, second);
  await agentSays(page, Date.now());
  await expectSoon(() => view.badge().then(({ text }) => text), '', 'nobody waits');
});

test('a waiting buyer is told of once per step, also after the worker was killed, and not when nobody waits', async ({
  page,
  product,
}) => {
  const start = Date.now() - 2 * HOUR;
  const limits = (warn: number, breach: number) =>
    setLimits(product, { soft: Math.min(60, warn), warn, breach });
  await limits(20_000, 30_000);
  await openFirst(page, chatUrl(start));
  await expectSoon(() => view.badge().then(({ text }) => text), '1', 'the wait is known');
  expect(await view.notifications()).toEqual([]);

  await limits(3_600, 30_000);
  await expectSoon(() => view.notifications(), ['shoubian-waiting'], 'told at the first step');
  const askAgain = async (): Promise<void> => {
    await view.clearNotifications();
    await product.ask('attention.check');
    await kill(product);
    // The answer comes when the queue has been worked out again, told or not told.
    await product.ask('attention.check');
  };
  await askAgain();
  expect(await view.notifications(), 'not a second time for the same step').toEqual([]);

  await limits(3_600, 7_000);
  await expectSoon(() => view.notifications(), ['shoubian-waiting'], 'told at the next step');
  await askAgain();
  expect(await view.notifications(), 'not a second time for the second step').toEqual([]);

  await buyerSays(page, (await truthOf(page)).open?.id ?? '', Date.now());
  await product.ask('attention.check');
  expect(await view.notifications(), 'more words of the same wait tell nothing new').toEqual([]);

  await agentSays(page, Date.now());
  await expectSoon(waitingKeys, [], 'answered');
  await buyerSays(page, (await truthOf(page)).open?.id ?? '', Date.now() - 1_000);
  await limits(1, 30_000);
  await expectSoon(() => view.notifications(), ['shoubian-waiting'], 'a new wait is told of anew');
  await agentSays(page, Date.now());
  await expectSoon(() => view.notifications(), [], 'cleared when nobody waits');
});

test('a step is told at its second while a page counts, with an alarm behind it for when none is open', async ({
  page,
  product,
}) => {
  const start = Date.now() - HOUR;
  // No step is told of before the one this is about.
  await setLimits(product, { soft: 1, warn: 40_000, breach: 80_000 });
  await openFirst(page, chatUrl(start));
  await expectSoon(() => view.queue().then(({ waiting }) => waiting?.length), 1, 'the wait is known');
  const [waiting] = (await view.queue()).waiting;
  const since = waiting?.since ?? 0;
  const warn = Math.ceil((Date.now() - since) / 1_000) + 4;
  await setLimits(product, { soft: 1, warn, breach: 80_000 });
  const alarm = await view.alarm('attention');
  expect(alarm, 'an alarm while somebody waits').toBeGreaterThan(Date.now());

  await expectSoon(() => view.notifications(), ['shoubian-waiting'], 'told without any event');
  const told = async () =>
    Object.entries((await view.queue()).told).find(([key]) => key.endsWith('|warn'))?.[1] ?? 0;
  await expect.poll(told, { message: 'not before its second' }).toBeGreaterThanOrEqual(since + warn * 1_000);
  expect(await view.alarm('attention'), 'the next step has its alarm').toBeGreaterThan(Date.now());

  await agentSays(page, Date.now());
  await expectSoon(() => view.alarm('attention'), undefined, 'no alarm when nobody waits');
});

test('a wait known only from the conversation list is shown, and gone once it is answered', async ({
  page,
}) => {
  const start = Date.now() - HOUR;
  const open = await openFirst(page, chatUrl(start, { rows: 3 }));
  const listed = (await truthOf(page)).conversations[1];
  await agentSays(page, Date.now());
  await expectSoon(waitingKeys, [], 'nobody waits');

  const before = Date.now();
  await buyerSays(page, listed?.id ?? '', Date.now(), '还在吗');
  await expectSoon(waitingKeys, [listed?.id ?? ''], 'the list tells of it');
  const [hint] = (await view.queue()).waiting;
  expect(hint?.nick).toBe(listed?.name);
  expect(hint?.messages, 'a count nobody read is not made up').toBeUndefined();
  expect(hint?.since).toBeGreaterThanOrEqual(before);
  await openTab(page, '等待');
  await expect(dock(page).getByRole('button', { name: listed?.name ?? '' })).toBeVisible();

  // Opened from the group of those who wait, where the row disappears with the answer.
  await page.locator(`.chat-item-box[data-random^="${listed?.id}-"][data-random$="-reply"]`).click();
  await page.locator(`li.onemsg [currentuid="${listed?.id}"]`).first().waitFor();
  await agentSays(page, Date.now());
  await expectSoon(waitingKeys, [], 'answered');
  await openConversation(page, open);
  await buyerSays(page, open, Date.now());
  await expectSoon(waitingKeys, [open], 'the answered one does not come back with its own last words');
});

test('buyers of several marketplaces wait in one queue that every dock shows', async ({ page, product }) => {
  const start = Date.now() - HOUR;
  const onPdd = await openFirst(page, chatUrl(start));
  const jd = await product.context.newPage();
  await jd.goto(`https://dongdong.jd.com/?rows=1&now=${start}`);
  await jd.locator('.alluser-item').first().click();
  const onJd = (await truthOf(jd)).conversations[0];
  await expect.poll(() => truthOf(jd).then(({ open }) => open?.messages.length ?? 0)).toBeGreaterThan(0);
  await agentSays(jd, start + 5_000);
  await buyerSays(jd, onJd?.id ?? '', start + 9_000);

  await expectSoon(waitingKeys, [onJd?.id ?? '', onPdd].sort(), 'both wait');
  await expectSoon(() => view.badge().then(({ text }) => text), '2', 'the badge counts both');
  const nicks = (await view.queue()).waiting.map((waiting) => waiting.nick ?? '');
  for (const tab of [page, jd]) {
    await tab.bringToFront();
    await openTab(tab, '等待');
    for (const nick of nicks) await expect(dock(tab).getByRole('button', { name: nick })).toBeVisible();
  }
  await jd.close();
});

test('after the browser was closed and started again, figures and queue are as before', async () => {
  const folder = process.env.SHOUBIAN_EXTENSION;
  const userDataDir = await mkdtemp(path.join(tmpdir(), 'shoubian-restart-'));
  const launch = async (): Promise<Product> => {
    const launched = await launchWithExtension({ userDataDir, ...(folder && { extension: folder }) });
    const own = await launched.context.newPage();
    await own.goto(launched.extensionUrl('options.html'));
    return {
      ...launched,
      ask: (name, input = {}) =>
        own.evaluate(
          async ([contract, value]) =>
            (await chrome.runtime.sendMessage({ shoubian: contract, input: value }))?.value as never,
          [name, input] as const,
        ),
    };
  };
  try {
    const start = Date.now() - HOUR;
    const before = await launch();
    const look = await openView(before);
    const page = await before.context.newPage();
    const id = await openFirst(page, chatUrl(start));
    await agentSays(page, start + 5_000);
    await buyerSays(page, id, start + 20_000);
    const byHand = countByHand([await openMessages(page)]);
    await expectSoon(() => counted(before, start - 2 * HOUR), byHand, 'figures before');
    await expectSoon(() => look.badge().then(({ text }) => text), '1', 'one waits');
    const [waiting] = (await look.queue()).waiting;
    await before.close();

    const after = await launch();
    const lookAgain = await openView(after);
    await expectSoon(() => counted(after, start - 2 * HOUR), byHand, 'figures after');
    await expectSoon(() => lookAgain.badge().then(({ text }) => text), '1', 'the badge is back');
    expect((await lookAgain.queue()).waiting).toEqual([waiting]);
    await expectSoon(() => lookAgain.registeredScripts(), everyScriptBut(), 'scripts are registered');
    const again = await after.context.newPage();
    await again.goto(chatUrl(start));
    await expect(dock(again)).toBeAttached();
    await after.close();
  } finally {
    await rm(userDataDir, { recursive: true, force: true });
  }
});

declare const chrome: {
  runtime: { sendMessage(message: object): Promise<{ value: unknown } | undefined> };
};
