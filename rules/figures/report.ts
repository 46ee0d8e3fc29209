import type { Figure } from '../metrics/figure.ts';
import { DAY_MS, shanghaiDay } from '../time/shanghai.ts';
import { addRow, type FigureForm, MONTH_RATE, rowLength } from './figure-form.ts';
import type { FigureQuestion, FigureReport, HourTally, WaitBand } from './figure-report.ts';
import { startOfDay } from './ranges.ts';
import { rateUnits } from './rate-units.ts';
import { type DayRecord, HOUR_WIDTH, joinShares, longestFirst, type Share, shareFigures } from './share.ts';

/** Days of the platform's own thirty-day rate. */
export const MONTH_DAYS = 30;
const SLOWEST_SHOWN = 10;
/** Seconds; limits of the platforms are among them, so that a bar ends where something fails. */
const BANDS = [0, 10, 30, 60, 100, 180, 300, 600, 1_800];

/** Midnights of the days from one to another, both included; none where a day does not exist or the order is wrong. */
export function daysFromTo(from: string, to: string): number[] {
  const [first, last] = [startOfDay(from), startOfDay(to)];
  if (first === undefined || last === undefined || last < first) return [];
  return Array.from({ length: Math.round((last - first) / DAY_MS) + 1 }, (_, i) => first + i * DAY_MS);
}

/**
 * Figures of a span out of the shares of its calendar days, oldest first.
 * @param before shares of the days before the span, as many as make it thirty: PDD-30D is of the thirty days up to the
 *   last, however short the span. Absent: they are not known, and a span of fewer days has no such rate.
 */
export function spanFigures(
  form: FigureForm,
  days: readonly (readonly Share[])[],
  before?: readonly Share[],
): Figure[] {
  const month: number[] = new Array(rowLength(form)).fill(0);
  for (const { row } of [...(before ?? []), ...days.slice(-MONTH_DAYS).flat()]) addRow(month, row);
  const figures = shareFigures(form, joinShares(form, days.flat()), month);
  return before || days.length >= MONTH_DAYS ? figures : figures.filter(({ id }) => id !== MONTH_RATE);
}

/** What a report is put together from. */
export interface ReportSource {
  question: FigureQuestion;
  /** Epoch ms. */
  asOf: number;
  form: FigureForm;
  /**
   * Of the span's days, and of those before it that make it thirty where the platform has a thirty-day rate; other
   * shops than the one asked for are left out here.
   */
  records: readonly DayRecord[];
}

/** Puts day records together. `counted` is said by how-counted.ts, which knows the rows in force. */
export function makeReport({ question, asOf, form, records }: ReportSource): Omit<FigureReport, 'counted'> {
  const { platform, shop, agent } = question;
  const ofShop = records.filter((record) => shop === undefined || record.shop === shop);
  const starts = daysFromTo(question.from, question.to);
  const first = starts[0] ?? 0;
  const wanted = ofShop.filter((record) => record.from >= first);
  const earlier = ofShop.filter((record) => record.from < first);
  const byDay = new Map<number, DayRecord[]>(starts.map((from) => [from, []]));
  for (const record of wanted) byDay.get(record.from)?.push(record);
  const sharesOf = (pick: (record: DayRecord) => Share | undefined): Share[][] =>
    [...byDay.values()].map((ofDay) => ofDay.flatMap((record) => pick(record) ?? []));
  const figuresOf = (pick: (record: DayRecord) => Share | undefined): Figure[] =>
    spanFigures(
      form,
      sharesOf(pick),
      earlier.flatMap((record) => pick(record) ?? []),
    );
  const asked = (record: DayRecord): Share | undefined =>
    agent === undefined ? record.all : record.agents.get(agent);

  const days = sharesOf(asked);
  const span = joinShares(form, days.flat());
  const total = figuresOf(asked);
  const joined = days.map((shares) => (shares.length === 0 ? undefined : joinShares(form, shares)));
  const names = new Set(wanted.flatMap((record) => [...record.agents.keys()]));
  const shops = new Set(wanted.flatMap((record) => (asked(record) ? [record.shop] : [])));
  const units = rateUnits(platform, total);
  return {
    question,
    asOf,
    total,
    days: starts.map((from, i) => {
      const share = joined[i];
      return { day: shanghaiDay(from), figures: share ? shareFigures(form, share) : [] };
    }),
    hours: starts.flatMap((from, i) => hoursOf(from, joined[i])),
    waits: bandsOf(span.calendar),
    slowest: longestFirst(span.slowest, SLOWEST_SHOWN),
    agents:
      agent !== undefined
        ? []
        : [...names].sort().map((name) => ({
            agent: name,
            figures: figuresOf((record) => record.agents.get(name)),
          })),
    shops:
      shop !== undefined
        ? []
        : [...shops].sort().map((name) => ({
            shop: name,
            figures: figuresOf((record) => (record.shop === name ? asked(record) : undefined)),
          })),
    ...(units && { units }),
  };
}

function hoursOf(from: number, share: Share | undefined): HourTally[] {
  if (!share) return [];
  const day = shanghaiDay(from);
  return Array.from({ length: 24 }, (_, hour) => {
    const [turns = 0, answered = 0, waitedMs = 0, ok = 0, miss = 0] = share.hours.slice(
      hour * HOUR_WIDTH,
      (hour + 1) * HOUR_WIDTH,
    );
    return { day, hour, turns, answered, waitedMs, ok, miss };
  }).filter(({ turns }) => turns > 0);
}

/** How many answered waits lie in each band. */
function bandsOf(waits: Uint32Array): WaitBand[] {
  const counts = new Array<number>(BANDS.length).fill(0);
  for (const ms of waits) {
    let at = BANDS.length - 1;
    while (at > 0 && ms < (BANDS[at] ?? 0) * 1_000) at -= 1;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return BANDS.map((from, i) => {
    const to = BANDS[i + 1];
    return { from, ...(to !== undefined && { to }), count: counts[i] ?? 0 };
  });
}
