import { expect, test } from 'vitest';
import { writeDelimited } from '../../../rules/phrases/files/delimited.ts';
import { finish } from '../../../rules/phrases/files/steps.ts';
import { type EntryFacts, entryKinds, type RegisterEntry } from '../../../rules/registers/entry.ts';
import { entryCells, maskedEntry } from '../../../rules/registers/entry-table.ts';
import { readEntryTable, readEntryText } from '../../../rules/registers/read-entries.ts';
import { shanghaiEpoch } from '../../../rules/time/shanghai.ts';

const at = (day: number, hour = 0, minute = 0): number => shanghaiEpoch(2026, 11, day, hour, minute) ?? 0;
const full = (index: number, kind: EntryFacts['kind']): RegisterEntry => ({
  id: `e${index}`,
  kind,
  platform: 'pdd',
  shop: '小店',
  buyer: '小王',
  phone: '13812345678',
  orderId: `231123-12345678901234${index}`,
  goods: [
    { title: '链条包', sku: '黑色', code: 'RST182', quantity: 2 },
    { code: 'RST183' },
    { title: '带,逗号"的', quantity: 1 },
  ],
  issue: '少了\n一个',
  reason: '不喜欢',
  courier: '圆通',
  trackingNo: '0012345678901',
  amount: 3990,
  promisedAt: at(23, 18),
  solution: '补发',
  owner: '07',
  bagCode: 'A-1',
  note: '电话 13812345678 联系',
  by: '07',
  status: 'done',
  createdAt: at(22, 9, 30),
  updatedAt: at(22, 9, 30),
  doneAt: at(22, 19),
});

test('what is exported is read back the same, every kind of entry', () => {
  const entries = entryKinds.map((kind, index) => full(index, kind));
  const text = finish(writeDelimited(entryCells(entries), entries.length));
  const read = finish(readEntryText(text));
  expect(read?.problems).toEqual([]);
  expect(read?.notes).toEqual([]);
  for (const [index, row] of (read?.rows ?? []).entries()) {
    const {
      id: _,
      status,
      createdAt,
      updatedAt: __,
      doneAt,
      by: ___,
      ...facts
    } = entries[index] ?? full(0, 'return');
    expect(row).toMatchObject({ facts, status, createdAt, doneAt });
    expect(row.facts).toEqual(facts);
  }
  expect(read?.rows).toHaveLength(entryKinds.length);
});

test('a masked export says neither name nor phone', () => {
  const text = finish(writeDelimited(entryCells([maskedEntry(full(1, 'quality'))]), 1));
  expect(text).toContain('小**');
  expect(text).toContain('138****78');
  expect(text).not.toContain('小王');
  expect(text).not.toContain('13812345678');
  expect(text).toContain('0012345678901');
});

const rowsOf = (...lines: string[][]) => lines.map((cells, index) => ({ line: index + 1, cells }));
const read = (...lines: string[][]) => finish(readEntryTable(rowsOf(...lines)));

test('a shop’s own return register is one of returns, whatever stands above its header', () => {
  const found = read(
    ['退货登记表', '', '', '', ''],
    ['日期', '旺旺名', '退回单号', '款号', '退货原因', '是否处理', '仓位'],
    ['2026-11-22', '小王', 'YT8812345678901', 'RST182、RST183', '不喜欢', '已处理', 'A3'],
    ['2026/11/23 9:05', '', 'SF1234567890123', '', '', '', ''],
  );
  expect(found?.rows.map(({ facts, status, createdAt }) => ({ ...facts, status, createdAt }))).toEqual([
    {
      kind: 'return',
      platform: 'other',
      buyer: '小王',
      trackingNo: 'YT8812345678901',
      goods: [{ code: 'RST182' }, { code: 'RST183' }],
      reason: '不喜欢',
      issue: '不喜欢',
      status: 'done',
      createdAt: at(22),
    },
    {
      kind: 'return',
      platform: 'other',
      trackingNo: 'SF1234567890123',
      goods: [],
      issue: '退货',
      status: 'open',
      createdAt: at(23, 9, 5),
    },
  ]);
  expect(found?.notes.map((note) => note['zh-CN'])).toEqual(['没有读这些列：仓位']);
});

test('a time out of a workbook is what its cell shows', () => {
  const found = read(['订单号', '问题', '答应时间'], ['12345678', '慢', '2026-11-22T18:30:00.000Z']);
  expect(found?.rows[0]?.facts.promisedAt).toBe(at(22, 18, 30));
});

test.each<[string, string[], string]>([
  [
    'a kind nobody knows',
    ['外星', '', '', '少件', ''],
    '第 2 行：类型「外星」认不出，可以写：客户问题、退货、快递问题、退款、补发、质量问题、库存',
  ],
  [
    'a marketplace nobody knows',
    ['', '火星商城', '', '少件', ''],
    '第 2 行：平台「火星商城」认不出是哪个平台',
  ],
  [
    'an amount with three decimals',
    ['', '', '', '少件', '3.999'],
    '第 2 行：金额「3.999」不是金额，最多两位小数',
  ],
  ['a negative amount', ['', '', '', '少件', '-3'], '第 2 行：金额「-3」不是金额，最多两位小数'],
  [
    'a day without a year',
    ['', '', '11月22', '少件', ''],
    '第 2 行：答应时间「11月22」读不懂，请写成 2026-11-22 18:00',
  ],
  ['no issue', ['补发', '', '', '', ''], '第 2 行：请写一下是什么问题'],
])('a row with %s is named by its line and left out, the others go in', (_, cells, words) => {
  const found = read(['类型', '平台', '答应时间', '问题', '金额'], cells, [
    '退款',
    '淘宝',
    '',
    '催退款',
    '￥３９．９',
  ]);
  expect(found?.problems.map(({ text }) => text['zh-CN'])).toEqual([words]);
  expect(found?.rows.map(({ row, facts: { kind, amount } }) => [row, kind, amount])).toEqual([
    [3, 'refund', 3990],
  ]);
});

test('a state that says neither is kept in the note', () => {
  const found = read(
    ['订单号', '问题', '状态'],
    ['12345678', '慢', '仓库说明天'],
    ['12345679', '慢', '未完成'],
  );
  expect(found?.rows.map(({ status, facts: { note } }) => [status, note])).toEqual([
    ['open', '状态：仓库说明天'],
    ['open', undefined],
  ]);
});

test.each([
  ['phrases', ['分类', '标题', '内容']],
  ['products', ['货号', '名称', '售价']],
  ['nothing', ['', '']],
])('a table of %s is no register', (_, head) => {
  expect(read(head, ['a', 'b', 'c'])).toBeUndefined();
});
