import { expect, test } from 'vitest';
import { exampleShop } from '../../../rules/packs/example-shop.ts';
import { bagCodeOf, bagCodesOf } from '../../../rules/returns/bag-code.ts';
import { type ReturnRow, returnIndex } from '../../../rules/returns/match-return.ts';
import { askNumberText, askReasonText, reasonVerdict } from '../../../rules/returns/return-reason.ts';
import { checkWording, wordingOf } from '../../../rules/wording/index.ts';

const row = (key: string, over: Partial<ReturnRow> = {}): ReturnRow => ({
  key,
  platform: 'taobao',
  lines: [],
  ...over,
});
const rows = [
  row('a', { orderId: '1234567890123456789', trackingNo: '圆通 YT8812345678901' }),
  row('b', { orderId: '1234567890123456780', trackingNo: 'YT8812345678901' }),
  row('c', { orderId: '231123-123456789012345', returnNo: 'SF1234567890123', trackingNo: 'YT7712345678901' }),
  row('d', { orderId: '231123-123456789012399', trackingNo: 'SF1234567890123' }),
  row('e', { trackingNo: 'YT****8901' }),
];
const index = returnIndex(rows);
const found = (text: string) => index.find(text).map(({ row: { key }, by }) => `${key} ${by}`);

test.each<[string, string, string[]]>([
  ['by the parcel that went out, all orders in it', 'YT8812345678901', ['a tracking', 'b tracking']],
  ['without the courier’s letters', '8812345678901', ['a tracking', 'b tracking']],
  ['by the returned parcel first', 'sf 1234 5678 9012 3', ['c return', 'd tracking']],
  ['by order number', '231123123456789012345', ['c order']],
  ['by a line that names the order', '退货 订单1234567890123456780', ['b order']],
  ['nothing for a number nobody knows', 'YT0000000000000', []],
  ['nothing for a masked number', 'YT8901', []],
  ['nothing for no number', '谢谢', []],
])('finds rows %s', (_, text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('a number typed by its end finds every row that ends so, and says that it is only the end', () => {
  const matches = index.find('0123');
  expect(matches.map(({ row: { key } }) => key)).toEqual(['c', 'd']);
  expect(matches.every(({ tail }) => tail)).toBe(true);
});

const codes = [
  { match: '链条包', code: '包之恋955' },
  { match: 'RST', code: '架B-{货号}' },
  { match: '腰包', code: 'Y' },
];
test.each<[string, Parameters<typeof bagCodeOf>[0], ReturnType<typeof bagCodeOf>]>([
  ['the first row that fits the title', { title: '迷你链条包 黑' }, { code: '包之恋955', from: 'rule' }],
  ['full-width and spaced', { title: '迷你 链条 包' }, { code: '包之恋955', from: 'rule' }],
  ['the code in the pattern', { code: 'rst182' }, { code: '架B-rst182', from: 'rule' }],
  ['the line’s own code without a row', { title: '托特', code: 'T9' }, { code: 'T9', from: 'line' }],
  ['nothing where nothing tells', { title: '托特' }, undefined],
  ['nothing where the pattern asks for a code that is not shown', { title: 'RST 系列' }, undefined],
])('writes on the bag: %s', (_, line, expected) => {
  expect(bagCodeOf(line, codes)).toEqual(expected);
});
test('several lines are written on one bag, each code once', () => {
  expect(bagCodesOf([{ title: '腰包' }, { title: '腰包 小' }, { code: 'T9' }], codes)).toBe('Y、T9');
  expect(bagCodesOf([{ title: '托特' }], codes)).toBeUndefined();
});

test.each<[string | undefined, readonly string[], ReturnType<typeof reasonVerdict>]>([
  ['不喜欢/不想要', ['不喜欢', '无理由'], 'stands'],
  ['7天无理由退换货', ['不喜欢', '无理由'], 'stands'],
  ['７ 天 无 理 由', ['无理由'], 'stands'],
  ['质量问题', ['不喜欢', '无理由'], 'ask'],
  ['质量问题', [], 'stands'],
  ['', ['不喜欢'], 'unknown'],
  [undefined, ['不喜欢'], 'unknown'],
])('the reason %s with %j: %s', (reason, accepted, verdict) => {
  expect(reasonVerdict(reason, accepted)).toBe(verdict);
});

test('what is said to buyers at the return desk passes the shop’s own wording', () => {
  const wording = wordingOf(exampleShop.wording, 'taobao', 'chat');
  for (const text of [askReasonText('质量问题', exampleShop.returns.acceptedReasons), askNumberText()]) {
    expect(checkWording(text, wording).filter(({ level }) => level !== 'info')).toEqual([]);
  }
});
