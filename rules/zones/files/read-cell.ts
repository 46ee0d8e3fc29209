import { readMoney } from '../../money/money.ts';
import type { CourierRule, Reach } from '../table.ts';

/** Half width, without blanks and closing marks, lower case: as words in cells are compared. */
export const foldCell = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s。.!！]+$/u, '')
    .replace(/\s+/gu, '')
    .toLowerCase();

/** How shops write a verdict. */
const reachWords: Record<Reach, readonly string[]> = {
  reaches: [
    '到',
    '可到',
    '能到',
    '可达',
    '通达',
    '可送',
    '能送',
    '送达',
    '派送',
    '可派送',
    '可派',
    '可发',
    '能发',
    '发',
    '发货',
    '包邮',
    '免邮',
    '免费',
    '正常',
    '是',
    '√',
    '✓',
    '✔',
    '☑',
    '✅',
    'y',
    'yes',
    'ok',
    '可以',
    '全境',
    '全境到',
    'reaches',
  ],
  surcharge: [
    '加收',
    '加价',
    '补差',
    '补差价',
    '补邮费',
    '另收',
    '另收费',
    '收费',
    '加钱',
    '加邮费',
    '附加费',
    'surcharge',
  ],
  slow: ['慢', '较慢', '很慢', '时效慢', '中转', '延迟', '时效不保证', '不保时效', 'slow'],
  no: [
    '不到',
    '不可到',
    '不能到',
    '不可达',
    '不通',
    '不通达',
    '不送',
    '不派',
    '不派送',
    '不可派送',
    '不发',
    '不发货',
    '不可发',
    '停发',
    '停运',
    '暂停',
    '超区',
    '无法送达',
    '送不到',
    '否',
    '×',
    'x',
    '✗',
    '✘',
    '❌',
    'n',
    'no',
    '不可以',
  ],
  unknown: ['未知', '不确定', '不清楚', '待定', '待确认', '待核实', '?', '??', '核实', 'unknown'],
};
const reachOfWord = new Map(
  Object.entries(reachWords).flatMap(([reach, words]) =>
    words.map((word) => [foldCell(word), reach as Reach]),
  ),
);

/** The word the table is written with. */
export const reachNames: Record<Reach, string> = {
  reaches: '到',
  surcharge: '加收',
  slow: '慢',
  no: '不到',
  unknown: '未知',
};

/** What fills a cell that says nothing. */
export const saysNothing = (text: string): boolean =>
  /^(?:|[-—–/\\·.、]+|无|空|n\/a|null)$/iu.test(foldCell(text));

/** What one cell says of a courier and a place. */
export interface ReachCell {
  reach: Reach;
  surcharge?: NonNullable<CourierRule['surcharge']>;
  days?: NonNullable<CourierRule['days']>;
  /** A first and a further weight without their kilograms, which were taken as one each. */
  assumedUnit?: boolean;
}

const oneKilogram = 1_000;
const number = String.raw`\d+(?:\.\d+)?`;
const feeForm = new RegExp(
  String.raw`^(?:需?(?:加收|加价|加|补差价|补邮费|补|另加|另收|收费|收)|\+)?[¥]?(${number})(?:元|块钱?|rmb)?起?$`,
  'u',
);
const firstAndNext = new RegExp(
  `^(?:加收|加价|加)?首重?(?:(${number})(?:kg|公斤|千克)(?:内|以内)?)?[:：]?[¥]?(${number})(?:元|块)?[,，、;；/+]?续重?(?:每?(${number})?(?:kg|公斤|千克))?[:：]?[¥]?(${number})(?:元|块)?(?:/?(?:kg|公斤|千克))?$`,
  'u',
);
const pair = new RegExp(`^(?:加收|加价|加)?[¥]?(${number})(?:元|块)?[/+][¥]?(${number})(?:元|块)?$`, 'u');

/** 到, 不到, 18元, 加18, 首重18续重8, 慢 7-10天; undefined where the cell says something else. */
export function readReach(text: string): ReachCell | undefined {
  const folded = foldCell(text);
  const word = reachOfWord.get(folded);
  if (word !== undefined) return { reach: word };
  const days = daysIn(folded);
  if (days) {
    const rest = folded.replace(days.words, '').replace(/^[,，、;；:：(（]+|[,，、;；:：)）]+$/gu, '');
    const said = rest === '' ? { reach: 'reaches' as const } : readReach(rest);
    return said && { ...said, days: days.days };
  }
  const both = firstAndNext.exec(folded);
  if (both) return freight(both[1], both[2], both[3], both[4]);
  const two = pair.exec(folded);
  if (two) return freight(undefined, two[1], undefined, two[2]);
  const fee = feeForm.exec(folded);
  if (!fee) return undefined;
  const fen = feeOf(fee[1]);
  if (fen === undefined) return undefined;
  return fen === 0 ? { reach: 'reaches' } : { reach: 'surcharge', surcharge: { first: fen } };
}

