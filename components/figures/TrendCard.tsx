import { useCallback, useMemo, useState } from 'react';
import type { FigureReport } from '../../rules/figures/figure-report.ts';
import { meanMetric } from '../../rules/figures/miss-line.ts';
import { type TrendPoint, trendOf } from '../../rules/figures/trend.ts';
import type { Figure } from '../../rules/metrics/figure.ts';
import { figureName } from '../../rules/metrics/names.ts';
import type { FiguresTexts } from '../i18n/figures-texts.ts';
import { figuresTexts } from '../i18n/figures-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Segments } from '../ui/Segments.tsx';
import { ChartCard } from './ChartCard.tsx';
import { Chart } from './chart/Chart.tsx';
import { TREND_HEIGHT, type TrendSeries, type TrendShown, trendOption } from './chart/trend-option.ts';
import { figureText, shareText, shortDay } from './figure-words.ts';
import type { FigureGoals, FiguresModel } from './model.ts';
import type { MarkedHour } from './slow-turns.ts';

const values = ['mean', 'share', 'turns'] as const;
type TrendValue = (typeof values)[number];

/** How it went through time, beside the goals. */
export function TrendCard({
  report,
  goals,
  language,
  marked,
}: {
  report: FigureReport;
  goals: FigureGoals;
  language: FiguresModel['language'];
  marked: MarkedHour | undefined;
}) {
  const t = useTexts(figuresTexts, language);
  const [value, setValue] = useState<TrendValue>('mean');
  const points = useMemo(() => trendOf(report), [report]);
  const rateId = report.units?.metric;
  const meanId = meanMetric(report.question.platform);
  const shown = useMemo((): TrendShown => {
    const at = marked && points.findIndex((point) => covers(point, marked));
    return {
      names: points.map(pointName),
      ...trendLines(value, points, goals, { rateId, meanId }, t, language),
      marked: at === undefined || at < 0 ? undefined : at,
    };
  }, [points, value, goals, rateId, meanId, t, language, marked]);
  const words = useMemo(
    () =>
      points.map((point) => ({ title: pointTitle(point, t), lines: pointLines(point, rateId, t, language) })),
    [points, rateId, t, language],
  );
  const kind = points[0]?.kind ?? 'day';
  const by = kind === 'hour' ? t.trendByHour : kind === 'day' ? t.trendByDay : t.trendByWeek;
  return (
    <ChartCard
      id="trend"
      title={t.trend}
      hint={by}
      language={language}
      head={
        <Segments
          label={`${t.trend} ${t.value}`}
          options={values.map((id) => ({ id, label: t.trendValues[id] }))}
          chosen={value}
          onChoose={setValue}
        />
      }
      table={{
        head: [kind === 'hour' ? t.hour : t.day, ...columns(rateId, language, t).map(({ name }) => name)],
        rows: points.map((point) => [
          pointTitle(point, t),
          ...columns(rateId, language, t).map(({ id }) => figureText(point.figures.get(id), t)),
        ]),
      }}
    >
      <Chart
        label={`${t.trend} ${by} · ${t.trendValues[value]}`}
        keysHint={t.chartKeys}
        height={TREND_HEIGHT}
        points={words}
        trigger="axis"
        draw={useCallback((look) => trendOption(shown, look), [shown])}
      />
    </ChartCard>
  );
}

/** What a point of the trend is told and tabled with. */
function columns(rateId: string | undefined, language: FiguresModel['language'], t: FiguresTexts) {
  const named = (id: string): string => inLanguage(figureName(id), language);
  const ids = ['turns', 'misses', 'mean', 'mean-window', 'within', ...(rateId === undefined ? [] : [rateId])];
  return ids.map((id) => ({ id, name: id === 'misses' ? t.misses : named(id) }));
}

