import { corpsAt } from './corps.ts';
import { divisionIndex } from './divisions.ts';
import { holds, repairedPath, standsApart } from './path-evidence.ts';
import { continues, nothing, pathAt, type RegionPath, skipSeparators } from './region-path.ts';
import type { RegionState } from './region-state.ts';
import { joined, withTown } from './settle-region.ts';
import { lengthOfUnreadDistrict, readTown, type TownWords, townPathAt } from './town-evidence.ts';
import { townsAt } from './towns.ts';

/** The region of a text: what was read, the words it covers, and the town behind it. */
export interface FoundRegion {
  region: RegionState;
  start: number;
  /** Where the detail begins. */
  end: number;
  town: TownWords | undefined;
  /** Words elsewhere that say the same region again (余杭区 … 杭州市 浙江省). */
  repeats: { start: number; end: number }[];
}

/**
 * Finds the region.
 * @param rest folded text, everything that is no place blanked with line feeds
 */
export function findRegion(rest: string): FoundRegion | undefined {
  const path = choosePath(rest);
  return path && followRegion(rest, path);
}

/** The region of a text whose path is known: what the words behind and elsewhere add to it. */
export const followRegion = (rest: string, path: RegionPath): FoundRegion =>
  gatherPieces(rest, followRepeats(rest, path));

/** Starts of the words between separators. */
const pieceStart = /(?<=^|[\s,;|/()[\]:。、])[^\s,;|/()[\]:。、]/g;

/** Where the region stands: the first path that holds, a later and fuller one only over a weak first. */
function choosePath(rest: string): RegionPath | undefined {
  let chosen: RegionPath | undefined;
  const { beginning } = divisionIndex();
  for (let at = 0; at + 1 < rest.length; at += 1) {
    if (chosen && at < chosen.end) continue;
    if (!beginning.has(rest.slice(at, at + 2))) continue;
    const path = pathAt(rest, at);
    if (!path || !holds(rest, path)) continue;
    if (!chosen) chosen = path;
    else if (chosen.written.length === 1 && !chosen.hasFull && path.written.length > 1 && path.hasFull)
      return path;
    else if (chosen.candidates.length > 0 && path.written.length > 1 && path.hasFull) return path;
    if (chosen.written.length > 1) break;
  }
  return mended(rest, chosen);
}

/** A path that begins with a mistyped name, or a town without any region before it. */
function mended(rest: string, exact: RegionPath | undefined): RegionPath | undefined {
  let tried = 0;
  for (const match of rest.matchAll(pieceStart)) {
    const at = match.index;
    if (exact && at >= exact.start) break;
    // A text has few pieces in front of its region; a long one is no address.
    tried += 1;
    if (tried > 24) break;
    const corps = corpsAt(rest, at, exact?.province?.code === '65');
    // 第八师石河子市: the division belongs to the region that follows it.
    if (corps && exact && skipSeparators(rest, corps.end) >= exact.start) return { ...exact, start: at };
    if (corps && !exact) return corpsPath(at, corps.words);
    const path = repairedPath(rest, at) ?? (exact ? undefined : townPathAt(rest, at));
    if (!path) continue;
    if (!exact) return path;
    // 商秋市夏邑县: the mistyped city stands right before the district that was found.
    if (path.end >= exact.end && continues(path, exact)) return path;
  }
  return exact;
}

/** The corps lies in 新疆; its division and regiment are read behind the empty path. */
function corpsPath(at: number, words: string): RegionPath {
  const province = divisionIndex().byCode.get('650000');
  const notes = [{ part: 'province' as const, how: 'corps' as const, from: words }];
  return { ...nothing, province, notes, start: at, end: at, score: 0 };
}

/** 浙江杭州余杭区浙江省杭州市余杭区…: steps over repetitions, takes more detail from them, and the town. */
function followRepeats(rest: string, path: RegionPath): FoundRegion {
  let region: RegionState = path;
  let end = path.end;
  let town: TownWords | undefined;
  for (let turn = 0; turn < 8; turn += 1) {
    const at = skipSeparators(rest, end);
    const again = pathAt(rest, at);
    if (again && continues(region, again) && repeatsRegion(rest, again)) {
      region = joined(region, again);
      end = again.end;
      continue;
    }
    const corps =
      region.province?.code === '65' && townsAt(rest, at).length === 0 ? corpsAt(rest, at, true) : undefined;
    if (corps) {
      region = withCorps(region, corps.code, corps.words);
      if (corps.regiment)
        town = { ...corps.regiment, name: rest.slice(corps.regiment.start, corps.regiment.end), places: [] };
      end = corps.end;
      continue;
    }
    const unread = region.districtName === undefined ? lengthOfUnreadDistrict(rest, at) : 0;
    // Only the same town again is read on; all ways to write it begin alike.
    if (town && rest.charAt(town.start) !== rest.charAt(at + unread)) break;
    const found = readTown(rest, at + unread, region);
    if (!found) break;
    if (town && town.name !== found.name) break;
    town = found;
    region = withTown(region, found, rest.slice(found.start, found.end));
    // 市辖区 and 市区 say nothing; a district that cannot be read stays in the detail.
    if (unread > 0 && !/^(?:市辖区|市区|区|县)$/.test(rest.slice(at, at + unread))) break;
    end = found.end;
  }
  return { region, start: path.start, end, town, repeats: [] };
}

const repeatsRegion = (rest: string, again: RegionPath): boolean =>
  standsApart(rest, again) &&
  (again.hasFull || again.written.length > 1 || /^[\s,;|]/.test(rest.slice(again.end)));

function withCorps(region: RegionState, code: string, words: string): RegionState {
  const place = divisionIndex().byCode.get(code);
  if (!place || region.districtName !== undefined || (region.city && region.city !== place)) return region;
  const note = { part: place.level, how: 'corps' as const, from: words };
  return place.level === 'city'
    ? { ...region, city: place, notes: [...region.notes, note] }
    : { ...region, district: place, districtName: place.name, notes: [...region.notes, note] };
}

const betweenPieces = /[\s,;|/()[\]:。、]/;

/** Fields in another order: the province after the district, the town in a line of its own. */
function gatherPieces(rest: string, found: FoundRegion): FoundRegion {
  if (found.start === 0 && found.end > 0 && !betweenPieces.test(rest)) return found;
  let { region, town } = found;
  const repeats: { start: number; end: number }[] = [];
  let looked = 0;
  for (const match of rest.matchAll(pieceStart)) {
    const at = match.index;
    if (at >= found.start && at < found.end) continue;
    looked += 1;
    if (looked > 24) break;
    const path = pathAt(rest, at);
    if (path?.hasFull && continues(region, path) && standsApart(rest, path) && saysMore(region, path, rest)) {
      region = joined(region, path);
      repeats.push({ start: path.start, end: path.end });
    } else if (!town && region.districtName === undefined) {
      const later = readTown(rest, at, region);
      if (!later || later.places.length === 0) continue;
      town = later;
      region = withTown(region, later, rest.slice(later.start, later.end));
    }
  }
  return { ...found, region, town, repeats };
}

/** A level the region lacks, or a piece that is nothing but the region again. */
function saysMore(region: RegionState, path: RegionPath, rest: string): boolean {
  const alone = /^(?:$|[\s,;|/()[\]:。、])/.test(rest.slice(path.end, path.end + 1));
  const more =
    path.written.some((level) => !region.written.includes(level)) ||
    (region.candidates.length > 0 && !!path.city);
  return alone || (more && path.written.length > 1);
}
