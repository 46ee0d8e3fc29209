import { type Division, divisionIndex, municipalityCodes, type Naming } from './divisions.ts';
import type { RegionState } from './region-state.ts';
import { repairAt, restOfName } from './repair.ts';
import { liesIn, townsAt } from './towns.ts';

/**
 * Reads a path 省 → 市 → 区 that begins at one place of a text: every way to take the names found there is tried and
 * the path with the most evidence wins (data.md §3: 天津市河北区, 海南 (州/省/区), 吉林省/市 need the path, not the word).
 */
export interface RegionPath extends RegionState {
  start: number;
  end: number;
  score: number;
}

const separators =
  /^(?:[\s,;|/\\_>·、。.~()[\]-]|中国(?!人民|银行|电信|移动|联通|石[化油]|邮政|建设|农业|工商))+/;
const placeholder =
  /^(?:省直辖县级行政区划|自治区直辖县级行政区划|省直辖县级行政单位|自治区直辖县级行政单位|省直辖行政单位|省直辖县|直辖县级|直辖县|市辖区|(?:雄安|西咸|贵安|赣江|湘江|天府)新区|县(?=[\s,;]))/;
/** After a short form these make it a road, a house or a shop, not a region (上海路, 江西饭店; data.md §3). */
const notRegion =
  /^(?:[东西南北中上下一二三四五六七八九十]{0,2}(?:[路街道巷弄桥]|大道|大街|公路|胡同)|门大街|大?[厦城]|[大小]?饭店|酒店|宾馆|旅馆|广场|花园|家园|小区|公寓|大学|学院|中学|小学|医院|银行|公园|机场|火?车站|码头|商[场厦城]|超市|市场|小吃|[拉刀涮小]?面|茶|豆|奶|美食|生煎|汤圆|米线|炒|水席|涮|大盘|鸡|盐水|白药|啤酒|特产|商会|会馆|驻|牛肉|火锅|烧烤|包子|热干面|米粉|烤[鸭鱼]|菜馆|餐厅|餐馆|人家|世家|豪庭|名[都苑城邸]|[新花]苑|湖畔|山庄|国际|中心|大楼|公司|集团|工业园|科技园|文化|实验|人民|村|寨|[里坊苑])/;
const wrongDistrictSuffix = /^[县区市旗](?![\s,;]?(?:路|街|道|巷))/;
const wrongCitySuffix = /^(?:地区|[市州盟])(?![路街道巷])/;
const wrongProvinceSuffix = /^[省市](?![路街道巷])/;
const unreadCity = /^[一-龥]{2,7}?(?:自治州|地区|[市州盟])/;

export const nothing: RegionState = {
  province: undefined,
  city: undefined,
  districtName: undefined,
  district: undefined,
  candidates: [],
  written: [],
  hasFull: false,
  unread: false,
  sureness: 1,
  notes: [],
};

const longest = 15;
const levels = ['province', 'city', 'district'] as const;

/** Texts of the index that stand at `at`, longest first. */
export function textsAt(text: string, at: number): string[] {
  const list = divisionIndex().beginning.get(text.slice(at, at + 2));
  if (!list) return [];
  const here = text.slice(at, at + longest);
  return list.filter((name) => here.startsWith(name));
}

export function skipSeparators(text: string, at: number): number {
  const code = text.charCodeAt(at);
  // Most often a name follows at once; 中 may begin 中国.
  if (code > 0x4dff && code < 0x9fa6 && code !== 0x4e2d) return at;
  let next = at;
  for (;;) {
    const skipped = separators.exec(text.slice(next, next + 24))?.[0].length ?? 0;
    if (skipped === 0) return next;
    next += skipped;
  }
}

/** 余杭街道, 玄武门街道: what begins like a district's short form is a town of the place. */
function namesTown(text: string, at: number, end: number, state: RegionState): boolean {
  if (/^(?:街道|乡|镇(?![江海平远原巴雄]))/.test(text.slice(end, end + 2))) return true;
  const place = state.city ?? state.province;
  return (
    place !== undefined &&
    townsAt(text, at).some((town) => town.end > end && town.places.some((one) => liesIn(one, place)))
  );
}

/** How many characters after a short form belong to it although the name has another suffix (秦安区 for 秦安县). */
function suffixAfter(text: string, end: number, naming: Naming, state: RegionState): number {
  const whole = restOfName(text, end, naming);
  if (whole > 0) return whole;
  const rest = text.slice(end, end + 12);
  if (naming.level === 'district')
    return state.written.length > 0 ? (wrongDistrictSuffix.exec(rest)?.[0].length ?? 0) : 0;
  return (naming.level === 'city' ? wrongCitySuffix : wrongProvinceSuffix).exec(rest)?.[0].length ?? 0;
}

/**
 * The best path that begins exactly at `start`, or undefined.
 * @param text folded text
 * @param from what is known already; used where the first name of the text had to be repaired
 */
