import { type Division, municipalityCodes } from './divisions.ts';
import { takeEntities } from './entities.ts';
import { gluedTail, nameLikeness } from './person-name.ts';
import { continues, pathAt, type RegionPath, skipSeparators } from './region-path.ts';

export type RegionField = 'province' | 'city' | 'district';

/** What an address text says. Official names; what is not written and cannot be inferred is absent. */
export interface ParsedAddress {
  province?: string;
  city?: string;
  district?: string;
  town?: string;
  /** The rest, exactly as written, masks kept (`****`). */
  detail?: string;
  name?: string;
  phone?: string;
  /** Extension of a virtual number. */
  ext?: string;
  postcode?: string;
  /** Six-digit code of the deepest level read; of the successor where the text writes a former name. */
  code?: string;
  /** 0 no region read · below 0.6 doubtful, a verdict must not rest on it · 1 everything written in full. */
  confidence: number;
  /** Levels the text does not write and the others determine. */
  inferred: RegionField[];
  /** Full paths (省/市/区) the text leaves open (鼓楼区 without a city); absent when nothing is open. */
  candidates?: string[];
}

interface Piece {
  text: string;
  start: number;
  end: number;
}

const town = /^([一-龥]{1,9}?(?:街道办事处|街道|民族乡|镇|乡|苏木|团场))(?![路街道巷口])/;
const notTown = /(?:城乡|故乡|家乡|老乡|水乡|[东西南北中]街道|路.*|大道.*)$/;
const unreadDistrict = /^[一-龥]{1,5}?[县区旗](?=[一-龥]{1,8}?(?:街道|镇|乡))/;
const filler = /^(?:我家?的?)?(?:收货|收件|寄到|发到|送到)?(?:地址)?(?:是|在|为|改成|换成)?$/;
const edges = /^[\s,;:|、。.·\-_/]+|[\s,;:|、。·\-_/]+$/g;

/** Reads one address text, wherever name and phone stand in it. Pure; about 30 µs. */
export function parse(text: string): ParsedAddress {
  const entities = takeEntities(text);
  let rest = entities.rest;
  const result: ParsedAddress = { confidence: 0, inferred: [] };
  if (entities.phone !== undefined) result.phone = entities.phone;
  if (entities.ext !== undefined) result.ext = entities.ext;
  if (entities.postcode !== undefined) result.postcode = entities.postcode;
  const erase = (start: number, end: number): void => {
    rest = rest.slice(0, start) + '\n'.repeat(end - start) + rest.slice(end);
  };
  const takeName = (start: number, end: number): void => {
    result.name = text.slice(start, end).replace(/(?<=.)收$/, '');
    erase(start, end);
  };

  if (entities.name !== undefined) result.name = entities.name;
  else {
    const piece = namePiece(rest, entities.phoneSpans);
    if (piece) takeName(piece.start, piece.end);
  }

  const path = findPath(rest);
  if (path && result.name === undefined) {
    const before = piecesOf(rest).find(({ start, end }) => start < path.start && end > path.start);
    // 张三浙江省杭州市…: the name is stuck to the region.
    if (before && nameLikeness(rest.slice(before.start, path.start)) >= 2) takeName(before.start, path.start);
  }
  if (result.name === undefined) {
    for (const { start } of entities.phoneSpans) {
      const length = gluedTail(rest.slice(0, start));
      if (length > 0) takeName(start - length, start);
      if (result.name !== undefined) break;
    }
  }

  let end = 0;
  let lead = '';
  if (path) {
    lead = rest.slice(0, path.start).replace(edges, '');
    const { region, end: after, town: townName } = followRepeats(rest, path);
    end = after;
    settle(result, region);
    if (townName) {
      result.town = text.slice(townName.start, townName.end);
      erase(townName.start, townName.end);
    }
  }
  const detail = wordsOf(text, rest, end);
  const front = filler.test(lead) ? '' : wordsOf(text, rest.slice(0, path?.start ?? 0), 0);
  const whole = [front, detail].filter((part) => part !== '').join(' ');
  if (whole !== '') result.detail = whole;
  return result;
}

