import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { divisionIndex } from '../../../rules/address/divisions.ts';
import { divisions, formerNames } from '../../../rules/address/regions.generated.ts';
import { sounds } from '../../../rules/address/sounds.generated.ts';
import { towns } from '../../../rules/address/towns.generated.ts';
import { traditional } from '../../../rules/address/traditional.generated.ts';

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

  it('hangs every town on a district of today, a city without districts, or the city of a zone', () => {
    const lines = towns.split('\n');
    expect(lines.length).toBeGreaterThan(2_850);
    for (const line of lines) {
      const place = index.byCode.get(line.slice(0, 6));
      expect(place, line.slice(0, 30)).toBeDefined();
      expect(line.slice(6)).toMatch(/^[一-龥JZX ]+$/);
    }
    const count = lines.reduce((sum, line) => sum + (line.slice(6).match(/[JZX ]|$/g)?.length ?? 0), 0);
    expect(count).toBeGreaterThan(39_000);
  });

  it('has no town of a zone, a company or a prison', () => {
    // 洋浦 is a town of 儋州, which has no districts.
    expect(towns.replace('洋浦经济开发区', '')).not.toMatch(/公司|监狱|开发区|工业园/);
  });

  it('costs 300 KB packed at most, all tables together', () => {
    const packed = [divisions, formerNames, towns, sounds, traditional]
      .map((text) => gzipSync(text, { level: 9 }).length)
      .reduce((sum, size) => sum + size, 0);
    expect(packed).toBeLessThan(300_000);
  });

  it('stays small enough for a content script', () => {
    expect(new TextEncoder().encode(divisions + formerNames).length).toBeLessThan(90_000);
  });
});
