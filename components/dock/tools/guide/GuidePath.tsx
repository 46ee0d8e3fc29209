import { type Facts, factLines, guideText, type WalkStep } from '../../../../rules/decisions/index.ts';
import type { Language } from '../../../../rules/language/local-text.ts';
import { guideTexts } from '../../../i18n/guide-texts.ts';
import { inLanguage, useTexts } from '../../../i18n/use-texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Marks.tsx';
import { useGuard } from '../../../ui/trust.tsx';

/** What was read of the order, so that the agent sees what the answers rest on. */
export function GuideFacts({ facts, language }: { facts: Facts; language: Language }) {
  const t = useTexts(guideTexts, language);
  const lines = factLines(facts);
  if (lines.length === 0) return null;
  return (
    <p className="sb-guide-facts">
      <span className="sb-muted">{t.facts}</span>
      {lines.map(({ name, text }) => (
        <span key={name} data-fact={name}>
          {inLanguage(text, language)}
        </span>
      ))}
    </p>
  );
}

/** The way so far; every answer can be changed, also one the page gave. */
export function GuidePath({
  steps,
  language,
  onChange,
  onAgain,
}: {
  steps: readonly WalkStep[];
  language: Language;
  onChange: (questionId: string) => void;
  onAgain: () => void;
}) {
  const t = useTexts(guideTexts, language);
  const guard = useGuard();
  if (steps.length === 0) return null;
  return (
    <div className="sb-guide-path">
      <ol aria-label={t.path}>
        {steps.map(({ question, answer, by }) => {
          const asked = guideText(question.text, language);
          return (
            <li key={question.id} data-step={question.id} data-by={by}>
              <span className="sb-muted">{asked}</span>
              <span>
                <strong>{guideText(answer.text, language)}</strong>
                {by === 'fact' && <Chip tone="info">{t.byPage}</Chip>}
                <button
                  type="button"
                  className="sb-guide-change"
                  aria-label={t.changeStep(asked)}
                  onClick={guard(() => onChange(question.id))}
                >
                  {t.change}
                </button>
              </span>
            </li>
          );
        })}
      </ol>
      {steps.some(({ by }) => by === 'agent') && (
        <Button icon="redo" kind="quiet" keepFocus onPress={onAgain}>
          {t.again}
        </Button>
      )}
    </div>
  );
}
