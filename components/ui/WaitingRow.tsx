import type { Language } from '../../rules/language/local-text.ts';
import type { WaitingBuyer } from '../../rules/turns/queue.ts';
import { dockTexts } from '../i18n/dock-texts.ts';
import { platformName } from '../i18n/platform-names.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Chip } from './Marks.tsx';
import { useGuard } from './trust.tsx';
import { WaitClock } from './WaitClock.tsx';
import { clockText, stepOf, waitedSeconds } from './wait.ts';

/** One waiting buyer as the dock and the popup show it. */
export function WaitingRow({
  waiting,
  now,
  language,
  open,
  onOpen,
}: {
  waiting: WaitingBuyer;
  now: number;
  language: Language;
  open: boolean;
  onOpen: () => void;
}) {
  const t = useTexts(dockTexts, language);
  const guard = useGuard();
  const seconds = waitedSeconds(waiting, now);
  const name = waiting.nick ?? waiting.buyer;
  const details = [
    seconds >= waiting.limits.breach && t.waited(clockText(seconds)),
    waiting.messages !== undefined && t.messages(waiting.messages),
    platformName(waiting.platform, language),
  ].filter(Boolean);
  return (
    <button
      type="button"
      className="sb-waiting"
      data-step={stepOf(seconds, waiting.limits)}
      data-open={open || undefined}
      aria-current={open || undefined}
      title={t.openBuyer(name)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={guard(onOpen)}
    >
      <span className="sb-waiting-name">{name}</span>
      <span className="sb-waiting-details">{details.join(' · ')}</span>
      <span className="sb-waiting-marks">
        {open && <Chip tone="accent">{t.openNow}</Chip>}
        {waiting.first && <Chip tone="info">{t.first}</Chip>}
        {waiting.failed && (
          <Chip tone="stop" title={t.failedHint}>
            {t.failed}
          </Chip>
        )}
      </span>
      <WaitClock waiting={waiting} now={now} language={language} />
    </button>
  );
}
