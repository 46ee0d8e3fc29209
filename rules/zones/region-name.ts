import { stemOfCity, stemOfDistrict, stemOfProvince } from '../address/short-name.ts';

/**
 * Names of divisions as shops write them in tables: 新疆 and 新疆维吾尔自治区, 杭州 and 杭州市, 陵水 and 陵水黎族自治县
 * are the same place. Nothing here knows the list of divisions, so that a seller's page need not carry it.
 */

export type RegionLevel = 'province' | 'city' | 'district' | 'town';

const stems = new Map<string, string>();

/** The name without its suffix (省, 市, 区, 县, 自治州 …); names of two characters (唐县, 和县) stay whole. */
export function regionStem(name: string): string {
  const known = stems.get(name);
  if (known !== undefined) return known;
  const whole = name.replace(/\s/g, '');
  const shorter = [stemOfProvince(whole)[0], stemOfCity(whole).at(-1), stemOfDistrict(whole).at(-1)];
  const stem =
    shorter.find((short) => short !== undefined && short.length >= 2 && short !== whole) ??
    bareOf(whole) ??
    whole;
  if (stems.size > 4_000) stems.clear();
  stems.set(name, stem);
  return stem;
}

/** 恩施州 is how 恩施土家族苗族自治州 is called; no list says 恩施州 itself. */
const bareOf = (name: string): string | undefined => /^(..+)[州盟]$/.exec(name)?.[1];

/** Whether two names of the same level mean one place. */
export function sameRegion(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && (a === b || regionStem(a) === regionStem(b));
}

const spellings: Record<RegionLevel, Map<string, readonly string[]>> = {
  province: new Map(),
  city: new Map(),
  district: new Map(),
  town: new Map(),
};

/**
 * Every way a table may write the division of this official name, the name itself first. A district written with its
 * kind is taken at its word: 邢台市 and 邢台县 share the stem 邢台 and are two places.
 */
export function spellingsOf(level: RegionLevel, name: string): readonly string[] {
  const known = spellings[level].get(name);
  if (known) return known;
  const found = [...new Set([name, ...shorterNames(level, name)])];
  // Town names come from texts as written, so there is no end of them.
  if (spellings[level].size > 8_000) spellings[level].clear();
  spellings[level].set(name, found);
  return found;
}

function shorterNames(level: RegionLevel, name: string): string[] {
  switch (level) {
    case 'province': {
      const short = stemOfProvince(name);
      const [stem = name] = short;
      return [...short, `${stem}省`, `${stem}市`, `${stem}自治区`, `${stem}特区`];
    }
    case 'city': {
      const stem = regionStem(name);
      return [...stemOfCity(name), stem, ...(stem === name ? [] : [`${stem}市`, `${stem}州`, `${stem}地区`])];
    }
    case 'district':
      return stemOfDistrict(name);
    case 'town': {
      const stem = name.replace(/(?:街道办事处|街道|镇|乡|苏木|地区)$/, '');
      return stem.length < 2 || stem === name
        ? []
        : [stem, `${stem}街道办事处`, `${stem}街道办`, `${stem}街办`];
    }
  }
}

/** Parts of a written path that name no place: what some lists put between a city and its districts. */
const filler = /^(?:|市辖区|市辖县|县|省直辖县级?行政(?:区划|单位)|自治区直辖县级行政区划|直辖县级?|直辖市)$/;

/** The parts of `省/市/区/镇` that name a place, widest first. */
export function pathParts(region: string): string[] {
  return region
    .split('/')
    .map((part) => part.trim())
    .filter((part, at) => at === 0 || !filler.test(part));
}
