import type { CellRow } from '../phrases/files/delimited.ts';
import { columnName, findHeader } from '../phrases/files/header.ts';

/** What a column of a table of products holds; `line` is a fact the card has no field for. */
export type CardColumn =
  | 'codes'
  | 'ids'
  | 'name'
  | 'material'
  | 'size'
  | 'length'
  | 'width'
  | 'height'
  | 'bag'
  | 'stock'
  | 'points'
  | 'matching'
  | 'price'
  | 'floor'
  | 'line';

/** Names after normalising, as shops head their tables. */
const synonyms: Record<Exclude<CardColumn, 'line'>, readonly string[]> = {
  codes: [
    '货号',
    '编码',
    '商品编码',
    '商家编码',
    '商品货号',
    '款号',
    '商品款号',
    '型号',
    '编号',
    '商品编号',
    '款式编码',
    '代码',
    '外部编码',
    'sku编码',
    'code',
    'codes',
    'itemcode',
    'productcode',
    'stylecode',
  ],
  ids: [
    '商品id',
    '宝贝id',
    '产品id',
    '货品id',
    '平台商品id',
    '淘宝id',
    '拼多多id',
    '抖店id',
    '京东id',
    '闲鱼id',
    '1688id',
    'skuid',
    'spuid',
    'itemid',
    'goodsid',
    'productid',
    'id',
  ],
  name: [
    '名称',
    '品名',
    '商品名称',
    '产品名称',
    '商品名',
    '产品名',
    '宝贝名称',
    '商品标题',
    '宝贝标题',
    '标题',
    '款名',
    '商品',
    '产品',
    'name',
    'title',
    'productname',
  ],
  material: [
    '材质',
    '面料',
    '材料',
    '主面料',
    '面料材质',
    '商品材质',
    '箱包材质',
    '质地',
    '成分',
    'material',
    'fabric',
  ],
  size: [
    '尺寸',
    '尺码',
    '大小',
    '规格尺寸',
    '包包尺寸',
    '商品尺寸',
    '产品尺寸',
    '包尺寸',
    '外形尺寸',
    '尺寸信息',
    'size',
    'dimensions',
    'measurements',
  ],
  length: ['长', '长度', '包长', '底长', 'length'],
  width: ['宽', '宽度', '包宽', '底宽', 'width'],
  height: ['高', '高度', '包高', 'height'],
  bag: ['是否包', '是不是包', '是包', '算尺码档', 'isbag'],
  stock: [
    '库存',
    '库存说明',
    '库存情况',
    '库存备注',
    '现货',
    '现货情况',
    '存量',
    '数量',
    '可售库存',
    'stock',
    'inventory',
    'stocknote',
  ],
  points: [
    '卖点',
    '商品卖点',
    '产品卖点',
    '特点',
    '亮点',
    '优点',
    '介绍',
    '商品介绍',
    '产品特点',
    'sellingpoints',
    'points',
    'features',
  ],
  matching: [
    '搭配',
    '搭配推荐',
    '推荐搭配',
    '关联商品',
    '搭配商品',
    '可搭配',
    '搭配款',
    '关联推荐',
    'matching',
    'matches',
    'goeswith',
  ],
  price: [
    '售价',
    '价格',
    '单价',
    '零售价',
    '销售价',
    '日常价',
    '一口价',
    '商品价格',
    '现价',
    '标价',
    'price',
    'saleprice',
  ],
  floor: [
    '底价',
    '最低价',
    '最低售价',
    '最低可售价',
    '议价底线',
    '价格底线',
    '保底价',
    '可让到',
    'floor',
    'floorprice',
    'lowestprice',
    'minprice',
  ],
};
const columnOf = new Map(
  Object.entries(synonyms).flatMap(([column, names]) => names.map((name) => [name, column as CardColumn])),
);

/** The field a name speaks of; undefined for one of the shop's own. */
export const knownColumn = (name: string): CardColumn | undefined => columnOf.get(columnName(name));

/** Columns that only a table of products has; a table of phrases may have a code and a title too. */
const telling = new Set<CardColumn | undefined>([
  'material',
  'size',
  'length',
  'width',
  'height',
  'stock',
  'points',
  'matching',
  'price',
  'floor',
]);
const naming = new Set<CardColumn | undefined>(['codes', 'ids', 'name']);

export interface CardHeader {
  columns: { column: CardColumn; label: string; unit?: string }[];
  /** Rows up to and with the header. */
  headRows: number;
}

/** Titles above a header that are read over. */
const mostLinesAbove = 5;

/** Several columns may hold codes and ids; of any other field the first is meant, a second is a fact of its own. */
const repeatable = new Set<CardColumn>(['codes', 'ids', 'points', 'line']);

function headerOf(cells: readonly string[]): CardHeader['columns'] | undefined {
  const columns: CardHeader['columns'] = [];
  const taken = new Set<CardColumn>();
  for (const cell of cells) {
    const label = cell.normalize('NFKC').replace(/\s+/g, ' ').trim();
    // A unit in the head is every cell's: 长(cm).
    const unit = /(mm|毫米|cm|厘米|公分)\s*\)?$/iu.exec(label)?.[1];
    const bare = unit === undefined ? label : label.slice(0, -unit.length - (label.endsWith(')') ? 1 : 0));
    const known = knownColumn(label) ?? knownColumn(bare.replace(/[(/]$/, ''));
    const column = known === undefined || (taken.has(known) && !repeatable.has(known)) ? 'line' : known;
    taken.add(column);
    columns.push({ column, label, ...(unit !== undefined && { unit: unit.toLowerCase() }) });
  }
  while (columns.at(-1)?.label === '') columns.pop();
  const has = (of: ReadonlySet<CardColumn | undefined>): boolean =>
    columns.some(({ column }) => of.has(column));
  return has(naming) && has(telling) ? columns : undefined;
}

/** The header of a table of products; undefined for any other table, one of phrases among them. */
export function findCardHeader(rows: readonly CellRow[]): CardHeader | undefined {
  for (const [at, row] of rows.slice(0, mostLinesAbove).entries()) {
    const columns = headerOf(row.cells);
    if (columns) return findHeader(rows) ? undefined : { columns, headRows: at + 1 };
    if (row.cells.filter((cell) => cell.trim() !== '').length > 1) return undefined;
  }
  return undefined;
}
