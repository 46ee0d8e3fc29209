import type { CellRow } from '../../phrases/files/delimited.ts';
import { provinceTiles } from '../province-tiles.ts';
import { readReach, saysNothing } from './read-cell.ts';

/** What a column of a courier table holds. */
export const courierColumns = [
  'courier',
  'province',
  'city',
  'district',
  'town',
  'keywords',
  'corps',
  'reach',
  'first',
  'firstUnit',
  'next',
  'nextUnit',
  'days',
  'minPieces',
  'maxPieces',
  'pieces',
  'minTotal',
  'maxTotal',
  'total',
  'flashSale',
  'minGrams',
  'maxGrams',
  'grams',
  'priority',
  'note',
  'id',
] as const;
export type CourierColumn = (typeof courierColumns)[number];

/** Names after normalising, as shops head their tables; our own first. */
const synonyms: Record<CourierColumn, readonly string[]> = {
  courier: [
    '快递',
    '快递公司',
    '快递名称',
    '物流',
    '物流公司',
    '物流名称',
    '承运商',
    '承运公司',
    '配送方式',
    'courier',
    'carrier',
  ],
  province: [
    '省',
    '省份',
    '省级',
    '地区',
    '区域',
    '省市',
    '省/市',
    '目的地',
    '目的省',
    '目的省份',
    '收货省',
    '收货省份',
    '收货地区',
    '到达省份',
    '到达地区',
    '派送区域',
    '寄达地',
    '寄达省',
    'province',
    'region',
  ],
  city: ['市', '城市', '地市', '市级', '地级市', '目的城市', '收货城市', '到达城市', 'city'],
  district: ['区县', '区/县', '县区', '县/区', '区', '县', '区县级', '县市区', 'district', 'county'],
  town: ['乡镇', '镇', '街道', '乡镇街道', '乡镇/街道', '镇街', '乡/镇', 'town'],
  keywords: ['关键词', '关键字', '地址包含', '地址关键词', '地址含', '包含', 'keywords', 'words'],
  corps: ['兵团', '是否兵团', '只限兵团', 'corps'],
  reach: [
    '结果',
    '是否到达',
    '是否可达',
    '是否可到',
    '可达',
    '到不到',
    '能否到达',
    '是否派送',
    '派送',
    '派送情况',
    '派送状态',
    '状态',
    '可达性',
    '是否超区',
    '说法',
    'reach',
    'result',
  ],
  first: [
    '首费',
    '首重费',
    '首重费用',
    '首重价',
    '首重价格',
    '首重运费',
    '加收',
    '加收金额',
    '加价',
    '附加费',
    '费用',
    '运费',
    '邮费',
    '补邮费',
    '金额',
    'surcharge',
    'fee',
  ],
  firstUnit: ['首重重量', '首重公斤', '首重kg'],
  next: ['续费', '续重费', '续重费用', '续重价', '续重价格', '续重运费'],
  nextUnit: ['续重重量', '续重公斤', '续重kg', '续重单位'],
  days: ['时效', '天数', '时长', '到货天数', '预计天数', '运输时效', '几天到', 'days'],
  minPieces: ['最少件', '最少件数', '最小件数', '件数下限', '起发件数'],
  maxPieces: ['最多件', '最多件数', '最大件数', '件数上限'],
  pieces: ['件数', '件数范围', 'pieces'],
  minTotal: ['最低金额', '最少金额', '最小金额', '金额下限', '订单最低金额'],
  maxTotal: ['最高金额', '最多金额', '最大金额', '金额上限', '订单最高金额'],
  total: ['订单金额', '金额范围', 'total'],
  flashSale: ['秒杀', '秒杀款', '是否秒杀', 'flashsale'],
  minGrams: ['最轻', '最低重量', '最小重量', '重量下限'],
  maxGrams: ['最重', '最高重量', '最大重量', '重量上限'],
  grams: ['重量', '包裹重量', '重量范围', 'weight'],
  priority: ['优先', '优先级', '顺序', '排序', 'priority'],
  note: ['备注', '说明', '注', '备注说明', 'note', 'remark'],
  id: ['规则编号', '规则id', 'ruleid'],
};
const columnOf = new Map(
  Object.entries(synonyms).flatMap(([column, names]) => names.map((name) => [name, column as CourierColumn])),
);

/** 首重 and 续重 stand for a weight or for its fee; the unit in the name or in the cells tells. */
const twoSided: Record<string, { fee: CourierColumn; weight: CourierColumn }> = {
  首重: { fee: 'first', weight: 'firstUnit' },
  续重: { fee: 'next', weight: 'nextUnit' },
};

export interface CourierField {
  column: CourierColumn;
  /** The name as the file has it. */
  label: string;
  /** Unit of weights whose cells have none. */
  unit: 'kg' | 'g';
}

