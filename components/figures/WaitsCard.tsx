import { useCallback, useMemo } from 'react';
import type { FigureReport, WaitBand } from '../../rules/figures/figure-report.ts';
import { decimalText } from '../../rules/metrics/integers.ts';
import { type FiguresTexts, figuresTexts } from '../i18n/figures-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ChartCard } from './ChartCard.tsx';
import { Chart } from './chart/Chart.tsx';
import { WAITS_HEIGHT, waitsOption } from './chart/waits-option.ts';
import { lengthText, NOTHING } from './figure-words.ts';
import type { FigureGoals, FiguresModel } from './model.ts';

/** How the answered waits are spread, with the limit as a line. */
export function WaitsCard({
  report,
  goals,
  language,
}: {
  report: FigureReport;
  goals: FigureGoals;
  language: FiguresModel['language'];
}) {
  const t = useTexts(figuresTexts, language);
  const { waits } = report;
  const all = waits.reduce((sum, { count }) => sum + count, 0);
  const shown = useMemo(() => {
    const { limit, firstLimit } = goals;
    const limits = [
      { at: limit, label: t.limitLine(lengthText(limit, t)) },
      ...(firstLimit === undefined || firstLimit === limit
        ? []
        : [{ at: firstLimit, label: t.firstLimitLine(lengthText(firstLimit, t)) }]),
    ];
    return {
      bands: waits,
      limits,
      edge: (seconds: number) => (seconds === 0 ? '0' : lengthText(seconds, t)),
      countName: t.unitTurns,
    };
  }, [waits, goals, t]);
  const words = useMemo(
    () =>
      waits.map((band) => ({
        title: bandName(band, t),
        lines: [t.turnsN(band.count), part(band, all), ...(band.from >= goals.limit ? [t.overLimit] : [])],
      })),
    [waits, all, goals.limit, t],
  );
  return (
    <ChartCard
      id="waits"
      title={t.waits}
      hint={`${t.waitsHint} ${t.turnsN(all)}`}
      language={language}
      table={{
        head: [t.band, t.count, t.share],
        rows: waits.map((band) => [bandName(band, t), String(band.count), part(band, all)]),
      }}
    >
      <Chart
        label={t.waits}
        keysHint={t.chartKeys}
        height={WAITS_HEIGHT}
        points={words}
        draw={useCallback((look) => waitsOption(shown, look), [shown])}
      />
    </ChartCard>
  );
}

const bandName = ({ from, to }: WaitBand, t: FiguresTexts): string =>
  to === undefined
    ? t.bandFrom(lengthText(from, t))
    : t.bandBetween(from === 0 ? '0' : lengthText(from, t), lengthText(to, t));

const part = ({ count }: WaitBand, all: number): string =>
  all === 0 ? NOTHING : `${decimalText(count * 100, all, 1)}%`;
