import type { Language } from '../../rules/language/local-text.ts';
import { placeNamer } from '../dock/waiting/places.ts';
import { popupTexts } from '../i18n/popup-texts.ts';
import { shiftTexts } from '../i18n/shift-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { ShiftControl } from '../shift/ShiftControl.tsx';
import { ShiftTable } from '../shift/ShiftTable.tsx';
import { Brand } from '../ui/Brand.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { useMinute, useNow } from '../ui/clock.tsx';
import { Chip, EmptyLine, Line } from '../ui/Marks.tsx';
import { PauseControl } from '../ui/PauseControl.tsx';
import { Surface } from '../ui/Surface.tsx';
import { Switch } from '../ui/Switch.tsx';
import { WaitingRow } from '../ui/WaitingRow.tsx';
import { worstStep } from '../ui/wait.ts';
import type { MarketRow, PopupActions, PopupModel, ProblemLine } from './model.ts';
import { PhraseFinder, type PhraseSource } from './PhraseFinder.tsx';
import { Today } from './Today.tsx';

const waitingShown = 5;

/** The popup: who waits, how today goes, where the extension works, and what needs attention. 360 px wide. */
export function PopupView({
  model,
  actions,
  source,
}: {
  model: PopupModel;
  actions: PopupActions;
  /** Absent until the library has been read. */
  source?: PhraseSource | undefined;
}) {
  const t = useTexts(popupTexts, model.language);
  return (
    <Surface language={model.language} theme={model.theme} className="sb-popup">
      <header className="sb-popup-header">
        <Brand size={20} />
        <h1>{t.name}</h1>
        <span className="sb-spring" />
        <Button icon="copy" title={t.padHint} onPress={actions.openPad}>
          {t.pad}
        </Button>
        <IconButton icon="gear" label={t.options} onPress={() => actions.openOptions()} />
      </header>
      {source && <PhraseFinder source={source} language={model.language} />}
      {model.ready ? <Body model={model} actions={actions} /> : <EmptyLine>{t.loading}</EmptyLine>}
    </Surface>
  );
}

function Body({ model, actions }: { model: PopupModel; actions: PopupActions }) {
  const t = useTexts(popupTexts, model.language);
  return (
    <>
      {model.problems.map((problem) => (
        <Problem key={problem.id} problem={problem} model={model} actions={actions} />
      ))}
      <Waiting model={model} actions={actions} />
      <Today groups={model.today} language={model.language} onMore={actions.openFigures} />
      <OwnShift model={model} actions={actions} />
      <Teach model={model} actions={actions} />
      <section aria-labelledby="sb-markets">
        <h2 id="sb-markets">{t.markets}</h2>
        {model.markets.length === 0 && <EmptyLine>{t.noMarkets}</EmptyLine>}
        <ul className="sb-markets">
          {model.markets.map((market) => (
            <Market key={market.id} market={market} language={model.language} actions={actions} />
          ))}
        </ul>
      </section>
      <footer className="sb-popup-footer">
        <Button kind="quiet" onPress={() => actions.openOptions('phrases')}>
          {t.phrases}
        </Button>
        <Button kind="quiet" onPress={() => actions.openOptions('couriers')}>
          {t.couriers}
        </Button>
        <Button kind="quiet" onPress={() => actions.openOptions('limits')}>
          {t.limits}
        </Button>
        <span className="sb-spring" />
        <span className="sb-muted">{t.local}</span>
      </footer>
    </>
  );
}

/** What is wrong, with the ways to put it right. A page is pointed at where it stands: in the tab in front. */
function Problem({
  problem,
  model,
  actions,
}: {
  problem: ProblemLine;
  model: PopupModel;
  actions: PopupActions;
}) {
  const t = useTexts(popupTexts, model.language);
  const { page, section } = problem;
  return (
    <Line
      tone={problem.level}
      icon="alert"
      stacked={page !== undefined}
      actions={
        <>
          {page?.inFront && <Button onPress={() => actions.pointAt(page)}>{t.pointAt}</Button>}
          {page && <Button onPress={() => actions.turnPageOff(page)}>{t.turnPageOff}</Button>}
          {section && <Button onPress={() => actions.openOptions(section)}>{t.fix}</Button>}
        </>
      }
    >
      {inLanguage(problem.text, model.language)}
    </Line>
  );
}

