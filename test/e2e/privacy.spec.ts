import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { marketHosts } from '../../content/sites/hosts.ts';
import { places } from '../../sandbox/launch.mjs';
import { dock, markedOrders, openTab, practice } from '../../sandbox/tour/desk-driver.mjs';
import { type Product, test } from './support/desk-test.ts';
import { type ExtensionView, expectSoon, figuresOf, openView } from './support/extension-view.ts';
import {
  agentSays,
  buyerSays,
  chatUrl,
  openConversation,
  openFirst,
  truthOf,
} from './support/practice-chat.ts';

test.use({ browserOf: 'privacy' });
test.describe.configure({ timeout: 120_000 });

/** What is kept of buyers, for how long, and what the product may do at all. After each test: no request left. */
const DAY = 86_400_000;
let view: ExtensionView;

test.beforeEach(async ({ product }) => {
  view ??= await openView(product);
  product.context.setDefaultTimeout(15_000);
  await product.ask('data.erase', { what: 'everything' });
});

/** Everything the extension keeps: storage areas and every record of every database, as one text. */
async function everythingKept(product: Product): Promise<string> {
  const page = await product.context.newPage();
  await page.goto(product.extensionUrl('icon.svg'));
  const databases = await page.evaluate(async () => {
    const all: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open(name);
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error);
      });
      for (const store of database.objectStoreNames) {
        const request = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => {
          request.onsuccess = resolve;
        });
        all.push(...(request.result as unknown[]));
      }
      database.close();
    }
    return all;
  });
  await page.close();
  const { library: _, ...rest } = await view.kept();
  // The agent's own phrases are theirs; everything else must hold nobody's words.
  return JSON.stringify({ databases, rest });
}

const figuresSince = (product: Product, from: number) =>
  figuresOf(product, 'pdd', { from, to: Date.now() + DAY }).then((all) => all['answer-ratio']);

test('after a whole session nothing a buyer or an agent wrote is kept, and no address, phone or review', async ({
  page,
  product,
}) => {
  const words: string[] = [];
  const secret = '我的地址是四川省成都市武侯区桂溪街道88号，电话13800001234';
  const answer = '好的亲亲这就给您改成桂溪街道';
  const first = await openFirst(page, chatUrl(Date.now() - 3_600_000, { rows: 6 }));
  await buyerSays(page, first, Date.now() - 1_000, secret);
  await agentSays(page, Date.now(), answer);
  for (const { id, preview } of (await truthOf(page)).conversations) {
    await openConversation(page, id);
    words.push(preview, ...((await truthOf(page)).open?.messages ?? []).flatMap(({ text }) => text ?? []));
  }
  await buyerSays(page, first, Date.now(), '没打开的会话里说的一句悄悄话');
  words.push(secret, answer, '桂溪街道', '13800001234', '没打开的会话里说的一句悄悄话');
  await page.locator('#replyTextarea').click();
  await openTab(page, '话术');
  await dock(page).getByRole('option').first().waitFor();
  await page.locator('#replyTextarea').fill('打了一半没有发出去的草稿');
  words.push('打了一半没有发出去的草稿');

  await page.goto('https://shop.jd.com/jdm/trade/orders/order-list?rows=20');
  await expect.poll(() => markedOrders(page).then((marks) => marks.length)).toBeGreaterThan(5);
  const orders = await practice<{ rows: { address?: string; phone?: string; receiver?: string }[] }>(
    page,
    'practice.truth()',
  );
  words.push(...orders.rows.flatMap(({ address, phone }) => [address ?? '', phone ?? '']));

  await page.goto('https://mms.pinduoduo.com/goods/evaluation/index');
  await page.locator('shoubian-mark[data-review]').first().waitFor();
  const reviews = await page.locator('div[class*="logic_reviewWrapper"]').allTextContents();
  words.push(...reviews);

  const looked = [...new Set(words)].filter((word) => word.trim().length >= 4);
  expect(looked.length).toBeGreaterThan(40);
  await expect
    .poll(() => figuresSince(product, Date.now() - 3 * DAY).then((figure) => figure?.denominator ?? 0))
    .toBeGreaterThan(5);
  const kept = await everythingKept(product);
  expect(kept.length).toBeGreaterThan(1_000);
  expect(looked.filter((word) => kept.includes(word))).toEqual([]);
});

test('a page cannot tell from its own storage that the product was there', async ({ page }) => {
  await openFirst(page, chatUrl(Date.now()));
  await dock(page).getByRole('tab', { name: '话术' }).click();
  const left = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    cookies: document.cookie,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    globals: Object.keys(window).filter((name) => /shoubian/i.test(name)),
  }));
  expect(left).toEqual({ local: [], session: [], cookies: '', databases: [], globals: [] });
});

/** Lets the named alarm ring now, as the clock would. */
async function ring(page: Page, name: string): Promise<void> {
  await page.evaluate((alarm) => chrome.alarms.create(alarm, { when: Date.now() }), name);
}

