import type { Language } from '../../../rules/language/local-text.ts';
import type { WordingOfRows } from '../../../rules/wording/check-rows.ts';
import { wordingLevels } from '../../../rules/wording/hit.ts';
import { importTexts } from '../../i18n/import-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { wordingTexts } from '../../i18n/wording-texts.ts';
import { Chip } from '../../ui/Marks.tsx';
import { HitRow } from '../../wording/HitRow.tsx';

/** Which rows of a file hold words to look at, with their lines; nothing where all are clean. It forbids nothing. */
export function ImportWording({ wording, language }: { wording: WordingOfRows; language: Language }) {
  const t = useTexts(importTexts, language);
  const words = useTexts(wordingTexts, language);
  const total = wordingLevels.reduce((sum, level) => sum + wording.levels[level], 0);
  if (total === 0) return null;
  const rest = total - wording.first.length;
  return (
    <details className="sb-import-conflicts" data-import-wording={total}>
      <summary>
        {t.wording(total)}{' '}
        {wordingLevels.map(
          (level) =>
            wording.levels[level] > 0 && (
              <Chip key={level} tone={level}>
                {words.levels[level]} {wording.levels[level]}
              </Chip>
            ),
        )}
      </summary>
      <ul>
        {wording.first.map(({ row, title, hits }) => (
          <li key={row} data-row={row}>
            <p>
              <strong>{title}</strong> <span className="sb-hint">{t.line(row)}</span>
            </p>
            <ul className="sb-hits">
              {hits.map((hit, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: texts of one row may hold the same hit twice
                <HitRow key={`${at} ${hit.id}`} hit={hit} language={language} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="sb-hint">{words.more(rest)}</p>}
    </details>
  );
}
