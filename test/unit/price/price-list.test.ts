import { describe, expect, it } from 'vitest';
import { finish } from '../../../rules/phrases/files/steps.ts';
import { findPrices, indexPrices } from '../../../rules/price/find-price.ts';
import { changeList, readPriceText } from '../../../rules/price/price-list.ts';

const read = (text: string) => finish(readPriceText(text));

describe('a live stream’s price list', () => {
  it.each([
    ['编码,直播价\nRST182,29.9\nMT-150,59', 'comma'],
    ['货号\t直播价\nRST182\t29.9\nMT-150\t59', 'tab'],
    ['款号;到手价\nRST182;￥29.90\nMT-150;59元', 'semicolon'],
    ['11月直播\n商品编码,名称,价格\nRST182,托特,２９．９\nMT-150,手提,59.00/件', 'title above'],
    ['RST182 29.9\nMT-150   59\n', 'white space, no head'],
    ['RST182\t29.9\nMT-150\t59', 'tabs, no head'],
    ['售价,货号,直播价\n99,RST182,29.9\n199,MT-150,59', 'the live price before the everyday one'],
  ])('%s', (text) => {
    const list = read(text);
    expect(list?.prices.map(({ code, price }) => [code, price])).toEqual([
      ['RST182', 2990],
      ['MT-150', 5900],
    ]);
    expect(list?.problems).toEqual([]);
  });

  it('one row may price several codes, and names come along', () => {
    expect(read('货号,名称,直播价\nA101、A102,小方包,39')?.prices).toEqual([
      { code: 'A101', price: 3900, name: '小方包' },
      { code: 'A102', price: 3900, name: '小方包' },
    ]);
  });

  it.each([
    ['29.999', '超过两位小数'],
    ['-5', '是负数'],
    ['30起', '不是一个价格'],
    ['约30', '不是一个价格'],
    ['9.9折', '不是一个价格'],
    ['$5', '不是一个价格'],
    ['30-50', '不是一个价格'],
    ['', '没有价格'],
    ['0', '价格是 0'],
  ])('the price %s is named with its row and left out', (cell, words) => {
    const list = read(`编码\t直播价\nA1\t10\nB2\t${cell}\nC3\t12`);
    expect(list?.prices.map(({ code }) => code)).toEqual(['A1', 'C3']);
    expect(list?.problems).toHaveLength(1);
    expect(list?.problems[0]?.row).toBe(3);
    expect(list?.problems[0]?.text['zh-CN']).toMatch(new RegExp(`^第 3 行：.*${words}`));
  });

  it('a code with two prices is left out with both rows named; the same price twice is one entry', () => {
    const list = read('编码,直播价\nA1,10\nB2,20\na1,12\nB2,20.00');
    expect(list?.prices).toEqual([{ code: 'B2', price: 2000 }]);
    expect(list?.problems.map(({ text }) => text['zh-CN'])).toEqual([
      '第 4 行：编码「a1」这里是 12.00，第 2 行是 10.00，两个都没有用',
    ]);
  });

  it('a row without a code is named; an empty one is not', () => {
    const list = read('编码,直播价\n,10\n,\nB2,20');
    expect(list?.problems.map(({ row }) => row)).toEqual([2]);
  });

  it('says which of several price columns it took', () => {
    expect(read('货号,售价,直播价\nA1,99,29')?.notes[0]?.['zh-CN']).toContain('「直播价」');
  });

  it.each(['', '你好', '分类,标题,内容\n售前,问候,亲在的', '货号,库存\nA1,3', '货号\nA1'])(
    '%s is none',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it('20,000 rows are read', () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `C${at},${(at % 90) + 1}.9`);
    expect(read(`编码,直播价\n${rows.join('\n')}`)?.prices).toHaveLength(20_000);
  });
});

describe('putting a list in place', () => {
  const present = [
    { code: 'A1', price: 1000 },
    { code: 'B2', price: 2000 },
    { code: 'C3', price: 3000 },
  ];
  const incoming = [
    { code: 'a1', price: 1100 },
    { code: 'B2', price: 2000 },
    { code: 'D4', price: 4000 },
  ];

  it('replacing says what is new, changed, equal and gone', () => {
    const change = changeList(present, incoming, 'replace');
    expect(change).toMatchObject({ added: 1, same: 1, removed: 1, result: incoming });
    expect(change.changed).toEqual([{ code: 'a1', before: 1000, after: 1100 }]);
  });

  it('adding keeps the rest', () => {
    const change = changeList(present, incoming, 'add');
    expect(change.removed).toBe(0);
    expect(change.result).toEqual([incoming[0], present[1], present[2], incoming[2]]);
  });
});

describe('the price of an item of a page', () => {
  const index = indexPrices([
    { code: 'RST182', price: 2990 },
    { code: 'MT-150-黑', price: 5900 },
    { code: 'MT-150-白', price: 6100 },
    { code: 'KX9', price: 900 },
  ]);
  it.each([
    [{ code: 'rst182' }, [2990]],
    [{ code: 'RST182-BLK' }, [2990]],
    [{ title: '托特包 RST182 大容量' }, [2990]],
    [{ sku: '颜色:黑;款号:RST182' }, [2990]],
    [{ code: 'MT-150-黑' }, [5900]],
    [{ code: 'MT-150' }, [5900, 6100]],
    [{ code: 'RST1820' }, []],
    [{ title: '没有编码的商品' }, []],
    [{}, []],
  ])('%o', (item, prices) => {
    expect(findPrices(index, item).map(({ price }) => price)).toEqual(prices);
  });
});
