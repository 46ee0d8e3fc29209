import { describe, expect, test } from 'vitest';
import { exampleCouriers } from '../../../rules/packs/example-shop.ts';
import { provinceOutlooks, type TileView, tileView } from '../../../rules/zones/province-outlook.ts';
import type { CourierRule, CourierTable } from '../../../rules/zones/table.ts';

const table = (...rules: Partial<CourierRule>[]): CourierTable => ({
  name: '店',
  example: false,
  rules: rules.map((rule, at) => ({
    id: `r${at + 1}`,
    courier: '甲',
    regions: [],
    reach: 'reaches',
    priority: 10,
    ...rule,
  })),
});
const view = (rules: CourierTable, province: string, courier?: string): TileView => {
  const outlook = provinceOutlooks(rules).get(province);
  if (!outlook) throw new Error(province);
  return tileView(outlook, courier);
};
/** 1:no 2:reaches */
const words = ({ parts }: TileView): string =>
  parts.map(({ pieces, reach }) => `${pieces}:${reach}`).join(' ');

describe('what a tile says of its division', () => {
  // mission.md B2, read tile by tile.
  test.each([
    ['中国邮政', '河南省', '1:reaches'],
    ['中国邮政', '新疆维吾尔自治区', '1:surcharge'],
    ['中国邮政', '西藏自治区', '1:slow'],
    ['中国邮政', '广东省', '1:unwritten'],
    ['圆通', '广东省', '1:no 2:reaches'],
    ['圆通', '宁夏回族自治区', '1:no'],
    ['申通', '广东省', '1:reaches 2:no'],
    ['申通', '海南省', '1:no'],
    ['韵达', '青海省', '1:reaches'],
    ['韵达', '广东省', '1:unwritten'],
    ['京东', '西藏自治区', '1:surcharge'],
    ['京东', '新疆维吾尔自治区', '1:no'],
    [undefined, '广东省', '1:reaches'],
    [undefined, '西藏自治区', '1:surcharge'],
    [undefined, '台湾省', '1:no'],
  ])('the example shop, %s in %s: %s', (courier, province, said) => {
    expect(words(view(exampleCouriers, province, courier))).toBe(said);
  });

  test('nothing is out of zone by silence', () => {
    expect(words(view(table({ regions: ['河南省'] }), '广东省'))).toBe('1:unwritten');
    // One refuses everywhere else, the other says nothing: that is not every courier.
    const half = table({ reach: 'no' }, { courier: '乙', regions: ['河南省'] });
    expect(words(view(half, '广东省'))).toBe('1:unwritten');
    expect(words(view(half, '广东省', '甲'))).toBe('1:no');
  });

  test('a rule that is not sure is not the same as no rule', () => {
    const unsure = table({ regions: ['河南省'], reach: 'unknown' });
    expect(words(view(unsure, '河南省', '甲'))).toBe('1:unknown');
    expect(words(view(unsure, '河南省'))).toBe('1:unknown');
  });

  test('the fee stands on the tile, and a different fee parts it', () => {
    const fees = table(
      { regions: ['新疆'], reach: 'surcharge', surcharge: { first: 1_800 } },
      { regions: ['新疆'], reach: 'surcharge', surcharge: { first: 2_500 }, when: { minPieces: 3 } },
    );
    expect(view(fees, '新疆维吾尔自治区', '甲').parts).toEqual([
      { pieces: 1, reach: 'surcharge', surcharge: 1_800 },
      { pieces: 3, reach: 'surcharge', surcharge: 2_500 },
    ]);
  });

  test.each<[string, Partial<CourierRule>, number]>([
    ['a city that is refused', { regions: ['四川省/甘孜藏族自治州'], reach: 'no' }, 1],
    ['a town that is refused', { regions: ['四川省/成都市/都江堰市/龙池镇'], reach: 'no' }, 1],
    ['words in the province', { regions: ['四川省'], keywords: ['军区'], reach: 'no' }, 1],
    ['a city of which the same is said', { regions: ['四川省/成都市'] }, 0],
    ['a city of another province', { regions: ['云南省/昆明市'], reach: 'no' }, 0],
  ])('deeper rules are counted where they differ: %s', (_, rule, count) => {
    expect(view(table({ regions: ['四川省'] }, rule), '四川省').deeper).toBe(count);
  });

  test('a city is marked where nothing is said of the province itself', () => {
    const only = table({ regions: ['四川省/成都市'] });
    expect(view(only, '四川省', '甲')).toEqual({
      parts: [{ pieces: 1, reach: 'unwritten' }],
      deeper: 1,
      conditional: false,
    });
  });

  test.each<[Partial<CourierRule>, boolean]>([
    [{ when: { flashSale: true }, reach: 'no' }, true],
    [{ when: { maxTotal: 4_999 }, reach: 'surcharge', surcharge: { first: 1_000 } }, true],
    [{ when: { minGrams: 5_000 }, reach: 'no' }, true],
    [{ when: { flashSale: true } }, false],
    [{ when: { minPieces: 2 }, reach: 'no' }, false],
  ])('a tile says that other facts of the order decide: %j → %s', (rule, conditional) => {
    const rules = table({ regions: ['四川省'] }, { regions: ['四川省'], ...rule });
    expect(view(rules, '四川省', '甲').conditional).toBe(conditional);
  });

  test('the rules of a division are those that name it or a place in it, however short its name is written', () => {
    const rules = table(
      { regions: ['内蒙古'] },
      { regions: ['内蒙古自治区/包头市', '四川省'] },
      { regions: [] },
      { regions: ['四川省/成都市'] },
    );
    const ids = (province: string) =>
      provinceOutlooks(rules)
        .get(province)
        ?.rules.map(({ id }) => id);
    expect(ids('内蒙古自治区')).toEqual(['r1', 'r2']);
    expect(ids('四川省')).toEqual(['r2', 'r4']);
    expect(ids('广东省')).toEqual([]);
  });
});