function freight(
  firstUnit: string | undefined,
  first: string | undefined,
  nextUnit: string | undefined,
  next: string | undefined,
): ReachCell | undefined {
  const fees = [feeOf(first), feeOf(next)];
  const [firstFee, nextFee] = fees;
  if (firstFee === undefined || nextFee === undefined) return undefined;
  const grams = (text: string | undefined): number => Math.round(Number(text ?? 1) * oneKilogram);
  return {
    reach: 'surcharge',
    surcharge: { first: firstFee, firstUnit: grams(firstUnit), next: nextFee, nextUnit: grams(nextUnit) },
    ...(firstUnit === undefined ? { assumedUnit: true } : {}),
  };
}

const feeOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : readFee(text);

/** A fee in fen: 18, 18元, ¥18.00, １８; undefined for anything else, also below zero or with three decimals. */
export function readFee(text: string): number | undefined {
  const fen = readMoney(text.replace(/块钱?$/u, '元').trim());
  return fen === undefined || fen < 0 || fen > 100_000_000 ? undefined : fen;
}

/** Grams: 1, 0.5, 3公斤, 500克; without a unit of its own in the column's. Undefined for anything else. */
export function readGrams(text: string, unit: 'kg' | 'g' = 'kg'): number | undefined {
  const found = /^(\d+(?:\.\d+)?)(kg|公斤|千克|斤|g|克)?(?:以内|内)?$/u.exec(foldCell(text));
  if (!found) return undefined;
  const per = { kg: 1_000, 公斤: 1_000, 千克: 1_000, 斤: 500, g: 1, 克: 1 }[found[2] ?? unit];
  const grams = Number(found[1]) * (per ?? 1);
  const whole = Math.round(grams);
  return Math.abs(grams - whole) > 1e-6 || whole > 10_000_000 ? undefined : whole;
}

/** A whole number from 0: 2, ２件, 2单. */
export function readCount(text: string): number | undefined {
  const found = /^(\d{1,6})(?:件|个|单|双|天|日)?$/u.exec(foldCell(text));
  return found ? Number(found[1]) : undefined;
}

interface Range {
  min?: number;
  max?: number;
}

/** 3-7, 3 起, 最多 7, 5; undefined for anything else. */
export function readRange(text: string, read: (text: string) => number | undefined): Range | undefined {
  const folded = foldCell(text);
  const from =
    /^(?:最少|至少|满|≥|>=)?(.+?)(?:起|以上|\+)$/u.exec(folded) ??
    /^(?:最少|至少|满|≥|>=)(.+)$/u.exec(folded);
  if (from) {
    const min = read(from[1] ?? '');
    return min === undefined ? undefined : { min };
  }
  const upTo = /^(?:最多|不超过|≤|<=)(.+)$/u.exec(folded) ?? /^(.+?)(?:以内|以下|封顶)$/u.exec(folded);
  if (upTo) {
    const max = read(upTo[1] ?? '');
    return max === undefined ? undefined : { max };
  }
  const both = /^(.+?)(?:-|~|～|至|到|—|–)(.+)$/u.exec(folded);
  const min = read(both?.[1] ?? folded);
  const max = both ? read(both[2] ?? '') : min;
  return min === undefined || max === undefined ? undefined : { min, max };
}

/** Days on the way inside a cell with other words: 3-5天, 约7天. */
function daysIn(folded: string): { words: string; days: NonNullable<CourierRule['days']> } | undefined {
  const found = /约?(?:(\d{1,3})[-~～至到—–])?(\d{1,3})(?:天|日)(?:左右|到|内)?/u.exec(folded);
  if (!found) return undefined;
  const most = Number(found[2]);
  const least = found[1] === undefined ? most : Number(found[1]);
  return { words: found[0], days: { least, most } };
}

/** 是 or 否; undefined for anything else. */
export function readYes(text: string): boolean | undefined {
  const folded = foldCell(text);
  if (/^(?:是|y|yes|true|1|√|✓|✔|只有秒杀|仅秒杀|秒杀|秒杀款|兵团|只有兵团|仅兵团)$/u.test(folded))
    return true;
  return /^(?:否|不|n|no|false|0|×|x|✗|不是|非秒杀|非秒杀款|不是秒杀款)$/u.test(folded) ? false : undefined;
}
