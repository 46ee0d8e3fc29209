import { importTexts } from '../i18n/import-texts.ts';
import { optionsTexts } from '../i18n/options-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import type { ExportQuestion, SectionProps } from './model.ts';

/** Phrases the file would spoil, named before it is written, and what to do with them. */
export function ExportQuestionCard({
  question,
  model,
  actions,
}: SectionProps & { question: ExportQuestion }) {
  const t = useTexts(optionsTexts, model.language);
  const words = useTexts(importTexts, model.language);
  return (
    <section className="sb-import sb-export-question" data-export-question="" aria-live="polite">
      <p>{inLanguage(question.intro, model.language)}</p>
      <ul>
        {question.rows.map((row) => (
          <li key={row.en}>{inLanguage(row, model.language)}</li>
        ))}
      </ul>
      <div className="sb-actions">
        <Button onPress={() => actions.answerExport('drop-characters')}>{words.dropCharacters}</Button>
        <Button onPress={() => actions.answerExport('leave-out')}>{words.leaveOut}</Button>
        <Button onPress={() => actions.answerExport('as-it-is')}>{words.asItIs}</Button>
        <Button kind="quiet" onPress={() => actions.answerExport('cancel')}>
          {t.cancel}
        </Button>
      </div>
    </section>
  );
}
