import { useId } from 'react';
import type { FigureReport } from '../../rules/figures/figure-report.ts';
import { meanMetric } from '../../rules/figures/miss-line.ts';
import { type DayRange, dayCount } from '../../rules/figures/ranges.ts';
import { rateMetric } from '../../rules/figures/rate-units.ts';
import type { Language } from '../../rules/language/local-text.ts';
import { figureDefinition } from '../../rules/metrics/definitions.ts';
import type { Figure } from '../../rules/metrics/figure.ts';
import { missesAllowed } from '../../rules/metrics/misses.ts';
import { figureName } from '../../rules/metrics/names.ts';
import type { Platform } from '../../rules/platform.ts';
import { type FiguresTexts, figuresTexts } from '../i18n/figures-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Meter } from '../ui/Marks.tsx';
import { amountOf, figureOf, longWaitText, NOTHING, partsOf, shareText, unitOf } from './figure-words.ts';
import type { FigureGoals, FiguresActions } from './model.ts';

const firstIds = ['mean', 'mean-window', 'median', 'p90', 'frt', 'within', 'misses'] as const;
const lastIds = ['unreplied', 'longest', 'answer-ratio'] as const;

/** What the tiles need of a report; a shift has that much, too. */
type TileReport = Pick<FigureReport, 'total' | 'units'> & {
  question: DayRange & { platform: Platform };
};

/** The platform's own mean and rate: what the shop is judged by. None where it publishes none. */
const ownIds = (platform: Platform): string[] =>
  [meanMetric(platform), rateMetric(platform)].filter((id) => id !== 'mean' && id !== 'within');

/** The figures one looks at first, each with what it was made of; the platform's own before those all platforms have. */
export function Tiles({
  report,
  goals,
  language,
  actions,
}: {
  report: TileReport;
  goals: FigureGoals;
  language: Language;
  actions: FiguresActions;
}) {
  const tile = (id: string) => (
    <Tile
      key={id}
      id={id}
      figure={figureOf(report.total, id)}
      report={report}
      goals={goals}
      language={language}
    />
  );
  return (
    <ul className="sb-figures-tiles">
      {['answered', ...ownIds(report.question.platform), ...firstIds].map(tile)}
      <MissesTile report={report} goals={goals} language={language} actions={actions} />
      {lastIds.map(tile)}
    </ul>
  );
}

function Tile({
  id,
  figure,
  report,
  goals,
  language,
}: {
  id: string;
  figure: Figure | undefined;
  report: TileReport;
  goals: FigureGoals;
  language: Language;
}) {
  const t = useTexts(figuresTexts, language);
  const hintId = useId();
  const name = inLanguage(figureName(id), language);
  const definition = figureDefinition(id);
  const amount = amountOf(figure);
  const unit = figure && amount !== NOTHING ? unitOf(figure, t) : '';
  const aims = aimsOf(id, report, goals);
  const missed = aims.some(
    ({ seconds }) => figure !== undefined && figure.value !== null && figure.value > seconds,
  );
  const notes = figure && amount !== NOTHING ? notesOf(figure, aims, goals, t) : [];
  return (
    <li
      className="sb-tile"
      data-figure={id}
      data-missed={missed || undefined}
      title={definition && inLanguage(definition, language)}
      aria-describedby={hintId}
    >
      <span className="sb-tile-name">
        {name}
        {figure?.unsettled && (
          <span className="sb-unsettled" title={t.unsettledHint}>
            {t.unsettled}
          </span>
        )}
      </span>
      <b>
        {amount}
        {unit && <small> {unit}</small>}
      </b>
      {figure?.unit === 'ratio' && figure.value !== null && (
        <Meter share={figure.value} label={`${name} ${amount}`} tone="accent" />
      )}
      {notes.map((note) => (
        <span className="sb-tile-note" key={note}>
          {note}
        </span>
      ))}
      {figure !== undefined && figure.uncertain > 0 && (
        <span className="sb-tile-note sb-figures-uncertain" title={t.uncertain(figure.uncertain)}>
          {t.uncertainShort(figure.uncertain)}
        </span>
      )}
      <span id={hintId} className="sb-unseen">
        {definition && inLanguage(definition, language)}
      </span>
    </li>
  );
}

