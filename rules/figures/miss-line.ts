import { type LocalText, say } from '../language/local-text.ts';
import type { Figure } from '../metrics/figure.ts';
import { meanBudget, missesAllowed } from '../metrics/misses.ts';
import { rowPlatform } from '../packs/platform-limits.ts';
import type { Platform } from '../platform.ts';
import type { RateUnits } from './figure-report.ts';
import { addDays, weekdayOf } from './ranges.ts';
import { rateUnits } from './rate-units.ts';

/** Figures of one calendar day, as a report has them; none on a day nobody wrote. */
export interface DayOfReport {
  day: string;
  figures: readonly Figure[];
}

/** Units counted and failed over some days. */
interface UnitSum {
  counted: number;
  failed: number;
}

export interface MissQuestion {
  platform: Platform;
  /** Days of a report in any order; the present one among them for what is said of today, 29 before it for the month. */
  days: readonly DayOfReport[];
  /** `YYYY-MM-DD`. */
  today: string;
  /** Rate to be reached, ten-thousandths (90 % is 9000); absent: nobody set one, and nothing is said of misses. */
  target?: number | undefined;
  /** Units expected by the end of today, where the user set it; else the mean of the same weekday so far. */
  expected?: number | undefined;
  /** Figure id of the reading the rate follows where it has several (DD-3M-m): its units are the ones named. */
  reading?: string | undefined;
  /** Conversations that wait and have not failed yet. */
  atRisk?: number | undefined;
  /** Seconds the mean must stay under, and what an unreplied round counts (Taobao), where it counts at all. */
  mean?: { id: string; target: number; cap?: number } | undefined;
}

/** One line to show. `id` says which, for views that show only some. Every one is an estimate (metrics.md §7). */
export interface MissLine {
  id: 'today' | 'recover' | 'at-risk' | 'month' | 'leaving' | 'mean';
  text: LocalText;
  tone: 'plain' | 'warn' | 'stop';
}

/** Weeks back that tell of a weekday's usual number. */
const FORECAST_WEEKS = 8;
const MONTH_DAYS = 30;
const means: Partial<Record<Platform, string>> = {
  taobao: 'TB-AVG',
  pdd: 'PDD-AVG',
  doudian: 'DD-AVG',
  jd: 'JD-AVG',
};

/** What is counted, as agents call it (metrics.md §7): buyers, rounds, sessions. */
export function unitWords(metric: string): LocalText {
  if (metric.startsWith('PDD-3M') || metric === 'PDD-30D' || metric === 'KS-3M' || metric === 'TB-RR')
    return say('位买家', 'buyers');
  if (metric === 'JD-30F' || metric.startsWith('DD-3M-s') || metric === 'DD-3M')
    return say('个会话', 'sessions');
  if (metric === 'DD-3M-m') return say('条消息', 'messages');
  return say('轮', 'rounds');
}

const unitsOf = (platform: Platform, { figures }: DayOfReport): RateUnits | undefined =>
  figures.length === 0 ? undefined : rateUnits(platform, figures);

/**
 * Units to be expected on `today`: the mean of the same weekday of the past weeks that had any, rounded; undefined
 * while there is none.
 */
export function forecastUnits(
  platform: Platform,
  days: readonly DayOfReport[],
  today: string,
): number | undefined {
  const earliest = addDays(today, -7 * FORECAST_WEEKS);
  const counts = days.flatMap((one) => {
    if (one.day >= today || one.day < earliest || weekdayOf(one.day) !== weekdayOf(today)) return [];
    const counted = unitsOf(platform, one)?.counted ?? 0;
    return counted > 0 ? [counted] : [];
  });
  if (counts.length === 0) return undefined;
  return Math.round(counts.reduce((sum, count) => sum + count, 0) / counts.length);
}

/** Sums of the 30 days that end with `today`, and the day that drops out tomorrow; undefined while that one is not told of. */
function rollingUnits(
  platform: Platform,
  days: readonly DayOfReport[],
  today: string,
): { sum: UnitSum; leaving: UnitSum & { day: string } } | undefined {
  const first = addDays(today, 1 - MONTH_DAYS);
  const inside = days.filter(({ day }) => day >= first && day <= today);
  if (new Set(inside.map(({ day }) => day)).size < MONTH_DAYS) return undefined;
  const sum: UnitSum = { counted: 0, failed: 0 };
  let leaving: UnitSum = { counted: 0, failed: 0 };
  for (const one of inside) {
    const { counted = 0, failed = 0 } = unitsOf(platform, one) ?? {};
    sum.counted += counted;
    sum.failed += failed;
    if (one.day === first) leaving = { counted, failed };
  }
  return { sum, leaving: { day: first, ...leaving } };
}

/** Where the misses stand: plenty, none left, over. */
const toneOf = (left: number): MissLine['tone'] => (left < 0 ? 'stop' : left === 0 ? 'warn' : 'plain');

