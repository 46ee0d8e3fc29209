import type { Palette } from '../../ui/tokens.ts';

/** What a chart needs of the page around it; its colours are those of the design tokens. */
export interface ChartLook {
  palette: Palette;
  /** px the chart is wide. */
  width: number;
}

/** One thing a chart shows, in words: read out when the arrow keys reach it, and shown beside the pointer. */
export interface ChartPoint {
  title: string;
  lines: string[];
}

const font =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Hiragino Sans GB", system-ui, sans-serif';

export const textStyle = ({ palette }: ChartLook, size = 12) => ({
  color: palette.muted,
  fontFamily: font,
  fontSize: size,
});

/** Options every chart has: no movement, our type. */
export const base = (look: ChartLook) => ({
  animation: false,
  backgroundColor: 'transparent',
  textStyle: { fontFamily: font, color: look.palette.ink },
});

/** Room for the axes' labels inside the chart's own edges, whatever they say; names of axes take none. */
export const labelsInside = { outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' } as const;

/** A category axis: thin line, muted labels, no ticks between. */
export const categoryAxis = (look: ChartLook, data: string[]) => ({
  type: 'category' as const,
  data,
  axisLine: { lineStyle: { color: look.palette.edge } },
  axisTick: { show: false },
  axisLabel: { ...textStyle(look), hideOverlap: true },
  splitLine: { show: false },
});

export const valueAxis = (look: ChartLook, name: string) => ({
  type: 'value' as const,
  name,
  nameTextStyle: { ...textStyle(look, 11), align: 'left' as const },
  nameGap: 10,
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: textStyle(look),
  splitLine: { lineStyle: { color: look.palette.line } },
});

export const legend = (look: ChartLook) => ({
  top: 0,
  right: 4,
  itemWidth: 16,
  itemHeight: 8,
  itemGap: 14,
  icon: 'roundRect',
  selectedMode: false,
  textStyle: textStyle(look),
});

/** A dashed line across the chart with its name at the end. */
export const goalLine = (look: ChartLook, value: number, name: string) => ({
  silent: true,
  symbol: 'none',
  animation: false,
  data: [{ yAxis: value, name }],
  lineStyle: { color: look.palette.warn, type: 'dashed' as const, width: 1.5 },
  label: {
    formatter: name,
    position: 'insideEndTop' as const,
    color: look.palette.warn,
    fontFamily: font,
    fontSize: 11,
  },
});

/** A vertical band's worth of attention: the category that was marked elsewhere. */
export const markedLine = (look: ChartLook, at: number) => ({
  silent: true,
  symbol: 'none',
  animation: false,
  data: [{ xAxis: at }],
  lineStyle: { color: look.palette.stop, type: 'solid' as const, width: 1.5 },
  label: { show: false },
});
