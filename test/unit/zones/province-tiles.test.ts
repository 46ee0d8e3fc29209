import { describe, expect, test } from 'vitest';
import { divisions } from '../../../rules/address/regions.generated.ts';
import {
  perhapsRemote,
  provinceGroups,
  provinceTiles,
  tileBeside,
  tilesBetween,
} from '../../../rules/zones/province-tiles.ts';

const names = provinceTiles.map(({ name }) => name);

describe('tiles of the 34 province-level divisions', () => {
  test('are exactly the divisions of the region data, by their official names', () => {
    const official = divisions
      .split('\n')
      .flatMap((line) => /^\d{2}(\D\S*)$/.exec(line.split(' ')[0] ?? '')?.[1] ?? []);
    expect(official).toHaveLength(34);
    expect([...names].sort()).toEqual([...official].sort());
  });

  test('stand each on a place of its own, and the short name begins the official one', () => {
    expect(new Set(provinceTiles.map(({ row, column }) => `${row}/${column}`)).size).toBe(34);
    for (const { name, short } of provinceTiles) expect(name.startsWith(short), name).toBe(true);
  });

  test('are named in every group by their official names', () => {
    for (const name of [...Object.values(provinceGroups).flat(), ...perhapsRemote])
      expect(names).toContain(name);
  });

  test('are all reached with the arrow keys from any of them', () => {
    for (const start of names) {
      const seen = new Set([start]);
      for (const name of seen)
        for (const direction of ['up', 'down', 'left', 'right'] as const)
          seen.add(tileBeside(name, direction));
      expect(seen.size, start).toBe(34);
    }
  });

  test.each([
    ['新疆维吾尔自治区', 'left', '新疆维吾尔自治区'],
    ['新疆维吾尔自治区', 'right', '甘肃省'],
    ['新疆维吾尔自治区', 'down', '西藏自治区'],
    ['北京市', 'right', '吉林省'],
    ['山东省', 'row-start', '西藏自治区'],
    ['山东省', 'row-end', '上海市'],
    ['山东省', 'first', '黑龙江省'],
    ['山东省', 'last', '香港特别行政区'],
    ['香港特别行政区', 'down', '香港特别行政区'],
  ] as const)('from %s the way %s leads to %s', (from, direction, to) => {
    expect(tileBeside(from, direction)).toBe(to);
  });

  test('Shift takes the block between two tiles, whichever comes first', () => {
    const block = ['新疆维吾尔自治区', '甘肃省', '西藏自治区', '青海省'];
    expect(tilesBetween('新疆维吾尔自治区', '青海省').sort()).toEqual(block.sort());
    expect(tilesBetween('青海省', '新疆维吾尔自治区').sort()).toEqual(block.sort());
  });
});