test('days older than the setting are deleted, younger ones stay', async ({ page, product }) => {
  const quiet = await product.context.newPage();
  await quiet.goto(product.extensionUrl('icon.svg'));
  const old = Date.now() - 40 * DAY;
  const recent = Date.now() - 20 * DAY;
  const answers = () => figuresSince(product, Date.now() - 60 * DAY).then((figure) => figure?.numerator);
  for (const [known, start] of [old, recent, Date.now() - 60_000].entries()) {
    await openFirst(page, chatUrl(start));
    await agentSays(page, start + 5_000);
    await expectSoon(answers, known + 1, 'a day more is known');
  }

  await product.ask('settings.change', { retentionDays: 41 });
  await ring(quiet, 'retention');
  await product.ask('settings.change', { retentionDays: 30 });
  expect(await answers(), 'nothing is deleted before its time').toBe(3);
  await ring(quiet, 'retention');
  await expectSoon(answers, 2, 'the oldest day is gone');
  const kept = await everythingKept(product);
  expect(kept.includes(`"t":${String(old + 5_000).slice(0, 7)}`), 'nothing of it is left').toBe(false);
  await quiet.close();
});

test('erasing figures takes every trace of buyers and keeps what the agent made', async ({
  page,
  product,
}) => {
  await product.ask('library.save', { title: '自己的话术', text: '自己的内容', category: '自己' });
  await product.ask('settings.change', { agentNumber: '8' });
  const first = await openFirst(page, chatUrl(Date.now() - 60_000, { rows: 3 }));
  const { conversations } = await truthOf(page);
  await expectSoon(() => view.queue().then(({ waiting }) => waiting?.[0]?.buyer), first, 'known');
  await page.close();

  await product.ask('data.erase', { what: 'figures' });
  const kept = await everythingKept(product);
  for (const { id, name } of conversations) {
    expect(kept.includes(id), 'no conversation').toBe(false);
    expect(kept.includes(name), 'no nick').toBe(false);
  }
  expect((await view.badge()).text).toBe('');
  expect(await view.notifications()).toEqual([]);
  const { library, settings } = await view.kept();
  expect(JSON.stringify(library)).toContain('自己的话术');
  expect(JSON.stringify(settings)).toContain('"agentNumber":"8"');
});

test('erasing everything leaves a product as newly installed, without backups or things set aside', async ({
  product,
}) => {
  const fresh = Object.keys(await view.kept()).sort();
  await product.ask('library.save', { title: '自己的话术', text: '自己的内容', category: '自己' });
  const phrases = {
    format: 'shoubian.phrases',
    version: 1,
    phrases: [{ title: '导', text: '入', category: '自己' }],
  };
  await product.ask('data.import', { text: JSON.stringify(phrases), conflicts: 'replace' });
  await view.keep({ settings: '自己弄坏的' });
  await product.ask('settings.change', { shopName: '自己的店' });
  expect(Object.keys(await view.kept()).some((key) => key.startsWith('aside:'))).toBe(true);

  await product.ask('data.erase', { what: 'everything' });
  const kept = await view.kept();
  expect(Object.keys(kept).sort()).toEqual(fresh);
  for (const trace of ['自己的', '弄坏', 'aside', 'backup']) {
    expect(JSON.stringify(kept).includes(trace), trace).toBe(false);
  }
  const library = kept.library as { value: { phrases: unknown[] } };
  expect(library.value.phrases.length).toBeGreaterThanOrEqual(80);
});

for (const browser of ['chrome', 'firefox'] as const) {
  test(`the build that ships for ${browser} asks for nothing but storage, alarms, scripting and notifications`, async () => {
    const outDir = await mkdtemp(path.join(tmpdir(), 'shoubian-build-'));
    try {
      const build = `import('wxt').then((wxt) => wxt.build(${JSON.stringify({ root: places.root, outDir, browser })}))`;
      await promisify(execFile)(process.execPath, ['--input-type=module', '-e', build], {
        cwd: places.root,
        env: { ...process.env, NODE_ENV: 'production' },
      });
      const manifest = JSON.parse(
        await readFile(path.join(outDir, `${browser}-mv3`, 'manifest.json'), 'utf8'),
      );
      expect([...manifest.permissions].sort()).toEqual([
        'activeTab',
        'alarms',
        'notifications',
        // Sounds a tone where the worker itself cannot.
        ...(browser === 'chrome' ? ['offscreen'] : []),
        'scripting',
        'storage',
        'unlimitedStorage',
      ]);
      // Hosts are asked for one marketplace at a time; none is granted at installation.
      expect(manifest.optional_host_permissions).toEqual(expect.arrayContaining([...marketHosts]));
      for (const key of [
        'host_permissions',
        'content_scripts',
        'web_accessible_resources',
        'externally_connectable',
        'optional_permissions',
        'content_security_policy',
      ]) {
        expect(manifest[key], key).toBeUndefined();
      }
      for (const name of ['desk', 'picker']) {
        const script = path.join(outDir, `${browser}-mv3`, `content-scripts/${name}.js`);
        expect(await readFile(script, 'utf8'), 'no code from text').not.toMatch(/\bnew Function\(|\beval\(/);
      }
    } finally {
      await rm(outDir, { recursive: true, force: true });
    }
  });
}

declare const chrome: { alarms: { create(name: string, when: { when: number }): Promise<void> } };
