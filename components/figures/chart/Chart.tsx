import {
  type KeyboardEvent,
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type ChartEngine, type ChartOption, startChart } from './engine.ts';
import { type ChartLook, type ChartPoint, textStyle } from './look.ts';
import { LookContext } from './look-context.ts';

/** Where nothing is laid out yet (a background tab, a test) a chart is drawn this wide. */
const USUAL_WIDTH = 640;

/**
 * The one place a chart is drawn: it follows the width and the theme, is let go with the view, and can be stepped
 * through with the arrow keys, each point told in words below it (and to a screen reader).
 */
export function Chart({
  label,
  keysHint,
  height,
  points,
  across,
  trigger = 'item',
  draw,
}: {
  /** What the chart shows, in a sentence: its accessible name. */
  label: string;
  keysHint: string;
  height: number;
  /** By data index: every series says the same of an index. */
  points: readonly ChartPoint[];
  /** Points in a row of a grid: up and down go a row further. */
  across?: number;
  trigger?: 'item' | 'axis';
  /** Must be stable while what it draws is. */
  draw(look: ChartLook): ChartOption;
}) {
  const { palette, isPrinting } = useContext(LookContext);
  const host = useRef<HTMLDivElement>(null);
  const engine = useRef<ChartEngine>(undefined);
  const told = useRef(points);
  told.current = points;
  const [at, setAt] = useState<number>();
  const hintId = useId();
  const point = at === undefined ? undefined : points[at];

  const redraw = useCallback(() => {
    const chart = engine.current;
    const width = host.current?.clientWidth || USUAL_WIDTH;
    chart?.resize({ width, height });
    const look = { palette, width };
    chart?.setOption({ ...draw(look), tooltip: tooltip(look, trigger, told) }, { notMerge: true });
  }, [draw, height, palette, trigger]);

  useLayoutEffect(() => {
    const chart = startChart(host.current, { width: host.current?.clientWidth || USUAL_WIDTH, height: 100 });
    chart.on('click', ({ dataIndex }) => setAt(dataIndex));
    engine.current = chart;
    return () => {
      engine.current = undefined;
      chart.dispose();
    };
  }, []);

  // Printing changes the width without a frame in which an observer could see it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: isPrinting stands for the width
  useLayoutEffect(redraw, [redraw, isPrinting]);

  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    let width = element.clientWidth;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      redraw();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [redraw]);

  // Another range has other points; what was pointed at is none of them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the points are what it depends on
  useEffect(() => setAt(undefined), [points.length, label]);

  const goTo = (next: number | undefined): void => {
    setAt(next);
    const chart = engine.current;
    chart?.dispatchAction({ type: 'downplay' });
    chart?.dispatchAction(
      next === undefined ? { type: 'hideTip' } : { type: 'showTip', seriesIndex: 0, dataIndex: next },
    );
    if (next !== undefined) chart?.dispatchAction({ type: 'highlight', dataIndex: next });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextPoint(event.key, at, points.length, across);
    if (next === 'none') return;
    event.preventDefault();
    goTo(next);
  };

  return (
    <figure className="sb-chart">
      {/* biome-ignore lint/a11y/useSemanticElements: a group of points, not of form fields */}
      <div
        className="sb-chart-keys"
        role="group"
        aria-label={label}
        aria-describedby={hintId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys step through the points
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => goTo(undefined)}
      >
        <div ref={host} className="sb-chart-host" style={{ height }} role="img" aria-label={label} />
      </div>
      <figcaption className="sb-chart-told">
        <span id={hintId} hidden={point !== undefined}>
          {keysHint}
        </span>
        <span aria-live="polite">{point && [point.title, ...point.lines].join(' · ')}</span>
      </figcaption>
    </figure>
  );
}

/** The point a key leads to; `none`: the key is not ours. */
function nextPoint(
  key: string,
  at: number | undefined,
  count: number,
  across: number | undefined,
): number | undefined | 'none' {
  if (count === 0) return 'none';
  const steps: Record<string, number | undefined> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: across,
    ArrowUp: across && -across,
  };
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key === 'Escape') return at === undefined ? 'none' : undefined;
  const step = steps[key];
  if (step === undefined) return 'none';
  if (at === undefined) return step > 0 ? 0 : count - 1;
  const next = at + step;
  return next < 0 || next >= count ? at : next;
}

/** The same words beside the pointer; built of text nodes, so that no name is ever read as markup. */
function tooltip(look: ChartLook, trigger: 'item' | 'axis', points: { current: readonly ChartPoint[] }) {
  const { palette } = look;
  return {
    trigger,
    confine: true,
    transitionDuration: 0,
    backgroundColor: palette.surface,
    borderColor: palette.edge,
    borderWidth: 1,
    padding: [6, 10],
    textStyle: { ...textStyle(look), color: palette.ink },
    axisPointer: { type: 'line', animation: false, lineStyle: { color: palette.edge } },
    formatter: (given: { dataIndex: number } | { dataIndex: number }[]) => {
      const index = Array.isArray(given) ? given[0]?.dataIndex : given.dataIndex;
      const point = index === undefined ? undefined : points.current[index];
      const box = document.createElement('div');
      if (!point) return box;
      const title = document.createElement('b');
      title.textContent = point.title;
      box.append(title);
      for (const line of point.lines) {
        const row = document.createElement('div');
        row.textContent = line;
        box.append(row);
      }
      return box;
    },
  };
}
