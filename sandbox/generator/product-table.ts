import { formatFen } from '../../rules/money/money.ts';
import { flashSaleGood, type Good, goods } from './goods.ts';

/** What the practice shop knows of its goods beside what pages show; invented like the goods. */
const facts: Record<
  string,
  { material: string; size: string; points: string; matching: string; stock: string }
> = {
  'TT-0921': {
    material: 'PU 皮，涤纶里布',
    size: '大号：长34*宽15*高28cm；中号：长29*宽13*高24cm',
    points: '能装 14 寸电脑；可单肩可手提；拉链袋口',
    matching: '零钱包、方巾',
    stock: '奶油白剩 6 个，焦糖棕、黑色充足',
  },
  'MA-1107': {
    material: '牛皮纹 PU',
    size: '长25*宽7*高15cm',
    points: '磁扣翻盖；腋下刚好',
    matching: '方巾',
    stock: '墨绿色周三到货，酒红、黑色现货',
  },
  'XF-0318': {
    material: '软皮',
    size: '18×8×12cm',
    points: '链条可拆；放得下手机',
    matching: '零钱包',
    stock: '现货',
  },
  'MT-150': {
    material: '珊瑚绒',
    size: '150*200cm、100*150cm',
    points: '双面绒，不掉毛；可机洗',
    matching: '',
    stock: '现货',
  },
};

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The floor the practice shop goes down to: never shown to a buyer. Fen. */
export const floorOf = (good: Good): number => Math.round(good.price * 0.873);

/**
 * The practice shop's table of products as a shop keeps it (mission.md A18): every good of the practice pages, by the
 * code and the title they show.
 */
export function productTable(): string {
  const head = ['货号', '商品名称', '材质', '尺寸', '库存', '卖点', '搭配', '售价', '底价', '产地', '进货价'];
  const rows = [...goods, flashSaleGood].map((good) => {
    const { material = '', size = '', points = '', matching = '', stock = '' } = facts[good.code] ?? {};
    return [
      good.code,
      good.title,
      material,
      size,
      stock,
      points,
      matching,
      formatFen(good.price),
      formatFen(floorOf(good)),
      '河北白沟',
      formatFen(Math.round(good.price * 0.41)),
    ];
  });
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