function pointLines(
  { figures }: TrendPoint,
  rateId: string | undefined,
  t: FiguresTexts,
  language: FiguresModel['language'],
): string[] {
  if (figures.size === 0) return [t.noTurns];
  return columns(rateId, language, t)
    .filter(({ id }) => figures.has(id))
    .map(({ id, name }) => `${name} ${figureText(figures.get(id), t)}`);
}

function trendLines(
  value: TrendValue,
  points: readonly TrendPoint[],
  goals: FigureGoals,
  { rateId, meanId }: { rateId: string | undefined; meanId: string },
  t: FiguresTexts,
  language: FiguresModel['language'],
): Omit<TrendShown, 'names' | 'marked'> {
  const of = (id: string, read: (figure: Figure) => number | null) =>
    points.map(({ figures }) => {
      const figure = figures.get(id);
      return figure ? read(figure) : null;
    });
  const known = (series: TrendSeries): boolean => series.values.some((one) => one !== null);
  const perCent = (figure: Figure): number | null =>
    figure.value === null ? null : Math.round(figure.value * 10_000) / 100;
  const tenths = (figure: Figure): number | null =>
    figure.value === null ? null : Math.round(figure.value * 10) / 10;
  if (value === 'mean') {
    const line = (name: string, id: string, colour: 'accent' | 'info'): TrendSeries => ({
      name,
      values: of(id, tenths),
      colour,
      kind: 'line',
    });
    const inWindow = line(t.inWindow, 'mean-window', 'info');
    // The platform's own mean is what the goals are about; nights are in the calendar's.
    const published = line(inLanguage(figureName(meanId), language), meanId, 'accent');
    return {
      series:
        meanId !== 'mean' && known(published)
          ? [published, line(t.calendar, 'mean', 'info')]
          : [line(t.calendar, 'mean', 'accent'), ...(known(inWindow) ? [inWindow] : [])],
      unit: t.unitSeconds,
      goals: [
        ...(goals.own ? [{ value: goals.own.dayMean, label: t.ownGoalLine(goals.own.dayMean) }] : []),
        ...(goals.mean === undefined ? [] : [{ value: goals.mean, label: t.goalLine(goals.mean) }]),
      ],
    };
  }
  if (value === 'share') {
    const name = rateId === undefined ? '' : inLanguage(figureName(rateId), language);
    const rate: TrendSeries = { name, values: of(rateId ?? '', perCent), colour: 'info', kind: 'line' };
    return {
      series: [
        { name: t.trendValues.share, values: of('within', perCent), colour: 'accent', kind: 'line' },
        ...(known(rate) ? [rate] : []),
      ],
      unit: '%',
      percent: true,
      goals:
        goals.share === undefined
          ? []
          : [{ value: goals.share / 100, label: t.targetLine(shareText(goals.share)) }],
    };
  }
  const rest = points.map(({ figures }) => {
    const all = figures.get('turns')?.numerator;
    return all === undefined ? null : Math.max(0, all - (figures.get('within')?.denominator ?? 0));
  });
  return {
    series: [
      { name: t.okTurns, values: of('within', (figure) => figure.numerator), colour: 'accent', kind: 'bar' },
      { name: t.misses, values: of('misses', (figure) => figure.numerator), colour: 'stop', kind: 'bar' },
      ...(rest.some((n) => n !== null && n > 0)
        ? [{ name: t.undecided, values: rest, colour: 'info' as const, kind: 'bar' as const }]
        : []),
    ],
    unit: t.unitTurns,
    goals: [],
  };
}

const covers = (point: TrendPoint, { day, hour }: MarkedHour): boolean =>
  point.from <= day && day <= point.to && (point.hour === undefined || point.hour === hour);

const pointName = (point: TrendPoint): string =>
  point.hour === undefined ? shortDay(point.from) : String(point.hour);

function pointTitle(point: TrendPoint, t: FiguresTexts): string {
  if (point.hour !== undefined) return t.hourSpan(point.hour);
  return point.from === point.to ? point.from : `${point.from} – ${shortDay(point.to)}`;
}
