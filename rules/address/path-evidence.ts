import { corpsAt } from './corps.ts';
import { advance, nothing, pathAt, type RegionPath } from './region-path.ts';
import { repairAt } from './repair.ts';
import { startsTown } from './town-evidence.ts';

/** What follows makes the name a road, a shop or an office (北京大道, 沙县小吃, 四川商会). */
const roadOrShop =
  /^(?:[东西南北中]?[路街巷]|[东西南北中]?大[道街]|小吃|火锅|拉面|饭店|酒店|人家|特产|烧烤|会馆|商会|驻)/;
/** A zone or a district nobody knows still stands where a district stands (成都高新区). */
const zone = /^(?:高新|经开|经济技术?开发|开发|新|保税|自贸|工业园|[一-龥]{2,3}(?:新|开发))区/;
const edge = /[\s,;|/()[\]【:：。、是到在发寄往问]/;

export const standsApart = (rest: string, path: RegionPath): boolean =>
  !roadOrShop.test(rest.slice(path.end, path.end + 4)) ||
  // No road is called 云南省路: 云南省路南县.
  /[省市州]$/.test(rest.slice(path.start, path.end));

/** Whether a path is evidence enough: a road name alone is never a region (data.md §5). */
export function holds(rest: string, path: RegionPath): boolean {
  const atEdge = path.start === 0 || edge.test(rest.charAt(path.start - 1));
  const after = rest.slice(path.end, path.end + 12);
  if (path.written.length > 1) return path.hasFull || atEdge;
  if (path.written[0] === 'district' && !aloneHolds(path, atEdge)) return false;
  if (path.hasFull)
    return (
      standsApart(rest, path) && (atEdge || path.districtName === undefined || path.candidates.length === 0)
    );
  if (!atEdge) return false;
  // 能发新疆吗: a question about a region.
  return (
    /^(?:$|[\s,;|?？!！。]|[吗么嘛呢的]|要|发什么|多久|多少|能|可以|有|几天|大概|运费|邮费|包邮|怎么|这边|那边|收)/.test(
      after,
    ) ||
    startsTown(rest, path.end, path) ||
    (path.province?.code === '65' && corpsAt(rest, path.end, true) !== undefined) ||
    /^(?![门桥寺山湾湖])[一-龥]{2,4}(?:路|大道|大街)/.test(after) ||
    zone.test(after) ||
    // Nothing else in the country is called so: 澳门氹仔, 香港旺角.
    (path.start === 0 && /^(?:81|82)/.test(path.province?.code ?? ''))
  );
}

/** A district's name by itself: the short names of Hong Kong, Macao and Taiwan (中区, 东区) occur inside too many words. */
function aloneHolds(path: RegionPath, atEdge: boolean): boolean {
  const overseas = path.province !== undefined && /^(?:71|81|82)/.test(path.province.code);
  return !overseas && (atEdge || path.end - path.start > 2);
}

/** A path whose first name is mistyped (商秋市夏邑县); the names behind it, or the town, must bear it out. */
export function repairedPath(rest: string, at: number): RegionPath | undefined {
  const repair = repairAt(rest, at, nothing);
  if (!repair) return undefined;
  const words = rest.slice(at, repair.end);
  const state = {
    ...advance(nothing, repair.naming.level, [repair.naming], words, true),
    sureness: repair.sureness,
  };
  const path = pathAt(rest, repair.end, state);
  if (path) return { ...path, start: at };
  return repair.sureness >= 0.8 ? { ...state, start: at, end: repair.end, score: 5 } : undefined;
}