export interface CourierHeader {
  /** `long`: a rule in every row; `wide`: a place in every row and a courier in every column. */
  form: 'long' | 'wide';
  /** Per column of the file; undefined: not taken over, or a courier of a wide table. */
  fields: (CourierField | undefined)[];
  /** Of a wide table: the courier of each such column. */
  couriers: { at: number; courier: string }[];
  /** Rows up to and with the header. */
  headRows: number;
  /** Names of the columns that are not taken over. */
  dropped: string[];
  /** Names that may be a weight or a fee, which nothing told. */
  unsure: string[];
}

const titleRows = 5;
const lookedAt = 80;

const plainName = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/gu, '')
    .replace(/[\s*:]/gu, '')
    .toLowerCase();

/** Finds the header of a courier table in the first rows; undefined for any other table. */
export function findCourierHeader(rows: readonly CellRow[]): CourierHeader | undefined {
  for (const [at, row] of rows.slice(0, titleRows).entries()) {
    const body = rows.slice(at + 1, at + 1 + lookedAt);
    const header = headerOf(row.cells, body);
    if (header) return { ...header, headRows: at + 1 };
    // Titles above a header fill one cell.
    if (row.cells.filter((cell) => cell.trim() !== '').length > 1) return undefined;
  }
  return undefined;
}

function headerOf(
  cells: readonly string[],
  body: readonly CellRow[],
): Omit<CourierHeader, 'headRows'> | undefined {
  const fields: (CourierField | undefined)[] = [];
  const unsure: string[] = [];
  const unnamed: number[] = [];
  for (const [at, cell] of cells.entries()) {
    const label = cell.trim();
    const name = plainName(label);
    const column = columnOf.get(name) ?? sideOf(name, label, body, at, unsure);
    const taken = column === undefined || fields.some((field) => field?.column === column);
    fields.push(
      taken
        ? undefined
        : {
            column,
            label,
            unit: /克|\bg\b/iu.test(unitOf(label)) && !/千克|kg/iu.test(unitOf(label)) ? 'g' : 'kg',
          },
    );
    if (taken && name !== '') unnamed.push(at);
  }
  const has = (column: CourierColumn): boolean => fields.some((field) => field?.column === column);
  const place = has('province') || has('city') || has('district');
  const label = (at: number): string => (cells[at] ?? '').trim();
  if (has('courier') && (has('reach') || has('first')) && (place || has('keywords') || has('corps')))
    return { form: 'long', fields, couriers: [], dropped: unnamed.map(label), unsure };
  if (!place || has('courier')) return undefined;
  const couriers = unnamed.filter((at) => holdsReach(body, at));
  if (couriers.length * 2 < unnamed.length || couriers.length === 0) return undefined;
  const places = fields.findIndex((field) => field?.column === 'province' || field?.column === 'city');
  if (!holdsPlaces(body, places)) return undefined;
  return {
    form: 'wide',
    fields,
    couriers: couriers.map((at) => ({ at, courier: label(at) })),
    dropped: unnamed.filter((at) => !couriers.includes(at)).map(label),
    unsure,
  };
}

const unitOf = (label: string): string => /[(（[【]([^)）\]】]*)[)）\]】]/u.exec(label)?.[1] ?? '';

function sideOf(
  name: string,
  label: string,
  body: readonly CellRow[],
  at: number,
  unsure: string[],
): CourierColumn | undefined {
  const sides = twoSided[name];
  if (!sides) return undefined;
  const cells = body.map((row) => (row.cells[at] ?? '').trim()).filter((cell) => cell !== '');
  const all = (pattern: RegExp): boolean => cells.length > 0 && cells.every((cell) => pattern.test(cell));
  if (/元|¥|￥/u.test(unitOf(label)) || all(/元|¥|￥/u)) return sides.fee;
  if (/kg|公斤|千克|克|g/iu.test(unitOf(label)) || all(/kg|公斤|千克|克|g/iu)) return sides.weight;
  unsure.push(label);
  return undefined;
}

/** Whether most of a column's cells say how a courier goes somewhere. */
function holdsReach(body: readonly CellRow[], at: number): boolean {
  const cells = body.map(({ cells: row }) => row[at] ?? '').filter((cell) => !saysNothing(cell));
  const read = cells.filter((cell) => readReach(cell) !== undefined).length;
  return cells.length > 0 && read * 2 > cells.length;
}

/** Whether most of a column's cells begin with a province: numbers beside places may be anything (sales, prices). */
function holdsPlaces(body: readonly CellRow[], at: number): boolean {
  const cells = body.map(({ cells: row }) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
  const places = cells.filter((cell) => provinceTiles.some(({ short }) => cell.startsWith(short)));
  return cells.length > 0 && places.length * 2 >= cells.length;
}
