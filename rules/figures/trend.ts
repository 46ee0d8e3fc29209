import { count, type Figure, mean, rate } from '../metrics/figure.ts';
import { sumFigures } from '../metrics/period.ts';
import type { FigureReport } from './figure-report.ts';
import { type DayRange, dayCount, daysOf, startOfWeek } from './ranges.ts';

/** One point of the trend: an hour of the only day, a day, or a week as far as the span covers it. */
export interface TrendPoint {
  kind: 'hour' | 'day' | 'week';
  /** Hour 0…23; absent of days and weeks. */
  hour?: number;
  /** First and last day covered. */
  from: string;
  to: string;
  /** Figures that may be summed, by id; nothing is in it for a stretch in which nothing was asked. */
  figures: ReadonlyMap<string, Figure>;
}

/** Beyond about ten weeks days are too narrow to read and weeks are shown. */
const DAYS_SHOWN = 70;

/**
 * The report as a line through time. Weeks are sums of their days' counts, never means of their rates (rules.md §8), so
 * only what can be summed is in a point: no median, no percentile, no longest wait.
 */
export function trendOf(report: Pick<FigureReport, 'question' | 'days' | 'hours'>): TrendPoint[] {
  const { question, days } = report;
  const range: DayRange = { from: question.from, to: question.to };
  const length = dayCount(range);
  if (length <= 1) return hoursOf(report);
  const byDay = new Map(days.map((one) => [one.day, one.figures]));
  if (length <= DAYS_SHOWN) {
    return daysOf(range).map((day) => ({
      kind: 'day',
      from: day,
      to: day,
      figures: summable([byDay.get(day) ?? []]),
    }));
  }
  const weeks = new Map<string, string[]>();
  for (const day of daysOf(range)) {
    const monday = startOfWeek(day);
    weeks.set(monday, [...(weeks.get(monday) ?? []), day]);
  }
  return [...weeks.values()].map((week) => ({
    kind: 'week',
    from: week[0] ?? range.from,
    to: week.at(-1) ?? range.to,
    figures: summable(week.map((day) => byDay.get(day) ?? [])),
  }));
}

/** A single day has no trend by day: it is shown hour by hour, by the hour each turn began in. */
function hoursOf({ question, hours }: Pick<FigureReport, 'question' | 'hours'>): TrendPoint[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const tally = hours.find((one) => one.hour === hour && one.day === question.from);
    const figures: Figure[] = tally
      ? [
          count('turns', tally.turns),
          mean('mean', tally.waitedMs, tally.answered),
          rate('within', tally.ok, tally.ok + tally.miss),
          count('misses', tally.miss),
        ]
      : [];
    return {
      kind: 'hour',
      hour,
      from: question.from,
      to: question.from,
      figures: new Map(figures.map((one) => [one.id, one])),
    };
  });
}

const notSummable = /^(?:median|p90|longest)(?:-|$)|^(?:unreplied|slow)-buyers$|^PDD-30D$/;

function summable(days: readonly (readonly Figure[])[]): ReadonlyMap<string, Figure> {
  const kept = days.map((figures) => figures.filter(({ id }) => !notSummable.test(id)));
  return new Map(sumFigures(kept).map((one) => [one.id, one]));
}
