import type { Language } from '../../rules/language/local-text.ts';
import type { WaitingBuyer } from '../../rules/turns/queue.ts';
import { dockTexts } from '../i18n/dock-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { clockText, stepOf, waitedSeconds } from './wait.ts';

/**
 * A running clock, coloured by the limits the buyer reached. Past the limit it says by how much, and never hides
 * (metrics.md §6). A start known only to the minute is marked ≈ (metrics.md §1.5).
 */
export function WaitClock({
  waiting,
  now,
  language,
}: {
  waiting: WaitingBuyer;
  now: number;
  language: Language;
}) {
  const t = useTexts(dockTexts, language);
  const seconds = waitedSeconds(waiting, now);
  const { breach } = waiting.limits;
  const over = seconds - breach;
  const about = waiting.precision === 'min' ? '≈' : '';
  const title = [
    t.waited(clockText(seconds)),
    t.limitAt(clockText(breach)),
    waiting.precision === 'min' && t.minuteOnly,
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <span className="sb-clock" data-step={stepOf(seconds, waiting.limits)} title={title}>
      {about}
      {over >= 0 ? t.overdue(clockText(over)) : clockText(seconds)}
    </span>
  );
}
