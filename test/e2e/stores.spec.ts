import { expect, type Page } from '@playwright/test';
import { optionsTexts } from '../../components/i18n/options-texts.ts';
import { killWorker } from '../../sandbox/launch.mjs';
import { dock } from '../../sandbox/tour/desk-driver.mjs';
import type { Aside } from '../../storage/aside.ts';
import { storeName } from '../../storage/store-names.ts';
import { type Product, test } from './support/desk-test.ts';
import { type ExtensionView, expectSoon, figuresOf, openView } from './support/extension-view.ts';
import { openOptions } from './support/options-page.ts';
import { agentSays, buyerSays, chatUrl, openFirst } from './support/practice-chat.ts';

test.use({ browserOf: 'stores' });
test.describe.configure({ timeout: 120_000 });

/** What cannot be read is set aside whole under a dated key; the product goes on with defaults, and says so. */
const t = optionsTexts['zh-CN'];
const keys = ['settings', 'library', 'shop', 'maps', 'queue', 'health'] as const;

let view: ExtensionView;

test.beforeEach(async ({ product }) => {
  view ??= await openView(product);
  product.context.setDefaultTimeout(15_000);
  await product.ask('data.erase', { what: 'everything' });
});

const asides = async (): Promise<Aside[]> =>
  Object.entries(await view.kept())
    .filter(([key]) => key.startsWith('aside:'))
    .map(([, value]) => value as Aside)
    .sort((a, b) => a.storeKey.localeCompare(b.storeKey));

/** Puts raw values into the stores and starts the worker anew, as the next morning would. */
async function spoil(product: Product, raw: Partial<Record<(typeof keys)[number], unknown>>): Promise<void> {
  await view.keep(raw);
  expect(await killWorker(product.context, product.extensionId), 'the worker was seen stopped').toBe(true);
  await product.ask('attention.check');
}

/** The product does its work: a page gets its dock, a waiting buyer is counted, phrases are there. */
async function works(page: Page): Promise<void> {
  await openFirst(page, chatUrl(Date.now() - 60_000));
  await expect(dock(page).getByRole('tab', { name: '等待' })).toBeVisible();
  await expectSoon(() => view.badge().then(({ text }) => text), '1', 'the waiting buyer is counted');
  await dock(page).getByRole('tab', { name: '话术' }).click();
  await expect(dock(page).getByRole('option').first()).toBeVisible();
}

const badValues: [string, unknown, Aside['problem']][] = [
  ['plain text', 'rubbish', 'corrupt'],
  ['nothing', null, 'corrupt'],
  ['a value without a version', { language: 'zh-CN' }, 'corrupt'],
  ['half a value', { version: 1, value: { id: 'x' } }, 'corrupt'],
  ['a version nobody can migrate from', { version: -3, value: {} }, 'corrupt'],
  ['the value of a newer program', { version: 99, value: { any: 'thing' } }, 'too-new'],
];

for (const [name, raw, problem] of badValues) {
  test(`${name} under any store key is set aside whole, and the product works on`, async ({
    page,
    product,
  }) => {
    await spoil(product, Object.fromEntries(keys.map((key) => [key, raw])));
    await expectSoon(
      async () => (await asides()).map((one) => ({ key: one.storeKey, problem: one.problem, raw: one.raw })),
      [...keys].sort().map((key) => ({ key, problem, raw })),
      'each under a key of its own',
    );
    for (const one of await asides()) {
      expect(one.id).toBe(`aside:${one.storeKey}:${new Date(one.createdAt).toISOString()}`);
    }
    await works(page);
    const options = await openOptions(product, 'data');
    for (const key of keys) {
      await expect(options.locator('[data-aside]').filter({ hasText: storeName(key)['zh-CN'] })).toHaveCount(
        1,
      );
    }
    await options.close();
  });
}

test('a store that is spoiled while the product runs is set aside at the next change of it', async ({
  product,
}) => {
  await product.ask('settings.change', { agentNumber: '8' });
  await view.keep({ settings: { version: 1, value: '坏了' } });
  await product.ask('settings.change', { shopName: '小店' });
  expect((await asides()).map((one) => one.storeKey)).toEqual(['settings']);
  const settings = (await view.kept()).settings as { value: { shopName: string; agentNumber: string } };
  expect(settings.value).toMatchObject({ shopName: '小店', agentNumber: '' });
});

