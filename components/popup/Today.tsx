import { useState } from 'react';
import type { Language } from '../../rules/language/local-text.ts';
import { MissLines } from '../figures/MissLines.tsx';
import { popupTexts } from '../i18n/popup-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Meter } from '../ui/Marks.tsx';
import { Segments } from '../ui/Segments.tsx';
import { figureNote, figureText } from './figure-text.ts';
import type { PublishedFigure, TodayFigure, TodayGroup } from './model.ts';

/** Today's figures of one platform at a time: platforms count differently and are never added up. */
export function Today({
  groups,
  language,
  onMore,
}: {
  groups: TodayGroup[];
  language: Language;
  /** Opens the figures page at the platform that is shown. */
  onMore?: (platform?: string) => void;
}) {
  const t = useTexts(popupTexts, language);
  const [choice, setChoice] = useState<string>();
  const group = groups.find((one) => one.id === choice) ?? groups[0];
  return (
    <section aria-labelledby="sb-today">
      <h2>
        <span id="sb-today">{t.today}</span>
        <span className="sb-spring" />
        {onMore && (
          <Button kind="quiet" title={t.figuresHint} onPress={() => onMore(group?.id)}>
            {t.figuresPage}
          </Button>
        )}
      </h2>
      {!group && <p className="sb-hint sb-inset">{t.noFigures}</p>}
      {group && groups.length > 1 && (
        <div className="sb-inset">
          <Segments
            label={t.platform}
            options={groups.map((one) => ({ id: one.id, label: inLanguage(one.name, language) }))}
            chosen={group.id}
            onChoose={setChoice}
          />
        </div>
      )}
      {group && (
        <ul className="sb-tiles">
          {group.figures.map((figure) => (
            <Tile key={figure.id} figure={figure} language={language} />
          ))}
        </ul>
      )}
      {group && <Published figures={group.published ?? []} language={language} />}
      {group && <MissLines lines={group.misses ?? []} language={language} />}
    </section>
  );
}

/** What the platform itself shows, under its own names. */
function Published({ figures, language }: { figures: readonly PublishedFigure[]; language: Language }) {
  const t = useTexts(popupTexts, language);
  if (figures.length === 0) return null;
  return (
    <dl className="sb-published">
      {figures.map((figure) => (
        <div key={figure.id} data-figure={figure.id} data-missed={figure.missed || undefined}>
          <dt>
            {inLanguage(figure.name, language)}
            {figure.unsettled && (
              <span className="sb-unsettled" title={t.unsettledHint}>
                {' '}
                {t.unsettled}
              </span>
            )}
          </dt>
          <dd>
            <b>{figure.seconds ? t.seconds(figure.text) : figure.text}</b>
            {figure.counts !== undefined && <span className="sb-muted"> {figure.counts}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Tile({ figure, language }: { figure: TodayFigure; language: Language }) {
  const t = useTexts(popupTexts, language);
  const label = t.figures[figure.id];
  const text = figureText(figure, t);
  const note = figureNote(figure, t);
  const missed =
    figure.value !== undefined &&
    ((figure.id === 'misses' && figure.value > 0) ||
      (figure.id === 'mean' && figure.target !== undefined && figure.value > figure.target) ||
      (figure.id === 'within-target' && figure.target !== undefined && figure.value < figure.target));
  return (
    <li
      className="sb-tile"
      data-figure={figure.id}
      data-missed={missed || undefined}
      title={t.figureHints[figure.id]}
    >
      <span className="sb-tile-name">
        {label}
        {figure.unsettled && (
          <span className="sb-unsettled" title={t.unsettledHint}>
            {t.unsettled}
          </span>
        )}
      </span>
      <b>{text}</b>
      {figure.id === 'within-target' && figure.value !== undefined && (
        <Meter
          share={figure.value}
          target={figure.target}
          label={`${label} ${text}`}
          tone={missed ? 'warn' : 'accent'}
        />
      )}
      {note && <span className="sb-tile-note">{note}</span>}
    </li>
  );
}
