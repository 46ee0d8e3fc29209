import { beforeAll, describe, expect, it } from 'vitest';
import { loadRegions, type ParsedAddress, parseAddress, regionOf } from '../../../rules/address/index.ts';

beforeAll(() => Promise.all([loadRegions(), loadRegions()]));

const place = ({ province, city, district, town }: ParsedAddress): string =>
  [province, city, district, town].map((part) => part ?? '-').join(' ');

describe('regions', () => {
  it.each([
    ['浙江省杭州市余杭区良渚街道枫桥路8号', '浙江省 杭州市 余杭区 良渚街道'],
    ['浙江杭州余杭区枫桥路8号', '浙江省 杭州市 余杭区 -'],
    ['浙江省 杭州市 余杭区 枫桥路8号', '浙江省 杭州市 余杭区 -'],
    ['浙江省,杭州市,余杭区,枫桥路8号', '浙江省 杭州市 余杭区 -'],
    ['浙江省 浙江省杭州市余杭区枫桥路8号', '浙江省 杭州市 余杭区 -'],
    ['浙江杭州余杭区浙江省杭州市余杭区枫桥路8号', '浙江省 杭州市 余杭区 -'],
    ['中国浙江杭州余杭区枫桥路8号', '浙江省 杭州市 余杭区 -'],
    ['杭州市余杭区枫桥路8号', '浙江省 杭州市 余杭区 -'],
    ['浙江省余杭区枫桥路8号', '浙江省 杭州市 余杭区 -'],
    ['余杭区枫桥路8号', '浙江省 杭州市 余杭区 -'],
    ['北京市北京市朝阳区枫桥路8号', '北京市 北京市 朝阳区 -'],
    ['北京朝阳区枫桥路8号', '北京市 北京市 朝阳区 -'],
    ['北京朝阳枫桥里8号', '北京市 北京市 朝阳区 -'],
    ['上海市 市辖区 静安区 枫桥路8号', '上海市 上海市 静安区 -'],
    ['重庆市 县 城口县 枫桥路8号', '重庆市 重庆市 城口县 -'],
    ['天津市河北区枫桥路8号', '天津市 天津市 河北区 -'],
    ['吉林省吉林市昌邑区', '吉林省 吉林市 昌邑区 -'],
    ['吉林吉林船营区', '吉林省 吉林市 船营区 -'],
    ['湖南省邵阳市邵阳县塘渡口镇', '湖南省 邵阳市 邵阳县 塘渡口镇'],
    ['青海省海南藏族自治州共和县', '青海省 海南藏族自治州 共和县 -'],
    ['海南海口龙华区', '海南省 海口市 龙华区 -'],
    ['内蒙古赤峰红山区', '内蒙古自治区 赤峰市 红山区 -'],
    ['内蒙古乌海市海南区', '内蒙古自治区 乌海市 海南区 -'],
    ['湖北恩施州利川市', '湖北省 恩施土家族苗族自治州 利川市 -'],
    ['新疆伊犁哈萨克自治州阿勒泰地区布尔津县', '新疆维吾尔自治区 阿勒泰地区 布尔津县 -'],
    ['河北石家庄桥西区枫桥路', '河北省 石家庄市 桥西区 -'],
    ['河北唐山路北区枫桥路', '河北省 唐山市 路北区 -'],
    ['甘肃兰州城关区枫桥路', '甘肃省 兰州市 城关区 -'],
    ['广东省東莞市虎門鎮枫桥路', '广东省 东莞市 - 虎门镇'],
    ['陝西省西安市長安區枫桥路', '陕西省 西安市 长安区 -'],
    ['甘肃省天水市秦安区枫桥路', '甘肃省 天水市 秦安县 -'],
    ['香港特别行政区 湾仔区', '香港特别行政区 香港岛 湾仔区 -'],
    ['台湾省台北市大安区', '台湾省 台北市 大安区 -'],
  ])('%s → %s', (text, expected) => {
    expect(place(parseAddress(text))).toBe(expected);
  });

  it.each([
    ['海南省琼海市嘉积镇', '海南省 - 琼海市 嘉积镇'],
    ['海南省 省直辖县级行政区划 琼海市 嘉积镇', '海南省 - 琼海市 嘉积镇'],
    ['湖北省 直辖县 仙桃市', '湖北省 - 仙桃市 -'],
    ['新疆石河子市北泉镇', '新疆维吾尔自治区 - 石河子市 北泉镇'],
    ['广东省 东莞市 东莞市 虎门镇', '广东省 东莞市 - 虎门镇'],
    ['广东中山市小榄镇', '广东省 中山市 - 小榄镇'],
    ['海南省儋州市那大镇', '海南省 儋州市 - 那大镇'],
    ['甘肃省嘉峪关市文殊镇', '甘肃省 嘉峪关市 - 文殊镇'],
  ])('a county without a city, a city without districts: %s → %s', (text, expected) => {
    expect(place(parseAddress(text))).toBe(expected);
  });

  it.each([
    ['中山路100号'],
    ['四川北路12号'],
    ['上海城3栋501'],
    ['沙县小吃店旁'],
    ['江西饭店'],
    ['南京东路步行街'],
    ['西藏新村18号'],
    ['你好，什么时候发货'],
    [''],
    ['   '],
    ['****'],
    ['！？。'],
  ])('%s names no region', (text) => {
    const parsed = parseAddress(text);
    expect(place(parsed)).toBe('- - - -');
    expect(parsed.confidence).toBe(0);
    expect(parsed.code).toBeUndefined();
  });

  it('keeps region words of the detail out of the region', () => {
    for (const detail of ['新疆大院27号', '西藏路3号', '青海花园9号楼', '上海城5栋']) {
      const parsed = parseAddress(`山东省青岛市市北区${detail}`);
      expect(place(parsed), detail).toBe('山东省 青岛市 市北区 -');
      expect(parsed.detail).toBe(detail);
    }
  });

  it('leaves a district of several cities open, with its candidates, and decides it by the city', () => {
    const open = parseAddress('鼓楼区枫桥路8号');
    expect(open.province).toBeUndefined();
    expect(open.city).toBeUndefined();
    expect(open.code).toBeUndefined();
    expect(open.candidates).toContain('福建省/福州市/鼓楼区');
    expect(open.candidates).toHaveLength(4);
    expect(open.confidence).toBeLessThan(0.6);
    expect(parseAddress('福州鼓楼区枫桥路8号').code).toBe('350102');
    const inProvince = parseAddress('河北省桥西区枫桥路8号');
    expect(inProvince.province).toBe('河北省');
    expect(inProvince.city).toBeUndefined();
  });

  it.each([
    ['浙江省杭州市余杭区', ''],
    ['杭州市余杭区', 'province contains 杭州市余杭区'],
    ['浙江省余杭区', 'city contains 浙江省余杭区'],
    ['余杭区', 'province contains 余杭区; city contains 余杭区'],
    ['北京朝阳区', 'province short 北京'],
    ['浙江杭州余杭区', 'province short 浙江; city short 杭州'],
    ['河南省落阳市宜阳县', 'city mistyped 落阳市'],
    ['湖北省襄樊市樊城区', 'city former 襄樊市'],
    ['浙江省良渚街道', 'city town 良渚街道; district town 良渚街道'],
    ['新疆农八师143团', 'province short 新疆; district corps 农八师143团'],
  ])('%s: what was inferred is said, and from what', (text, reasons) => {
    const said = parseAddress(text).inferred.map(({ part, how, from }) => `${part} ${how} ${from}`);
    expect(said.join('; ')).toBe(reasons);
  });

  it('keeps a former name as written and carries the successor’s code', () => {
    expect(parseAddress('浙江省杭州市下城区枫桥路')).toMatchObject({ district: '下城区', code: '330105' });
    expect(parseAddress('重庆市渝北区枫桥路')).toMatchObject({ district: '渝北区', code: '500157' });
    expect(parseAddress('天津市蓟县枫桥路')).toMatchObject({ district: '蓟县', code: '120119' });
  });

  it('answers a question about a region', () => {
    expect(regionOf('能发新疆吗').province).toBe('新疆维吾尔自治区');
  });
});

