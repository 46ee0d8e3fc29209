import { beforeAll, describe, expect, it } from 'vitest';
import { type Division, divisionIndex, type Naming } from '../../../rules/address/divisions.ts';
import { loadRegions, parseAddress, regionOf, regionPart } from '../../../rules/address/index.ts';
import { quickRegion } from '../../../rules/address/quick-region.ts';
import fc from '../property.ts';
import { anyWhole, chanceOf, frames, writings } from './damages.ts';
import { receivers } from './receivers.ts';
import { table } from './table.ts';

beforeAll(() => loadRegions());

/** Thousands of texts; how long they take belongs to the machine. */
const patience = { timeout: 120_000 };

/** The short way answers as the whole reader does, or leaves the text to it. @returns whether it answered */
function expectSame(text: string): boolean {
  const quick = quickRegion(text);
  if (quick) expect(quick, JSON.stringify(text)).toEqual(regionPart(parseAddress(text)));
  return quick !== undefined;
}

function byDivision(list: Naming[], of: (naming: Naming) => Division | undefined) {
  const found = new Map<Division | undefined, Naming[]>();
  for (const naming of list) found.set(of(naming), [...(found.get(of(naming)) ?? []), naming]);
  return found;
}

const namings = (): Naming[] => [...divisionIndex().named.values()].flat();
const wholeDistricts = (): Naming[] =>
  namings().filter(({ level, kind }) => level === 'district' && kind === 'full');

/** Every whole region as sellers' pages write it: province and city whole or short, districts whole. */
function allHeads(): Map<Naming, string[]> {
  const above = namings().filter(({ level, kind }) => level !== 'district' && kind !== 'former');
  const provinces = byDivision(
    above.filter(({ level }) => level === 'province'),
    ({ province }) => province,
  );
  const cities = byDivision(
    above.filter(({ level }) => level === 'city'),
    ({ city }) => city,
  );
  return new Map(
    wholeDistricts().map((district) => {
      const first = provinces.get(district.province) ?? [];
      const second = district.city ? (cities.get(district.city) ?? []) : [];
      const heads = first.flatMap(({ text }) =>
        second.length === 0
          ? [`${text} ${district.text}`]
          : second.map((city) => `${text} ${city.text} ${district.text}`),
      );
      return [district, heads];
    }),
  );
}

const tails = [
  '',
  '****',
  '某某路8号',
  '城关镇中心街12号****',
  '中山路北京西路口3栋2单元501',
  '西湖街道学院路****',
  ' 人民路18号 阳光小区',
  '开发区新华路200号-3',
];

describe('the short way of reading', () => {
  it(
    'gives the answer of the whole reader for every district, and does so for nearly all of them',
    patience,
    () => {
      let answered = 0;
      let asked = 0;
      [...allHeads().values()].forEach((heads, i) => {
        const head = heads[i % heads.length] ?? '';
        const tail = tails[i % tails.length] ?? '';
        asked += 1;
        if (expectSame((i % 3 === 0 ? head : head.replaceAll(' ', '')) + tail)) answered += 1;
      });
      expect(asked).toBeGreaterThan(3_000);
      expect(answered / asked).toBeGreaterThan(0.95);
    },
  );

  it('gives the answer of the whole reader for every address we know, however written', patience, () => {
    const lines = Object.values({ ...table, ...receivers }).flatMap((text) => text.trim().split('\n'));
    for (const line of lines) expectSame((line.split(' → ')[0] ?? '').replaceAll('\\n', '\n'));
    const chance = chanceOf(21);
    for (const write of Object.values(writings)) {
      for (let i = 0; i < 60; i += 1) {
        const whole = anyWhole(chance);
        const text = write(whole, chance);
        if (text === undefined) continue;
        expectSame(text);
        expectSame(frames[i % frames.length]?.(text, whole) ?? text);
      }
    }
  });

  it('gives the answer of the whole reader whatever follows the region', patience, () => {
    const anyName = fc.constantFrom(...divisionIndex().named.keys());
    const piece = fc.oneof(
      anyName,
      fc.constantFrom(
        ...'街道 镇 乡 路 村 号 栋 单元 室 大道 城关镇 开发区 兵团 第八师 143团 张三 王**先生 **** 13900001234 138****0000 310000 [1234] 收货人： 县 市 区 · 旁边 地址 门面房 ， , / ( ) \n 3-2-501 12号 😀 ABC'.split(
          ' ',
        ),
        ' ',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...allHeads().values()),
        fc.nat(),
        fc.constantFrom('', ' ', ',', '/'),
        fc.array(piece, { maxLength: 6 }),
        (heads, which, between, pieces) => {
          const head = heads[which % heads.length] ?? '';
          expectSame(head.replaceAll(' ', between) + pieces.join(''));
        },
      ),
      { numRuns: 800, seed: 5 },
    );
  });

  it('leaves to the whole reader what does not begin with a whole region', patience, () => {
    for (const text of [
      '',
      '杭州市余杭区文一西路8号',
      '鼓楼区',
      '张三 浙江省杭州市余杭区',
      '浙江省余杭区',
      '浙江杭州余杭',
    ])
      expect(quickRegion(text), text).toBeUndefined();
  });

  it('is the way of regionOf', patience, () => {
    expect(regionOf('云南省 昆明市 五华区 护国街道 南屏街****')).toEqual(
      quickRegion('云南省 昆明市 五华区 护国街道 南屏街****'),
    );
  });
});
