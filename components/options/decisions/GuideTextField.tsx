import { type GuideText, guideText, withGuideText } from '../../../rules/decisions/index.ts';
import type { Language } from '../../../rules/language/local-text.ts';
import { Field } from '../../ui/Field.tsx';

/** A text agents read, in the language the agent works in. */
export function GuideTextField({
  label,
  text,
  language,
  onChange,
  data,
}: {
  label: string;
  text: GuideText;
  language: Language;
  onChange: (text: GuideText) => void;
  data?: Record<`data-${string}`, string>;
}) {
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          {...data}
          type="text"
          maxLength={400}
          autoComplete="off"
          value={guideText(text, language)}
          onChange={(event) => onChange(withGuideText(text, language, event.target.value))}
        />
      )}
    </Field>
  );
}
