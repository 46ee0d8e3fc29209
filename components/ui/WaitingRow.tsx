import type { Language } from '../../rules/language/local-text.ts';
import { atStake } from '../../rules/metrics/at-stake.ts';
import { figureName } from '../../rules/metrics/names.ts';
import { twoClocks } from '../../rules/metrics/two-clocks.ts';
import type { PlatformRow } from '../../rules/packs/platform-row.ts';
import type { WaitingBuyer } from '../../rules/turns/queue.ts';
import { dockTexts } from '../i18n/dock-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { waitingTexts } from '../i18n/waiting-texts.ts';
import { Chip } from './Marks.tsx';
import { useGuard } from './trust.tsx';
import { WaitClock } from './WaitClock.tsx';
import { clockText, stepOf, waitedSeconds } from './wait.ts';

/**
 * One waiting buyer as the dock and the popup show it: the clock, what the wait costs metric by metric, and the clock
 * of the platform's hours where it tells something else (metrics.md §1.7, §6).
 */
export function WaitingRow({
  waiting,
  now,
  language,
  open,
  place,
  rows,
  onOpen,
}: {
  waiting: WaitingBuyer;
  now: number;
  language: Language;
  open: boolean;
  /** Marketplace and shop, where the list holds several. */
  place?: string | undefined;
  /** The platforms' rows in force. */
  rows?: readonly PlatformRow[] | undefined;
  onOpen: () => void;
}) {
  const t = useTexts(dockTexts, language);
  const words = useTexts(waitingTexts, language);
  const guard = useGuard();
  const seconds = waitedSeconds(waiting, now);
  const clocks = twoClocks(waiting, now, rows);
  // Out of hours the second clock stands still and says nothing.
  const twoDiffer = clocks.window !== clocks.calendar && clocks.window > 0;
  const name = waiting.nick ?? waiting.buyer;
  const stakes = atStake(waiting, now, rows);
  const details = [
    seconds >= waiting.limits.breach && t.waited(clockText(seconds)),
    waiting.messages !== undefined && t.messages(waiting.messages),
    place,
  ].filter(Boolean);
  return (
    <button
      type="button"
      className="sb-waiting"
      data-step={stepOf(seconds, waiting.limits)}
      data-outside={clocks.outside || undefined}
      data-open={open || undefined}
      aria-current={open || undefined}
      title={t.openBuyer(name)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={guard(onOpen)}
    >
      <span className="sb-waiting-name">{name}</span>
      <span className="sb-waiting-marks">
        {open && <Chip tone="accent">{t.openNow}</Chip>}
        {waiting.first && <Chip tone="info">{t.first}</Chip>}
        {waiting.failed && (
          <Chip tone="stop" title={t.failedHint}>
            {t.failed}
          </Chip>
        )}
        {clocks.outside && <Chip title={words.outsideHint}>{words.outside}</Chip>}
      </span>
      <WaitClock waiting={waiting} now={now} language={language} />
      {(details.length > 0 || twoDiffer) && (
        <span className="sb-waiting-details">
          {details.join(' · ')}
          {twoDiffer && (
            <span title={words.inWindowHint}>
              {details.length > 0 && ' · '}
              {words.inWindow(clockText(clocks.window))}
            </span>
          )}
        </span>
      )}
      {stakes.length > 0 && (
        <span className="sb-waiting-stakes">
          {stakes.map(({ metric, left, text }) => (
            <span
              key={metric}
              data-limit={left !== undefined || undefined}
              title={inLanguage(figureName(metric), language)}
            >
              {inLanguage(text, language)}
            </span>
          ))}
        </span>
      )}
    </button>
  );
}
