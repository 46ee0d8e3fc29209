import { type Division, divisionIndex, municipalityCodes, type Naming } from './divisions.ts';
import { followRegion } from './find-region.ts';
import { foldAddress } from './fold.ts';
import type { ParsedAddress } from './parsed-address.ts';
import { nameLikeness } from './person-name.ts';
import type { Region } from './region.ts';
import { regionPart } from './region-part.ts';
import { advance, nothing, type RegionPath } from './region-path.ts';
import type { RegionState } from './region-state.ts';
import { settle } from './settle-region.ts';

/**
 * The short way for what fills the address column of order lists: province, city and district at the start, separated
 * or glued, then town and detail. It answers only where the whole reader (parse.ts) gives the very same region and
 * leaves every other text to it: what that takes out first (phones, labels, names) is shown to be absent, the path at
 * the start is the one it finds there, and what follows is read by the same functions.
 */

/** The words of a whole region at the start of addresses, read once. */
interface Head {
  path: RegionPath;
  /** The answer where nothing but detail follows. */
  region: Region;
}

const LONGEST = 200;
const HEADS_LIMIT = 20_000;
/** Shorter ones look like a masked name with a mask behind them. */
const SHORTEST_HEAD = 6;

/**
 * In folded text, what entities.ts might take out, and signs that mean something to receiver.ts: six digits in a row,
 * phones with separators or masks, labels, brackets, ends of sentences, the dot inside a foreign name.
 */
const entity = /\d{6}|1[\d*xX]{6}|\d[\d\s-]{8}|[:;|[\]·。!！\n]|收[货件]人|姓名|邮编|邮政编/;
/** Where receiver.ts cuts; the others it knows are excluded above. */
const cut = /[\s,/]/;

/** Names by their first character, longest first. */
type ByFirst = Map<number, Name[]>;

interface Name {
  /** Folded. */
  text: string;
  naming: Naming;
}

/** The names a head is made of. */
interface HeadNames {
  provinces: ByFirst;
  /** Below a province. */
  cities: Map<Division, ByFirst>;
  /** Whole names only, below a city or the province that governs them. */
  districts: Map<Division, ByFirst>;
}

/** The words a text begins with. */
interface HeadWords {
  names: Name[];
  end: number;
}

let known: HeadNames | undefined;
const heads = new Map<string, Head | undefined>();

function headNames(): HeadNames {
  if (known) return known;
  const made: HeadNames = { provinces: new Map(), cities: new Map(), districts: new Map() };
  const below = (lists: Map<Division, ByFirst>, parent: Division): ByFirst => {
    const list = lists.get(parent) ?? new Map();
    lists.set(parent, list);
    return list;
  };
  const longestFirst = [...divisionIndex().named].sort(([a], [b]) => b.length - a.length);
  for (const [text, namings] of longestFirst) {
    for (const naming of namings) {
      const { level, kind, province, city } = naming;
      if (kind === 'former' || (level === 'district' && kind === 'short')) continue;
      const list =
        level === 'province'
          ? made.provinces
          : below(
              level === 'city' ? made.cities : made.districts,
              level === 'city' ? province : (city ?? province),
            );
      const same = list.get(text.charCodeAt(0));
      if (same) same.push({ text, naming });
      else list.set(text.charCodeAt(0), [{ text, naming }]);
    }
  }
  known = made;
  return made;
}

/** Reads the whole region a text begins with; undefined where it begins otherwise. */
function headWords(text: string): HeadWords | undefined {
  const { provinces, cities, districts } = headNames();
  const first = nameAt(provinces, text, 0);
  if (!first) return undefined;
  const { province } = first.naming;
  let at = behindCut(text, first.text.length);
  const second = nameAt(cities.get(province), text, at);
  if (second) at = behindCut(text, at + second.text.length);
  const third = nameAt(districts.get(second?.naming.city ?? onlyCityOf(province) ?? province), text, at);
  if (!third) return undefined;
  return { names: second ? [first, second, third] : [first, third], end: at + third.text.length };
}

function nameAt(list: ByFirst | undefined, text: string, at: number): Name | undefined {
  for (const name of list?.get(text.charCodeAt(at)) ?? none) if (text.startsWith(name.text, at)) return name;
  return undefined;
}

const none: readonly Name[] = [];

/** Behind one separator, if there is one. */
const behindCut = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x2c || code === 0x2f ? at + 1 : at;
};

/** 北京市东城区: the municipality's own city is not written. */
const onlyCityOf = ({ code }: Division): Division | undefined =>
  municipalityCodes.has(code) ? divisionIndex().byCode.get(`${code}0100`) : undefined;

/** Whether a name begins inside the head and may reach beyond it: then what follows decides. */
function reachesOut(head: string): boolean {
  const { beginning } = divisionIndex();
  for (let at = 0; at + 1 < head.length; at += 1) {
    const rest = head.slice(at);
    const longer = beginning.get(rest.slice(0, 2))?.some((name) => name !== rest && name.startsWith(rest));
    if (longer) return true;
  }
  return false;
}

/** The path of the namings at the start, put together the way region-path.ts does (test/unit/address proves it). */
function pathOf({ names, end }: HeadWords): RegionPath {
  let state = nothing;
  for (const { naming, text } of names) state = advance(state, naming.level, [naming], text, false);
  return { ...state, start: 0, end, score: 0 };
}

function headOf(found: HeadWords, text: string): Head | undefined {
  const words = text.slice(0, found.end);
  const seen = heads.get(words);
  if (seen || heads.has(words)) return seen;
  if (heads.size >= HEADS_LIMIT) heads.clear();
  let head: Head | undefined;
  if (words.length >= SHORTEST_HEAD && !reachesOut(words)) {
    const path = pathOf(found);
    head = { path, region: regionPart(settled(path, words)) };
  }
  heads.set(words, head);
  return head;
}

function settled(state: RegionState, words: string): ParsedAddress {
  const result: ParsedAddress = { confidence: 0, inferred: [] };
  settle(result, state, words);
  return result;
}

/** Forgets what was read while fewer lists were known. */
export const forgetHeads = (): void => heads.clear();

const house = /\d|[号栋楼室]/;

/** Whether receiver.ts might take a name from the front or from the end, where it looks before the region is known. */
function mayHoldName(text: string, end: number): boolean {
  const trimmed = text.trimEnd();
  const first = trimmed.search(cut);
  // One piece as long as a region is no name.
  if (first < 0) return false;
  if (first > end && nameLikeness(text.slice(0, first)) > 0) return true;
  const last = /[^\s,/]*$/.exec(trimmed)?.[0] ?? '';
  if (last === '') return true;
  const likeness = nameLikeness(last);
  return likeness === 3 || (likeness === 2 && house.test(trimmed.slice(0, -last.length)));
}

/**
 * The region of an address that begins with a whole one, in a few microseconds.
 * @returns what parse.ts answers; undefined where that has to be asked
 */
export function quickRegion(whole: string): Region | undefined {
  if (whole.length > LONGEST) return undefined;
  const text = foldAddress(whole);
  if (entity.test(text)) return undefined;
  const words = headWords(text);
  if (!words || mayHoldName(text, words.end)) return undefined;
  const head = headOf(words, text);
  if (!head) return undefined;
  const { path, region } = head;
  const found = followRegion(text, path);
  // What followed named a town, or nothing.
  if (found.region === path) return found.town ? { ...region, town: found.town.name } : region;
  const parsed = settled(found.region, whole.slice(0, found.end));
  if (found.town) parsed.town = found.town.name;
  return regionPart(parsed);
}
