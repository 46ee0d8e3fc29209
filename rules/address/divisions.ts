import { foldAddress } from './fold.ts';
import { divisions, formerNames } from './regions.generated.ts';
import { stemOfCity, stemOfDistrict, stemOfProvince } from './short-name.ts';

/** One division of today. `city` is absent on provinces, on cities themselves, and where a province governs the county. */
export interface Division {
  /** Two, four or six digits. */
  code: string;
  name: string;
  level: 'province' | 'city' | 'district';
  province: Division | undefined;
  city: Division | undefined;
}

export type NameKind = 'full' | 'former' | 'short';

/** One way to write a division. Several divisions share many of the names (鼓楼区 ×4). */
export interface Naming {
  text: string;
  kind: NameKind;
  level: Division['level'];
  province: Division;
  /** Undefined on provinces and on divisions a province governs directly. */
  city: Division | undefined;
  /** Undefined for a former district without a known successor. */
  division: Division | undefined;
  /** The text without 省, 市, 县 …; compared when a name is mistyped. */
  stem: string;
}

export interface DivisionIndex {
  /** Every naming of a text. */
  named: Map<string, Naming[]>;
  /** The texts that begin with two given characters, longest first. */
  beginning: Map<string, string[]>;
  /** Six-digit code → division. */
  byCode: Map<string, Division>;
  /** Whole names (of today and former) below a province or a city; below nothing, the provinces and the cities. */
  below: Map<Division | undefined, Naming[]>;
  /** Provinces and cities by the characters of their stems: where a mistyped text may begin. */
  withCharacter: Map<string, Naming[]>;
}

/** Cities without districts (data.md §3): towns hang on the city. */
export const citiesWithoutDistricts: ReadonlySet<string> = new Set(['4419', '4420', '4604', '6202']);

export const municipalityCodes: ReadonlySet<string> = new Set(['11', '12', '31', '50']);

let built: DivisionIndex | undefined;

/** The index over the division data; built on first use (a few milliseconds), then shared. */
export function divisionIndex(): DivisionIndex {
  built ??= build();
  return built;
}

function build(): DivisionIndex {
  const named = new Map<string, Naming[]>();
  const byCode = new Map<string, Division>();
  const byPrefix = new Map<string, { province: Division; city: Division | undefined }>();
  const below = new Map<Division | undefined, Naming[]>();
  const add = (bare: Omit<Naming, 'stem'>): void => {
    if (bare.text.length < 2) return;
    const key = foldAddress(bare.text);
    const naming: Naming = { ...bare, stem: bare.kind === 'short' ? key : key.replace(suffix, '') };
    const list = named.get(key);
    if (!list) named.set(key, [naming]);
    else if (!list.some((other) => sameTarget(other, naming))) list.push(naming);
    else return;
    if (naming.kind === 'short') return;
    const parents = naming.level === 'district' ? [naming.province, naming.city] : [];
    if (naming.level === 'city') parents.push(naming.province);
    const whole =
      naming.level === 'district'
        ? parents.filter((parent) => parent !== undefined)
        : [...parents, undefined];
    for (const parent of whole) {
      const children = below.get(parent);
      if (children) children.push(naming);
      else below.set(parent, [naming]);
    }
  };

  let province: Division | undefined;
  for (const line of divisions.split('\n')) {
    const [head = '', ...districts] = line.split(' ');
    if (/^\d{2}\D/.test(head)) {
      province = {
        code: head.slice(0, 2),
        name: head.slice(2),
        level: 'province',
        province: undefined,
        city: undefined,
      };
      byCode.set(`${province.code}0000`, province);
      const naming = { level: 'province' as const, province, city: undefined, division: province };
      add({ ...naming, text: province.name, kind: 'full' });
      for (const text of stemOfProvince(province.name)) add({ ...naming, text, kind: 'short' });
      continue;
    }
    if (!province) throw new Error('division data: a city stands before its province');
    const own = province;
    const prefix = head.slice(0, 4);
    const city = cityOf(prefix, head.slice(4), own);
    byPrefix.set(prefix, { province: own, city });
    for (const entry of districts) {
      const district: Division = {
        code: prefix + entry.slice(0, 2),
        name: entry.slice(2),
        level: 'district',
        province: own,
        city,
      };
      byCode.set(district.code, district);
      const naming = { level: 'district' as const, province: own, city, division: district };
      add({ ...naming, text: district.name, kind: 'full' });
      for (const text of stemOfDistrict(district.name)) add({ ...naming, text, kind: 'short' });
    }
  }

  function cityOf(prefix: string, name: string, own: Division): Division | undefined {
    if (name === '') return undefined;
    // 重庆's counties carry another prefix than its districts; both hang on one city.
    const same = municipalityCodes.has(own.code) ? byCode.get(`${own.code}0100`) : undefined;
    if (same) return same;
    const city: Division = { code: prefix, name, level: 'city', province: own, city: undefined };
    byCode.set(`${prefix}00`, city);
    const naming = { level: 'city' as const, province: own, city, division: city };
    add({ ...naming, text: name, kind: 'full' });
    for (const text of stemOfCity(name)) add({ ...naming, text, kind: 'short' });
    return city;
  }

  for (const line of formerNames.split('\n')) {
    const [head = '', ...districts] = line.split(' ');
    const at = byPrefix.get(head.slice(0, 4));
    if (!at) throw new Error(`division data: no city ${head}`);
    for (const text of head.slice(4).split('/')) {
      if (text === '' || !at.city) continue;
      const naming = { level: 'city' as const, province: at.province, city: at.city, division: at.city };
      add({ ...naming, text, kind: 'former' });
      for (const short of stemOfCity(text)) add({ ...naming, text: short, kind: 'short' });
    }
    for (const entry of districts) {
      const text = entry.replace(/\d+$/, '');
      const into = entry.slice(text.length);
      add({
        text,
        kind: 'former',
        level: 'district',
        province: at.province,
        city: at.city,
        division: byCode.get(into.length === 2 ? head.slice(0, 4) + into : into),
      });
    }
  }

  const beginning = new Map<string, string[]>();
  for (const text of named.keys()) {
    const key = text.slice(0, 2);
    const list = beginning.get(key);
    if (list) list.push(text);
    else beginning.set(key, [text]);
  }
  for (const list of beginning.values()) list.sort((a, b) => b.length - a.length);
  const withCharacter = new Map<string, Naming[]>();
  for (const naming of below.get(undefined) ?? []) {
    for (const char of new Set(naming.stem)) {
      const list = withCharacter.get(char);
      if (list) list.push(naming);
      else withCharacter.set(char, [naming]);
    }
  }
  return { named, beginning, byCode, below, withCharacter };
}

const suffix = /(?:省|特别行政区|自治[区州县旗]|地区|[市县区旗盟])$/;

const sameTarget = (a: Omit<Naming, 'stem'>, b: Omit<Naming, 'stem'>): boolean =>
  a.level === b.level && a.province === b.province && a.city === b.city && a.division === b.division;
