import { type Division, divisionIndex, type Naming } from './divisions.ts';
import { foldAddress } from './fold.ts';
import { stemOfCity, stemOfDistrict, stemOfProvince } from './short-name.ts';
import { liesIn, townsAt } from './towns.ts';

/**
 * Names of regions as shops write them in tables: 省, 省/市, 省/市/区 or 省/市/区/镇. Where a province governs a county
 * itself the county stands in the city's place (海南省/琼海市); a former name is as good as today's.
 */

const stemOf = {
  province: stemOfProvince,
  city: stemOfCity,
  district: stemOfDistrict,
} as const;

/** Whether `written` is a name of the division, whole, former or shortened. */
function isNamed(naming: Naming, written: string): boolean {
  const folded = foldAddress(written);
  if (foldAddress(naming.text) === folded) return true;
  return stemOf[naming.level](naming.text).some((stem) => foldAddress(stem) === folded);
}

const provinces = (): Naming[] =>
  (divisionIndex().below.get(undefined) ?? []).filter(({ level }) => level === 'province');

function* within(parent: Division | undefined, level: Division['level']): Generator<Naming> {
  for (const naming of divisionIndex().below.get(parent) ?? []) if (naming.level === level) yield naming;
}

function find(namings: Iterable<Naming>, written: string): Naming | undefined {
  for (const naming of namings) if (isNamed(naming, written)) return naming;
  return undefined;
}

/** 东莞市 has no districts: its towns hang on the city. */
const knowsTown = (written: string, place: Division): boolean => {
  const folded = foldAddress(written);
  const known = townsAt(folded, 0).filter(({ end }) => end === folded.length);
  return known.some(({ places }) => places.some((one) => liesIn(one, place)));
};

/**
 * Whether the lists know a region. Towns are only checked for their form: shops write them loosely, and the lists
 * come later than the rest.
 */
export function isRegionPath(path: string): boolean {
  const parts = path.split('/').map((part) => part.trim());
  const [first = '', second, third, fourth] = parts;
  if (parts.length > 4) return false;
  const province = find(provinces(), first)?.division;
  if (!province) return false;
  if (second === undefined) return true;
  if (second === '') {
    // 省//区: a district of any city of the province.
    return third !== undefined && find(within(province, 'district'), third) !== undefined;
  }
  const city = find(within(province, 'city'), second)?.division;
  const county = find(within(province, 'district'), second);
  if (!city && !county) return false;
  if (third === undefined) return true;
  if (city) {
    const district = find(within(city, 'district'), third);
    if (district) return fourth === undefined || looksLikeTown(fourth);
    if (fourth === undefined && knowsTown(third, city)) return true;
  }
  return county !== undefined && fourth === undefined && looksLikeTown(third);
}

const looksLikeTown = (name: string): boolean => name.length >= 2 && name.length <= 24;

/** Whole path of a division as a rule writes it. */
export function pathOf({ name, province, city }: Division): string {
  return [province?.name, city?.name, name].filter((part) => part !== undefined).join('/');
}

/**
 * Whole paths for a name, or a path, whose end is being typed; the widest first.
 * @param most how many at most
 */
export function suggestRegions(typed: string, most: number): string[] {
  const parts = typed.split('/').map((part) => part.trim());
  const last = foldAddress(parts.at(-1) ?? '');
  const parents = parts.slice(0, -1);
  if (last === '' && parents.length === 0) return [];
  const [first, second] = parents;
  const province = first === undefined ? undefined : find(provinces(), first)?.division;
  if (first !== undefined && !province) return [];
  const city =
    second === undefined || !province ? undefined : find(within(province, 'city'), second)?.division;
  if (second !== undefined && second !== '' && !city) return [];
  const parent = city ?? province;

  const found: { path: string; rank: number; order: number }[] = [];
  const depth = { province: 0, city: 1, district: 2 } as const;
  const seen = new Set<Division>();
  const take = (naming: Naming): void => {
    const { division } = naming;
    if (!division || seen.has(division)) return;
    const key = foldAddress(naming.text);
    const rank = key.startsWith(last) ? 0 : key.includes(last) ? 1 : -1;
    if (rank < 0) return;
    seen.add(division);
    found.push({ path: pathOf(division), rank, order: found.length + depth[division.level] * 10_000 });
  };
  for (const naming of divisionIndex().below.get(parent) ?? []) take(naming);
  if (parent === undefined) {
    for (const { division } of provinces())
      if (division) for (const naming of within(division, 'district')) take(naming);
  }
  return found
    .sort((one, other) => one.rank - other.rank || one.order - other.order)
    .slice(0, most)
    .map(({ path }) => path);
}
