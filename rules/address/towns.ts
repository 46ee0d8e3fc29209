import { citiesWithoutDistricts, type Division, divisionIndex } from './divisions.ts';
import { foldAddress } from './fold.ts';
import { withoutPeoples } from './short-name.ts';

/**
 * The towns. They are large (350 KB), so they come only when `loadRegions()` was called; until then every function
 * here knows none, and the rest of the reader works from provinces, cities and districts alone.
 */
export interface Town {
  /** Official. */
  name: string;
  /** Offset at which it ends in the text. */
  end: number;
  /** Districts it lies in, or cities without districts; a city too where only a development zone has it. */
  places: Division[];
}

interface Known {
  name: string;
  codes: string[];
  /** Of the codes, once somebody asked. */
  places?: Division[];
}

const kinds: Record<string, string> = { J: '街道', Z: '镇', X: '乡' };
let known: Map<string, Known> | undefined;

/** Reads the committed list (once); about 30 ms. */
export function learnTowns(towns: string): void {
  if (known) return;
  const index = new Map<string, Known>();
  const add = (text: string, name: string, code: string): void => {
    const entry = index.get(text);
    if (!entry) index.set(text, { name, codes: [code] });
    else if (entry.name === name && !entry.codes.includes(code)) entry.codes.push(code);
  };
  const shorter: [string, string, string][] = [];
  for (const line of towns.split('\n')) {
    const code = line.slice(0, 6);
    for (const [whole, stem = '', kind = ''] of line.slice(6).matchAll(/([^JZX ]+)([JZX ]|$)/g)) {
      if (whole === '') continue;
      const name = stem + (kinds[kind] ?? '');
      add(foldAddress(name), name, code);
      const short = kind === 'X' ? withoutPeoples(stem) : undefined;
      if (short !== undefined) shorter.push([`${short}乡`, name, code]);
    }
  }
  // 新仁乡 for 新仁苗族乡, unless a 新仁乡 is known.
  for (const [text, name, code] of shorter) add(foldAddress(text), name, code);
  known = index;
  for (const [stem, { name, codes }] of index) {
    for (const city of placesOf(codes.filter((code) => citiesWithoutDistricts.has(code.slice(0, 4))))) {
      const names = stems.get(city) ?? new Map<string, string>();
      stems.set(city, names.set(stem.replace(sameStem, ''), name));
    }
  }
}

const ending =
  /街道办事处|街道办|街道|街办|办事处|民族乡|镇|乡|苏木|农场|林场|牧场|渔场|茶场|果园场|良种场|管理区|地区|团场?/y;
/** What an ending begins with: the rest of a text is not looked into. */
const endingStart = new Set('街办民镇乡苏农林牧渔茶果良管地团');
/** The longest town name has 15 characters. */
const window = 18;
/** 一–龥. */
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fa5;
const street = /^(?:街道办事处|街道办|街办|办事处)$/;

/**
 * Every town whose name stands exactly at `at`, longest first.
 * @param text folded text
 */
export function townsAt(text: string, at: number): Town[] {
  if (!known) return [];
  const last = Math.min(text.length, at + window);
  let stop = at;
  while (stop < last && isHan(text.charCodeAt(stop))) stop += 1;
  const here = text.slice(at, stop);
  const found: Town[] = [];
  for (let i = 0; i < here.length; i += 1) {
    if (!endingStart.has(here.charAt(i))) continue;
    ending.lastIndex = i;
    const kind = ending.exec(here)?.[0];
    if (kind === undefined) continue;
    const from = i;
    const end = from + kind.length;
    i = end - 1;
    const written = here.slice(0, end);
    const name = street.test(kind) ? `${here.slice(0, from)}街道` : written;
    const entry = known.get(name) ?? known.get(written);
    if (!entry) continue;
    entry.places ??= placesOf(entry.codes);
    found.unshift({ name: entry.name, end: at + end, places: entry.places });
  }
  return found;
}

const sameStem = /(?:街道办事处|街道办|街道|街办|办事处|镇|乡)$/;

/** A town whose stem is the written one's (两路镇 for 两路街道: towns change their kind), if there is one such town. */
export function townOfStem(
  written: string,
  within: (place: Division) => boolean,
): Pick<Town, 'name' | 'places'> | undefined {
  const stem = written.replace(sameStem, '');
  if (!known || stem.length < 2 || stem === written) return undefined;
  const [only, ...others] = ['街道', '镇', '乡'].flatMap((kind) => {
    const entry = known?.get(stem + kind);
    const places = entry ? placesOf(entry.codes).filter(within) : [];
    return entry && places.length > 0 ? [{ name: entry.name, places }] : [];
  });
  return others.length === 0 ? only : undefined;
}

/** Stems of the towns of the cities without districts, where a town stands in the district's place (东莞虎门). */
const stems = new Map<Division, Map<string, string>>();

/** The town of a city without districts whose name stands at `at` without 镇 or 街道. */
export function stemOfTownAt(text: string, at: number, city: Division): Town | undefined {
  const names = stems.get(city);
  if (!names) return undefined;
  for (const length of [4, 3, 2]) {
    const name = names.get(text.slice(at, at + length));
    if (name === undefined) continue;
    // 莞城区: the town is called a district; 长安路 is a road.
    const suffix = /^区(?![一-龥]?[路街])/.test(text.slice(at + length)) ? 1 : 0;
    const end = at + length + suffix;
    if (!/^(?:[东西南北中]?[路街巷]|大道|[大广商]?[厦场城]|花园|小区)/.test(text.slice(end, end + 3)))
      return { name, end, places: [city] };
  }
  return undefined;
}

/** A development zone's town (which stands for its city) says nothing where a district of that city has it too. */
function placesOf(codes: string[]): Division[] {
  const { byCode } = divisionIndex();
  const places = codes.flatMap((code) => byCode.get(code) ?? []);
  return places.filter((place) => place.level === 'district' || !places.some(({ city }) => city === place));
}

/** Whether `place` is or lies in `division`. */
export const liesIn = (place: Division, division: Division): boolean =>
  place === division || place.city === division || place.province === division;

/** Towns hang on these cities themselves. */
export const holdsTowns = (place: Division): boolean =>
  place.level === 'district' || citiesWithoutDistricts.has(place.code);
