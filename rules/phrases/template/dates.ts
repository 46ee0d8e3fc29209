import { DAY_MS, HOUR_MS, MINUTE_MS, shanghaiParts } from '../../time/shanghai.ts';
import type { TokenFault } from './faults.ts';

/** What a date token shows when it carries no format. */
export type DateWord = 'date' | 'time' | 'datetime' | 'weekday';

export interface DateToken {
  /** Added to the present moment, in ms. */
  shift: number;
  format: string;
}

const ownFormats: Readonly<Record<DateWord, string>> = {
  date: 'yyyy-MM-dd',
  time: 'HH:mm',
  datetime: 'yyyy-MM-dd HH:mm',
  weekday: 'EEEE',
};

const units: Readonly<Record<string, number>> = {
  天: DAY_MS,
  日: DAY_MS,
  d: DAY_MS,
  周: 7 * DAY_MS,
  w: 7 * DAY_MS,
  小时: HOUR_MS,
  时: HOUR_MS,
  h: HOUR_MS,
  分钟: MINUTE_MS,
  分: MINUTE_MS,
  m: MINUTE_MS,
};

/** No shop promises anything further away than ten years; a longer offset is a slip of the hand. */
const furthest = 3_660 * DAY_MS;

const offset = /^([+-])\s*(\d{1,6})\s*(天|日|周|小时|时|分钟|分|[dwhm])?\s*$/i;

const runs = /([yYMdDHmsE])\1*/g;
const known = /^(?:yyyy|YYYY|yy|YY|MM?|dd?|DD?|HH?|mm?|ss?|EEEE|E)$/;

/**
 * Reads what stands behind the name of a date token: `+7`, `-1`, `+2小时`, `=M月d日`, `+7=M月d日`. An offset without a unit
 * counts days; `{时间}` needs a unit, since it shows no day.
 */
export function readDate(word: DateWord, rest: string): DateToken | TokenFault {
  const equals = rest.search(/[=＝]/);
  const shiftText = (equals < 0 ? rest : rest.slice(0, equals)).normalize('NFKC').trim();
  const format = equals < 0 ? ownFormats[word] : rest.slice(equals + 1).trim();
  const shift = readShift(word, shiftText);
  if (shift === undefined) return 'date-offset';
  return formatFault(format) ?? { shift, format };
}

function readShift(word: DateWord, text: string): number | undefined {
  if (text === '') return 0;
  const [, sign, count, unit] = offset.exec(text.replace('−', '-')) ?? [];
  if (count === undefined || (unit === undefined && word === 'time')) return undefined;
  const shift = Number(count) * (unit === undefined ? DAY_MS : (units[unit.toLowerCase()] ?? DAY_MS));
  if (shift > furthest) return undefined;
  return sign === '-' ? -shift : shift;
}

/**
 * A format that would print something else than meant must not reach a buyer: letters that stand for nothing, months
 * written as minutes (`yyyy-mm-dd`), minutes written as months (`HH:MM`).
 */
function formatFault(format: string): TokenFault | undefined {
  const found = format.match(runs) ?? [];
  const has = (letter: string): boolean => found.some((run) => run.startsWith(letter));
  const day = has('y') || has('Y') || has('d') || has('D');
  if (found.length === 0 || !found.every((run) => known.test(run))) return 'date-format';
  if (/[A-Za-z]/.test(format.replace(runs, ''))) return 'date-format';
  if (has('m') && !has('H')) return 'date-minutes';
  if (has('M') && has('H') && !day) return 'date-months';
  return undefined;
}

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

/** The moment as the token shows it, in Asia/Shanghai. */
export function writeDate({ shift, format }: DateToken, now: number): string {
  const at = shanghaiParts(now + shift);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = weekdays[at.weekday] ?? '';
  const values: Readonly<Record<string, string>> = {
    yyyy: String(at.year),
    yy: two(at.year % 100),
    MM: two(at.month),
    M: String(at.month),
    dd: two(at.day),
    d: String(at.day),
    HH: two(at.hour),
    H: String(at.hour),
    mm: two(at.minute),
    m: String(at.minute),
    ss: two(at.second),
    s: String(at.second),
    EEEE: `星期${day}`,
    E: `周${day}`,
  };
  return format.replace(runs, (run) => values[run.replace(/[YD]/g, (big) => big.toLowerCase())] ?? run);
}
