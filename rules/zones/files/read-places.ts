import { parseAddress } from '../../address/index.ts';
import { type LocalText, say } from '../../language/local-text.ts';
import { unknownText } from '../check-table.ts';
import { type FoundPlace, findPlace, findRegion, type WrittenPlace } from '../find-place.ts';
import { foldCell } from './read-cell.ts';

/** What shops call several provinces at once; only names whose members nobody argues about. */
const groups: Record<string, readonly string[]> = {
  江浙沪: ['江苏省', '浙江省', '上海市'],
  江浙沪皖: ['江苏省', '浙江省', '上海市', '安徽省'],
  京津冀: ['北京市', '天津市', '河北省'],
  东三省: ['辽宁省', '吉林省', '黑龙江省'],
  东北三省: ['辽宁省', '吉林省', '黑龙江省'],
  两广: ['广东省', '广西壮族自治区'],
  两湖: ['湖北省', '湖南省'],
  川渝: ['四川省', '重庆市'],
  云贵川: ['云南省', '贵州省', '四川省'],
  云贵: ['云南省', '贵州省'],
  新疆西藏: ['新疆维吾尔自治区', '西藏自治区'],
  港澳台: ['香港特别行政区', '澳门特别行政区', '台湾省'],
};
/** The courier's default, for every place no other rule names. */
const elsewhere =
  /^(?:其余|其他|其它|其余地区|其他地区|其它地区|其余省份|其他省份|其它省份|全国|全国各地|全部|所有地区|默认)$/u;
/** The word the default is written with. */
export const elsewhereName = '其余地区';

export interface PlaceCells {
  province: string;
  city: string;
  district: string;
  town: string;
}

export type ReadPlaces =
  | { ok: true; regions: string[]; codes: Record<string, string>; everywhere: boolean; notes: LocalText[] }
  | { ok: false; problem: LocalText };

const itemsOf = (cell: string): string[] =>
  cell
    .split(/[、,，;；|\n\t]+/u)
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** Reads what the cells of a row say about where; looked-up names are remembered for the other rows. */
export function placeReader(): (cells: PlaceCells) => ReadPlaces {
  const known = new Map<string, FoundPlace>();
  const look = (written: WrittenPlace): FoundPlace => {
    const key = [written.province, written.city, written.district, written.town].join('/');
    const found = known.get(key) ?? findPlace(written);
    known.set(key, found);
    return found;
  };

  return ({ province, city, district, town }) => {
    const provinces = itemsOf(province);
    const cities = itemsOf(city);
    const districts = itemsOf(district);
    const towns = itemsOf(town);
    const [only] = provinces;
    if (provinces.length === 1 && only !== undefined && elsewhere.test(foldCell(only)) && cities.length === 0)
      return { ok: true, regions: [], codes: {}, everywhere: true, notes: [] };

    const deepest = [towns, districts, cities].find((items) => items.length > 0);
    const found: FoundPlace[] = [];
    if (!deepest) for (const item of provinces) found.push(...ofItem(item, look));
    else {
      const outer = provinces.flatMap((item) => groups[foldCell(item)] ?? [item]);
      for (const item of deepest) {
        const place: WrittenPlace = {
          ...(deepest !== cities && cities.length === 1 ? { city: cities[0] ?? '' } : {}),
          ...(deepest === towns && districts.length === 1 ? { district: districts[0] ?? '' } : {}),
          ...(deepest === towns
            ? { town: item }
            : deepest === districts
              ? { district: item }
              : { city: item }),
        };
        if (deepest === towns && districts.length > 1)
          return { ok: false, problem: severalText(district, item) };
        if (deepest !== cities && cities.length > 1) return { ok: false, problem: severalText(city, item) };
        found.push(inOneOf(outer, place, look));
      }
    }
    return gathered(found);
  };
}

const severalText = (outer: string, item: string): LocalText =>
  say(
    `「${outer}」有好几个，不知道「${item}」是哪一个的，请分行写`,
    `“${outer}” are several; write “${item}” in a row of its own`,
  );

/** A place in the one of several provinces that has it. */
function inOneOf(
  provinces: readonly string[],
  place: WrittenPlace,
  look: (written: WrittenPlace) => FoundPlace,
): FoundPlace {
  if (provinces.length === 0) return look(place);
  const all = provinces.map((province) => look({ ...place, province }));
  const fits = all.filter((one) => one.ok);
  const [first] = fits.length > 0 ? fits : all;
  if (fits.length > 1)
    return {
      ok: false,
      part: place.city ?? place.district ?? '',
      open: fits.flatMap((one) => (one.ok ? [one.path] : [])),
    };
  return first ?? look(place);
}

/** One entry of a column of regions: a province, a group of them, a path, a city or district alone, glued names. */
function ofItem(item: string, look: (written: WrittenPlace) => FoundPlace): FoundPlace[] {
  const members = groups[foldCell(item)];
  if (members) return members.map((province) => look({ province }));
  if (item.includes('/')) return [findRegion(item)];
  const province = look({ province: item });
  if (province.ok) return [province];
  const below = look({ city: item });
  if (below.ok || ('open' in below && below.open.length > 1)) return [below];
  return [glued(item) ?? province];
}

/** 浙江省杭州市余杭区 in one cell: read as an address that says nothing else. */
function glued(item: string): FoundPlace | undefined {
  const { province, city, district, town, detail, name, phone } = parseAddress(item);
  if (province === undefined || (detail ?? name ?? phone) !== undefined) return undefined;
  if (city === undefined && district === undefined) return undefined;
  const found = findPlace({
    province,
    ...(city === undefined ? {} : { city }),
    ...(district === undefined ? {} : { district }),
    ...(town === undefined ? {} : { town }),
  });
  return found.ok ? found : undefined;
}

function gathered(found: readonly FoundPlace[]): ReadPlaces {
  const codes: Record<string, string> = {};
  const notes: LocalText[] = [];
  for (const place of found) {
    if (place.ok) {
      codes[place.path] = place.code;
      if (place.former !== undefined)
        notes.push(
          say(`「${place.former}」现在是 ${place.path}`, `“${place.former}” is ${place.path} today`),
        );
    } else if ('open' in place) {
      const { part, open } = place;
      return {
        ok: false,
        problem: say(
          `「${part}」有 ${open.length} 个：${open.slice(0, 4).join('、')}，请写上省和市`,
          `“${part}” is ${open.length} places: ${open.slice(0, 4).join(', ')}; name the province and city`,
        ),
      };
    } else return { ok: false, problem: unknownText(place.part, place.part, place.near) };
  }
  return { ok: true, regions: Object.keys(codes), codes, everywhere: false, notes };
}
