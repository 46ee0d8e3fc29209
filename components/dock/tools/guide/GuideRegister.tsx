import { useState } from 'react';
import type { Language, LocalText } from '../../../../rules/language/local-text.ts';
import { type EntryKind, entryKindNames } from '../../../../rules/registers/entry.ts';
import { HOUR_MS, shortShanghaiTime } from '../../../../rules/time/shanghai.ts';
import { guideTexts } from '../../../i18n/guide-texts.ts';
import { inLanguage, useTexts } from '../../../i18n/use-texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Marks.tsx';

/** A year: more is a slip of the keys. */
const mostHours = 9_000;

/** The entry of the register with one click; how long the buyer was told can be changed before. */
export function GuideRegister({
  kind,
  hours,
  now,
  language,
  onWrite,
}: {
  kind: EntryKind;
  hours: number | undefined;
  now: number;
  language: Language;
  onWrite: (hours: number | undefined) => Promise<'written' | 'known' | LocalText> | undefined;
}) {
  const t = useTexts(guideTexts, language);
  const [typed, setTyped] = useState(hours === undefined ? '' : String(hours));
  const [told, setTold] = useState<'busy' | 'written' | 'known' | LocalText>();
  const read = Number(typed.trim());
  const wrong = typed.trim() !== '' && !(Number.isInteger(read) && read > 0 && read <= mostHours);
  const chosen = typed.trim() === '' || wrong ? undefined : read;
  const done = told === 'written' || told === 'known';
  return (
    <div className="sb-guide-register">
      <p>
        <Button
          icon="plus"
          kind="primary"
          keepFocus
          disabled={done || told === 'busy' || wrong}
          onPress={() => {
            setTold('busy');
            void onWrite(chosen)?.then(setTold);
          }}
        >
          {t.register(inLanguage(entryKindNames[kind], language))}
        </Button>
        <input
          type="text"
          inputMode="numeric"
          value={typed}
          aria-label={t.withinLabel}
          aria-invalid={wrong || undefined}
          disabled={done}
          onChange={(event) => setTyped(event.target.value)}
        />
        <span className="sb-muted">{t.within}</span>
      </p>
      {done ? (
        <Chip tone="info">{told === 'written' ? t.registered : t.registeredBefore}</Chip>
      ) : (
        chosen !== undefined && (
          <span className="sb-hint">{t.until(shortShanghaiTime(now + chosen * HOUR_MS))}</span>
        )
      )}
      {typeof told === 'object' && (
        <p className="sb-error" role="alert">
          {inLanguage(told, language)}
        </p>
      )}
    </div>
  );
}
