import { type DecisionTable, type GuideText, guideText } from '../../../rules/decisions/index.ts';
import type { Language } from '../../../rules/language/local-text.ts';
import { optionsDecisionTexts } from '../../i18n/options-decision-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';

/** Where something leads, chosen among the questions and outcomes of the table. */
export function TargetSelect({
  label,
  hideLabel = false,
  table,
  value,
  language,
  onChange,
}: {
  label: string;
  hideLabel?: boolean;
  table: DecisionTable;
  value: string;
  language: Language;
  onChange: (id: string) => void;
}) {
  const t = useTexts(optionsDecisionTexts, language);
  const titled = (text: GuideText): string => guideText(text, language).trim() || t.untitled;
  const isThere = [...table.questions, ...table.outcomes].some(({ id }) => id === value);
  return (
    <Field label={label} hideLabel={hideLabel}>
      {(control) => (
        <select
          {...control}
          value={value}
          aria-invalid={!isThere || undefined}
          onChange={(event) => onChange(event.target.value)}
        >
          {!isThere && <option value={value}>{t.toNowhere(value)}</option>}
          <optgroup label={t.toQuestion}>
            {table.questions.map(({ id, text }) => (
              <option key={id} value={id}>
                {titled(text)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t.toOutcome}>
            {table.outcomes.map(({ id, nextStep }) => (
              <option key={id} value={id}>
                {titled(nextStep)}
              </option>
            ))}
          </optgroup>
        </select>
      )}
    </Field>
  );
}
