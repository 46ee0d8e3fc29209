import { beforeAll, describe, expect, it } from 'vitest';
import { foldAddress } from '../../../rules/address/fold.ts';
import { loadRegions, type ParsedAddress, parseAddress } from '../../../rules/address/index.ts';
import { anyWhole, chanceOf, frames, writings } from './damages.ts';

beforeAll(() => loadRegions());

/** Roads, shops, estates and chat that carry region names or none. */
const regionless =
  `文一西路500号 中山北路100号3楼 北京东路步行街 南京西路1266号 西藏中路758弄 四川北路1885号 长春花苑12栋 上海城3栋501
江西饭店旁边 沙县小吃 兰州拉面 重庆火锅城 黄山路与科学大道交叉口 长江中路38号 淮海路 珠江新城 人民广场地铁站 万达广场2号门
第一人民医院 实验小学门卫 和平小区5-3-201 菜鸟驿站 丰巢柜3号 幸福里8号楼 建设银行 新华书店 滨河路与建设街交口 河南路33号
安徽大厦 福建会馆 山东大学南门 江苏路学校 西安门大街88号 长春桥路5号 太原街 海南岛酒店 云南白药大厦 青岛啤酒厂 天津包子铺
宁波汤圆店 桂林米粉店 柳州螺蛳粉 延安路 太湖花园二区 西湖花苑 东湖路10号 南山公寓A座 宝山花园 白云大道 朝阳小区 和平里
鼓楼西大街 新城国际 龙华寺 海淀图书城店 长安街 城西花园 河东路 开发区管委会 高新区科技园 县政府旁 乡卫生院 三里屯 刘家村
水乡人家 古镇路 新街口 故乡情饭店 什么时候发货 这个有现货吗 发什么快递 我要退货 能便宜点吗 海南鸡饭 新疆大盘鸡 北京烤鸭
上海生煎 香港茶餐厅 澳门豆捞 香港城 台湾街 罗马花园3栋 12号楼3单元 B座1203室 快递放门口 天山路 华山医院 苏州桥 扬州炒饭
徐州路 郑州银行 洛阳水席 王庄乡村饭店 订单编号1234567890123456 红色XL2件 2024-05-01 **** 张三 13900001234`.split(
    /\s+/,
  );

describe('text without a region', () => {
  it('gets one in less than one of fifty cases', () => {
    const invented = regionless.filter((text) => parseAddress(text).province !== undefined);
    expect(invented.length / regionless.length, invented.join(' ')).toBeLessThan(0.02);
  });

  it.each([
    '日本东京都港区芝公园4丁目2-8',
    '日本大阪市中央区心斋桥筋1-1',
    '美国加利福尼亚州洛杉矶市第五街',
    '韩国首尔特别市中区明洞',
    'Flat B, 12 King Street, London W6 0QA',
    'No.8 Wensan Road, Hangzhou, Zhejiang',
  ])('an address abroad or in Latin letters has none: %s', (text) => {
    expect(parseAddress(text).province).toBeUndefined();
  });
});

/** Every part is in the text, or says in `inferred` what it was taken from; and that is in the text. */
function expectNothingInvented(text: string, parsed: ParsedAddress): void {
  const folded = foldAddress(text);
  const explained = new Set(parsed.inferred.map(({ part }) => part as string));
  for (const part of ['province', 'city', 'district', 'town'] as const) {
    const value = parsed[part];
    if (value === undefined || explained.has(part) || folded.includes(foldAddress(value))) continue;
    // 北京市 is its own city.
    if (part === 'city' && value === parsed.province) continue;
    expect.fail(`${text}: ${part} ${value} is neither written nor explained`);
  }
  for (const { from } of parsed.inferred) expect(folded, text).toContain(foldAddress(from));
  for (const part of ['name', 'postcode', 'ext'] as const) {
    const value = parsed[part];
    if (value !== undefined) expect(folded, text).toContain(foldAddress(value));
  }
  const digits = (words: string): string => words.replace(/[^\d*x]/gi, '');
  if (parsed.phone !== undefined) expect(digits(folded), text).toContain(digits(parsed.phone));
  expect(parsed.confidence).toBeGreaterThanOrEqual(0);
  expect(parsed.confidence).toBeLessThanOrEqual(1);
}

const letters = [
  ...'省市县区旗州盟镇乡街道路号栋单元浙江杭州余西湖北京朝阳海南兵团师中国收货人电话：，,、 \n\t*()[]【】1380-转#.。😀\u0000\u200b\ud83dＡ１',
];

describe('any text', () => {
  it('never throws and never invents, whatever stands there', () => {
    const chance = chanceOf(7);
    for (let i = 0; i < 1_500; i += 1) {
      const length = Math.floor(chance() * 40);
      const text = Array.from({ length }, () => letters[Math.floor(chance() * letters.length)]).join('');
      expectNothingInvented(text, parseAddress(text));
    }
  });

  it('never invents in damaged addresses', () => {
    const chance = chanceOf(8);
    for (const write of Object.values(writings)) {
      for (let i = 0; i < 30; i += 1) {
        const whole = anyWhole(chance);
        const text = write(whole, chance);
        const frame = frames[i % frames.length];
        if (text === undefined || !frame) continue;
        const framed = frame(text, whole);
        // Damaged once more: a piece is cut out of the middle.
        const cut = Math.floor(chance() * framed.length);
        for (const one of [framed, framed.slice(0, cut) + framed.slice(cut + 2)])
          expectNothingInvented(one, parseAddress(one));
      }
    }
  });

  it('reads its own formatted answer again', () => {
    const chance = chanceOf(9);
    for (let i = 0; i < 200; i += 1) {
      const whole = anyWhole(chance);
      const first = parseAddress(
        frames[i % frames.length]?.(writings.whole?.(whole, chance) ?? '', whole) ?? '',
      );
      const { name, phone, province, city, district, town, detail } = first;
      const formatted = [name, phone, province, city, district, town, detail]
        .filter((part) => part)
        .join(' ');
      expect(parseAddress(formatted), formatted).toEqual({ ...first, inferred: expect.anything() });
    }
  });
});

describe('long and broken text', () => {
  const unit = '张三 13900001234 浙江省杭州市余杭区文一西路8号，';
  it.each([
    ['addresses', unit],
    ['labels', '收货人：张三手机号码所在地区'],
    ['mistyped names', '商秋市夏忆县'],
    ['digits', '1'],
    ['masks', '1*'],
    ['control characters', '浙江\u0000省\u202e'],
    ['emoji', '😀杭州市'],
    ['separators', ', ;|'],
    ['halves of emoji', '\ud83d'],
  ])('10,000 characters of %s cost no more than a long address', (_, text) => {
    const long = text.repeat(Math.ceil(10_000 / text.length));
    const parsed = parseAddress(long);
    expect(parsed.confidence).toBeLessThanOrEqual(1);
    // Reading is bounded: what lies behind the bound is handed back unread.
    expect((parsed.detail ?? '').length).toBeLessThanOrEqual(long.length);
    expect(parseAddress(long.slice(0, 2_000)).province).toBe(parsed.province);
  });
});
