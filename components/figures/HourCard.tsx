import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { FigureReport } from '../../rules/figures/figure-report.ts';
import { cellOf, type HourCell, type HourGrid, hourGrid } from '../../rules/figures/hour-grid.ts';
import { weekdayOf } from '../../rules/figures/ranges.ts';
import { type FiguresTexts, figuresTexts } from '../i18n/figures-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Segments } from '../ui/Segments.tsx';
import { ChartCard } from './ChartCard.tsx';
import { Chart } from './chart/Chart.tsx';
import { hourMapHeight, hourMapOption } from './chart/hour-map-option.ts';
import { type HourValue, hourScale, type ScaleStep, shownValue } from './chart/hour-scale.ts';
import { LookContext } from './chart/look-context.ts';
import { NOTHING, shortDay } from './figure-words.ts';
import type { FigureGoals, FiguresModel } from './model.ts';
import type { MarkedHour } from './slow-turns.ts';

const values = ['turns', 'mean', 'misses'] as const satisfies readonly HourValue[];

/** When it was busy and when it took long: a cell for each hour. */
export function HourCard({
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
  const { palette } = useContext(LookContext);
  const [what, setWhat] = useState<HourValue>('turns');
  const grid = useMemo(() => hourGrid(report), [report]);
  const rows = useMemo(() => rowNames(grid, t), [grid, t]);
  const scale = useMemo(
    () => hourScale(what, grid.cells, goals.limit, palette),
    [what, grid, goals.limit, palette],
  );
  const words = useMemo(
    () =>
      grid.cells.map((cell) => ({
        title: `${rows[cell.row] ?? ''} ${t.hourSpan(cell.hour)}`,
        lines: cellLines(cell, t),
      })),
    [grid, rows, t],
  );
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (marked) place.current?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  const at = marked ? cellOf(grid, marked.day, marked.hour) : -1;
  const by = grid.by === 'day' ? t.hourMapByDay : t.hourMapByWeekday;
  return (
    <div ref={place}>
      <ChartCard
        id="hours"
        title={t.hourMap}
        hint={`${by} · ${t.hourHint}`}
        language={language}
        head={
          <Segments
            label={`${t.hourMap} ${t.value}`}
            options={values.map((id) => ({ id, label: t.hourValues[id] }))}
            chosen={what}
            onChoose={setWhat}
          />
        }
        table={{
          head: [
            grid.by === 'day' ? t.day : t.weekday,
            ...Array.from({ length: 24 }, (_, hour) => String(hour)),
          ],
          rows: rows.map((name, row) => [
            grid.days[row] ?? name,
            ...grid.cells.slice(row * 24, row * 24 + 24).map((cell) => {
              const value = shownValue(cell, what);
              return value === undefined ? NOTHING : String(Math.round(value));
            }),
          ]),
        }}
      >
        <Chart
          label={`${t.hourMap} ${by} · ${t.hourValues[what]}`}
          keysHint={t.chartKeysGrid}
          height={hourMapHeight(grid.rows)}
          points={words}
          across={24}
          draw={useCallback(
            (look) =>
              hourMapOption({ cells: grid.cells, what, scale, rows, marked: at < 0 ? undefined : at }, look),
            [grid, what, scale, rows, at],
          )}
        />
        <ScaleLegend scale={scale} what={what} t={t} />
      </ChartCard>
    </div>
  );
}

/** The day and its weekday; in a map of weekdays the weekday. */
function rowNames(grid: HourGrid, t: FiguresTexts): string[] {
  if (grid.by === 'weekday') return [...t.weekdays];
  return grid.days.map((day) => `${shortDay(day)} ${t.weekdays[weekdayOf(day)] ?? ''}`);
}

function cellLines(cell: HourCell, t: FiguresTexts): string[] {
  if (cell.turns === 0) return [t.noTurns];
  const mean = shownValue(cell, 'mean');
  return [
    t.turnsN(cell.turns),
    ...(mean === undefined ? [] : [t.meanN(String(Math.round(mean)))]),
    t.missesN(cell.miss),
  ];
}

function ScaleLegend({ scale, what, t }: { scale: readonly ScaleStep[]; what: HourValue; t: FiguresTexts }) {
  const last = scale.at(-2)?.upTo;
  return (
    <ul className="sb-figures-scale" aria-hidden="true">
      <li>{t.hourValues[what]}</li>
      {scale.map(({ upTo, colour }) => (
        <li key={upTo ?? 'over'}>
          <i style={{ background: colour }} />
          {upTo === undefined ? t.stepOver(last ?? 0) : upTo === 0 ? t.none : t.stepUpTo(upTo)}
        </li>
      ))}
      {what === 'mean' && <li>{t.unitSeconds}</li>}
    </ul>
  );
}
