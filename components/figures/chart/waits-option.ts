import type { WaitBand } from '../../../rules/figures/figure-report.ts';
import type { ChartOption } from './engine.ts';
import { base, type ChartLook, labelsInside, textStyle, valueAxis } from './look.ts';

export interface WaitsShown {
  bands: readonly WaitBand[];
  /** Seconds and the words at the line. */
  limits: readonly { at: number; label: string }[];
  /** The length of a band's beginning in words. */
  edge(seconds: number): string;
  countName: string;
}

export const WAITS_HEIGHT = 310;

/** Where a length of time lies on the axis, whose unit is one band; inside a band it is placed in proportion. */
export function placeOf(seconds: number, bands: readonly WaitBand[]): number | undefined {
  const at = bands.findIndex(({ from, to }) => seconds >= from && (to === undefined || seconds < to));
  const band = bands[at];
  if (!band) return undefined;
  return band.to === undefined ? at : at + (seconds - band.from) / (band.to - band.from);
}

/** A histogram: the bands' edges stand under the edges of the bars, so that the limit can be a line between them. */
export function waitsOption({ bands, limits, edge, countName }: WaitsShown, look: ChartLook): ChartOption {
  const { palette } = look;
  const strictest = Math.min(...limits.map(({ at }) => at));
  return {
    ...base(look),
    grid: { left: 8, right: 16, top: 34, bottom: 4, ...labelsInside },
    xAxis: {
      type: 'value',
      min: 0,
      max: bands.length,
      interval: 1,
      axisLine: { show: true, onZero: false, lineStyle: { color: palette.edge } },
      axisTick: { show: true, lineStyle: { color: palette.edge } },
      splitLine: { show: false },
      axisLabel: {
        ...textStyle(look, 11),
        showMaxLabel: false,
        hideOverlap: true,
        formatter: (at: number) => {
          const band = bands[at];
          return band ? edge(band.from) : '';
        },
      },
    },
    yAxis: { ...valueAxis(look, countName), minInterval: 1, min: 0 },
    series: [
      {
        type: 'bar',
        barWidth: '92%',
        data: bands.map((band, i) => ({
          value: [i + 0.5, band.count],
          itemStyle: {
            color: band.from >= strictest ? palette.warn : palette.accent,
            borderRadius: [3, 3, 0, 0],
          },
        })),
        label: {
          show: look.width / Math.max(1, bands.length) > 34,
          position: 'top',
          color: palette.muted,
          fontSize: 11,
          formatter: ({ dataIndex }: { dataIndex: number }) => String(bands[dataIndex]?.count || ''),
        },
        emphasis: { itemStyle: { borderColor: palette.ink, borderWidth: 2 } },
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          lineStyle: { color: palette.stop, type: 'dashed', width: 1.5 },
          data: limits.flatMap(({ at, label }) => {
            const place = placeOf(at, bands);
            return place === undefined
              ? []
              : [{ xAxis: place, label: { formatter: label, color: palette.stop, fontSize: 11 } }];
          }),
        },
      },
    ],
  };
}
