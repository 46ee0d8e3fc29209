import { DAY_MS, HOUR_MS, shanghaiEpoch, shanghaiParts, startOfShanghaiDay } from '../time/shanghai.ts';
import type { HolidayYears } from './holiday-table.ts';
import { afterWorkingDays } from './working-days.ts';

/** A shipping promise in words, as a page lists it (rules.md §1). */
export type ListedPromise =
  | { kind: 'hours'; hours: number }
  /** End of the day of payment plus so many days; paid from `before` (ms of the day) on, one more. */
  | { kind: 'day'; plusDays: number; before?: number }
  | { kind: 'working-days'; days: number }
  /** Without a year it is the nearest one to the payment. `ms`: of the day; absent is its end. */
  | { kind: 'date'; year?: number; month: number; day: number; ms?: number };

const digits: Record<string, number> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const chinese = '[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]';

/** 7, 十五, 两. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (digits[tens ?? ''] ?? 1) * 10 : 0;
  return ten + (digits[ones ?? ''] ?? 0);
}

/** 今天发现少了一件 speaks of no shipping. */
const ships = '(?:发货|发出|出库|揽收|寄出|发(?![现票生错给消短]))';
const count = `(\\d{1,3}|${chinese})`;
const dayWords: [RegExp, number][] = [
  [new RegExp(`(?:今日|今天|当日|当天)(?:内|之内)?(?:可|就|即)?${ships}`), 0],
  [new RegExp(`(?:明日|明天|次日|隔日|隔天|第二天)(?:内|之内)?(?:可|就|即)?${ships}`), 1],
];
const payBefore = /(\d{1,2})(?:[:点时](\d{2})?)(?:分)?(?:之)?前(?:付款|下单|拍下|支付|的订单)/;
const hoursShips = new RegExp(`${count}(?:个)?(?:小时|h)(?:之内|以内|内)?(?:可|就|即)?${ships}`, 'gi');
const hoursAlone = new RegExp(
  `^(?:承诺|付款后|成团后|支付后)?${count}(?:个)?(?:小时|h)(?:之内|以内|内)?$`,
  'gi',
);
const working = new RegExp(`${count}个?工作日(?:之内|以内|内)?(?:可|就|即)?(?:${ships})?`, 'g');
const plainDays = new RegExp(`${count}(?:天|日)(?:之内|以内|内)(?:可|就|即)?${ships}`, 'g');
const date = new RegExp(
  `(?:(\\d{4})[-/.年])?(\\d{1,2})(?:[-/.月])(\\d{1,2})(?:日|号)?(?:(\\d{1,2})[:点时](\\d{2})?分?)?(?:之前|以前|前|开始|起|左右|内)?(?:统一|陆续|可|就|即)?${ships}`,
  'g',
);
/** A countdown says how long is left at the moment it was read, not what was promised. */
const countdown = /剩|还有|还剩|距|倒计时|超时|逾期|已超|延迟/;

const inRange = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31;

/**
 * Reads the words of a promise: 48小时发货, 今日发, 预售 3月5日前发, 7个工作日内发货, 15天内发货.
 * @param field the text stands where the page puts the promise: `48小时内` alone is one, too
 * @returns undefined for words that promise nothing, for countdowns, and where two promises contradict
 */
export function readPromise(text: string, { field = false } = {}): ListedPromise | undefined {
  const folded = text.normalize('NFKC').replace(/\s+/g, '');
  if (folded === '' || countdown.test(folded)) return undefined;
  const found: ListedPromise[] = [];
  for (const [, year, month, day, hour, minute] of folded.matchAll(date)) {
    const [m, d] = [Number(month), Number(day)];
    if (!inRange(m, d) || Number(hour ?? 0) > 24) continue;
    found.push({
      kind: 'date',
      ...(year !== undefined && { year: Number(year) }),
      month: m,
      day: d,
      ...(hour !== undefined && { ms: Number(hour) * HOUR_MS + Number(minute ?? 0) * 60_000 }),
    });
  }
  for (const pattern of field ? [hoursShips, hoursAlone] : [hoursShips]) {
    for (const [, hours = ''] of folded.matchAll(pattern))
      found.push({ kind: 'hours', hours: numberOf(hours) });
  }
  for (const [, days = ''] of folded.matchAll(working)) {
    found.push({ kind: 'working-days', days: numberOf(days) });
  }
  for (const [, days = ''] of folded.matchAll(plainDays)) {
    found.push({ kind: 'hours', hours: numberOf(days) * 24 });
  }
  const limit = payBefore.exec(folded);
  for (const [pattern, plusDays] of dayWords) {
    if (!pattern.test(folded)) continue;
    const before = limit && Number(limit[1]) * HOUR_MS + Number(limit[2] ?? 0) * 60_000;
    found.push({ kind: 'day', plusDays, ...(before !== null && plusDays === 0 && { before }) });
  }
  const [first, ...rest] = found.filter((one) => !('hours' in one && one.hours === 0));
  if (!first) return undefined;
  return rest.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : undefined;
}

/** A promise as a time: a page's own date, or worked out from the start of the clock. */
export type PromiseDue = { at: number; source: 'page' | 'inferred' } | { missingYear: number };

/** The year in which a month and day lies nearest to a time; 2-29 in the nearest leap year. */
function nearestDay(month: number, day: number, around: number): number | undefined {
  const { year } = shanghaiParts(around);
  let best: number | undefined;
  for (let candidate = year - 4; candidate <= year + 4; candidate += 1) {
    const at = shanghaiEpoch(candidate, month, day);
    if (at === undefined) continue;
    if (best === undefined || Math.abs(at - around) < Math.abs(best - around)) best = at;
  }
  return best;
}

/**
 * When a promise falls due. A date counts to its end, 24:00, unless a time stands beside it.
 * @param start epoch ms at which the clock began (payment, 成团, tail payment); without it only dates can be told
 */
export function promiseDue(
  promise: ListedPromise,
  start: number | undefined,
  now: number,
  holidays: HolidayYears = {},
): PromiseDue | undefined {
  if (promise.kind === 'date') {
    const { year, month, day, ms = DAY_MS } = promise;
    const midnight =
      year === undefined ? nearestDay(month, day, start ?? now) : shanghaiEpoch(year, month, day);
    return midnight === undefined ? undefined : { at: midnight + ms, source: 'page' };
  }
  if (start === undefined) return undefined;
  switch (promise.kind) {
    case 'hours':
      return { at: start + promise.hours * HOUR_MS, source: 'inferred' };
    case 'day': {
      const midnight = startOfShanghaiDay(start);
      const late = promise.before !== undefined && start - midnight >= promise.before ? 1 : 0;
      return { at: midnight + (promise.plusDays + late + 1) * DAY_MS, source: 'inferred' };
    }
    case 'working-days': {
      const due = afterWorkingDays(start, promise.days, holidays);
      return 'at' in due ? { ...due, source: 'inferred' } : due;
    }
  }
}
