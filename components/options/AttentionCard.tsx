import { type ReactNode, useId, useState } from 'react';
import type { FromStep } from '../../rules/attention/attention-settings.ts';
import { attentionTexts } from '../i18n/attention-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { PauseControl } from '../ui/PauseControl.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Switch } from '../ui/Switch.tsx';
import type { OptionsSettings, SectionProps, TriedAttention } from './model.ts';
import { QuietHoursRow } from './QuietHoursRow.tsx';

const steps: readonly FromStep[] = ['off', 'warn', 'breach'];
type Attention = OptionsSettings['attention'];

/** How the agent is told of waits: icon, tab title, notification, sound, and when not (issue 6, point 5). */
export function AttentionCard({ model, actions }: SectionProps) {
  const t = useTexts(attentionTexts, model.language);
  const { attention } = model.settings;
  const save = (change: Partial<Attention>): void =>
    actions.saveSettings({ attention: { ...attention, ...change } });
  return (
    <>
      <h2>{t.attention}</h2>
      <div className="sb-card sb-attention">
        <p className="sb-hint">{t.intro}</p>
        <Row label={t.badge} hint={t.badgeHint}>
          <Switch label={t.badge} on={attention.badge} onChange={(badge) => save({ badge })} />
        </Row>
        <Row label={t.title} hint={t.titleHint}>
          <Switch label={t.title} on={attention.title} onChange={(title) => save({ title })} />
        </Row>
        <Row label={t.notify}>
          <Trial what="notice" label={t.tryNotice} model={model} actions={actions} />
          <Segments
            label={t.notify}
            options={steps.map((id) => ({ id, label: t.when[id] }))}
            chosen={attention.notify}
            onChoose={(notify) => save({ notify })}
          />
        </Row>
        <Tried model={model} actions={actions} of={['notice']} />
        <Row label={t.sound}>
          <Trial what="warn" label={t.tryWarn} model={model} actions={actions} />
          <Trial what="breach" label={t.tryBreach} model={model} actions={actions} />
          <Segments
            label={t.sound}
            options={steps.map((id) => ({ id, label: t.when[id] }))}
            chosen={attention.sound}
            onChoose={(sound) => save({ sound })}
          />
        </Row>
        <Volume
          label={t.volume}
          said={t.volumeIs}
          volume={attention.volume}
          onSet={(volume) => save({ volume })}
        />
        <Tried model={model} actions={actions} of={['warn', 'breach']} />
        <QuietHoursRow quiet={attention.quiet} language={model.language} onSet={(quiet) => save({ quiet })} />
        <Row label={t.pauseLabel} hint={t.pauseHint}>
          <PauseControl
            pausedUntil={attention.pausedUntil}
            language={model.language}
            onPause={actions.pauseAttention}
          />
        </Row>
      </div>
    </>
  );
}

function Row({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className="sb-attention-row">
      <span className="sb-attention-label">
        {label}
        {hint && <span className="sb-hint">{hint}</span>}
      </span>
      {children}
    </div>
  );
}

function Trial({ what, label, actions }: SectionProps & { what: TriedAttention['what']; label: string }) {
  return (
    <Button kind="quiet" data={{ 'data-try': what }} onPress={() => actions.tryAttention(what)}>
      {label}
    </Button>
  );
}

/** What came of the last trial, under what was tried. */
function Tried({ model, of }: SectionProps & { of: readonly TriedAttention['what'][] }) {
  const t = useTexts(attentionTexts, model.language);
  const { tried } = model;
  // There from the start, so that a screen reader hears what comes into it.
  return (
    <div role="status" className="sb-attention-tried">
      {tried && of.includes(tried.what) && (
        <p className={tried.done ? 'sb-hint' : 'sb-error'}>
          {(tried.done ? t.tried : t.tryFailed)[tried.what === 'notice' ? 'notice' : 'sound']}
        </p>
      )}
    </div>
  );
}

/** Kept when the hand lets go, not at every pixel. */
function Volume({
  label,
  said,
  volume,
  onSet,
}: {
  label: string;
  said: (percent: number) => string;
  volume: number;
  onSet: (volume: number) => void;
}) {
  const id = useId();
  const [moved, setMoved] = useState<number>();
  const percent = moved ?? Math.round(volume * 100);
  const keep = (): void => {
    if (moved === undefined) return;
    setMoved(undefined);
    if (moved !== Math.round(volume * 100)) onSet(moved / 100);
  };
  return (
    <div className="sb-attention-row">
      <label className="sb-attention-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={10}
        max={100}
        step={5}
        value={percent}
        aria-valuetext={said(percent)}
        onChange={(event) => setMoved(Number(event.target.value))}
        onPointerUp={keep}
        onKeyUp={keep}
        onBlur={keep}
      />
      <span className="sb-figures sb-attention-percent">{said(percent)}</span>
    </div>
  );
}
