import { useState } from 'react';
import type { Language } from '../../rules/language/local-text.ts';
import { openBreak, workedMs } from '../../rules/shift/shift.ts';
import { shiftTexts } from '../i18n/shift-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { useMinute } from '../ui/clock.tsx';
import type { ShiftActions, ShiftView } from './model.ts';
import { lengthText, timeOfDay } from './shift-time.ts';

/** Start, break and end of the shift, and since when it runs: one line, in the popup and in the dock. */
export function ShiftControl({
  shift,
  language,
  actions,
}: {
  shift: ShiftView;
  language: Language;
  actions: ShiftActions;
}) {
  const t = useTexts(shiftTexts, language);
  const minute = useMinute();
  const { running, ended } = shift;
  const paused = running && openBreak(running);
  const state = paused ? 'paused' : running ? 'running' : ended ? 'ended' : 'off';
  return (
    <div className="sb-shift" data-shift={state}>
      <span className="sb-shift-state">
        {running && !paused && (
          <>
            <b>{t.since(timeOfDay(running.start, minute))}</b> · {lengthText(workedMs(running, minute), t)}
          </>
        )}
        {paused && <b>{t.pausedSince(timeOfDay(paused.from, minute))}</b>}
        {!running && ended?.end !== undefined && t.until(timeOfDay(ended.end, minute))}
        {state === 'off' && t.off}
      </span>
      <span className="sb-shift-buttons">
        {running && (
          <>
            <Button keepFocus title={paused ? undefined : t.pauseHint} onPress={() => actions.pause(!paused)}>
              {paused ? t.back : t.pause}
            </Button>
            <Button keepFocus onPress={actions.end}>
              {t.end}
            </Button>
          </>
        )}
        {!running && (
          <>
            {ended && (
              <Button keepFocus title={t.resumeHint} onPress={actions.resume}>
                {t.resume}
              </Button>
            )}
            <Button keepFocus title={t.beginHint} onPress={actions.begin}>
              {t.begin}
            </Button>
          </>
        )}
      </span>
      {(running ?? ended) && <Handover language={language} actions={actions} />}
    </div>
  );
}

/** The draft for whoever comes next. */
function Handover({ language, actions }: { language: Language; actions: ShiftActions }) {
  const t = useTexts(shiftTexts, language);
  const [copied, setCopied] = useState<boolean>();
  return (
    <span className="sb-shift-handover">
      <Button
        kind="quiet"
        icon="copy"
        keepFocus
        title={t.handoverHint}
        onPress={() => void actions.handover().then(setCopied)}
      >
        {t.handover}
      </Button>
      <span role="status" className="sb-hint">
        {copied === undefined ? '' : copied ? t.copied : t.notCopied}
      </span>
    </span>
  );
}
