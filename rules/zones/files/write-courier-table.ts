import { formatFen } from '../../money/money.ts';
import { pathParts } from '../region-name.ts';
import type { CourierRule, CourierTable } from '../table.ts';
import { reachNames } from './read-cell.ts';
import { elsewhereName } from './read-places.ts';

/** The columns of our own file; each name is one the reader knows. */
export const courierHeads = [
  '快递',
  '省',
  '市',
  '区县',
  '乡镇',
  '关键词',
  '兵团',
  '结果',
  '首费(元)',
  '首重(公斤)',
  '续费(元)',
  '续重(公斤)',
  '时效(天)',
  '最少件',
  '最多件',
  '最低金额(元)',
  '最高金额(元)',
  '秒杀',
  '最轻(公斤)',
  '最重(公斤)',
  '优先',
  '备注',
  '规则编号',
] as const;

export const courierWidths: readonly number[] = [
  12, 26, 18, 18, 14, 16, 8, 8, 9, 10, 9, 10, 10, 8, 8, 12, 12, 8, 10, 10, 8, 36, 18,
];

/**
 * Header and rows of a table as a file for people: what it writes, the reader reads back as the same rules. A rule
 * takes one row where its regions lie side by side (several provinces, several cities of one), else several rows
 * with the same number.
 */
export function* courierCells({ rules }: Pick<CourierTable, 'rules'>): Generator<string[]> {
  yield [...courierHeads];
  for (const rule of rules) for (const place of placeRows(rule)) yield rowOf(rule, place);
}

/** How many rows that makes, header included. */
export function courierRowCount({ rules }: Pick<CourierTable, 'rules'>): number {
  return 1 + rules.reduce((count, rule) => count + placeRows(rule).length, 0);
}

type PlaceRow = [province: string, city: string, district: string, town: string];

/** The regions of a rule in as few rows as keep their order. */
function placeRows(rule: CourierRule): PlaceRow[] {
  const { regions, keywords = [], corps } = rule;
  if (regions.length === 0) return [[keywords.length > 0 || corps ? '' : elsewhereName, '', '', '']];
  const rows: { outer: string; level: number; parts: string[]; last: string[] }[] = [];
  for (const region of regions) {
    const parts = pathParts(region);
    const level = Math.min(parts.length, 4) - 1;
    const outer = parts.slice(0, level).join('/');
    const name = parts[level] ?? '';
    const row = rows.at(-1);
    if (row && row.level === level && row.outer === outer) row.last.push(name);
    else rows.push({ outer, level, parts, last: [name] });
  }
  return rows.map(({ level, parts, last }) => {
    const cells: PlaceRow = ['', '', '', ''];
    for (let at = 0; at < level; at += 1) cells[at] = parts[at] ?? '';
    cells[level] = last.join('、');
    return cells;
  });
}

const some = <T>(value: T | undefined, print: (value: T) => string): string =>
  value === undefined ? '' : print(value);
const yuan = (fen: number): string => formatFen(fen).replace(/\.00$/, '');
const kilograms = (grams: number): string => String(grams / 1_000);

function rowOf(rule: CourierRule, place: PlaceRow): string[] {
  const { surcharge, when = {}, keywords = [] } = rule;
  return [
    rule.courier,
    ...place,
    wordsCell(keywords),
    rule.corps ? '是' : '',
    reachNames[rule.reach],
    some(surcharge?.first, yuan),
    some(surcharge?.firstUnit, kilograms),
    some(surcharge?.next, yuan),
    some(surcharge?.nextUnit, kilograms),
    daysCell(rule.days),
    some(when.minPieces, String),
    some(when.maxPieces, String),
    some(when.minTotal, yuan),
    some(when.maxTotal, yuan),
    some(when.flashSale, (flash) => (flash ? '是' : '否')),
    some(when.minGrams, kilograms),
    some(when.maxGrams, kilograms),
    String(rule.priority),
    rule.note ?? '',
    rule.id,
  ];
}

function wordsCell(words: readonly string[]): string {
  if (!words.some((word) => /[、,，;；|]/u.test(word))) return words.join('、');
  return words.length === 1 ? `${words[0]}\n` : words.join('\n');
}

function daysCell(days: CourierRule['days']): string {
  const { least, most } = days ?? {};
  if (least !== undefined && most !== undefined) return least === most ? String(least) : `${least}-${most}`;
  if (least !== undefined) return `${least} 起`;
  return most === undefined ? '' : `最多 ${most}`;
}