describe('receiver', () => {
  const region = '陕西省 西安市 雁塔区 ';
  it.each([
    [`韩青禾，13900001234，${region}枫桥路8号`, '韩青禾', '13900001234'],
    [`韩青禾 13900001234 ${region}枫桥路8号`, '韩青禾', '13900001234'],
    [`${region}枫桥路8号 韩青禾 13900001234`, '韩青禾', '13900001234'],
    [`${region}枫桥路8号，13900001234，韩青禾`, '韩青禾', '13900001234'],
    ['韩青禾13900001234陕西省西安市雁塔区枫桥路8号', '韩青禾', '13900001234'],
    ['13900001234韩青禾陕西省西安市雁塔区枫桥路8号', '韩青禾', '13900001234'],
    ['陕西省西安市雁塔区枫桥路8号3单元501韩青禾13900001234', '韩青禾', '13900001234'],
    [
      `收货人：韩青禾\n手机号码：139 0000 1234\n所在地区：${region}\n详细地址：枫桥路8号`,
      '韩青禾',
      '13900001234',
    ],
    [`韩青禾 +86 139-0000-1234 ${region}枫桥路8号`, '韩青禾', '13900001234'],
    [`韩青禾 １３９００００１２３４ ${region}枫桥路8号`, '韩青禾', '13900001234'],
    [`韩女士 029-88880000 ${region}枫桥路8号`, '韩女士', '029-88880000'],
    [`阿依努尔·买买提 13900001234 ${region}枫桥路8号`, '阿依努尔·买买提', '13900001234'],
  ])('%s', (text, name, phone) => {
    const parsed = parseAddress(text);
    expect(parsed).toMatchObject({
      name,
      phone,
      district: '雁塔区',
      detail: expect.stringMatching(/^枫桥路8号/),
    });
    expect(parsed.detail).not.toContain(name);
  });

  it.each([
    [`王**，${region}****`, { name: '王**', detail: '****' }],
    [`王** 138****0000 ${region}****`, { name: '王**', phone: '138****0000', detail: '****' }],
    [`*伟\n1**********\n${region}****`, { name: '*伟', phone: '1**********', detail: '****' }],
    [
      `张** 138****0000-1234 ${region}枫桥****`,
      { name: '张**', phone: '138****0000', ext: '1234', detail: '枫桥****' },
    ],
  ])('masked text stays masked: %s', (text, expected) => {
    expect(parseAddress(text)).toMatchObject({ ...expected, province: '陕西省', district: '雁塔区' });
  });

  it.each([
    [`张三[1234]，13900001234-1234，${region}枫桥路8号[1234]`],
    [`张三 13900001234转1234 ${region}枫桥路8号`],
    [`张三[1234] 13900001234 ${region}枫桥路8号 [1234]`],
  ])('the extension of a virtual number is its own field: %s', (text) => {
    const parsed = parseAddress(text);
    expect(parsed).toMatchObject({ name: '张三', phone: '13900001234', ext: '1234' });
    expect(parsed.detail?.replace(/\s/g, '')).toBe('枫桥路8号');
  });

  it('reads a postcode, not a house number, and no phone from broken or longer numbers', () => {
    expect(parseAddress(`张三，13900001234，${region}枫桥路8号，710061`).postcode).toBe('710061');
    expect(parseAddress(`张三，13900001234，${region}枫桥路8号，000000`).postcode).toBeUndefined();
    expect(parseAddress(`${region}枫桥路8号 1390000123`).phone).toBeUndefined();
    expect(parseAddress(`${region}枫桥路8号 610113199001010017`).phone).toBeUndefined();
  });
});

it('answers the same from the cache', () => {
  const text = '浙江省杭州市余杭区枫桥路8号';
  expect(regionOf(text)).toBe(regionOf(text));
  expect(regionOf(text)).toMatchObject({
    province: '浙江省',
    city: '杭州市',
    district: '余杭区',
    code: '330110',
  });
});
