import { describe, expect, test } from 'vitest';
import { divisionIndex } from '../../../rules/address/divisions.ts';
import { isRegionPath, pathOf, suggestRegions } from '../../../rules/address/region-paths.ts';
import { exampleCouriers, exampleShop } from '../../../rules/packs/example-shop.ts';

describe('names of regions in a table', () => {
  test.each([
    '新疆维吾尔自治区',
    '新疆',
    '四川省/甘孜藏族自治州',
    '四川/甘孜州',
    '四川省/成都市/武侯区',
    '四川省/成都市/武侯区/浆洗街街道',
    '四川省//武侯区',
    '北京市',
    '北京市/朝阳区',
    '北京市/北京市/朝阳区',
    '重庆市/重庆市/秀山土家族苗族自治县',
    '海南省/琼海市',
    '海南省/琼海市/博鳌镇',
    '湖北省/襄樊市',
    '浙江省/杭州市/江干区',
    '香港特别行政区/九龙/观塘区',
    ' 四川省 / 成都市 ',
  ])('%s is known', (path) => expect(isRegionPath(path)).toBe(true));

  test.each([
    '',
    '火星省',
    '四川省/火星市',
    '四川省/杭州市',
    '四川省/成都市/西湖区',
    '四川省/成都市/武侯区/浆洗街街道/一号',
    '四川省//西湖区',
    '成都市',
    '四川省成都市',
    '新疆人',
  ])('“%s” is not', (path) => expect(isRegionPath(path)).toBe(false));

  test('every division is known by its own path, and every region of the example shop', () => {
    const paths = [...divisionIndex().byCode.values()].map(pathOf);
    expect(paths.length).toBeGreaterThan(3_000);
    expect(paths.filter((path) => !isRegionPath(path))).toEqual([]);
    const shop = [...exampleCouriers.rules.flatMap(({ regions }) => regions), ...exampleShop.remoteProvinces];
    expect(shop.filter((path) => !isRegionPath(path))).toEqual([]);
  });

  test.each([
    ['新', '新疆维吾尔自治区'],
    ['甘孜', '四川省/甘孜藏族自治州'],
    ['四川省/', '四川省/成都市'],
    ['四川/成都', '四川省/成都市'],
    ['四川省/成都市/武', '四川省/成都市/武侯区'],
    ['武侯', '四川省/成都市/武侯区'],
    ['琼海', '海南省/琼海市'],
    ['襄樊', '湖北省/襄阳市'],
  ])('for “%s” the first path offered is %s', (typed, path) => {
    expect(suggestRegions(typed, 8)[0]).toBe(path);
  });

  test('what is offered is known, no more than asked for, and nothing is offered for nothing', () => {
    for (const typed of ['州', '县', '西', '山', '海南省/', '重庆市/重庆市/']) {
      const offered = suggestRegions(typed, 8);
      expect(offered.length).toBeGreaterThan(0);
      expect(offered.length).toBeLessThanOrEqual(8);
      expect(new Set(offered).size).toBe(offered.length);
      expect(offered.filter((path) => !isRegionPath(path))).toEqual([]);
    }
    expect(suggestRegions('', 8)).toEqual([]);
    expect(suggestRegions('火星省/', 8)).toEqual([]);
  });
});
