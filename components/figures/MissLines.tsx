import { type MissLine, missEstimate } from '../../rules/figures/miss-line.ts';
import type { Language } from '../../rules/language/local-text.ts';
import { popupTexts } from '../i18n/popup-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';

/** "还能再失误 N 次" and what goes with it; nothing where no target is set. */
export function MissLines({ lines, language }: { lines: readonly MissLine[]; language: Language }) {
  const t = useTexts(popupTexts, language);
  if (lines.length === 0) return null;
  return (
    <ul className="sb-misses" aria-label={t.missesAllowed}>
      {lines.map((line, at) => (
        <li key={line.id} data-miss={line.id} data-tone={line.tone}>
          {inLanguage(line.text, language)}
          {at === 0 && (
            <span className="sb-estimate" title={inLanguage(missEstimate, language)}>
              {t.estimate}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
