import { type DecisionQuestion, guideText } from '../../../../rules/decisions/index.ts';
import type { Language } from '../../../../rules/language/local-text.ts';
import { guideTexts } from '../../../i18n/guide-texts.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Marks.tsx';
import { useGuard } from '../../../ui/trust.tsx';

/** One question with its answers, numbered as the keys choose them. */
export function GuideQuestion({
  question,
  language,
  chosen,
  onAnswer,
  onKeep,
}: {
  question: DecisionQuestion;
  language: Language;
  /** The answer that is being changed. */
  chosen?: string;
  onAnswer: (id: string) => void;
  onKeep?: () => void;
}) {
  const t = useTexts(guideTexts, language);
  const guard = useGuard();
  return (
    <section className="sb-guide-question" data-question={question.id}>
      <h3>{guideText(question.text, language)}</h3>
      {question.hint && <p className="sb-hint">{guideText(question.hint, language)}</p>}
      <div className="sb-guide-answers">
        {question.answers.map(({ id, text }, index) => (
          <button key={id} type="button" data-answer={id} onClick={guard(() => onAnswer(id))}>
            <kbd>{index + 1}</kbd>
            <span>{guideText(text, language)}</span>
            {id === chosen && <Chip tone="accent">{t.chosen}</Chip>}
          </button>
        ))}
      </div>
      {onKeep ? (
        <Button kind="quiet" keepFocus onPress={onKeep}>
          {t.keep}
        </Button>
      ) : (
        <p className="sb-hint sb-guide-keys">{t.keys}</p>
      )}
    </section>
  );
}
