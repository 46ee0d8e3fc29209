import type { Choices } from './random.ts';

/** One thing the practice shop sells. Price in fen. */
export interface Good {
  id: string;
  title: string;
  /** What a buyer calls it. */
  short: string;
  code: string;
  price: number;
  colours: readonly string[];
  sizes: readonly string[];
  flashSale?: true;
  hue: number;
}

const good = (
  n: number,
  title: string,
  short: string,
  code: string,
  price: number,
  colours: string[],
  sizes: string[],
): Good => ({ id: `1000000000${1000 + n}`, title, short, code, price, colours, sizes, hue: (n * 47) % 360 });

/** Names, codes and prices are invented; none is under the shop's minimum of ¥19.90 (mission.md B5). */
export const goods: readonly Good[] = [
  good(
    1,
    '通勤大容量托特包女单肩手提包',
    '托特包',
    'TT-0921',
    8900,
    ['奶油白', '焦糖棕', '黑色'],
    ['大号 34cm', '中号 29cm'],
  ),
  good(2, '复古腋下包小众设计马鞍包', '腋下包', 'MA-1107', 6990, ['酒红', '墨绿', '黑色'], ['均码']),
  good(3, '软皮链条斜挎包迷你小方包', '小方包', 'XF-0318', 5990, ['杏色', '雾蓝', '黑色'], ['迷你 18cm']),
  good(
    4,
    '加厚珊瑚绒毛毯办公室午睡盖毯',
    '毛毯',
    'MT-150',
    3990,
    ['米白', '浅灰', '豆沙粉'],
    ['150*200cm', '100*150cm'],
  ),
  good(
    5,
    '帆布双肩包学生大容量电脑包',
    '双肩包',
    'FB-0606',
    11800,
    ['卡其', '藏青', '黑色'],
    ['15.6寸', '14寸'],
  ),
  good(6, '厚底老爹鞋女秋季新款透气', '老爹鞋', 'LD-2288', 12900, ['米白', '灰粉'], ['36', '37', '38', '39']),
  good(
    7,
    '宽松加绒连帽卫衣情侣款',
    '卫衣',
    'WY-0510',
    7900,
    ['燕麦', '雾霾蓝', '黑色'],
    ['M', 'L', 'XL', '2XL'],
  ),
  good(8, '真丝感印花小方巾发带', '方巾', 'FJ-0099', 2590, ['花影', '格纹'], ['70*70cm']),
  good(9, '软底乐福鞋女平底豆豆鞋', '乐福鞋', 'LF-3301', 9900, ['黑色', '棕色'], ['35', '36', '37', '38']),
  good(10, '短款零钱包卡包多卡位', '零钱包', 'LQ-0420', 3290, ['樱粉', '墨绿', '黑色'], ['均码']),
];

/** Flash-sale lines carry the word 秒杀 in the title, which is all the page tells (mission.md B3). */
export const flashSaleGood: Good = {
  ...good(90, '【秒杀】帆布手拎小包便当包', '手拎包', 'MS-0001', 2590, ['米色', '墨绿'], ['均码']),
  flashSale: true,
};

export const skuText = (choices: Choices, of: Good): { colour: string; size: string } => ({
  colour: choices.pick(of.colours),
  size: choices.pick(of.sizes),
});
