import type { HourCell } from '../../../rules/figures/hour-grid.ts';
import type { ChartOption } from './engine.ts';
import { type HourValue, type ScaleStep, shownValue, stepFor } from './hour-scale.ts';
import { base, type ChartLook, textStyle } from './look.ts';

export interface HourMapShown {
  cells: readonly HourCell[];
  what: HourValue;
  scale: readonly ScaleStep[];
  /** Names of the rows, the first one on top. */
  rows: readonly string[];
  /** The cell marked from elsewhere. */
  marked?: number | undefined;
}

/** px of one row. */
export const ROW_PX = 22;
export const hourMapHeight = (rows: number): number => rows * ROW_PX + 26;

/** Narrower cells than this have no number in them. */
const NUMBER_PX = 24;

export function hourMapOption(
  { cells, what, scale, rows, marked }: HourMapShown,
  look: ChartLook,
): ChartOption {
  const { palette } = look;
  const left = 64;
  const showNumbers = (look.width - left) / 24 >= NUMBER_PX;
  return {
    ...base(look),
    grid: { left, right: 4, top: 22, bottom: 4 },
    xAxis: {
      type: 'category',
      position: 'top',
      data: Array.from({ length: 24 }, (_, hour) => String(hour)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...textStyle(look, 11), interval: 0, margin: 6 },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...rows],
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...textStyle(look, 11), interval: 0, margin: 8 },
    },
    // A heat map must have one; every cell has its colour already.
    visualMap: { type: 'continuous', show: false, min: 0, max: 1 },
    series: [
      {
        type: 'heatmap',
        data: cells.map((cell, at) => {
          const value = shownValue(cell, what);
          const step = value === undefined ? undefined : stepFor(value, scale);
          const isMarked = at === marked;
          return {
            value: [cell.hour, cell.row, value ?? 0],
            visualMap: false,
            itemStyle: {
              color: step?.colour ?? palette.raised,
              borderColor: isMarked ? palette.stop : palette.surface,
              borderWidth: isMarked ? 2.5 : 1,
              borderRadius: 3,
            },
            label: {
              show: showNumbers && value !== undefined,
              formatter: value === undefined ? '' : String(Math.round(value)),
              color: step?.ink ?? palette.ink,
            },
          };
        }),
        label: { fontSize: 10.5, fontFamily: textStyle(look).fontFamily },
        emphasis: { itemStyle: { borderColor: palette.ink, borderWidth: 2 } },
      },
    ],
  };
}