test('one phrase that cannot be read loses no other: the library as it was can be downloaded', async ({
  product,
}) => {
  await product.ask('library.save', { title: '自己的话术', text: '自己的内容', category: '自己' });
  const library = (await view.kept()).library as { version: number; value: { phrases: object[] } };
  const broken = structuredClone(library);
  broken.value.phrases[3] = { title: '没有编号' };
  await spoil(product, { library: broken });

  const options = await openOptions(product, 'data');
  const row = options.locator('[data-aside]').filter({ hasText: storeName('library')['zh-CN'] });
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    row.getByRole('button', { name: t.download }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  expect(JSON.parse(Buffer.concat(chunks).toString('utf8'))).toEqual(broken);

  await row.getByRole('button', { name: t.restore }).click();
  await expect(options.getByText('还是读不了')).toBeVisible();
  await expect(row, 'what could not be restored stays').toHaveCount(1);
  await options.close();
});

test('what can be read again is restored, and what stood in its place is set aside, not lost', async ({
  product,
}) => {
  await product.ask('settings.change', { agentNumber: '77' });
  const { settings } = await view.kept();
  await spoil(product, { settings: { ...(settings as object), version: 99 } });
  await product.ask('settings.change', { shopName: '新的' });
  const [aside] = await asides();
  // The update that knows this version has come.
  await view.keep({ [aside?.id ?? '']: { ...aside, raw: settings } });

  const options = await openOptions(product, 'data');
  const popup = await product.context.newPage();
  await popup.goto(product.extensionUrl('popup.html'));
  await expect(popup.getByText(/「设置」读不出来/)).toBeVisible();

  await options.locator('[data-aside]').getByRole('button', { name: t.restore }).click();
  await expect(options.getByText('已放回原处')).toBeVisible();
  const value = ((await view.kept()).settings as { value: object }).value;
  expect(value).toMatchObject({ agentNumber: '77', shopName: '' });
  const [replaced, ...others] = await asides();
  expect(others).toEqual([]);
  expect(replaced?.problem).toBe('replaced');
  expect(JSON.stringify(replaced?.raw)).toContain('新的');

  await popup.reload();
  await popup.getByRole('heading', { name: '手边' }).waitFor();
  await expect(popup.getByText('待授权').or(popup.locator('[data-market]')).first()).toBeVisible();
  await expect(popup.getByText(/读不出来/), 'a replaced copy is no trouble').toHaveCount(0);

  await options.locator('[data-aside]').getByRole('button', { name: t.discard }).click();
  expect(await asides(), 'asked before it is thrown away').toHaveLength(1);
  await options.getByRole('button', { name: t.eraseYes }).click();
  await expectSoon(() => asides().then((all) => all.length), 0, 'discarded');
  await expect(options.getByText(t.nothingAside)).toBeVisible();
  await popup.close();
  await options.close();
});

test('spoiled records of the ledger are set aside once; the other days and later events still count', async ({
  page,
  product,
}) => {
  const start = Date.now() - 3_600_000;
  const span = { from: start - 48 * 3_600_000, to: Date.now() + 3_600_000 };
  const id = await openFirst(page, chatUrl(start));
  await agentSays(page, start + 10_000);
  const ratio = async () => (await figuresOf(product, 'pdd', span))['answer-ratio'];
  await expectSoon(() => ratio().then((figure) => figure?.numerator), 1, 'counted before');

  const ledgerKeys = (spoilWith?: string) =>
    quiet.evaluate(async (prefix) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open('shoubian-ledger');
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error);
      });
      const transaction = database.transaction('events', 'readwrite');
      const store = transaction.objectStore('events');
      const all = await new Promise<string[]>((resolve) => {
        const request = store.getAllKeys();
        request.onsuccess = () => resolve(request.result.map(String));
      });
      if (prefix) for (const key of all) if (key.startsWith(prefix)) store.put('rubbish', key);
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      database.close();
      return all;
    }, spoilWith);
  const quiet = await product.context.newPage();
  await quiet.goto(product.extensionUrl('options.html'));

  // A day's record is made again from what is there: nothing is lost with it.
  await ledgerKeys('day:');
  expect(await killWorker(product.context, product.extensionId)).toBe(true);
  expect((await ratio())?.numerator).toBe(1);
  await buyerSays(page, id, start + 20_000);
  await agentSays(page, start + 30_000);
  await expectSoon(() => ratio().then((figure) => figure?.numerator), 2, 'appended to what was there');

  await ledgerKeys('events:');
  expect(await killWorker(product.context, product.extensionId)).toBe(true);
  for (const _ of [1, 2, 3]) expect((await ratio())?.numerator ?? 0).toBe(0);
  const asideKeys = (await ledgerKeys()).filter((key) => key.startsWith('aside:events:'));
  expect(asideKeys.length, 'set aside once, not at every look').toBe(
    new Set(asideKeys.map((key) => key.replace(/:\d+$/, ''))).size,
  );
  expect(asideKeys.length).toBeGreaterThan(0);

  await buyerSays(page, id, start + 40_000);
  await agentSays(page, start + 50_000);
  await expectSoon(() => ratio().then((figure) => figure?.numerator), 1, 'counts on');
  await quiet.close();
});
