import { describe, expect, it } from 'vitest';
import { createNameBlanker } from '../../../content/site-map/report/blank-name.ts';
import { blankText, type Keep, shapeText } from '../../../content/site-map/report/blank-text.ts';
import { knownLabels } from '../../../content/site-map/report/known-labels.ts';
import { cssSteps } from '../../../content/site-map/report/locator-steps.ts';
import { blankAddress } from '../../../content/site-map/report/page-address.ts';
import { builtInMaps } from '../../../content/sites/built-in.ts';

const known = knownLabels(builtInMaps());
const names = createNameBlanker(builtInMaps(), [], new Set());

describe('a text', () => {
  it.each([
    ['王晓雯 138-0000-1234', '汉×3 数×3-数×4-数×4'],
    ['¥1,299.00', '¥数'],
    ['jd_5a6b', '字×2_数×1字×1数×1字×1'],
    ['🌸娜🌸', '符汉×1符'],
    ['ｌｉｎａ８８', '字×4数×2'],
    ['Ольга', '字×5'],
    ['', ''],
    [' \n ', ''],
    ['字'.repeat(3000), '汉×3000'],
    ['a1'.repeat(300), /^.{80}…$/u],
  ])('%j keeps its form alone', (text, shape) => {
    if (typeof shape === 'string') expect(shapeText(text)).toBe(shape);
    else expect(shapeText(text)).toMatch(shape);
  });

  it.each<[string, Keep, string]>([
    ['订单编号：', 'all', '订单编号：'],
    ['订单编号： 240901-123', 'all', '订单编号：数×6-数×3'],
    ['订单编号：1 下单时间：2026-09-01', 'all', '订单编号：数×1 下单时间：数×4-数×2-数×2'],
    ['李娜收货地址：浙江', 'all', '汉×2收货地址：汉×2'],
    ['李娜：', 'all', '汉×2：'],
    ['子订单编号：1', 'all', '子订单编号：数×1'],
    ['实收款（元）', 'all', '实收款（元）'],
    ['待发货', 'all', '待发货'],
    ['李娜待发货', 'all', '汉×5'],
    ['2026-09-01 10:20 下单，2026-09-01 付款', 'all', '数×4-数×2-数×2 数×2:数×2下单，数×4-数×2-数×2付款'],
    ['李娜 付款', 'all', '汉×2 汉×2'],
    ['请把货发到浙江', 'all', '汉×7'],
    ['待发货', 'labels', '汉×3'],
    ['评价内容：', 'labels', '评价内容：'],
    ['评价内容：很好', 'labels', '汉×4：汉×2'],
    ['订单编号：', 'none', '汉×4：'],
    ['已发货', 'none', '汉×3'],
  ])('%j where known words are kept %s', (text, keep, blanked) => {
    expect(blankText(text, keep, known)).toBe(blanked);
  });
});

describe('a name of the page', () => {
  it.each([
    ['order-item', 'order-item'],
    ['orderItemList', 'orderItemList'],
    ['el-table__row', 'el-table__row'],
    ['index_orderRow__3fK2a', 'index_orderRow__~'],
    ['css-1x8ab9', 'css-~'],
    ['SPTxV', '~'],
    ['u_jd_5a6bimcustomer12', 'u_jd_~'],
    ['u-zhangsan', 'u-~'],
    ['LiNa', '~'],
    ['lina88', '~'],
    ['buyer-李娜', 'buyer-~'],
    ['row-12', 'row-12'],
    ['row-1234', 'row-~'],
    ['order-270012345678', 'order-~'],
    ['13800002345', '~'],
    ['', ''],
  ])('%j → %j', (name, blanked) => {
    expect(names.blank(name)).toBe(blanked);
  });
});

const row = (...classes: string[]): Element =>
  ({
    matches: (css: string) => classes.some((one) => css === `.${one}`),
    querySelector: () => null,
  }) as unknown as Element;

describe('a class with a word nobody knows', () => {
  globalThis.CSS ??= { escape: (text: string) => text } as unknown as typeof CSS;
  const rows = [
    row('consigwrap', 'zhangsan'),
    row('consigwrap'),
    row('consigwrap', 'lina'),
    row('consigwrap'),
  ];

  it('is kept where most rows carry it, and blanked where it tells one from another', () => {
    const blanker = createNameBlanker([], rows, new Set());
    expect(blanker.blankClass('consigwrap')).toBe('consigwrap');
    expect(blanker.blankClass('zhangsan')).toBe('~');
  });

  it('is blanked where the word stands in a text of the page, and where there are too few rows to tell', () => {
    expect(createNameBlanker([], rows, new Set(['consigwrap88'])).blankClass('consigwrap')).toBe('~');
    expect(createNameBlanker([], rows.slice(0, 2), new Set()).blankClass('consigwrap')).toBe('~');
  });
});

describe('an address', () => {
  it.each([
    [
      'https://shop.jd.com/jdm/trade/orders/order-list?tabType=all&zhangsan=1',
      'https://shop.jd.com/jdm/trade/orders/order-list?tabType&~',
    ],
    ['https://a.test/order/270012345678/%E6%9D%8E%E5%A8%9C', 'https://a.test/order/~/~'],
    ['https://a.test/#/buyer/lina88?order=1', 'https://a.test/#/buyer/~?order'],
    ['https://a.test/%E0%A4%A', 'https://a.test~E0~A4~A'],
  ])('%s', (address, blanked) => {
    expect(blankAddress(new URL(address) as unknown as Location, names)).toBe(blanked);
  });
});

describe('a selector', () => {
  it.each([
    ['.a .b > span', ['.a', '.a .b', '.a .b > span']],
    ['.a>b', ['.a', '.a>b']],
    ['[data-x="a b"] i', ['[data-x="a b"]', '[data-x="a b"] i']],
    ['.a:not(.b .c) d', ['.a:not(.b .c)', '.a:not(.b .c) d']],
    ['.a b, .c d', ['.a b, .c d']],
    ['.a', ['.a']],
  ])('%s is tried step by step', (css, steps) => {
    expect(cssSteps(css)).toEqual(steps);
  });
});
