import {
  citiesWithoutDistricts,
  type Division,
  divisionIndex,
  municipalityCodes,
  type Naming,
} from '../address/divisions.ts';
import { foldAddress } from '../address/fold.ts';
import { readingCost } from '../address/likeness.ts';
import { stemOfCity, stemOfDistrict, stemOfProvince } from '../address/short-name.ts';
import { pathParts } from './region-name.ts';

/**
 * Finds the division that a table means by its names. Uses the lists of divisions: for the options page and the
 * background, never for a seller's page.
 */

/** A region as a table writes it, part by part; what is not written is absent or empty. */
export interface WrittenPlace {
  province?: string;
  city?: string;
  district?: string;
  town?: string;
}

export type FoundPlace =
  | {
      ok: true;
      /** Official, as rules write regions: 省, 省/市, 省/市/区, the town behind them. */
      path: string;
      /** Two, four or six digits; `/镇` behind them for a town. */
      code: string;
      /** A former name that was taken for today's. */
      former?: string;
    }
  /** `part`: the words that no division is called; `near`: paths that come close. */
  | { ok: false; part: string; near: string[] }
  /** Several divisions are called so. */
  | { ok: false; part: string; open: string[] };

type Level = Division['level'];

const stemsOf: Record<Level, (name: string) => string[]> = {
  province: stemOfProvince,
  city: stemOfCity,
  district: stemOfDistrict,
};

/** Official path of a division; a county without a city stands right below its province. */
export const pathOfDivision = ({ name, province, city }: Division): string =>
  [province?.name, city?.name, name].filter((part) => part !== undefined).join('/');

interface NameIndex {
  /** Every way to write a division, folded. */
  byName: Map<string, Naming[]>;
}

let built: NameIndex | undefined;

function names(): NameIndex {
  if (built) return built;
  const byName = new Map<string, Naming[]>();
  const add = (text: string, naming: Naming): void => {
    const key = foldAddress(text);
    const list = byName.get(key);
    if (!list) byName.set(key, [naming]);
    else if (!list.some((other) => other.division === naming.division)) list.push(naming);
  };
  const seen = new Set<Naming>();
  for (const list of divisionIndex().below.values()) {
    for (const naming of list) {
      if (seen.has(naming)) continue;
      seen.add(naming);
      add(naming.text, naming);
      for (const short of stemsOf[naming.level](naming.text)) add(short, naming);
    }
  }
  built = { byName };
  return built;
}

/** Divisions of these levels that `written` names, inside `parent`; those called so in full go before short forms. */
function named(written: string, levels: readonly Level[], parent: Division | undefined): Naming[] {
  const key = foldAddress(written);
  const found = (names().byName.get(key) ?? []).filter(
    (naming) => levels.includes(naming.level) && naming.division && liesIn(naming.division, parent),
  );
  const inFull = found.filter((naming) => foldAddress(naming.text) === key);
  const best = inFull.length > 0 ? inFull : found;
  const today = best.filter(({ kind }) => kind === 'full');
  // A name of today is meant rather than a former one; a city rather than the county inside it.
  const meant = today.length > 0 ? today : best;
  const widest = levels.find((level) => meant.some((naming) => naming.level === level));
  return meant.filter(({ level }) => level === widest);
}

const liesIn = (division: Division, parent: Division | undefined): boolean =>
  parent === undefined || division === parent || division.city === parent || division.province === parent;

/** What a name must at least have in common with a mistyped one; the dear comparison is for few. */
function sharesHalf(written: string, text: string): boolean {
  if (Math.abs(written.length - text.length) > 1) return false;
  let shared = 0;
  for (const char of text) if (written.includes(char)) shared += 1;
  return shared * 2 >= text.length;
}

/** Names close to a mistyped one, the closest first. */
function nearest(written: string, levels: readonly Level[], parent: Division | undefined): string[] {
  const key = foldAddress(written);
  const found = new Map<Division, number>();
  for (const [text, namings] of names().byName) {
    if (!sharesHalf(key, text)) continue;
    const cost = readingCost(key, text);
    if (cost > 1.05 || cost >= text.length / 2 + 0.5) continue;
    for (const { division, level } of namings) {
      if (!division || !levels.includes(level) || !liesIn(division, parent)) continue;
      found.set(division, Math.min(cost, found.get(division) ?? cost));
    }
  }
  return [...found]
    .sort((one, other) => one[1] - other[1])
    .slice(0, 3)
    .map(([division]) => pathOfDivision(division));
}

const allLevels = ['province', 'city', 'district'] as const;

function unknown(part: string, levels: readonly Level[], parent: Division | undefined): FoundPlace {
  const near = nearest(part, levels, parent);
  if (near.length > 0) return { ok: false, part, near };
  // 杭州市 without its province, a city of another province: what is called so stands elsewhere.
  const elsewhere = named(part, allLevels, undefined).flatMap(({ division }) => division ?? []);
  return { ok: false, part, near: elsewhere.slice(0, 3).map(pathOfDivision) };
}

