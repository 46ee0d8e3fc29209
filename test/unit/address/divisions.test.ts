import { describe, expect, it } from 'vitest';
import { divisionIndex } from '../../../rules/address/divisions.ts';
import { divisions, formerNames } from '../../../rules/address/regions.generated.ts';

const index = divisionIndex();
const all = [...index.byCode.values()];
const fullNames = (text: string): string[] =>
  (index.named.get(text) ?? [])
    .filter((naming) => naming.kind === 'full')
    .map((naming) => naming.province.name);

describe('the committed division data', () => {
  it('has every province and the districts of the 2024 list with the later changes', () => {
    expect(all.filter(({ level }) => level === 'province')).toHaveLength(34);
    const mainland = all.filter(({ level, code }) => level === 'district' && !/^(71|81|82)/.test(code));
    expect(mainland).toHaveLength(2_849 + 7 - 2);
  });

  it.each([
    ['临平区', '浙江省'],
    ['钱塘区', '浙江省'],
    ['米林市', '西藏自治区'],
    ['错那市', '西藏自治区'],
    ['白杨市', '新疆维吾尔自治区'],
    ['和安县', '新疆维吾尔自治区'],
    ['和康县', '新疆维吾尔自治区'],
    ['两江新区', '重庆市'],
    ['岑岭县', '新疆维吾尔自治区'],
    ['草湖市', '新疆维吾尔自治区'],
    ['加格达奇区', '黑龙江省'],
  ])('knows %s in %s', (district, province) => {
    expect(fullNames(district)).toEqual([province]);
  });

  it('gives every former district a city or province of today, and a successor that exists', () => {
    const former = [...index.named.values()]
      .flat()
      .filter(({ kind, level }) => kind === 'former' && level === 'district');
    expect(former.length).toBeGreaterThan(300);
    for (const { text, province, division } of former) {
      expect(all, text).toContain(province);
      if (division) expect(index.byCode.get(division.code), text).toBe(division);
    }
    for (const merged of ['崇文区', '闸北区', '下城区', '江干区', '金阊区', '户县']) {
      const naming = former.find(({ text }) => text === merged);
      expect(naming?.division, merged).toBeDefined();
    }
  });

  it('names no development zone and no abolished row as a district', () => {
    expect(divisions).not.toMatch(/开发区|梅列区|港闸区|长岛县/);
    expect(formerNames).toMatch(/梅列区/);
  });

  it('stays small enough for a content script', () => {
    expect(new TextEncoder().encode(divisions + formerNames).length).toBeLessThan(90_000);
  });
});
