import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// Only what the page draws: SVG prints sharply at any size, and nothing here is built from text while it runs, which
// the policy of an extension's page would forbid.
echarts.use([
  BarChart,
  HeatmapChart,
  LineChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
  SVGRenderer,
]);

export type ChartEngine = echarts.EChartsType;
export type ChartOption = echarts.EChartsCoreOption;

/** A chart in an element, or, without one, a chart of that size that renders to text. */
export function startChart(host: HTMLElement | null, size?: { width: number; height: number }): ChartEngine {
  return echarts.init(host, null, { renderer: 'svg', ssr: host === null, ...size });
}
