import { type Division, divisionIndex, municipalityCodes, type Naming } from './divisions.ts';
import { readingCost, soundsKnown } from './likeness.ts';
import type { RegionState } from './region-state.ts';
import { liesIn, townOfStem, townsAt } from './towns.ts';

/**
 * Mistyped names. Only where no name stands as written, and only among the divisions of the place that is already
 * known, so that 晖山区 in 无锡市 is 惠山区 and 高新区 in 西安市 stays unread. A town that agrees makes a bolder
 * repair acceptable; two divisions that are about as near make none.
 */
export interface Repair {
  naming: Naming;
  end: number;
  cost: number;
  sureness: number;
}

const ending = /自治[区州县旗]|地区|[省市县区旗州盟]/g;
/** Zones, estates and yards end like districts and are none; a road may carry any name. */
const noDivision =
  /(?:小|社|园|校|片|景|厂|院|矿|属|活|发|业|税|术|高新|经开|别墅|宿舍|住宅|商务|[A-Za-z0-9一二三四五六七八九十])区$|(?:城|夜|早|超|菜|门)市$|^市区$/;
const roadAfter = /^(?:[东西南北中]?[路街巷弄]|[东西南北中]?大[道街]|[场民级]|中学|中心|政府)/;
const CLEAR = 0.15;
const townLike = /^[一-龥]{2,8}?(?:街道|镇|乡)/;

/** What the town behind a name says for one of its readings. */
function agrees(text: string, end: number, naming: Naming): boolean {
  const division = naming.division;
  if (!division) return false;
  const at = end + (/^[\s,;|/-]*/.exec(text.slice(end, end + 8))?.[0].length ?? 0);
  const inside = (place: Division): boolean => liesIn(place, division);
  if (townsAt(text, at).some(({ places }) => places.some(inside))) return true;
  const words = townLike.exec(text.slice(at, at + 12))?.[0];
  if (words !== undefined && townOfStem(words, inside)) return true;
  // Below a city the exact name of one of its districts says the same.
  return (
    naming.level !== 'district' &&
    (divisionIndex().below.get(division) ?? []).some(
      ({ text: name, kind }) => kind === 'full' && name.length > 2 && text.startsWith(name, at),
    )
  );
}

/** The highest cost that is still a reading, by the length of the stem. */
function limit(stem: string, agreed: boolean, close: boolean): number {
  if (stem.length < 2) return agreed ? 0.5 : close ? 0.35 : 0;
  if (stem.length === 2) return agreed ? 1.1 : 0.65;
  return agreed ? 1.45 : 1.05;
}

/**
 * The division meant by the words at `at`, which are no name.
 * @param text folded text
 * @param state what the words before have settled
 */
export function repairAt(text: string, at: number, state: RegionState): Repair | undefined {
  if (!soundsKnown()) return undefined;
  const here = /^[一-龥]{2,14}/.exec(text.slice(at, at + 14))?.[0];
  if (here === undefined) return undefined;
  const root = state.province === undefined;
  const pieces = piecesOf(here);
  const readings: Reading[] = [];
  const consider = (naming: Naming, written: string, length: number, extra: number): void => {
    const { stem } = naming;
    if (!naming.division) return;
    if (Math.abs(written.length - stem.length) > 1) return;
    const cost = readingCost(written, stem) + extra;
    if (cost > limit(stem, true, false) || cost === 0) return;
    const agreed = agrees(text, at + length, naming);
    const close = !root && extra === 0 && (state.city !== undefined || naming.city === undefined);
    if (cost > limit(stem, agreed, close) || (root && !agreed && cost > 0.45)) return;
    if (extra >= BARE && !agreed) return;
    const sureness = agreed ? (cost <= 0.5 ? 0.9 : 0.8) : cost <= 0.5 ? 0.7 : 0.55;
    readings.push({ naming, end: at + length, cost, sureness, agreed });
  };
  for (const naming of root
    ? sharing(here)
    : (divisionIndex().below.get(state.city ?? state.province) ?? [])) {
    if (naming.level === 'city' && (naming.kind === 'former' || state.written.includes('city'))) continue;
    for (const { written, suffix } of pieces) {
      const extra = naming.text.endsWith(suffix) ? 0 : WRONG_SUFFIX;
      consider(naming, written, written.length + suffix.length, extra);
    }
    const bare = here.slice(0, naming.stem.length);
    if (bare.length >= 2 && sharesCharacter(bare, naming.stem)) consider(naming, bare, bare.length, BARE);
  }
  readings.sort((a, b) => weight(a) - weight(b));
  const [first, ...others] = readings;
  if (!first) return undefined;
  const second = others.find(({ naming }) => naming.division !== first.naming.division);
  return second && weight(second) - weight(first) < CLEAR ? undefined : first;
}

interface Reading extends Repair {
  agreed: boolean;
}

/** The ways to cut a division's name off the words. */
function piecesOf(here: string): { written: string; suffix: string }[] {
  const pieces: { written: string; suffix: string }[] = [];
  for (const match of here.matchAll(ending)) {
    const end = match.index + match[0].length;
    if (match.index === 0 || noDivision.test(here.slice(0, end)) || roadAfter.test(here.slice(end))) continue;
    pieces.push({ written: here.slice(0, match.index), suffix: match[0] });
  }
  return pieces;
}

/** With nothing else known, one character of a province's or a city's name must stand in the first words. */
function sharing(here: string): Set<Naming> {
  const { withCharacter } = divisionIndex();
  return new Set([...here.slice(0, 6)].flatMap((char) => withCharacter.get(char) ?? []));
}

function sharesCharacter(written: string, stem: string): boolean {
  for (const char of written) if (stem.includes(char)) return true;
  return false;
}

const WRONG_SUFFIX = 0.2;
/** The suffix was left out as well. */
const BARE = 0.25;
const weight = ({ cost, agreed }: Reading): number => cost - (agreed ? 0.8 : 0);

/**
 * How much of a long name's rest follows its short form with a typing error (内蒙古 + 自制区, 恩施 + 土家族苗族自治洲).
 */
export function restOfName(text: string, end: number, naming: Naming): number {
  const full = naming.division?.name ?? '';
  const rest = full.startsWith(naming.text) ? full.slice(naming.text.length) : '';
  if (rest.length < 3 || municipalityCodes.has(naming.province.code)) return 0;
  const written = /^[一-龥]+/.exec(text.slice(end, end + rest.length + 1))?.[0] ?? '';
  for (const length of [rest.length, rest.length - 1, rest.length + 1]) {
    const part = written.slice(0, length);
    if (part.length === length && readingCost(part, rest) <= (rest.length > 3 ? 0.65 : 0.5)) return length;
  }
  return 0;
}
