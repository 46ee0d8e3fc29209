import { useMemo, useState } from 'react';
import type { FigureReport } from '../../rules/figures/figure-report.ts';
import { dayCount } from '../../rules/figures/ranges.ts';
import { figuresTexts } from '../i18n/figures-texts.ts';
import { platformName } from '../i18n/platform-names.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Brand } from '../ui/Brand.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyLine, Line } from '../ui/Marks.tsx';
import { Surface } from '../ui/Surface.tsx';
import { AllFigures } from './AllFigures.tsx';
import { Counted } from './Counted.tsx';
import { LookContext } from './chart/look-context.ts';
import { asOfText, figureOf } from './figure-words.ts';
import { HourCard } from './HourCard.tsx';
import { MissLines } from './MissLines.tsx';
import type { FiguresActions, FiguresModel } from './model.ts';
import { RangeBar, Ways } from './RangeBar.tsx';
import { SharesCard } from './SharesCard.tsx';
import { ShiftPart } from './ShiftPart.tsx';
import { SlowestCard } from './SlowestCard.tsx';
import type { MarkedHour } from './slow-turns.ts';
import { Tiles } from './Tiles.tsx';
import { TrendCard } from './TrendCard.tsx';
import { usePageLook } from './use-page-look.ts';
import { WaitsCard } from './WaitsCard.tsx';

interface Props {
  model: FiguresModel;
  actions: FiguresActions;
}

/** The figures page: what is looked at on top, then the figures from the shortest answer to the finest. */
export function FiguresView({ model, actions }: Props) {
  const t = useTexts(figuresTexts, model.language);
  const look = usePageLook(model.theme);
  return (
    <LookContext.Provider value={look}>
      <Surface
        language={model.language}
        theme={look.isPrinting ? 'light' : model.theme}
        className={look.isPrinting ? 'sb-figures sb-figures-paper' : 'sb-figures'}
      >
        <header className="sb-figures-header">
          <Brand size={24} />
          <h1>{t.title}</h1>
          <span className="sb-spring" />
          <Ways model={model} actions={actions} />
        </header>
        <main>
          <Body model={model} actions={actions} />
        </main>
      </Surface>
    </LookContext.Provider>
  );
}

function Body({ model, actions }: Props) {
  const t = useTexts(figuresTexts, model.language);
  const { state, choice, report, shiftFigures } = model;
  if (state === 'loading') return <EmptyLine>{t.loading}</EmptyLine>;
  const hasSome = report !== undefined || shiftFigures !== undefined;
  const failure = state === 'failed' && (
    <Line
      tone={hasSome ? 'warn' : 'stop'}
      icon="alert"
      actions={<Button onPress={actions.again}>{t.again}</Button>}
    >
      {hasSome ? t.failedStale : t.failed}
    </Line>
  );
  if (!choice) {
    return (
      failure || (
        <div className="sb-figures-card sb-figures-nothing">
          <p>
            <b>{t.nothingYet}</b>
          </p>
          <p className="sb-hint">{t.nothingYetHint}</p>
        </div>
      )
    );
  }
  return (
    <>
      <RangeBar model={model} choice={choice} actions={actions} />
      {failure}
      <Progress model={model} />
      {!report && !shiftFigures && !model.progress && !failure && <EmptyLine>{t.loading}</EmptyLine>}
      {shiftFigures && <ShiftPart model={model} of={shiftFigures} actions={actions} />}
      {report && <Report model={model} report={report} actions={actions} />}
    </>
  );
}

function Progress({ model }: { model: FiguresModel }) {
  const t = useTexts(figuresTexts, model.language);
  const { progress } = model;
  if (!progress) return null;
  const text = t.counting(progress.done, progress.of);
  return (
    <div className="sb-figures-progress" role="status">
      <progress value={progress.done} max={progress.of} aria-label={text} />
      <span>{text}</span>
    </div>
  );
}

function Report({ model, report, actions }: Props & { report: FigureReport }) {
  const t = useTexts(figuresTexts, model.language);
  const { language, goals } = model;
  const [marked, setMarked] = useState<MarkedHour>();
  const place = model.places.find(({ platform }) => platform === report.question.platform);
  const shopNames = useMemo(() => new Map(place?.shops.map(({ id, name }) => [id, name])), [place]);
  const { from, to } = report.question;
  const isShown = marked !== undefined && from <= marked.day && marked.day <= to;
  const mark = isShown ? marked : undefined;
  const hasTurns = report.hours.length > 0 || (figureOf(report.total, 'turns')?.numerator ?? 0) > 0;
  return (
    <>
      <Title model={model} report={report} shopNames={shopNames} />
      {!hasTurns && (
        <div className="sb-figures-card sb-figures-nothing">
          <p>
            <b>{t.nothingInRange(from, to)}</b>
          </p>
          {place && (
            <p className="sb-hint">
              {t.nothingInRangeHint(place.first, place.last)}{' '}
              {!(from <= place.last && place.last <= to) && (
                <Button kind="quiet" onPress={() => actions.chooseDays(place.last, place.last)}>
                  {t.showLast}
                </Button>
              )}
            </p>
          )}
        </div>
      )}
      <Tiles report={report} goals={goals} language={language} actions={actions} />
      {model.missLines && <MissLines lines={model.missLines} language={language} />}
      {hasTurns && (
        <>
          <TrendCard report={report} goals={goals} language={language} marked={mark} />
          <HourCard report={report} goals={goals} language={language} marked={mark} />
          <div className="sb-figures-pair">
            <WaitsCard report={report} goals={goals} language={language} />
            <SlowestCard
              turns={report.slowest}
              platform={report.question.platform}
              model={model}
              actions={actions}
              shopNames={shopNames}
              marked={mark}
              onMark={setMarked}
            />
          </div>
          {report.agents.length > 0 && (
            <SharesCard
              id="agents"
              title={t.byAccount}
              hint={t.byAccountHint}
              nameColumn={t.account}
              shares={report.agents.map(({ agent, figures }) => ({
                id: agent,
                name: agent === '' ? t.unknownAccount : agent,
                figures,
              }))}
              goals={goals}
              language={language}
            />
          )}
          {report.shops.length > 1 && (
            <SharesCard
              id="shops"
              title={t.byShop}
              nameColumn={t.shop}
              shares={report.shops.map(({ shop, figures }) => ({
                id: shop,
                name: shopNames.get(shop) ?? shop,
                figures,
              }))}
              goals={goals}
              language={language}
            />
          )}
        </>
      )}
      {report.total.length > 0 && <AllFigures figures={report.total} language={language} />}
      <Counted lines={report.counted} language={language} />
    </>
  );
}

/** What the figures below are of, so that a sheet of paper says it, too. */
function Title({
  model,
  report,
  shopNames,
}: {
  model: FiguresModel;
  report: FigureReport;
  shopNames: ReadonlyMap<string, string>;
}) {
  const t = useTexts(figuresTexts, model.language);
  const { platform, shop, agent, from, to } = report.question;
  const only = shopNames.size === 1 ? [...shopNames.values()][0] : undefined;
  const parts = [
    platformName(platform, model.language),
    shop === undefined ? (only ?? t.allShops) : (shopNames.get(shop) ?? shop),
    ...(agent === undefined ? [] : [agent]),
    from === to ? from : `${from} – ${to} · ${t.days(dayCount(report.question))}`,
  ];
  return (
    <p className="sb-figures-title">
      <strong>{parts.join(' · ')}</strong>
      <span className="sb-hint">{t.asOf(asOfText(report))}</span>
    </p>
  );
}