/** The pieces between separators, with their offsets. */
function piecesOf(rest: string): Piece[] {
  return [...rest.matchAll(/[^\s,;|]+/g)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The piece that is the receiver's name: beside the phone, or first, or last. */
function namePiece(rest: string, phones: { start: number; end: number }[]): Piece | undefined {
  const pieces = piecesOf(rest);
  let best: Piece | undefined;
  let bestScore = 2;
  pieces.forEach((piece, index) => {
    const likeness = nameLikeness(piece.text);
    if (likeness === 0) return;
    const region = pathAt(rest, piece.start);
    if (region && region.end >= piece.end) return;
    const beside = phones.some(({ start, end }) =>
      rest.slice(piece.end, start).trim().replace(/[,;|]/g, '') === '' && piece.end <= start
        ? true
        : piece.start >= end && rest.slice(end, piece.start).trim().replace(/[,;|]/g, '') === '',
    );
    const edge = index === 0 || index === pieces.length - 1;
    if (!beside && !edge) return;
    if (pieces.length === 1 && !beside && likeness < 3) return;
    // A lone first or last word without a family name is a name only where a phone or a comma sets it apart.
    const apart = index === 0 && /^[,;]/.test(rest.slice(piece.end));
    const score = likeness * 2 + (beside ? 2 : 0) + (apart ? 1 : 0) + (edge ? 0.5 : 0);
    if (likeness === 1 && !beside && !apart) return;
    if (score > bestScore) {
      best = piece;
      bestScore = score;
    }
  });
  return best;
}

/** Where the region stands: the first path that holds, a later and fuller one only over a weak first. */
function findPath(rest: string): RegionPath | undefined {
  let chosen: RegionPath | undefined;
  for (let at = 0; at + 1 < rest.length; at += 1) {
    if (chosen && at < chosen.end) continue;
    const path = pathAt(rest, at);
    if (!path || !holds(rest, path)) continue;
    if (!chosen) chosen = path;
    else if (chosen.written.length === 1 && !chosen.hasFull && path.written.length > 1 && path.hasFull)
      return path;
    else if (chosen.candidates.length > 0 && path.written.length > 1 && path.hasFull) return path;
    if (chosen.written.length > 1) return chosen;
  }
  return chosen;
}

/** Whether a path is evidence enough: a road name alone is never a region (data.md §5). */
function holds(rest: string, path: RegionPath): boolean {
  const before = rest.charAt(path.start - 1);
  const atEdge = path.start === 0 || /[\s,;|/(【:是到在发寄往]/.test(before);
  const after = rest.slice(path.end, path.end + 12);
  if (path.written.length > 1) return path.hasFull || atEdge;
  if (path.written[0] === 'district' && !standsAlone(path, atEdge)) return false;
  if (path.hasFull)
    return (
      !roadOrShop.test(after) && (atEdge || path.districtName === undefined || path.candidates.length === 0)
    );
  if (!atEdge) return false;
  // 能发新疆吗: a question about a region.
  return (
    /^(?:$|[\s,;|?？!！。]|[吗么嘛呢的])/.test(after) ||
    town.test(after) ||
    /^[一-龥]{1,3}(?:路|大道|大街)/.test(after)
  );
}

/** A district's name by itself: the short names of Hong Kong, Macao and Taiwan (中区, 东区) occur inside too many words. */
function standsAlone(path: RegionPath, atEdge: boolean): boolean {
  const overseas = path.province !== undefined && /^(?:71|81|82)/.test(path.province.code);
  return !overseas && (atEdge || path.end - path.start > 2);
}

const roadOrShop =
  /^(?:[东西南北中]?[路街巷]|[东西南北中]?大[道街]|小吃|火锅|拉面|饭店|酒店|人家|特产|烧烤|会馆|商会|驻)/;

/** 浙江杭州余杭区浙江省杭州市余杭区…: steps over repetitions, takes more detail from them, and the town. */
function followRepeats(
  rest: string,
  path: RegionPath,
): { region: RegionPath; end: number; town: Piece | undefined } {
  let region = path;
  let end = path.end;
  let townPiece: Piece | undefined;
  for (let turn = 0; turn < 6; turn += 1) {
    const at = skipSeparators(rest, end);
    const again = pathAt(rest, at);
    const repeats =
      again !== undefined &&
      continues(region, again) &&
      !roadOrShop.test(rest.slice(again.end, again.end + 4)) &&
      (again.hasFull || again.written.length > 1 || /^[\s,;|]/.test(rest.slice(again.end)));
    if (again && repeats) {
      if (again.written.length > 0 && deeper(again, region)) region = merge(region, again);
      end = again.end;
      continue;
    }
    // 天水市某某县云山镇: a district that cannot be read stays in the detail; the town behind it is still a town.
    const unread =
      region.districtName === undefined ? (unreadDistrict.exec(rest.slice(at, at + 10))?.[0].length ?? 0) : 0;
    const found = town.exec(rest.slice(at + unread, at + unread + 14))?.[1];
    if (found === undefined || notTown.test(found)) break;
    if (townPiece && townPiece.text !== found) break;
    townPiece = { text: found, start: at + unread, end: at + unread + found.length };
    if (unread > 0) break;
    end = townPiece.end;
  }
  return { region, end, town: townPiece };
}

const deeper = (later: RegionPath, earlier: RegionPath): boolean =>
  (later.city !== undefined && earlier.city === undefined) ||
  (later.districtName !== undefined &&
    (earlier.districtName === undefined || earlier.candidates.length > 0)) ||
  (later.hasFull && !earlier.hasFull);

function merge(earlier: RegionPath, later: RegionPath): RegionPath {
  const settled = later.districtName !== undefined && later.candidates.length === 0 ? later : earlier;
  // 鼓楼区 left open at first is settled by a city that follows.
  const open = settled.candidates.length > 0 && (later.city ?? earlier.city);
  const decided = open ? settled.candidates.filter((naming) => naming.city === open) : [];
  const [only] = decided.length === 1 ? decided : [];
  return {
    ...settled,
    start: earlier.start,
    province: settled.province ?? later.province ?? earlier.province,
    city: settled.city ?? later.city ?? earlier.city,
    district: only?.division ?? settled.district,
    candidates: only ? [] : settled.candidates,
    written: [...new Set([...earlier.written, ...later.written])],
    hasFull: earlier.hasFull || later.hasFull,
    unread: earlier.unread && later.unread,
  };
}

/** Writes the region into the result, says what was inferred and how sure it is. */
function settle(result: ParsedAddress, path: RegionPath): void {
  const { province, district, districtName, candidates, written } = path;
  const city =
    path.city ?? (province && municipalityCodes.has(province.code) ? municipalCity(province) : undefined);
  if (province) result.province = province.name;
  if (city) result.city = city.name;
  if (districtName !== undefined) result.district = districtName;
  if (province && !written.includes('province') && !municipalityCodes.has(province.code))
    result.inferred.push('province');
  if (path.city && !written.includes('city') && !(province && municipalityCodes.has(province.code))) {
    result.inferred.push('city');
  }
  const deepest =
    candidates.length > 0
      ? (path.city ?? province)
      : (district ?? (districtName === undefined ? (city ?? province) : undefined));
  if (deepest) result.code = deepest.code.padEnd(6, '0');
  if (candidates.length > 0) {
    result.candidates = candidates.map((naming) =>
      [naming.province.name, naming.city?.name, naming.text].filter((part) => part !== undefined).join('/'),
    );
  }
  result.confidence = confidenceOf(path);
}

function municipalCity(province: Division): { name: string; code: string } {
  return { name: province.name, code: `${province.code}0100` };
}

function confidenceOf(path: RegionPath): number {
  if (path.candidates.length > 0) return path.province ? 0.6 : 0.3;
  if (path.written.length === 1 && !path.hasFull) return 0.6;
  if (path.unread) return 0.6;
  if (path.written.length === 1 && path.written[0] === 'district') return 0.7;
  return path.hasFull ? (path.written.length === 1 ? 0.9 : 1) : 0.8;
}

/** The words left over from `from`, as the original writes them. */
function wordsOf(text: string, rest: string, from: number): string {
  let words = '';
  for (let i = from; i < rest.length; i += 1) words += rest.charAt(i) === '\n' ? ' ' : text.charAt(i);
  return words
    .replace(/\s+/g, ' ')
    .replace(/^[\s,，;；:：|、。·\-_/]+|[\s,，;；:：|、·\-_/]+$/g, '')
    .trim();
}
