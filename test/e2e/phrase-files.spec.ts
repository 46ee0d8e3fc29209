import { expect, type Page } from '@playwright/test';
import * as fflate from 'fflate';
import { encodeGb18030 } from '../../rules/phrases/files/gb18030.ts';
import { finish } from '../../rules/phrases/files/steps.ts';
import { tableCells } from '../../rules/phrases/files/write-tables.ts';
import { writeSheet } from '../../storage/import/write-sheet.ts';
import { test } from './support/desk-test.ts';
import { type ExtensionView, expectSoon, openView } from './support/extension-view.ts';
import { openOptions } from './support/options-page.ts';

test.use({ browserOf: 'phrase-files' });
test.describe.configure({ timeout: 90_000 });

/** Phrase files of other programs, through the options page (phrases.md §6). */
let view: ExtensionView;
test.beforeEach(async ({ product }) => {
  view ??= await openView(product);
  await product.ask('data.erase', { what: 'everything' });
});

const header = '快捷短语编码,快捷短语,快捷短语分组\r\n';
const qianniu = (rows: string): Buffer => Buffer.from(finish(encodeGb18030(header + rows)));
const texts = async (): Promise<string> => {
  const { library } = await view.kept();
  return JSON.stringify(library, (key, value) =>
    key === 'updatedAt' || key === 'createdAt' ? undefined : value,
  );
};

async function choose(options: Page, name: string, buffer: Buffer) {
  await options.locator('[data-import]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  const preview = options.locator('[data-import-preview]');
  await expect(preview).toContainText(name, { timeout: 30_000 });
  return preview;
}
/** The bytes of what one export row saves. */
async function exported(options: Page, id: string): Promise<Buffer> {
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.locator(`[data-export="${id}"]`).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

test('a 千牛 file in GB18030: counts first, a choice for conflicts, imported and taken back', async ({
  product,
}) => {
  await product.ask('library.save', { title: '自己的', text: '自己的内容', code: 'zj99', category: '自己' });
  const options = await openOptions(product, 'data');
  const before = await texts();
  const preview = await choose(
    options,
    'qn.csv',
    qianniu('zj99,文件里的内容,自己\r\nqn1,"第一行\r\n第二行",千牛来的\r\n,,坏的一行\r\n'),
  );
  await expect(preview).toContainText('千牛快捷短语');
  await expect(preview).toContainText('新增 1，更新 0，相同 0，冲突 1，过长 0，读不了 1');
  await expect(preview).toContainText('第 5 行：缺少内容');
  await expect(preview).toContainText('新分类 1 个：千牛来的');
  await expect(options.locator('[data-import-encoding]')).toHaveValue('gb18030');

  await options.locator('[data-import-encoding]').selectOption('utf-8');
  await expect(preview).toContainText('读不出来');
  await options.locator('[data-import-encoding]').selectOption('gb18030');
  await expect(preview).toContainText('新增 1，');
  expect((await texts()) === before, 'a preview changes nothing').toBe(true);

  const conflicts = options.locator('[data-import-conflicts]');
  await conflicts.getByText('两条都要').first().click();
  await conflicts.locator('summary').click();
  await conflicts.locator('li').getByText('用文件里的').click();
  await options.locator('[data-import-apply]').click();
  await expect(options.getByText('已导入，改动 2 处')).toBeVisible();
  const kept = await texts();
  expect(kept.includes('第一行\\n第二行')).toBe(true);
  expect(kept.includes('文件里的内容')).toBe(true);
  expect(kept.includes('自己的内容'), 'replaced').toBe(false);

  await options.getByRole('button', { name: '撤销' }).click();
  await expectSoon(async () => (await texts()) === before, true, 'as it was before the import');
  await options.close();
});

test("importing one's own exports changes nothing, whatever the format", async ({ product }) => {
  await product.ask('library.save', {
    title: '多级',
    text: ' 甲\n乙,"丙" ',
    code: '001',
    category: '售后-退货',
  });
  const options = await openOptions(product, 'data');
  for (const [id, name] of [
    ['phrases-qianniu', 'a.csv'],
    ['phrases-kefubao', 'b.xlsx'],
    ['phrases-table', 'c.xlsx'],
  ] as const) {
    const preview = await choose(options, name, await exported(options, id));
    await expect(preview, id).toContainText('新增 0，更新 0，相同');
    await expect(preview, id).toContainText('冲突 0，过长 0，读不了 0');
    await expect(options.locator('[data-import-apply]'), id).toBeDisabled();
  }
  await options.close();
});

test('phrases a GBK reader cannot read are named before the 千牛 file is written', async ({ product }) => {
  await product.ask('library.save', { title: '带表情', text: '好的😊', category: '自己' });
  const options = await openOptions(product, 'data');
  await options.locator('[data-export="phrases-qianniu"]').click();
  const question = options.locator('[data-export-question]');
  await expect(question).toContainText('「带表情」：😊');
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    question.getByRole('button', { name: '去掉这些字符' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('shoubian-qianniu.csv');
  await options.close();
});

test('old .xls, broken .xlsx and broken YAML are refused in words', async ({ product }) => {
  const options = await openOptions(product, 'data');
  for (const [name, buffer, says] of [
    ['old.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), /另存为/],
    ['broken.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 9, 9]), /打不开/],
    ['espanso.yml', Buffer.from('matches:\n  - trigger: ":a\n    replace: [b'), /写错/],
  ] as const) {
    const preview = await choose(options, name, buffer);
    await expect(preview.getByRole('alert').first(), name).toContainText(says);
    await expect(options.locator('[data-import-apply]'), name).toBeDisabled();
  }
  await options.close();
});

test('a match file of Espanso is previewed like any other', async ({ product }) => {
  const options = await openOptions(product, 'data');
  const yaml = 'matches:\n  - trigger: ":zaide"\n    replace: "在的亲，请说 $|$"\n';
  await expect(await choose(options, 'base.yml', Buffer.from(yaml))).toContainText('新增 1，');
  await options.close();
});

test('50,000 rows are read and counted', async ({ product }) => {
  const rows = Array.from(
    { length: 50_000 },
    (_, at) => `k${at},"亲，第 ${at} 条\r\n今天发出",分组${at % 40}\r\n`,
  );
  const options = await openOptions(product, 'data');
  const preview = await choose(options, 'large.csv', qianniu(rows.join('')));
  await expect(preview).toContainText('新增 50000，更新 0，相同 0，冲突 0，过长 0，读不了 0');
  await options.close();
});

test('a workbook of thousands of rows is unpacked under the policy of extension pages and arrives whole', async ({
  product,
}) => {
  const phrases = Array.from({ length: 3_000 }, (_, at) => ({
    title: `标题${at}`,
    text: `亲，第 ${at} 条`,
    category: '表',
  }));
  const cells = tableCells('kefubao', phrases);
  const workbook = Buffer.concat(finish(writeSheet(fflate, '话术', cells, phrases.length, [])));
  const options = await openOptions(product, 'data');
  await expect(await choose(options, 'many.xlsx', workbook)).toContainText('新增 3000，');
  await options.locator('[data-import-apply]').click();
  await expect(options.getByText('已导入，改动 3000 处')).toBeVisible({ timeout: 30_000 });
  const { library } = (await view.kept()) as { library: { value: { phrases: { category: string }[] } } };
  expect(library.value.phrases.filter(({ category }) => category === '表').length).toBe(3_000);
  await options.close();
});
