import { divisionIndex } from '../../../rules/address/divisions.ts';
import { sounds } from '../../../rules/address/sounds.generated.ts';
import { towns } from '../../../rules/address/towns.generated.ts';

/** Numbers between 0 and 1 from a seed: the same addresses on every machine. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

const pick = <T>(chance: () => number, list: readonly T[]): T => {
  const found = list[Math.floor(chance() * list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

const streets =
  '学院中路 虹梅南路 解放北路 珠江西路 环城东路 湖滨大道 府前街 胜利东街 工农路 香樟大道 银杏路 建设三路 八一南路 站前西路 陈家弄'.split(
    ' ',
  );
const buildings =
  '翠苑二区 金桂园 水岸名邸 锦城花园 钱江公寓 御景湾 老供销社家属院 第二小学 职教中心 惠民超市旁 电信局宿舍'.split(
    ' ',
  );
const families = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢'];
const given = '建国 秀英 丽 志强 子涵 雨桐 浩 欣怡 伟 芳 桂兰 思源 梓轩 玉梅 海燕 俊杰 晓东 佳 静'.split(' ');

/** Where an address lies, and how it reads when nothing is left out. */
export interface Whole {
  province: string;
  city: string;
  district: string;
  town: string;
  detail: string;
  name: string;
  phone: string;
}

const kinds: Record<string, string> = { J: '街道', Z: '镇', X: '乡' };
let places: Pick<Whole, 'province' | 'city' | 'district' | 'town'>[] | undefined;

/** Every town of the mainland with the district above it. */
function allPlaces(): NonNullable<typeof places> {
  places ??= towns.split('\n').flatMap((line) => {
    const district = divisionIndex().byCode.get(line.slice(0, 6));
    if (district?.level !== 'district' || !district.province) return [];
    const { name, province, city } = district;
    return [...line.slice(6).matchAll(/([^JZX ]+)([JZX ]|$)/g)].map(([, stem = '', kind = '']) => ({
      province: province.name,
      city: city?.name ?? '',
      district: name,
      town: stem + (kinds[kind] ?? ''),
    }));
  });
  return places;
}

export function anyWhole(chance: () => number): Whole {
  const number = (): number => 1 + Math.floor(chance() * 180);
  const digits = Array.from({ length: 9 }, () => Math.floor(chance() * 10)).join('');
  return {
    ...pick(chance, allPlaces()),
    detail: pick(chance, [
      () => `${pick(chance, streets)}${number()}号${pick(chance, buildings)}${number()}栋${number()}室`,
      () => `${pick(chance, streets)}${number()}号`,
      () => `${pick(chance, buildings)}${number()}-${number()}`,
      () => `东河村${number()}组${number()}号`,
    ])(),
    name: pick(chance, families) + pick(chance, given),
    phone: `1${pick(chance, ['3', '5', '7', '8', '9'])}${digits}`,
  };
}

const alike = new Map<string, string[]>();
for (const line of sounds.split('\n')) {
  const chars = [...line.replace(/^[a-z]+/, '')];
  for (const char of chars) alike.set(char, [...(alike.get(char) ?? []), ...chars]);
}

/** A name as tired fingers write it: a homophone, two characters swapped, one dropped; undefined where none fits. */
export function mistyped(chance: () => number, name: string): string | undefined {
  const stem = name.replace(/(?:自治[州县旗]|地区|[省市县区旗盟])$/, '');
  const suffix = name.slice(stem.length);
  const at = Math.floor(chance() * stem.length);
  const chars = [...stem];
  const how = chance();
  if (how < 0.7 || stem.length < 3) {
    const others = (alike.get(chars[at] ?? '') ?? []).filter((char) => char !== chars[at]);
    if (others.length === 0 || stem.length < 2) return undefined;
    chars[at] = pick(chance, others);
  } else if (how < 0.85) chars.splice(at, 1);
  else {
    const left = Math.min(at, stem.length - 2);
    [chars[left], chars[left + 1]] = [chars[left + 1] ?? '', chars[left] ?? ''];
  }
  const written = chars.join('');
  return written === stem ? undefined : written + suffix;
}

const short = (name: string): string =>
  name.replace(/(?:(?:维吾尔|壮族|回族)?自治区|特别行政区|省|市|地区|盟)$/, '');
const municipal = (whole: Whole): boolean => /^(?:北京|天津|上海|重庆)市$/.test(whole.province);

/** How the region is written, by category; undefined where a category does not fit the place. */
export const writings: Record<string, (whole: Whole, chance: () => number) => string | undefined> = {
  whole: ({ province, city, district, town, detail }) => province + city + district + town + detail,
  spaced: ({ province, city, district, town, detail }) =>
    [province, city, district, town, detail].filter((part) => part !== '').join(' '),
  shortened: (whole) =>
    short(whole.province) +
    (municipal(whole) ? '' : short(whole.city)) +
    whole.district +
    whole.town +
    whole.detail,
  withoutProvince: ({ city, district, town, detail }) => city + district + town + detail,
  withoutCity: ({ province, district, town, detail }) => province + district + town + detail,
  repeated: ({ province, city, district, town, detail }) =>
    short(province) + short(city) + district + province + city + district + town + detail,
  reordered: ({ province, city, district, detail }) =>
    [detail, district, city, province].filter((part) => part !== '').join(' '),
  detailFirst: ({ province, city, district, town, detail }) =>
    `${detail}，${province}${city}${district}${town}`,
  mistypedDistrict: ({ province, city, district, town, detail }, chance) => {
    const written = mistyped(chance, district);
    return written && province + city + written + town + detail;
  },
  mistypedCity: (whole, chance) => {
    const written = whole.city === '' || municipal(whole) ? undefined : mistyped(chance, whole.city);
    return written && whole.province + written + whole.district + whole.town + whole.detail;
  },
  mistypedBoth: (whole, chance) => {
    const city = whole.city === '' || municipal(whole) ? undefined : mistyped(chance, whole.city);
    const district = mistyped(chance, whole.district);
    return city && district && whole.province + city + district + whole.town + whole.detail;
  },
};

/** The receiver around the address, in the ways buyers write it. */
export const frames: ((text: string, whole: Whole) => string)[] = [
  (text, { name, phone }) => `${name}，${phone}，${text}`,
  (text, { name, phone }) => `${name} ${phone} ${text}`,
  (text, { name, phone }) => `${text} ${name} ${phone}`,
  (text, { name, phone }) => `${name}${phone}${text}`,
  (text, { name, phone }) => `收货人：${name}\n电话：${phone}\n地址：${text}`,
  (text, { name, phone }) => `${text}${name}${phone}`,
];