export function pathAt(text: string, start: number, from: RegionState = nothing): RegionPath | undefined {
  // Most places of a text begin no name at all.
  const first = skipSeparators(text, start);
  if (from === nothing && !divisionIndex().beginning.has(text.slice(first, first + 2))) return undefined;
  let best: RegionPath | undefined;
  const keep = (state: RegionState, end: number, score: number): void => {
    if (state.written.length === from.written.length || (best && best.score >= score)) return;
    best = { ...state, start, end, score };
  };

  // `complete` is false where what follows says road or shop: such a name counts only with a deeper level behind it
  // (唐山路北区 is 唐山 + 路北区, 唐山路 is a road).
  const walk = (state: RegionState, at: number, score: number, complete: boolean): void => {
    if (complete) keep(state, at, score);
    if (state.districtName !== undefined) return;
    let next = skipSeparators(text, at);
    if (state.written.length > 0) {
      const skipped = placeholder.exec(text.slice(next, next + 24))?.[0].length ?? 0;
      if (skipped > 0) next = skipSeparators(text, next + skipped);
    }
    let found = false;
    const seen = new Set<Division>();
    for (const name of textsAt(text, next)) {
      const end = next + name.length;
      const rest = text.slice(end, end + 12);
      const namings = divisionIndex().named.get(name) ?? [];
      for (const level of levels) {
        const fitting = narrowed(namings.filter((naming) => naming.level === level && fits(state, naming)));
        const [first] = fitting;
        if (!first) continue;
        // 浙江省 was tried whole; 浙江 and a stray 省 would be the same path again.
        if (first.division && fitting.length === 1) {
          if (seen.has(first.division)) continue;
          seen.add(first.division);
        }
        const short = first.kind === 'short';
        const suffix = short ? suffixAfter(text, end, first, state) : 0;
        const whole = !(short && suffix === 0 && notRegion.test(rest));
        if (!whole && level === 'district') continue;
        // A district's short form means something only below its province or city.
        if (
          short &&
          level === 'district' &&
          (state.written.length === 0 || namesTown(text, next, end, state))
        )
          continue;
        if (whole) found = true;
        const weight = short ? (suffix > 0 ? 8 : 5) : first.kind === 'former' ? 9 : 10;
        const after = advance(state, level, fitting, text.slice(next, end + suffix), suffix > 0);
        walk(after, end + suffix, score + weight + name.length, whole);
      }
    }
    if (found || !state.province) return;
    const repair = repairAt(text, next, state);
    if (repair) {
      const { naming, end, cost, sureness } = repair;
      const after = advance(state, naming.level, [naming], text.slice(next, end), true);
      walk(
        { ...after, sureness: Math.min(state.sureness, sureness) },
        end,
        score + 5 + naming.text.length - 4 * cost,
        true,
      );
      return;
    }
    if (state.city || municipalityCodes.has(state.province.code)) return;
    // 河南省落阳市宜阳县: the city cannot be read, but the district behind it may still be the only one in the province.
    const gap = unreadCity.exec(text.slice(next, next + 12))?.[0].length ?? 0;
    if (gap === 0) return;
    const behind = skipSeparators(text, next + gap);
    for (const name of textsAt(text, behind)) {
      const fitting = narrowed(
        (divisionIndex().named.get(name) ?? []).filter(
          (naming) => naming.level === 'district' && naming.kind !== 'short' && fits(state, naming),
        ),
      );
      if (fitting.length !== 1) continue;
      const end = behind + name.length;
      const after = advance(state, 'district', fitting, name, false);
      keep({ ...after, unread: true }, end, score + 4 + name.length);
      return;
    }
    // Both are mistyped: the town behind them must agree.
    const second = repairAt(text, behind, state);
    if (second?.naming.level !== 'district' || second.sureness < 0.8) return;
    const after = advance(state, 'district', [second.naming], text.slice(behind, second.end), true);
    keep({ ...after, unread: true, sureness: second.sureness }, second.end, score + 3);
  };
  walk(from, start, 0, true);
  return best;
}

export function fits(state: RegionState, naming: Naming): boolean {
  if (naming.level === 'province') return state.written.length === 0;
  if (state.province && naming.province !== state.province) return false;
  if (naming.level === 'city') {
    if (!state.city || state.city.province !== naming.province) return !state.written.includes('city');
    // 伊犁州 governs two prefectures of its own: 伊犁哈萨克自治州塔城地区 is the one below the other.
    return state.city.code === '6540' && (naming.city?.code === '6542' || naming.city?.code === '6543');
  }
  // 澄迈县 hangs on the province itself; 北京市 stands for its own city.
  return !state.city || naming.city === state.city;
}

/** Full names win over former ones, former over short, where a text is all of them (永定区, 通州市). */
function narrowed(namings: Naming[]): Naming[] {
  for (const kind of ['full', 'former', 'short'] as const) {
    const some = namings.filter((naming) => naming.kind === kind);
    if (some.length > 0) return some;
  }
  return [];
}

/** The state after one more name; `repaired` where the words are not the name itself. */
export function advance(
  state: RegionState,
  level: Division['level'],
  fitting: Naming[],
  words: string,
  repaired: boolean,
): RegionState {
  const [first] = fitting;
  const short = first?.kind === 'short';
  const next: RegionState = {
    ...state,
    written: [...state.written, level],
    hasFull: state.hasFull || !short,
  };
  if (!first) return next;
  // A former district is shown as written (data.md §3); a former city is answered by its name of today.
  const how = repaired
    ? 'mistyped'
    : short
      ? 'short'
      : first.kind === 'former' && level === 'city'
        ? 'former'
        : undefined;
  if (how) next.notes = [...state.notes, { part: level, how, from: words }];
  if (level === 'province') return { ...next, province: first.province };
  if (level === 'city') return { ...next, province: first.province, city: first.city };
  if (fitting.length > 1) return { ...next, districtName: first.text, candidates: fitting };
  return {
    ...next,
    province: first.province,
    city: first.city,
    districtName: first.kind === 'former' ? first.text : (first.division?.name ?? first.text),
    district: first.division,
  };
}

/** Whether `later` says the same region again, or the same in more detail; 襄州区 after 樊城区 does not. */
export function continues(earlier: RegionState, later: RegionState): boolean {
  if (later.province !== earlier.province && later.province && earlier.province) return false;
  if (later.city !== earlier.city && later.city && earlier.city) return false;
  if (later.districtName === undefined || earlier.districtName === undefined) return true;
  return (
    later.districtName === earlier.districtName ||
    (later.district !== undefined && later.district === earlier.district)
  );
}
