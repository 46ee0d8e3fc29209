import { type LocalText, say } from '../language/local-text.ts';
import type {
  MergeValue,
  PenaltyBand,
  PlatformRow,
  ReplyLimits,
  RowValue,
  WindowValue,
} from './platform-row.ts';

const DAY_S = 86_400;
/** A year and a bit: the longest promise a platform knows is 330 days (微信, 报备). */
const MOST_HOURS = 24 * 400;
const WHOLE = 10_000;
const MOST_COUNT = 100_000;
const MOST_FEN = 100_000_000;

const isWhole = (n: number, least: number, most: number): boolean =>
  Number.isSafeInteger(n) && n >= least && n <= most;

/** The kind of value a row takes; of a row that ships empty its unit tells. */
export function rowKind({ value, unit }: Pick<PlatformRow, 'value' | 'unit'>): RowValue['kind'] {
  if (value.kind !== 'empty') return value.kind;
  const kinds = {
    percent: 'share',
    count: 'count',
    s: 'seconds',
    h: 'hours',
    clock: 'window',
    day: 'days',
    none: 'penalty',
  } as const;
  return kinds[unit];
}

/** Rows that may hold nothing: goals the user does not have, amounts and promises nobody knows. */
export const mayBeEmpty = ({ value, key }: Pick<PlatformRow, 'value' | 'key'>): boolean =>
  value.kind === 'empty' || key.endsWith('target') || key === 'closed_days';

/** Why a value cannot stand in a row, in words for the user; undefined where it can. */
export function rowFault(row: PlatformRow, value: RowValue): LocalText | undefined {
  if (value.kind === 'empty') {
    return mayBeEmpty(row) ? undefined : say('这一条不能留空', 'This one cannot be empty');
  }
  if (value.kind !== rowKind(row)) return say('填的内容和这一条不符', 'This is not what the row holds');
  switch (value.kind) {
    case 'window':
      return windowFault(value.window);
    case 'limits':
      return limitsFault(value.limits) ?? (value.limits.first && limitsFault(value.limits.first));
    case 'seconds':
      return isWhole(value.seconds, 1, DAY_S)
        ? undefined
        : say('请填 1 到 86400 之间的整数秒', 'Whole seconds from 1 to 86,400');
    case 'share':
      return isWhole(value.share, 1, WHOLE)
        ? undefined
        : say('请填 0.01% 到 100% 之间的比例', 'A share from 0.01 % to 100 %');
    case 'count':
      return isWhole(value.count, 1, MOST_COUNT)
        ? undefined
        : say('请填 1 到 100000 之间的整数', 'A whole number from 1 to 100,000');
    case 'hours':
      return hoursFault([
        value.hours,
        value.pickupHours ?? 1,
        value.numberHours ?? 1,
        ...(value.longHours ?? []),
      ]);
    case 'warn-hours':
      return value.hours.length > 0 && value.hours.length <= 8
        ? hoursFault(value.hours)
        : say('请填 1 到 8 个提醒点', 'One to eight warning steps');
    case 'choice':
      return row.choices?.some(({ id }) => id === value.choice)
        ? undefined
        : say('请从列出的选项里选', 'Choose one of those listed');
    case 'kinds':
      return value.kinds.includes('human') && new Set(value.kinds).size === value.kinds.length
        ? undefined
        : say('人工回复必须算', 'A person’s reply always counts');
    case 'days':
      return value.days.every(isDay) && new Set(value.days).size === value.days.length
        ? undefined
        : say('日期请写成 2026-02-17，每天一次', 'Days as 2026-02-17, each once');
    case 'merge':
      return mergeFault(value);
    case 'penalty':
      return bandsFault(value.bands);
    case 'trail':
      return value.silentHours <= value.standstillHours && value.standstillHours <= value.redHours
        ? hoursFault([value.silentHours, value.standstillHours, value.redHours])
        : say('三个时间要依次变大', 'The three times must rise');
  }
}

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

function windowFault({ from, to }: WindowValue): LocalText | undefined {
  if (!clock.test(from) || (to !== '24:00' && !clock.test(to))) {
    return say('时间请写成 08:00，最晚 24:00', 'Times as 08:00, 24:00 at the latest');
  }
  return from === to ? say('开始和结束不能相同', 'Start and end must differ') : undefined;
}

function limitsFault({ soft, warn, breach }: ReplyLimits): LocalText | undefined {
  if (![soft, warn, breach].every((n) => isWhole(n, 1, DAY_S))) {
    return say('请填 1 到 86400 之间的整数秒', 'Whole seconds from 1 to 86,400');
  }
  return soft <= warn && warn <= breach ? undefined : say('三个数要从小到大', 'The three must rise');
}

const hoursFault = (all: readonly number[]): LocalText | undefined =>
  all.every((n) => isWhole(n, 1, MOST_HOURS))
    ? undefined
    : say(`请填 1 到 ${MOST_HOURS} 之间的整数小时`, `Whole hours from 1 to ${MOST_HOURS}`);

const mergeFault = ({ most }: MergeValue): LocalText | undefined =>
  most === undefined || isWhole(most, 2, 10_000)
    ? undefined
    : say('一次最多几单：请填 2 到 10000', 'Orders at once: 2 to 10,000');

/** Steps rise, only the last is without an end, each has one way to work out the sum. */
function bandsFault(bands: readonly PenaltyBand[]): LocalText | undefined {
  if (bands.length === 0 || bands.length > 10) return say('请填 1 到 10 档', 'One to ten steps');
  for (const [i, { upTo, fixed, basisPoints, least, most }] of bands.entries()) {
    const sums = [upTo, fixed, least, most].every((n) => n === undefined || isWhole(n, 0, MOST_FEN));
    if (!sums || (basisPoints !== undefined && !isWhole(basisPoints, 0, WHOLE))) {
      return say(
        '金额和比例请填不小于 0 的数，比例最多 100%',
        'Sums and shares from 0 on, shares up to 100 %',
      );
    }
    if ((fixed === undefined) === (basisPoints === undefined)) {
      return say('每一档填固定金额或比例，二选一', 'Each step has a fixed sum or a share');
    }
    if (least !== undefined && most !== undefined && least > most) {
      return say('最低不能高于最高', 'The least cannot be above the most');
    }
    const isLast = i === bands.length - 1;
    if (isLast !== (upTo === undefined)) {
      return say('只有最后一档不填上限', 'Only the last step has no upper end');
    }
    const before = bands[i - 1]?.upTo;
    if (upTo !== undefined && before !== undefined && upTo <= before) {
      return say('各档上限要依次变大', 'The upper ends must rise');
    }
  }
  return undefined;
}

/** A day of the calendar, `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  const read = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!read) return false;
  const [, year, month, day] = read.map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0));
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}
