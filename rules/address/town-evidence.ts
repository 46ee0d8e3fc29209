import type { Division } from './divisions.ts';
import { foreign } from './foreign.ts';
import { nothing, type RegionPath } from './region-path.ts';
import type { RegionState } from './region-state.ts';
import { liesIn, stemOfTownAt, type Town, townOfStem, townsAt } from './towns.ts';

/** A town in the text. */
export interface TownWords {
  start: number;
  end: number;
  /** Official where the lists know it, else as written. */
  name: string;
  /** Where it lies; empty where the lists do not know it. */
  places: Division[];
}

const looksLikeTown =
  /^([一-龥](?:(?![市县区旗州])[一-龥]){0,8}?(?:街道办事处|街道办|街道|民族乡|镇|乡|苏木|农场|林场|牧场|团场)|(?:\d{1,3}|[一二三四五六七八九十零〇]{1,4})团)(?![路街巷口])/;
/** One of them is in every word that looks like a town's. */
const townSign = /[街镇乡苏农林牧团]/;
const notTown = /(?:城乡|故乡|家乡|老乡|水乡|[东西南北中]街道|路.*|大道.*|小区.*)$/;
const unreadDistrict = /^[一-龥]{0,5}?[县区旗](?=[一-龥]{1,8}?(?:街道|镇|乡))/;

/** 天水市某某县云山镇: a district that cannot be read stays in the detail; the town behind it is still a town. */
export const lengthOfUnreadDistrict = (rest: string, at: number): number =>
  unreadDistrict.exec(rest.slice(at, at + 16))?.[0].length ?? 0;

/** Roads carry the names of towns (城关镇中路 does not, 良渚镇路 would). */
const roadAfter = /^[东西南北中]?[路街巷](?!道)/;

export const startsTown = (rest: string, at: number, region: RegionState): boolean =>
  readTown(rest, at, region) !== undefined;

/** Whether a town's place can be where the region says. */
const within =
  (region: RegionState) =>
  (place: Division): boolean => {
    if (region.candidates.length > 0)
      return region.candidates.some(({ division }) => division && liesIn(place, division));
    const deepest = region.district ?? region.city ?? region.province;
    return deepest === undefined || liesIn(place, deepest);
  };

/** The town at `at` below what is known of the region. A town of the lists wins over what merely looks like one. */
export function readTown(rest: string, at: number, region: RegionState): TownWords | undefined {
  const inside = within(region);
  const known = townsAt(rest, at).filter(({ end }) => !roadAfter.test(rest.slice(end, end + 2)));
  const here = known.find(({ places }) => places.some(inside));
  if (here) return { start: at, ...townWords(here, here.places.filter(inside)) };
  const bare = region.city && stemOfTownAt(rest, at, region.city);
  if (bare) return { start: at, ...townWords(bare, bare.places) };
  const ahead = rest.slice(at, at + 16);
  const looks = townSign.test(ahead) ? looksLikeTown.exec(ahead)?.[1] : undefined;
  if (looks === undefined || notTown.test(looks)) return undefined;
  const words = { start: at, end: at + looks.length };
  return { ...words, ...(townOfStem(looks, inside) ?? { name: looks, places: [] }) };
}

const townWords = ({ name, end }: Town, places: Division[]): Omit<TownWords, 'start'> => ({
  name,
  end,
  places,
});

/** A path from a town alone, where its name stands in one district, or in one city (data.md §3: 88.6 % do). */
export function townPathAt(rest: string, at: number): RegionPath | undefined {
  if (foreign.test(rest.slice(0, 12))) return undefined;
  const [town] = townsAt(rest, at).filter(
    ({ end }) => end - at > 2 && !roadAfter.test(rest.slice(end, end + 2)),
  );
  // 王庄乡村饭店 is a village inn.
  if (!town || rest.startsWith('乡村', town.end - 1)) return undefined;
  // The town itself is read behind the empty path.
  return { ...nothing, start: at, end: at, score: 0 };
}