interface Aim {
  seconds: number;
  whose: 'own' | 'platform';
}

/** What a mean is held against: the platform's, and the shop's own, from about a month on that of the month. */
function aimsOf(id: string, { question }: TileReport, goals: FigureGoals): Aim[] {
  const isMonth = dayCount(question) >= 28;
  const { own } = goals;
  // A night's wait is in the mean of all turns; goals are about the one the platform takes, where it takes one.
  const [platform, ours] =
    id === 'frt'
      ? [goals.first, own?.first]
      : id === meanMetric(question.platform)
        ? [goals.mean, isMonth ? own?.monthMean : own?.dayMean]
        : [];
  return [
    ...(ours === undefined ? [] : [{ seconds: ours, whose: 'own' as const }]),
    ...(platform === undefined ? [] : [{ seconds: platform, whose: 'platform' as const }]),
  ];
}

function notesOf(figure: Figure, aims: readonly Aim[], goals: FigureGoals, t: FiguresTexts): string[] {
  const parts = partsOf(figure);
  const long = figure.unit === 's' && figure.value !== null ? longWaitText(figure.value) : undefined;
  const aimed = aims.map(({ seconds, whose }) =>
    whose === 'own' ? t.ownGoal(seconds) : t.platformGoal(seconds),
  );
  const limit =
    figure.id !== 'within'
      ? undefined
      : goals.firstLimit === undefined || goals.firstLimit === goals.limit
        ? t.limitIs(goals.limit)
        : t.limitsAre(goals.firstLimit, goals.limit);
  const made =
    figure.unit === 's'
      ? parts && t.perTurns(figure.denominator)
      : figure.id === 'answer-ratio'
        ? t.answerRatioNote(figure.numerator, figure.denominator)
        : parts;
  return [[long, made].filter(Boolean).join(' · '), aimed.join(' · '), limit].filter(
    (one): one is string => !!one,
  );
}

/** "现在还可失误 K" (metrics.md §7): of the platform's rate, and only where a target says how many may fail. */
function MissesTile({
  report: { units },
  goals,
  language,
  actions,
}: {
  report: TileReport;
  goals: FigureGoals;
  language: Language;
  actions: FiguresActions;
}) {
  const t = useTexts(figuresTexts, language);
  const allowed =
    units && goals.share !== undefined && units.counted > 0
      ? missesAllowed({ counted: units.counted, failed: units.failed, target: goals.share })
      : undefined;
  return (
    <li
      className="sb-tile"
      data-figure="misses-allowed"
      data-missed={(allowed && allowed.now < 0) || undefined}
      title={t.missesAllowedHint}
    >
      <span className="sb-tile-name">{t.missesAllowed}</span>
      <b>{allowed ? (allowed.now < 0 ? t.missesOver(-allowed.now) : allowed.now) : NOTHING}</b>
      {units && (
        <span className="sb-tile-note" title={inLanguage(figureName(units.metric), language)}>
          {t.missesOf(units.counted, units.failed)}
        </span>
      )}
      {goals.share === undefined ? (
        <span className="sb-tile-note sb-figures-screen">
          {t.noTarget}
          <Button kind="quiet" onPress={() => actions.openOptions('limits')}>
            {t.setTarget}
          </Button>
        </span>
      ) : (
        <span className="sb-tile-note">{t.goalShare(shareText(goals.share))}</span>
      )}
      {units !== undefined && units.uncertain > 0 && (
        <span className="sb-tile-note sb-figures-uncertain">{t.uncertainShort(units.uncertain)}</span>
      )}
    </li>
  );
}