function todayLines(question: MissQuestion, units: RateUnits, target: number): MissLine[] {
  const { platform, days, today, atRisk } = question;
  const { counted, failed } = units;
  const metric = question.reading ?? units.metric;
  const unit = unitWords(metric);
  // The queue counts conversations: one that waits may hold several messages, but is one round, session or buyer.
  const waiting = metric === 'DD-3M-m' ? say('位买家', 'buyers') : unit;
  const forecast = question.expected ?? forecastUnits(platform, days, today);
  // A forecast the day has passed already says nothing more.
  const expected = forecast !== undefined && forecast > counted ? forecast : undefined;
  const { now, end, recover } = missesAllowed({
    counted,
    failed,
    target,
    ...(expected !== undefined && { expected }),
  });
  const so = say(
    `已计 ${counted} ${unit['zh-CN']}，失误 ${failed}`,
    `Counted ${counted} ${unit.en}, missed ${failed}`,
  );
  const left =
    now >= 0 ? say(`现在还可失误 ${now}`, `may still miss ${now}`) : say(`已超 ${-now}`, `over by ${-now}`);
  const byEnd =
    expected === undefined || end === undefined
      ? say('', '')
      : end >= 0
        ? say(`；按预计 ${expected} 可失误 ${end}`, `; with ${expected} expected ${end}`)
        : say(`；按预计 ${expected} 也超 ${-end}`, `; with ${expected} expected still over by ${-end}`);
  const lines: MissLine[] = [
    {
      id: 'today',
      text: say(`${so['zh-CN']}，${left['zh-CN']}${byEnd['zh-CN']}`, `${so.en}, ${left.en}${byEnd.en}`),
      tone: toneOf(now),
    },
  ];
  if (recover === 'not-reachable')
    lines.push({ id: 'recover', text: say('今日不可达', 'Not reachable today'), tone: 'stop' });
  else if (recover)
    lines.push({
      id: 'recover',
      text: say(`还需连续 ${recover.passes} 个达标`, `${recover.passes} in a row must pass`),
      tone: 'stop',
    });
  if (atRisk !== undefined && atRisk > 0)
    lines.push({
      id: 'at-risk',
      text: say(
        `在等、还没失误的 ${atRisk} ${waiting['zh-CN']}`,
        `${atRisk} ${waiting.en} waiting, not missed yet`,
      ),
      tone: atRisk > now ? 'warn' : 'plain',
    });
  return lines;
}

/** The last 30 days as sums, and the day that drops out of them tomorrow. */
function monthLines({ platform, days, today }: MissQuestion, target: number): MissLine[] {
  const month = rollingUnits(platform, days, today);
  if (!month || month.sum.counted === 0) return [];
  const { sum, leaving } = month;
  const ofMonth = missesAllowed({ ...sum, target });
  return [
    {
      id: 'month',
      text:
        ofMonth.now >= 0
          ? say(
              `近 30 天：已计 ${sum.counted}，失误 ${sum.failed}，还可失误 ${ofMonth.now}`,
              `30 days: counted ${sum.counted}, missed ${sum.failed}, may still miss ${ofMonth.now}`,
            )
          : say(
              `近 30 天：已计 ${sum.counted}，失误 ${sum.failed}，已超 ${-ofMonth.now}`,
              `30 days: counted ${sum.counted}, missed ${sum.failed}, over by ${-ofMonth.now}`,
            ),
      tone: toneOf(ofMonth.now),
    },
    {
      id: 'leaving',
      text: say(
        `明天移出 ${leaving.day}：计 ${leaving.counted}，失误 ${leaving.failed}`,
        `Drops out tomorrow, ${leaving.day}: counted ${leaving.counted}, missed ${leaving.failed}`,
      ),
      tone: 'plain',
    },
  ];
}

/** What the mean of today still bears; nothing before the first round. */
function meanLine(
  { id, target, cap }: NonNullable<MissQuestion['mean']>,
  figures: readonly Figure[],
): MissLine[] {
  const mean = figures.find((figure) => figure.id === id);
  if (!mean || mean.denominator === 0) return [];
  const { unreplied, nextRound, any } = meanBudget(mean.denominator, Math.ceil(mean.numerator), target, cap);
  const next = any
    ? say('下一轮不限', 'the next round may take any time')
    : nextRound < 0
      ? say('下一轮再快，平均也回不到目标', 'no next round brings it back at once')
      : say(`下一轮最多 ${nextRound} 秒`, `the next round may take ${nextRound} s`);
  const over = unreplied !== undefined && unreplied < 0;
  const misses =
    unreplied === undefined
      ? undefined
      : over
        ? say('已经超了', 'over already')
        : say(`还可有 ${unreplied} 轮不回复`, `${unreplied} rounds may stay without a reply`);
  const parts = [misses, next].filter((part) => part !== undefined);
  return [
    {
      id: 'mean',
      text: say(
        `平均要在 ${target} 秒内：${parts.map((part) => part['zh-CN']).join('，')}`,
        `Mean within ${target} s: ${parts.map((part) => part.en).join(', ')}`,
      ),
      tone: over || nextRound < 0 ? 'stop' : 'plain',
    },
  ];
}

/** Figure id of the mean a platform publishes; elsewhere the mean over all turns. */
export const meanMetric = (platform: Platform): string => means[rowPlatform(platform)] ?? 'mean';

/**
 * "还能再失误 N 次" in words (metrics.md §7): today, what is at risk, the last 30 days where the days given hold them,
 * and what the mean still bears. Empty where no target is set or nothing was counted. Show it as an estimate: what only
 * the platform excludes is not known here.
 */
export function missLines(question: MissQuestion): MissLine[] {
  const today = question.days.find(({ day }) => day === question.today);
  const units = today && unitsOf(question.platform, today);
  return [
    ...(units && units.counted > 0 && question.target !== undefined
      ? todayLines(question, units, question.target)
      : []),
    ...(question.target !== undefined ? monthLines(question, question.target) : []),
    ...(question.mean && today ? meanLine(question.mean, today.figures) : []),
  ];
}

/** Said beside the lines. */
export const missEstimate: LocalText = say(
  '估算：平台自己排除了哪些，这里看不到',
  'An estimate: what the platform itself leaves out is not visible here',
);
