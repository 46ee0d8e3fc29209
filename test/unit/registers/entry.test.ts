import { expect, test } from 'vitest';
import { dueEntries, dueStep, dueToday } from '../../../rules/registers/due.ts';
import {
  cleanEntry,
  type EntryFacts,
  entryFault,
  entryLimits,
  patchedFacts,
  type RegisterEntry,
} from '../../../rules/registers/entry.ts';
import { memoText, warehouseText } from '../../../rules/registers/entry-text.ts';
import { findEntries } from '../../../rules/registers/find-entries.ts';
import { shanghaiEpoch } from '../../../rules/time/shanghai.ts';

const at = (day: number, hour = 0, minute = 0): number => shanghaiEpoch(2026, 11, day, hour, minute) ?? 0;
const facts = (over: Partial<EntryFacts> = {}): EntryFacts => ({
  kind: 'return',
  platform: 'taobao',
  goods: [],
  issue: '退货',
  ...over,
});
const entry = (id: string, over: Partial<RegisterEntry> = {}): RegisterEntry => ({
  ...facts(),
  id,
  status: 'open',
  createdAt: at(20),
  updatedAt: at(20),
  ...over,
});

test('an entry is kept trimmed, without blank fields and without what nobody sees', () => {
  expect(
    cleanEntry(
      facts({
        issue: ' 包带断了\u200b\r\n要补 ',
        buyer: '  ',
        note: '\u0000',
        goods: [{ title: ' ' }, { code: ' A1 ', quantity: 2 }],
      }),
    ),
  ).toEqual(facts({ issue: '包带断了 \n要补', goods: [{ code: 'A1', quantity: 2 }] }));
});

test.each<[string, Partial<EntryFacts>, string]>([
  ['no issue', { issue: '' }, '请写一下是什么问题'],
  ['an endless issue', { issue: '长'.repeat(entryLimits.issue + 1) }, '「问题」最多 1000 个字'],
  ['an endless number', { trackingNo: '1'.repeat(81) }, '「快递单号」最多 80 个字'],
  ['half a fen', { amount: 10.5 }, '金额要在 0 到 100 万元之间，最多两位小数'],
  ['a negative amount', { amount: -1 }, '金额要在 0 到 100 万元之间，最多两位小数'],
  ['no time', { promisedAt: Number.NaN }, '答应的时间不对'],
  ['a count of none', { goods: [{ code: 'A', quantity: 0 }] }, '件数要是 1 到 99999 的整数'],
  ['too many lines', { goods: Array.from({ length: 51 }, () => ({ code: 'A' })) }, '商品最多 50 行'],
])('refuses %s in plain words', (_, over, words) => {
  expect(entryFault(facts(over))?.['zh-CN']).toBe(words);
});

test('a change keeps what it does not name and empties what it sets to nothing', () => {
  const before = facts({ buyer: '小王', note: '加急', amount: 100 });
  expect(patchedFacts(before, { note: null, issue: '改了' })).toEqual(
    facts({ buyer: '小王', amount: 100, issue: '改了' }),
  );
});

test('the warehouse is told number, order and price, and nothing of the buyer', () => {
  const text = warehouseText(
    facts({
      buyer: '小王',
      phone: '13812345678',
      orderId: '1234567890123456789',
      goods: [{ code: 'RST182', title: '链条包', sku: '黑色', quantity: 1 }],
      amount: 3990,
      courier: '圆通',
      trackingNo: 'YT8812345678901',
      reason: '不喜欢',
      bagCode: '包之恋955',
      promisedAt: at(23, 18),
    }),
  );
  expect(text).toBe(
    [
      '【退货】订单 1234567890123456789',
      '退回单号：圆通 YT8812345678901',
      '商品：RST182 链条包 黑色 ×1',
      '金额：¥39.90',
      '袋上写：包之恋955',
      '问题：退货',
      '原因：不喜欢',
      '答应买家 11-23 18:00 前',
    ].join('\n'),
  );
});

test('the memo is one line: day, code of the agent, event', () => {
  const told = facts({
    kind: 'reship',
    issue: '少发一个\n包带',
    solution: '今日补发',
    promisedAt: at(23, 9, 5),
  });
  expect(memoText(told, '07', at(22, 23))).toBe(
    '11-22 07 补发：少发一个，包带，今日补发，答应 11-23 09:05 前',
  );
  expect(memoText(facts(), '', at(2))).toBe('11-02 退货：退货');
});

test.each([
  ['passed', at(22, 9), 'late'],
  ['this very minute', at(22, 12), 'late'],
  ['before midnight', at(22, 23, 59), 'today'],
  ['at midnight', at(23), 'later'],
])('a promise for a time that is %s', (_, promisedAt, step) => {
  expect(dueStep({ status: 'open', promisedAt }, at(22, 12))).toBe(step);
});

test('the due list begins with what was promised first; solved entries and those without a promise are not on it', () => {
  const entries = [
    entry('later', { promisedAt: at(24) }),
    entry('today', { promisedAt: at(22, 18) }),
    entry('late', { promisedAt: at(21) }),
    entry('none'),
    entry('done', { promisedAt: at(21), status: 'done' }),
  ];
  expect(dueEntries(entries, at(22, 12)).map(({ id }) => id)).toEqual(['late', 'today', 'later']);
  expect(dueToday(entries, at(22, 12)).map(({ id }) => id)).toEqual(['late', 'today']);
});

test('entries are found by all their words, kind, status and day', () => {
  const entries = [
    entry('a', { buyer: '小王', goods: [{ code: 'RST182' }], createdAt: at(20) }),
    entry('b', { kind: 'courier', issue: '快递三天没动', trackingNo: 'YT8812345678901', createdAt: at(21) }),
    entry('c', { status: 'done', note: '小王 二次', createdAt: at(22) }),
  ];
  const ids = (wanted: Parameters<typeof findEntries>[1]) => findEntries(entries, wanted).map(({ id }) => id);
  expect(ids({ query: '小王' })).toEqual(['a', 'c']);
  expect(ids({ query: '小王 ＲＳＴ１８２' })).toEqual(['a']);
  expect(ids({ query: 'yt88' })).toEqual(['b']);
  expect(ids({ kinds: ['return'], status: 'open' })).toEqual(['a']);
  expect(ids({ from: at(21), before: at(22) })).toEqual(['b']);
  expect(ids({})).toEqual(['a', 'b', 'c']);
});
