import { DAY_MS, MINUTE_MS, shanghaiEpoch, shanghaiParts, startOfShanghaiDay } from './shanghai.ts';

/** A time a page showed, and how exactly it showed it (metrics.md §1.5). A date alone is its midnight, `min`. */
export interface ReadDatetime {
  ms: number;
  precision: 'ms' | 's' | 'min';
}

/**
 * How a time without a year (or day) is placed. `past`: the latest one that has begun, for things that happened.
 * `any`: the nearest one on either side, for deadlines.
 */
export interface ReadDatetimeOptions {
  place?: 'past' | 'any';
}

/** Clocks of page and computer may differ by this much before a time counts as "later than now". */
const SKEW_MS = 5 * MINUTE_MS;
/** An epoch outside these bounds is some other number (an order number, a phone). 2005-01-01, and two years ahead. */
const EARLIEST_MS = 1_104_508_800_000;
const AHEAD_MS = 731 * DAY_MS;

const PERIOD = '凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|am|pm';
const TIME = `(?:(${PERIOD})\\s*)?(\\d{1,2})\\s*[:时点]\\s*(\\d{2})(?:\\s*[:分]\\s*(\\d{2})(?:[.,](\\d{1,9}))?\\s*秒?|\\s*分)?(?:\\s*(${PERIOD}))?(?![\\d:])`;
const GAP = '[\\sT,]*';
const ZONE = '\\s*(?:(Z)|([+-])(\\d{2}):?(\\d{2}))?';

const fullDate = new RegExp(
  `(?<![\\d./-])(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(?!\\d)\\s*日?(?:\\s*\\(?(?:星期|周).\\)?)?(?:${GAP}${TIME}${ZONE})?`,
  'gi',
);
const monthDay = new RegExp(
  `(?<![\\d./-])(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(?!\\d)\\s*日?\\s*${TIME}`,
  'gi',
);
const monthDayAlone = /^(\d{1,2})\s*[-/月]\s*(\d{1,2})\s*日?$/;
const DAY_WORD = '大前天|前天|昨天|昨日|今天|今日|明天|明日|后天|yesterday|today|tomorrow';
const dayWord = new RegExp(`(${DAY_WORD})${GAP}${TIME}`, 'gi');
const dayWordAlone = new RegExp(`^(${DAY_WORD})$`, 'i');
const weekday = new RegExp(`(?:星期|周)([日天一二三四五六])${GAP}${TIME}`, 'gi');
const timeAlone = new RegExp(`^${TIME}$`, 'i');

const dayOffsets: Record<string, number> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨日: -1,
  yesterday: -1,
  今天: 0,
  今日: 0,
  today: 0,
  明天: 1,
  明日: 1,
  tomorrow: 1,
  后天: 2,
};
const weekdays: Record<string, number> = { 日: 0, 天: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 };

interface Clock {
  /** Since midnight. */
  ms: number;
  precision: ReadDatetime['precision'];
}

/** The six groups of TIME. Undefined for a clock that does not exist (25:61). 24:00 is the end of the day. */
function readClock(groups: readonly (string | undefined)[]): Clock | undefined {
  const [before, hours, minutes, seconds, fraction, after] = groups;
  let hour = Number(hours);
  const minute = Number(minutes);
  const second = Number(seconds ?? 0);
  const period = (before ?? after)?.toLowerCase();
  if (period && hour <= 12) {
    if (/下午|傍晚|晚上|pm/.test(period) && hour < 12) hour += 12;
    else if (period === '中午' && hour < 3) hour += 12;
    else if (/凌晨|am/.test(period) && hour === 12) hour = 0;
  }
  if (minute > 59 || second > 59 || hour > 24 || (hour === 24 && (minute || second))) return undefined;
  const thousandths = fraction ? Number(fraction.slice(0, 3).padEnd(3, '0')) : 0;
  return {
    ms: ((hour * 60 + minute) * 60 + second) * 1_000 + thousandths,
    precision: fraction ? 'ms' : seconds ? 's' : 'min',
  };
}

const at = (midnight: number, clock: Clock | undefined): ReadDatetime | undefined =>
  clock && { ms: midnight + clock.ms, precision: clock.precision };

