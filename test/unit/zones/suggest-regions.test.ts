import { describe, expect, test } from 'vitest';
import { divisionIndex } from '../../../rules/address/divisions.ts';
import { findRegion, pathOfDivision } from '../../../rules/zones/find-place.ts';
import { suggestRegions } from '../../../rules/zones/suggest-regions.ts';

describe('regions offered while one is typed', () => {
  test.each([
    ['新', '新疆维吾尔自治区'],
    ['甘孜', '四川省/甘孜藏族自治州'],
    ['四川省/', '四川省/成都市'],
    ['四川/成都', '四川省/成都市'],
    ['四川省/成都市/武', '四川省/成都市/武侯区'],
    ['武侯', '四川省/成都市/武侯区'],
    ['琼海', '海南省/琼海市'],
    ['襄樊', '湖北省/襄阳市'],
    ['包头', '内蒙古自治区/包头市'],
  ])('for “%s” the first path is %s', (typed, path) => {
    expect(suggestRegions(typed, 8)[0]).toBe(path);
  });

  test('what is offered is known, told once, and no more than asked for', () => {
    for (const typed of ['州', '县', '西', '山', '海南省/', '重庆市/重庆市/', '北京市/']) {
      const offered = suggestRegions(typed, 8);
      expect(offered.length, typed).toBeGreaterThan(0);
      expect(offered.length).toBeLessThanOrEqual(8);
      expect(new Set(offered).size).toBe(offered.length);
      expect(offered.filter((path) => !findRegion(path).ok)).toEqual([]);
    }
  });

  test('nothing is offered for nothing, nor below what no list knows', () => {
    for (const typed of ['', ' ', '火星省/', '火星', '四川省/火星市/'])
      expect(suggestRegions(typed, 8)).toEqual([]);
  });

  test('every division is among what is offered for its own path', () => {
    const all = [...new Set([...divisionIndex().byCode.values()].map(pathOfDivision))];
    const lost = all.filter((path) => !suggestRegions(path, 400).includes(path));
    expect(all.length).toBeGreaterThan(3_000);
    expect(lost).toEqual([]);
  });
});
