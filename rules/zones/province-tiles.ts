/** One province-level division on the tile grid. */
export interface ProvinceTile {
  /** Official, as regions of courier rules write it. */
  name: string;
  /** As agents say it. */
  short: string;
  /** Place on the grid, from 0. */
  row: number;
  column: number;
}

/**
 * The 34 province-level divisions as equal tiles, laid out roughly as they lie. A grid of tiles shows a verdict per
 * division without drawing any outline of the country (issue "Orders", 2).
 */
export const provinceTiles: readonly ProvinceTile[] = [
  { name: '黑龙江省', short: '黑龙江', row: 0, column: 7 },

  { name: '内蒙古自治区', short: '内蒙古', row: 1, column: 4 },
  { name: '北京市', short: '北京', row: 1, column: 5 },
  { name: '吉林省', short: '吉林', row: 1, column: 7 },

  { name: '新疆维吾尔自治区', short: '新疆', row: 2, column: 0 },
  { name: '甘肃省', short: '甘肃', row: 2, column: 1 },
  { name: '宁夏回族自治区', short: '宁夏', row: 2, column: 2 },
  { name: '陕西省', short: '陕西', row: 2, column: 3 },
  { name: '山西省', short: '山西', row: 2, column: 4 },
  { name: '河北省', short: '河北', row: 2, column: 5 },
  { name: '天津市', short: '天津', row: 2, column: 6 },
  { name: '辽宁省', short: '辽宁', row: 2, column: 7 },

  { name: '西藏自治区', short: '西藏', row: 3, column: 0 },
  { name: '青海省', short: '青海', row: 3, column: 1 },
  { name: '四川省', short: '四川', row: 3, column: 2 },
  { name: '重庆市', short: '重庆', row: 3, column: 3 },
  { name: '河南省', short: '河南', row: 3, column: 4 },
  { name: '山东省', short: '山东', row: 3, column: 5 },
  { name: '江苏省', short: '江苏', row: 3, column: 6 },
  { name: '上海市', short: '上海', row: 3, column: 7 },

  { name: '云南省', short: '云南', row: 4, column: 2 },
  { name: '贵州省', short: '贵州', row: 4, column: 3 },
  { name: '湖北省', short: '湖北', row: 4, column: 4 },
  { name: '安徽省', short: '安徽', row: 4, column: 5 },
  { name: '浙江省', short: '浙江', row: 4, column: 6 },

  { name: '广西壮族自治区', short: '广西', row: 5, column: 3 },
  { name: '湖南省', short: '湖南', row: 5, column: 4 },
  { name: '江西省', short: '江西', row: 5, column: 5 },
  { name: '福建省', short: '福建', row: 5, column: 6 },
  { name: '台湾省', short: '台湾', row: 5, column: 7 },

  { name: '广东省', short: '广东', row: 6, column: 4 },

  { name: '海南省', short: '海南', row: 7, column: 3 },
  { name: '澳门特别行政区', short: '澳门', row: 7, column: 4 },
  { name: '香港特别行政区', short: '香港', row: 7, column: 5 },
];

/** Provinces agents set together. */
export const provinceGroups = {
  /** 江浙沪, where most parcels go at the lowest price. */
  delta: ['江苏省', '浙江省', '上海市'],
  northeast: ['黑龙江省', '吉林省', '辽宁省'],
  /** rules.md §3: six provinces by the vote over public defaults. */
  remote: ['新疆维吾尔自治区', '西藏自治区', '内蒙古自治区', '宁夏回族自治区', '青海省', '甘肃省'],
  /** Not served until the shop decides otherwise (rules.md §3). */
  overseasCustoms: ['香港特别行政区', '澳门特别行政区', '台湾省'],
} as const satisfies Record<string, readonly string[]>;

/** Offered as remote beside the six, off until the shop wants it (rules.md §3). */
export const perhapsRemote: readonly string[] = ['海南省'];

export type Direction = 'up' | 'down' | 'left' | 'right' | 'row-start' | 'row-end' | 'first' | 'last';

const inRow = (row: number): ProvinceTile[] =>
  provinceTiles.filter((tile) => tile.row === row).sort((one, other) => one.column - other.column);

/** The tile an arrow key leads to; the same one where there is none that way. */
export function tileBeside(name: string, direction: Direction): string {
  const here = provinceTiles.find((tile) => tile.name === name);
  if (!here) return name;
  const row = inRow(here.row);
  const at = row.indexOf(here);
  const found = {
    left: () => row[at - 1],
    right: () => row[at + 1],
    'row-start': () => row[0],
    'row-end': () => row.at(-1),
    first: () => provinceTiles[0],
    last: () => provinceTiles.at(-1),
    up: () => nearest(here.row - 1, here.column),
    down: () => nearest(here.row + 1, here.column),
  }[direction]();
  return found?.name ?? name;
}

const nearest = (row: number, column: number): ProvinceTile | undefined =>
  inRow(row).toSorted((one, other) => Math.abs(one.column - column) - Math.abs(other.column - column))[0];

/** The tiles of the rectangle two tiles span, as Shift takes them. */
export function tilesBetween(from: string, to: string): string[] {
  const ends = [from, to].flatMap((name) => provinceTiles.find((tile) => tile.name === name) ?? []);
  const [one, other] = ends;
  if (!one || !other) return [to];
  const within = (value: number, a: number, b: number): boolean =>
    value >= Math.min(a, b) && value <= Math.max(a, b);
  return provinceTiles
    .filter((tile) => within(tile.row, one.row, other.row) && within(tile.column, one.column, other.column))
    .map(({ name }) => name);
}