function readFullDate(match: RegExpMatchArray): ReadDatetime | undefined {
  const midnight = shanghaiEpoch(Number(match[1]), Number(match[2]), Number(match[3]));
  if (midnight === undefined) return undefined;
  if (match[5] === undefined) return { ms: midnight, precision: 'min' };
  const read = at(midnight, readClock(match.slice(4, 10)));
  if (!read) return undefined;
  const [utc, sign, zoneHours, zoneMinutes] = match.slice(10, 14);
  if (!utc && !sign) return read;
  // The wall clock was placed in Shanghai; move it to the zone it names.
  const minutes = utc ? 0 : (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1);
  return { ...read, ms: read.ms + (8 * 60 - minutes) * MINUTE_MS };
}

/** A month and day without a year: across New Year, and for 2-29 back to the last leap year. */
function placeMonthDay(month: number, day: number, clock: Clock, now: number, place: 'past' | 'any') {
  const { year } = shanghaiParts(now);
  const candidates: number[] = [];
  for (let candidate = year + 1; candidate >= year - 8; candidate -= 1) {
    const midnight = shanghaiEpoch(candidate, month, day);
    if (midnight !== undefined) candidates.push(midnight + clock.ms);
  }
  const ms =
    place === 'past'
      ? candidates.find((candidate) => candidate <= now + SKEW_MS)
      : candidates.sort((a, b) => Math.abs(a - now) - Math.abs(b - now))[0];
  return ms === undefined ? undefined : { ms, precision: clock.precision };
}

/**
 * Reads a time as a marketplace page shows it, in Asia/Shanghai (metrics.md §1.1); site-map.md, `as: datetime`.
 * Words may stand around a date, but two different times, a relative time (刚刚, 3分钟前) and anything that is no
 * time are absent, never a guess.
 *
 * @param text the words of the page
 * @param now epoch ms, places 今天, 昨天 and times without a year
 */
export function readDatetime(
  text: string,
  now: number,
  { place = 'past' }: ReadDatetimeOptions = {},
): ReadDatetime | undefined {
  const folded = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (/^\d{13}$|^\d{10}$/.test(folded)) {
    const ms = Number(folded) * (folded.length === 10 ? 1_000 : 1);
    if (ms < EARLIEST_MS || ms > now + AHEAD_MS) return undefined;
    return { ms, precision: folded.length === 10 ? 's' : 'ms' };
  }
  const today = startOfShanghaiDay(now);

  const full = [...folded.matchAll(fullDate)];
  if (full.length > 0) return only(full.map(readFullDate));

  const words = [...folded.matchAll(dayWord)];
  if (words.length > 0) {
    return only(
      words.map((match) =>
        at(today + (dayOffsets[(match[1] ?? '').toLowerCase()] ?? 0) * DAY_MS, readClock(match.slice(2, 8))),
      ),
    );
  }
  const alone = dayWordAlone.exec(folded)?.[1];
  if (alone) return { ms: today + (dayOffsets[alone.toLowerCase()] ?? 0) * DAY_MS, precision: 'min' };

  const days = [...folded.matchAll(monthDay)];
  if (days.length > 0) {
    return only(
      days.map((match) => {
        const clock = readClock(match.slice(3, 9));
        return clock && placeMonthDay(Number(match[1]), Number(match[2]), clock, now, place);
      }),
    );
  }
  const dateOnly = monthDayAlone.exec(folded);
  if (dateOnly) {
    return placeMonthDay(Number(dateOnly[1]), Number(dateOnly[2]), { ms: 0, precision: 'min' }, now, place);
  }

  const inWeek = [...folded.matchAll(weekday)];
  if (inWeek.length > 0) {
    return only(
      inWeek.map((match) => {
        const clock = readClock(match.slice(2, 8));
        const back = (shanghaiParts(now).weekday - (weekdays[match[1] ?? ''] ?? 0) + 7) % 7;
        const read = at(today - back * DAY_MS, clock);
        return read && read.ms > now + SKEW_MS ? { ...read, ms: read.ms - 7 * DAY_MS } : read;
      }),
    );
  }

  const clock = timeAlone.exec(folded);
  if (!clock) return undefined;
  const read = at(today, readClock(clock.slice(1, 7)));
  // A message cannot be of later today: it is yesterday's (metrics.md §1.4, the page's own time counts).
  return read && place === 'past' && read.ms > now + SKEW_MS ? { ...read, ms: read.ms - DAY_MS } : read;
}

/** The one time several readings agree on. */
function only(readings: (ReadDatetime | undefined)[]): ReadDatetime | undefined {
  const [first, ...rest] = readings;
  return first && rest.every((other) => other?.ms === first.ms) ? first : undefined;
}