const isTownName = (name: string): boolean => /^[\u3400-\u9fff\d]{2,24}$/.test(name);
/** What lists of divisions put between a city and its districts. */
const filler =
  /^(?:市辖区|市辖县|县|省直辖县级?行政(?:区划|单位)|自治区直辖县级行政区划|直辖县级?|-|—|\/|无)$/;

/** Finds what the parts name, each inside the one before; a part may be left out where the next settles it. */
export function findPlace(written: WrittenPlace): FoundPlace {
  const part = (text: string | undefined): string | undefined => {
    const trimmed = text?.trim() ?? '';
    return trimmed === '' || filler.test(trimmed) ? undefined : trimmed;
  };
  const steps: { text: string; levels: Level[] }[] = [];
  const province = part(written.province);
  const city = part(written.city);
  const district = part(written.district);
  const town = part(written.town);
  if (province !== undefined) steps.push({ text: province, levels: ['province'] });
  if (city !== undefined) steps.push({ text: city, levels: ['city', 'district'] });
  if (district !== undefined) steps.push({ text: district, levels: ['district'] });
  if (steps.length === 0) return { ok: false, part: town ?? '', near: [] };

  let places: (Division | undefined)[] = [undefined];
  let former: string | undefined;
  for (const { text, levels } of steps) {
    const parents = places;
    const found = new Set<Division>();
    for (const parent of parents) {
      // 北京市/北京市, 澳门/澳门: a municipality is its own city.
      if (parent && isItself(parent, text)) {
        found.add(parent);
        continue;
      }
      for (const { division, kind } of named(text, levels, parent)) {
        if (!division || (parent && division === parent)) continue;
        found.add(division);
        if (kind === 'former') former = text;
      }
    }
    if (found.size === 0) {
      const [parent] = parents;
      // 东莞/虎门镇, 仙桃市/彭场镇: no district stands between.
      if (
        parent &&
        text === district &&
        town === undefined &&
        parents.length === 1 &&
        takesTown(parent, text)
      )
        return placeOf(parent, text, former);
      return unknown(text, levels, parents.length === 1 ? parent : undefined);
    }
    places = [...found];
  }
  const [place, ...others] = places;
  if (!place || others.length > 0) {
    const open = places.flatMap((one) => (one ? [pathOfDivision(one)] : []));
    return { ok: false, part: steps.at(-1)?.text ?? '', open };
  }
  if (town === undefined) return placeOf(place, undefined, former);
  if (!isTownName(town) || place.level === 'province') return { ok: false, part: town, near: [] };
  return placeOf(place, town, former);
}

const isItself = (parent: Division, text: string): boolean =>
  parent.level === 'province' &&
  (municipalityCodes.has(parent.code) || /特别行政区$/.test(parent.name)) &&
  (text === parent.name || stemOfProvince(parent.name).includes(text));

/** Towns hang on districts, on counties a province governs, and on the four cities without districts. */
const takesTown = (parent: Division, text: string): boolean =>
  isTownName(text) &&
  (citiesWithoutDistricts.has(parent.code) ||
    (parent.level === 'district' && /(?:镇|乡|街道|街道办|办事处|苏木|农场|林场|团|区)$/.test(text)));

function placeOf(place: Division, town: string | undefined, former: string | undefined): FoundPlace {
  const path = pathOfDivision(place);
  return {
    ok: true,
    path: town === undefined ? path : `${path}/${town}`,
    code: town === undefined ? place.code : `${place.code}/${town}`,
    ...(former !== undefined && !path.endsWith(former) ? { former } : {}),
  };
}

/** The place a rule's region means. */
export function findRegion(region: string): FoundPlace {
  const [province, second, third, fourth] = pathParts(region);
  if (pathParts(region).length > 4) return { ok: false, part: region, near: [] };
  if (fourth !== undefined) {
    return findPlace({
      ...(province === undefined ? {} : { province }),
      ...(second === undefined ? {} : { city: second }),
      ...(third === undefined ? {} : { district: third }),
      town: fourth,
    });
  }
  return findPlace({
    ...(province === undefined ? {} : { province }),
    ...(second === undefined ? {} : { city: second }),
    ...(third === undefined ? {} : { district: third }),
  });
}

/** Codes of every region the rules write, as far as the lists know them (`CourierTable.codes`). */
export function regionCodes(regions: Iterable<string>): Record<string, string> {
  const codes: Record<string, string> = {};
  for (const region of new Set(regions)) {
    const found = findRegion(region);
    if (found.ok) codes[region] = found.code;
  }
  return codes;
}
