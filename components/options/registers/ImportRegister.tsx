import type { Language, LocalText } from '../../../rules/language/local-text.ts';
import { entryKindNames } from '../../../rules/registers/entry.ts';
import type { EntryRow } from '../../../rules/registers/read-entries.ts';
import { optionsRegisterTexts } from '../../i18n/options-register-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Line } from '../../ui/Marks.tsx';
import type { ReadRegister } from './model.ts';

/** Lists longer than these are cut, with the rest counted. */
const most = { problems: 50, samples: 3 } as const;

/** What a chosen file would bring, before anything is kept. */
export function ImportRegister({
  file,
  language,
  onApply,
  onCancel,
}: {
  file: ReadRegister | LocalText;
  language: Language;
  onApply: (rows: readonly EntryRow[]) => void;
  onCancel: () => void;
}) {
  const t = useTexts(optionsRegisterTexts, language);
  if (!('rows' in file))
    return (
      <div className="sb-import sb-registers-import">
        <Line tone="stop" icon="alert">
          {inLanguage(file, language)}
        </Line>
        <div className="sb-actions">
          <Button onPress={onCancel}>{t.cancel}</Button>
        </div>
      </div>
    );
  const { fileName, rows, problems, notes } = file;
  const rest = problems.length - most.problems;
  return (
    <div className="sb-import sb-registers-import" data-register-preview="">
      <p>
        <strong>{t.preview(fileName, rows.length)}</strong>
      </p>
      {notes.map((note) => (
        <p key={note.en} className="sb-hint">
          {inLanguage(note, language)}
        </p>
      ))}
      {problems.length > 0 && (
        <Line tone="warn" icon="alert">
          {t.problems(problems.length)}
          {problems.slice(0, most.problems).map(({ row, text }) => (
            <span key={`${row} ${text.en}`} className="sb-registers-problem">
              {inLanguage(text, language)}
            </span>
          ))}
          {rest > 0 && <span className="sb-registers-problem">{t.moreProblems(rest)}</span>}
        </Line>
      )}
      <ul className="sb-registers-samples">
        {rows.slice(0, most.samples).map(({ row, facts }) => (
          <li key={row} className="sb-clip">
            {[
              inLanguage(entryKindNames[facts.kind], language),
              facts.buyer,
              facts.orderId,
              facts.trackingNo,
              facts.issue,
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
      <div className="sb-actions">
        <Button
          kind="primary"
          disabled={rows.length === 0}
          data={{ 'data-register-apply': '' }}
          onPress={() => onApply(rows)}
        >
          {t.apply(rows.length)}
        </Button>
        <Button onPress={onCancel}>{t.cancel}</Button>
      </div>
    </div>
  );
}