function Waiting({ model, actions }: { model: PopupModel; actions: PopupActions }) {
  const t = useTexts(popupTexts, model.language);
  const { waiting } = model;
  const now = useNow(waiting.length > 0);
  const rest = waiting.length - waitingShown;
  const placeOf = placeNamer(waiting, model.language);
  const { lastWords = 0, closable = 0 } = model.quiet ?? {};
  return (
    <section aria-labelledby="sb-waiting">
      <h2 id="sb-waiting">
        {t.waiting}
        {waiting.length > 0 && (
          <span className="sb-count" data-step={worstStep(waiting, now)}>
            {waiting.length}
          </span>
        )}
        <span className="sb-spring" />
        {model.pausedUntil !== undefined && (
          <PauseControl pausedUntil={model.pausedUntil} language={model.language} onPause={actions.pause} />
        )}
      </h2>
      {waiting.length === 0 && <p className="sb-hint sb-inset">{t.nobodyWaits}</p>}
      <ul className="sb-list">
        {waiting.slice(0, waitingShown).map((buyer) => (
          <li key={buyer.key}>
            <WaitingRow
              waiting={buyer}
              now={now}
              language={model.language}
              open={false}
              place={placeOf(buyer)}
              rows={model.rows}
              onOpen={() => actions.openConversation(buyer)}
            />
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="sb-hint sb-inset">{t.more(rest)}</p>}
      {lastWords + closable > 0 && (
        <p className="sb-hint sb-inset">
          {[lastWords > 0 && t.lastWords(lastWords), closable > 0 && t.closable(closable)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </section>
  );
}

/** The agent's own shift, and what it came to so far. */
function OwnShift({ model, actions }: { model: PopupModel; actions: PopupActions }) {
  const t = useTexts(shiftTexts, model.language);
  const minute = useMinute();
  const { shift, shiftSum, language } = model;
  if (!shift || !actions.shift) return null;
  const shown = shift.running ?? shift.ended;
  return (
    <section aria-labelledby="sb-shift">
      <h2 id="sb-shift">{t.title}</h2>
      <div className="sb-inset">
        <ShiftControl shift={shift} language={language} actions={actions.shift} />
        {shown && shiftSum && <ShiftTable shift={shown} sum={shiftSum} now={minute} language={language} />}
      </div>
    </section>
  );
}

/** Teaching the page in front: what no map reads yet, or what one no longer reads. */
function Teach({ model, actions }: { model: PopupModel; actions: PopupActions }) {
  const t = useTexts(popupTexts, model.language);
  const { teach, teachFailed } = model;
  if (!teach) return null;
  const why = teach.why && inLanguage(teach.why, model.language);
  return (
    <section
      className="sb-teach"
      aria-label={t.thisPage}
      data-teach={why ? 'no' : teach.known ? 'more' : 'new'}
    >
      <div className="sb-teach-row">
        <span className="sb-teach-host" title={teach.host}>
          {teach.host ?? t.thisPage}
        </span>
        <span className="sb-spring" />
        <Button icon="map" disabled={why !== undefined} title={why ?? t.teachHint} onPress={actions.teach}>
          {teach.known ? t.teachMore : t.teachNew}
        </Button>
      </div>
      {why && <p className="sb-hint sb-inset">{why}</p>}
      {teachFailed && (
        <Line tone="warn" icon="alert">
          {inLanguage(teachFailed, model.language)}
        </Line>
      )}
    </section>
  );
}

function Market({
  market,
  language,
  actions,
}: {
  market: MarketRow;
  language: Language;
  actions: PopupActions;
}) {
  const t = useTexts(popupTexts, language);
  const name = inLanguage(market.name, language);
  const needsPermission = market.state === 'needs-permission';
  return (
    <li className="sb-market" data-market={market.id} data-state={market.state}>
      <span className="sb-market-name">{name}</span>
      <span
        className="sb-evidence"
        data-level={market.level}
        title={[t.level[market.level], t.seen(market.seen), market.note].filter(Boolean).join(' · ')}
      >
        {t.level[market.level]} · {market.seen}
      </span>
      <span className="sb-spring" />
      {needsPermission && (
        <Chip tone="warn" title={t.needsPermissionHint}>
          {t.needsPermission}
        </Chip>
      )}
      <Switch
        label={t.turnOn(name)}
        on={market.state === 'on'}
        title={needsPermission ? t.needsPermissionHint : undefined}
        onChange={(on) => actions.setMarket(market.id, on)}
      />
    </li>
  );
}
