import type { Choices } from './random.ts';

/** Official division names; `short` is the form JD writes before the city. */
export interface Place {
  province: string;
  short: string;
  city: string;
  district?: string;
}

const table: Record<string, [short: string, ...rows: string[]]> = {
  浙江省: ['浙江', '杭州市 余杭区', '杭州市 西湖区', '宁波市 鄞州区', '温州市 瑞安市', '金华市 义乌市'],
  江苏省: ['江苏', '南京市 江宁区', '苏州市 昆山市', '无锡市 滨湖区', '徐州市 铜山区', '南通市 如东县'],
  广东省: ['广东', '广州市 番禺区', '深圳市 龙岗区', '佛山市 顺德区', '汕头市 龙湖区', '东莞市'],
  四川省: ['四川', '成都市 武侯区', '绵阳市 涪城区', '南充市 顺庆区', '宜宾市 翠屏区'],
  湖北省: ['湖北', '武汉市 洪山区', '宜昌市 西陵区', '襄阳市 樊城区', '仙桃市'],
  湖南省: ['湖南', '长沙市 岳麓区', '株洲市 天元区', '衡阳市 蒸湘区'],
  福建省: ['福建', '福州市 鼓楼区', '厦门市 思明区', '泉州市 晋江市'],
  辽宁省: ['辽宁', '沈阳市 和平区', '大连市 甘井子区', '鞍山市 铁东区'],
  河北省: ['河北', '石家庄市 裕华区', '保定市 莲池区', '唐山市 路北区'],
  河南省: ['河南', '郑州市 金水区', '洛阳市 涧西区', '南阳市 卧龙区'],
  山东省: ['山东', '济南市 历下区', '青岛市 市北区', '临沂市 兰山区', '烟台市 芝罘区'],
  安徽省: ['安徽', '合肥市 蜀山区', '芜湖市 镜湖区', '阜阳市 颍州区'],
  陕西省: ['陕西', '西安市 雁塔区', '咸阳市 秦都区', '宝鸡市 渭滨区'],
  山西省: ['山西', '太原市 小店区', '大同市 平城区', '临汾市 尧都区'],
  江西省: ['江西', '南昌市 红谷滩区', '赣州市 章贡区', '九江市 浔阳区'],
  贵州省: ['贵州', '贵阳市 观山湖区', '遵义市 汇川区'],
  吉林省: ['吉林', '长春市 朝阳区', '吉林市 船营区'],
  黑龙江省: ['黑龙江', '哈尔滨市 南岗区', '大庆市 萨尔图区'],
  上海市: ['上海', '上海市 浦东新区', '上海市 黄浦区', '上海市 静安区', '上海市 闵行区'],
  天津市: ['天津', '天津市 南开区', '天津市 河西区'],
  重庆市: ['重庆', '重庆市 渝北区', '重庆市 江北区'],
  北京市: ['北京', '北京市 朝阳区', '北京市 海淀区', '北京市 通州区'],
  广西壮族自治区: ['广西', '南宁市 青秀区', '柳州市 城中区', '桂林市 七星区'],
  云南省: ['云南', '昆明市 盘龙区', '大理白族自治州 大理市', '曲靖市 麒麟区'],
  海南省: ['海南', '海口市 龙华区', '三亚市 吉阳区', '文昌市'],
  新疆维吾尔自治区: ['新疆', '乌鲁木齐市 天山区', '伊犁哈萨克自治州 伊宁市', '喀什地区 喀什市', '石河子市'],
  西藏自治区: ['西藏', '拉萨市 城关区', '日喀则市 桑珠孜区', '林芝市 巴宜区'],
  内蒙古自治区: ['内蒙古', '呼和浩特市 赛罕区', '包头市 昆都仑区', '赤峰市 松山区'],
  宁夏回族自治区: ['宁夏', '银川市 兴庆区', '吴忠市 利通区', '固原市 原州区'],
  青海省: ['青海', '西宁市 城西区', '海东市 乐都区', '海西蒙古族藏族自治州 格尔木市'],
  甘肃省: ['甘肃', '兰州市 城关区', '天水市 秦州区', '酒泉市 敦煌市'],
};

/** Provinces to which every rule of the example shop sends without a fee or a refusal (mission.md B2). */
export const plainProvinces: readonly string[] = Object.keys(table).slice(0, 21);

export function placeIn(province: string, choices: Choices): Place {
  const entry = table[province];
  if (entry === undefined) throw new Error(`no practice place in ${province}`);
  const [short, ...rows] = entry;
  const [city = '', district] = choices.pick(rows).split(' ');
  return { province, short, city, ...(district !== undefined && { district }) };
}

export const plainPlace = (choices: Choices): Place => placeIn(choices.pick(plainProvinces), choices);

// Streets and estates are invented; only the divisions above exist.
const streets = [
  '云栖',
  '望江',
  '槐安',
  '青禾',
  '锦澜',
  '石榴',
  '梧桐里',
  '向阳渡',
  '南浦',
  '白鹭',
  '枫桥湾',
  '月牙',
];
const roads = ['路', '街', '大道', '巷'];
const estates = [
  '澜庭雅苑',
  '拾光里小区',
  '麦田公寓',
  '云上名邸',
  '橘子郡',
  '知春苑',
  '松果公馆',
  '半山花园',
];

/** An invented street and number, e.g. 青禾街 27号澜庭雅苑3栋2单元501. */
export function inventStreet(choices: Choices): string {
  const house = `${choices.int(1, 22)}栋${choices.int(1, 4)}单元${choices.int(1, 28)}0${choices.int(1, 6)}`;
  return `${choices.pick(streets)}${choices.pick(roads)}${choices.int(1, 399)}号${choices.pick(estates)}${house}`;
}

const municipality = new Set(['上海市', '天津市', '重庆市', '北京市']);

/** `陕西西安市雁塔区` and `北京朝阳区`, the way JD writes divisions. */
export const jdDivision = (place: Place): string =>
  `${place.short}${municipality.has(place.province) ? '' : place.city}${place.district ?? ''}`;

/** `浙江省杭州市余杭区…`, the way a buyer types it. */
export const fullDivision = (place: Place): string =>
  `${place.province}${municipality.has(place.province) ? '' : place.city}${place.district ?? ''}`;

/** The platform masks the detail: the first characters of the street stay, the rest becomes stars. */
export const maskStreet = (street: string, shown: number): string => `${street.slice(0, shown)}****`;
