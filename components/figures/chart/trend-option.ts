import type { ChartOption } from './engine.ts';
import {
  base,
  type ChartLook,
  categoryAxis,
  goalLine,
  labelsInside,
  legend,
  markedLine,
  valueAxis,
} from './look.ts';

/** One line or one kind of bar; null where there is nothing to show. */
export interface TrendSeries {
  name: string;
  values: (number | null)[];
  colour: 'accent' | 'info' | 'warn' | 'stop';
  kind: 'line' | 'bar';
}

export interface TrendShown {
  names: string[];
  series: readonly TrendSeries[];
  unit: string;
  /** Per cent has no room above 100. */
  percent?: boolean;
  goals: readonly { value: number; label: string }[];
  /** The point marked from elsewhere. */
  marked?: number | undefined;
}

export const TREND_HEIGHT = 250;

export function trendOption(
  { names, series, unit, percent, goals, marked }: TrendShown,
  look: ChartLook,
): ChartOption {
  const { palette } = look;
  const top = Math.max(0, ...goals.map(({ value }) => value));
  const bottom = Math.min(percent ? 100 : 0, ...goals.map(({ value }) => value));
  // A single point has no line: its symbol shows it. Many points have lines only.
  const symbols = names.length <= 40;
  return {
    ...base(look),
    legend: { ...legend(look), data: series.map(({ name }) => name) },
    grid: { left: 8, right: 12, top: 40, bottom: 4, ...labelsInside },
    xAxis: { ...categoryAxis(look, names), boundaryGap: true },
    yAxis: {
      ...valueAxis(look, unit),
      min: percent ? ({ min }: { min: number }) => lowest(Math.min(min, bottom)) : 0,
      ...(percent
        ? { max: 100 }
        : { max: ({ max }: { max: number }) => (max >= top ? null : Math.ceil(top * 1.15)) }),
      ...(series.some(({ kind }) => kind === 'bar') && { minInterval: 1 }),
    },
    series: series.map(({ name, values, colour, kind }, i) => ({
      name,
      type: kind,
      data: values,
      color: palette[colour],
      ...(kind === 'line'
        ? {
            showSymbol: true,
            symbol: 'circle',
            symbolSize: symbols ? 6 : 3,
            lineStyle: { width: 2, ...(i > 0 && { type: 'dotted' as const }) },
            connectNulls: false,
          }
        : { stack: 'all', barMaxWidth: 28, itemStyle: { color: palette[colour] } }),
      emphasis: { focus: 'none', itemStyle: { borderColor: palette.ink, borderWidth: 2 } },
      ...(i === 0 && { markLine: marks(goals, marked, look) }),
    })),
  };
}

function marks(goals: TrendShown['goals'], marked: number | undefined, look: ChartLook) {
  const lines = goals.map(({ value, label }) => goalLine(look, value, label));
  const all = [...lines, ...(marked === undefined ? [] : [markedLine(look, marked)])];
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    data: all.map(({ data: [at], lineStyle, label }) => ({ ...at, lineStyle, label })),
  };
}

/** The axis of a share begins at a round figure below what is shown, never below 0. */
const lowest = (share: number): number =>
  Number.isFinite(share) ? Math.max(0, Math.floor((share - 4) / 10) * 10) : 0;
