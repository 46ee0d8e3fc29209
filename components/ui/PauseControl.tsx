import { pauseEnd } from '../../rules/attention/hush.ts';
import { momentText } from '../../rules/attention/words.ts';
import type { Language } from '../../rules/language/local-text.ts';
import { attentionTexts } from '../i18n/attention-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button, IconButton } from './Button.tsx';
import { useNow } from './clock.tsx';

/**
 * Do not disturb for a quarter of an hour: begins it, says until when, ends it early. Goes back to its rest by itself
 * when the time is over.
 * @param pausedUntil epoch ms; a time gone by is no pause
 */
export function PauseControl({
  pausedUntil,
  language,
  compact = false,
  onPause,
}: {
  pausedUntil: number;
  language: Language;
  /** An icon where there is no room for words, and the time alone while it lasts. */
  compact?: boolean;
  onPause: (on: boolean) => void;
}) {
  const t = useTexts(attentionTexts, language);
  const now = useNow(pausedUntil > 0);
  const end = pauseEnd(pausedUntil, now);
  if (end === undefined) {
    return compact ? (
      <IconButton
        icon="bell"
        label={t.pause}
        title={`${t.pause}：${t.pauseHint}`}
        keepFocus
        onPress={() => onPause(true)}
      />
    ) : (
      <Button icon="bell" kind="quiet" title={t.pauseHint} onPress={() => onPause(true)}>
        {t.pause}
      </Button>
    );
  }
  const until = momentText(end, now);
  return (
    <Button
      icon="bell-off"
      keepFocus={compact}
      kind="quiet"
      title={t.endPauseHint(until)}
      data={{ 'data-paused': '' }}
      onPress={() => onPause(false)}
    >
      {compact ? (
        <>
          <span className="sb-unseen">{t.endPauseHint(until)}</span>
          <span aria-hidden="true">{until}</span>
        </>
      ) : (
        `${t.paused(until)} · ${t.endPause}`
      )}
    </Button>
  );
}
