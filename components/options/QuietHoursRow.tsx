import { useId, useState } from 'react';
import type { QuietHours } from '../../rules/attention/hush.ts';
import type { Language } from '../../rules/language/local-text.ts';
import { attentionTexts } from '../i18n/attention-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Switch } from '../ui/Switch.tsx';
import { readClock } from './read-fields.ts';

/** Proposed when they are turned on: nights, as most shops keep them. */
const usual: QuietHours = { from: 23 * 60, to: 8 * 60 };

const two = (n: number): string => String(n).padStart(2, '0');
const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** Minutes of a day as typed; 24:00 is the end of it. */
function minutesOf(text: string): number | undefined {
  if (text.normalize('NFKC').trim() === '24:00') return 1_440;
  const [hours, minutes] = readClock(text)?.split(':') ?? [];
  return hours === undefined || minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

function readTyped(typed: Typed): QuietHours | 'time' | 'same' {
  const from = minutesOf(typed.from);
  const to = minutesOf(typed.to);
  if (from === undefined || to === undefined) return 'time';
  return from % 1_440 === to % 1_440 && from - to !== -1_440 ? 'same' : { from, to };
}

interface Typed {
  from: string;
  to: string;
}

/** Hours without notification and sound. What cannot be read changes nothing and says so. */
export function QuietHoursRow({
  quiet,
  language,
  onSet,
}: {
  quiet: QuietHours | null;
  language: Language;
  onSet: (quiet: QuietHours | null) => void;
}) {
  const t = useTexts(attentionTexts, language);
  const id = useId();
  const [draft, setDraft] = useState<Typed>();
  const typed = draft ?? { from: clockOf(quiet?.from ?? 0), to: clockOf(quiet?.to ?? 0) };
  const read = readTyped(typed);
  const wrong = quiet !== null && typeof read === 'string';
  const type = (change: Partial<Typed>): void => {
    const next = { ...typed, ...change };
    setDraft(next);
    const hours = readTyped(next);
    if (typeof hours === 'object') onSet(hours);
  };
  const isWrong = (end: keyof Typed): boolean =>
    wrong && (read === 'same' || minutesOf(typed[end]) === undefined);
  const input = (end: keyof Typed, label: string) => (
    <input
      type="text"
      aria-label={label}
      aria-invalid={isWrong(end) || undefined}
      aria-describedby={isWrong(end) ? `${id}-error` : undefined}
      value={typed[end]}
      onChange={(event) => type({ [end]: event.target.value })}
      onBlur={() => !wrong && setDraft(undefined)}
    />
  );
  return (
    <>
      <div className="sb-attention-row">
        <span className="sb-attention-label">
          {t.quiet}
          <span className="sb-hint">{t.quietHint}</span>
        </span>
        {quiet && (
          <span className="sb-attention-hours">
            {input('from', t.quietFrom)}
            <span className="sb-muted">{quiet.to <= quiet.from ? t.toNextDay : t.to}</span>
            {input('to', t.quietTo)}
            <span className="sb-muted">{t.beijing}</span>
          </span>
        )}
        <Switch
          label={t.quiet}
          on={quiet !== null}
          onChange={(on) => {
            setDraft(undefined);
            onSet(on ? usual : null);
          }}
        />
      </div>
      {wrong && (
        <p id={`${id}-error`} role="alert" className="sb-error">
          {read === 'same' ? t.quietSame : t.quietBad}
        </p>
      )}
    </>
  );
}
