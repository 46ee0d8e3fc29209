import { expect, type Page } from '@playwright/test';
import { libraryTexts } from '../../components/i18n/library-texts.ts';
import { optionsTexts } from '../../components/i18n/options-texts.ts';
import { killWorker } from '../../sandbox/launch.mjs';
import type { Library, Phrase } from '../../storage/schemas/phrase.ts';
import { type Product, test } from './support/desk-test.ts';
import { type ExtensionView, expectSoon, openView } from './support/extension-view.ts';
import { chooseFile, exportText, openOptions, showSection } from './support/options-page.ts';

test.use({ browserOf: 'library' });
test.describe.configure({ timeout: 60_000 });

/** The library as the agent keeps it: written, ordered, thrown away, brought back and taken back (issue "Phrases", 1). */
const t = optionsTexts['zh-CN'];
const words = libraryTexts['zh-CN'];

let view: ExtensionView;

test.beforeEach(async ({ product }) => {
  view ??= await openView(product);
  product.context.setDefaultTimeout(15_000);
  await product.ask('data.erase', { what: 'everything' });
});

/** The library is kept as packed text. */
async function library(): Promise<Library> {
  const { value } = (await view.kept()).library as { value: Library | string };
  return typeof value === 'string' ? JSON.parse(value) : value;
}
const titled = async (title: string): Promise<Phrase | undefined> =>
  (await library()).phrases.find((phrase) => phrase.title === title);
const isAlive = async (title: string): Promise<boolean> => (await titled(title))?.deletedAt === null;

const row = (page: Page, title: string) =>
  page.locator('.sb-library-row').filter({ has: page.getByText(title, { exact: true }) });
const show = (page: Page, name: string) =>
  page.locator('.sb-library-head').getByText(name, { exact: false }).click();
const save = async (product: Product, more: object): Promise<string> =>
  (await product.ask<{ id: string }>('library.save', { text: '内容', category: '测试', ...more })).id;

/** Without the starter phrases. */
async function empty(product: Product): Promise<void> {
  const ids = (await library()).phrases.map(({ id }) => id);
  await product.ask('library.trash', { ids, deleted: true });
  await product.ask('library.purge');
}

/** The smallest PNG there is. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

test('a phrase is written with several steps, a group, a colour, marketplaces and an image, and its file loses none of it', async ({
  product,
}) => {
  await empty(product);
  const options = await openOptions(product, 'phrases');
  await options.getByRole('button', { name: t.addPhrase }).click();
  const form = options.locator('form.sb-editor');
  await form.getByLabel(t.title, { exact: true }).fill('砍价');
  await form.getByLabel(t.category, { exact: true }).fill('售前');
  await form.getByLabel(words.group, { exact: true }).fill('议价');
  await form.getByText(words.kinds.ladder, { exact: true }).click();
  await form.getByRole('textbox', { name: words.textOf.ladder(1) }).fill('已经是活动价');
  await form.getByRole('textbox', { name: words.textOf.ladder(2) }).fill('最多再减五元');
  await form.getByRole('button', { name: words.addText.ladder }).click();
  await form.getByRole('textbox', { name: words.textOf.ladder(3) }).fill('第三步先写在后面');
  await form.getByRole('button', { name: words.moveText(words.textOf.ladder(3)) }).press('ArrowUp');
  await form.getByText(words.more, { exact: true }).click();
  await form.getByLabel(words.tags).fill('议价，活动');
  await form.getByRole('radio', { name: words.colours.orange }).check({ force: true });
  await form.getByText(words.personal, { exact: true }).click();
  await form.getByText('拼多多', { exact: true }).click();
  await form.locator('[data-phrase-images]').setInputFiles([
    { name: '券.png', mimeType: 'image/png', buffer: png },
    { name: '假.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') },
  ]);
  await expect(form.locator('.sb-images img')).toHaveCount(1);
  await expect(form.getByRole('alert')).toContainText('只收 PNG、JPG、GIF、WebP');
  await form.getByRole('button', { name: t.save }).click();

  await expect.poll(() => isAlive('砍价')).toBe(true);
  expect(await titled('砍价')).toMatchObject({
    kind: 'ladder',
    text: '已经是活动价',
    more: ['第三步先写在后面', '最多再减五元'],
    category: '售前',
    group: '议价',
    tags: ['议价', '活动'],
    colour: 'orange',
    personal: true,
    platforms: ['pdd'],
    images: [{ name: '券.png', type: 'image/png', bytes: png.length }],
  });
  await expect(row(options, '砍价')).toContainText(words.kindMarks.ladder(3));

  // Out, everything erased, and in again: the same phrase with the same image.
  await showSection(options, 'data');
  const file = await exportText(options, 'phrases');
  await product.ask('data.erase', { what: 'everything' });
  await empty(product);
  await chooseFile(options, file);
  await options.locator('[data-import-apply]').click();
  await expect(options.getByText(/已导入/)).toBeVisible();
  expect(await exportText(options, 'phrases'), 'byte by byte').toBe(file);
  const hash = (await titled('砍价'))?.images?.[0]?.hash ?? '';
  const image = await product.ask<{ base64: string }>('images.read', { hash });
  expect(image.base64).toBe(png.toString('base64'));
  await options.close();
});

test('two levels: groups open under their category, narrow the list, are ordered and renamed', async ({
  product,
}) => {
  for (const [title, group] of [
    ['一', '甲组'],
    ['二', '乙组'],
    ['三', undefined],
  ] as const)
    await save(product, { title, ...(group && { group }) });
  const options = await openOptions(product, 'phrases');
  const side = options.locator('.sb-library-side');
  await side.getByRole('button', { name: words.openGroups('测试') }).click();
  await side.getByRole('button', { name: /^乙组/ }).click();
  await expect(options.locator('.sb-library-main .sb-library-row')).toHaveCount(1);
  await expect(row(options, '二')).toBeVisible();
  await side.getByRole('button', { name: words.moveGroup('乙组') }).press('ArrowUp');
  await expect.poll(async () => (await library()).groups.测试).toEqual(['乙组', '甲组']);

  await side.getByRole('button', { name: words.rename('乙组') }).click();
  await side.getByLabel(words.newName).fill('甲组');
  await side.getByRole('button', { name: words.renameDone }).click();
  await expect.poll(async () => (await titled('二'))?.group).toBe('甲组');
  await expect(options.locator('.sb-library-main .sb-library-row'), 'both are in it now').toHaveCount(2);
  await options.close();
});

test('the trash keeps what was deleted; undo names the edit and works after the worker was killed', async ({
  product,
}) => {
  await save(product, { title: '留着' });
  await save(product, { title: '删掉', colour: 'red' });
  const options = await openOptions(product, 'phrases');
  await options.getByLabel(t.phraseSearch).fill('删掉');
  await row(options, '删掉')
    .getByRole('button', { name: t.removePhrase('删掉') })
    .click();
  await expect.poll(() => isAlive('删掉')).toBe(false);
  const undo = options.locator('[data-history="undo"]');
  await expect(undo).toHaveText(words.undo(words.edits.trash('删掉', 1)));

  await show(options, words.views.trash);
  await expect(row(options, '删掉')).toContainText(words.daysLeft(30));
  await row(options, '删掉')
    .getByRole('button', { name: words.purgeOne('删掉') })
    .click();
  await expect(options.getByText(words.trashEmpty)).toBeVisible();

  expect(await killWorker(product.context, product.extensionId), 'the worker was seen stopped').toBe(true);
  await options.reload();
  await expect(undo).toHaveText(words.undo(words.edits.purge(undefined, 1)));
  await undo.click();
  await expect.poll(() => titled('删掉'), 'back in the trash').toBeTruthy();
  await expect(undo).toHaveText(words.undo(words.edits.trash('删掉', 1)));
  await undo.click();
  await expect.poll(() => isAlive('删掉')).toBe(true);
  expect((await titled('删掉'))?.colour).toBe('red');

  await options.locator('[data-history="redo"]').click();
  await expect.poll(() => isAlive('删掉')).toBe(false);
  await show(options, words.views.trash);
  await row(options, '删掉')
    .getByRole('button', { name: words.restoreOne('删掉') })
    .click();
  await expect.poll(() => isAlive('删掉')).toBe(true);
  await options.close();
});

test('an import is taken back alone, and a copy of the library from before it can be restored', async ({
  product,
}) => {
  await save(product, { title: '原来的', text: '原来的内容', code: 'yl' });
  const before = JSON.stringify((await library()).phrases);
  const rows = Array.from({ length: 400 }, (_, n) => `c${n},第 ${n} 条内容{昵称},分组${n % 9}`);
  const options = await openOptions(product, 'data');
  const file = `快捷短语编码,快捷短语,快捷短语分组\nyl,文件里的,测试\n${rows.join('\n')}`;
  const preview = await chooseFile(options, file, 'qn.csv');
  await expect(preview).toContainText('400 条内容里有 {…}');
  await preview.getByText('用文件里的').first().click();
  await options.locator('[data-import-apply]').click();
  await expect(options.getByText('已导入，改动 401 处')).toBeVisible();
  expect((await titled('第 7 条内容{昵称}'))?.literal, 'foreign braces stay as they are').toBe(true);

  await killWorker(product.context, product.extensionId);
  await options.reload();
  await showSection(options, 'phrases');
  await expect(options.locator('.sb-window > li'), 'only rows near what is seen').not.toHaveCount(400);
  await options.locator('[data-history="undo"]').click();
  await expectSoon(async () => JSON.stringify((await library()).phrases) === before, true, 'as before');

  await options.locator('[data-history="redo"]').click();
  await expect.poll(async () => (await titled('原来的'))?.text).toBe('文件里的');
  await show(options, words.views.backups);
  await options.locator('[data-backup="import"]').getByRole('button').first().click();
  const difference = options.locator('[data-backup-difference]');
  await expect(difference).toContainText(words.gone(400));
  await expect(difference).toContainText(words.changed(1));
  await difference.getByRole('button', { name: words.restoreBackup }).click();
  await expect.poll(async () => (await titled('原来的'))?.text).toBe('原来的内容');
  await expect(options.locator('.sb-rows').getByText(words.same)).toBeVisible();
  expect((await library()).phrases.filter(({ deletedAt }) => deletedAt !== null)).toHaveLength(400);
  await options.close();
});

test('a table whose columns cannot be told is asked for once, and known the next time', async ({
  product,
}) => {
  const options = await openOptions(product, 'data');
  const table = (text: string): string => `甲列,乙列,丙列,丁列\n问候语,hi,${text},接待处`;
  const preview = await chooseFile(options, table('您好'), 'a.csv');
  const columns = preview.locator('[data-import-columns] select');
  for (const [at, column] of ['title', 'code', 'text', 'group'].entries()) {
    await columns.nth(at).selectOption(column);
    await expect(columns.nth(at)).toHaveValue(column);
  }
  await expect(preview).toContainText('新增 1，');
  await options.locator('[data-import-apply]').click();
  await expect.poll(() => titled('问候语')).toMatchObject({ code: 'hi', category: '接待处', text: '您好' });
  const again = await chooseFile(options, table('您好呀'), 'b.csv');
  await expect(again).toContainText('冲突 1，');
  await options.close();
});

test('20,000 phrases open, and only those near what is seen are in the page', async ({ product }) => {
  const phrases = Array.from({ length: 20_000 }, (_, n) => ({
    title: `第 ${n} 条`,
    text: `内容 ${n}`,
    category: `分类 ${n % 50}`,
  }));
  await product.ask('data.import', {
    text: JSON.stringify({ format: 'shoubian.phrases', version: 1, phrases }),
    conflicts: 'skip',
  });
  const options = await openOptions(product, 'phrases');
  await expect(options.locator('.sb-library-row').first()).toBeVisible();
  await options.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(row(options, '第 19999 条')).toBeVisible();
  expect(await options.locator('.sb-window > li').count()).toBeLessThan(100);
  await options.getByLabel(t.phraseSearch).fill('第 12345 条');
  await expect(row(options, '第 12345 条')).toBeVisible();
  await options.close();
});
