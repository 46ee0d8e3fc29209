import { type KeyboardEvent, useId } from 'react';
import type { Language } from '../../rules/language/local-text.ts';
import type { FormField } from '../../rules/phrases/template.ts';
import { phraseFormTexts } from '../i18n/phrase-form-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Field } from '../ui/Field.tsx';
import { imeOwns } from '../ui/ime.ts';
import { useGuard } from '../ui/trust.tsx';

/** One question of a phrase's form. Choices stand beside the box and the arrows go through them; any text may be written. */
export function PhraseFormRow({
  language,
  field,
  value,
  missing,
  onChange,
}: {
  language: Language;
  field: FormField;
  value: string;
  /** Submitting was tried without an answer. */
  missing: boolean;
  onChange: (value: string) => void;
}) {
  const t = useTexts(phraseFormTexts, language);
  const guard = useGuard();
  const listId = useId();
  const { name, options = [], fallback, page } = field;
  const chosen = options.indexOf(value.trim());

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || options.length === 0 || imeOwns(event)) return;
    const start = chosen < 0 && step < 0 ? 0 : chosen;
    const next = options[(start + step + options.length) % options.length];
    if (next !== undefined) onChange(next);
    event.preventDefault();
  };
  const hints = [
    page && t[page],
    options.length > 0 && t.choiceKeys,
    options.length === 0 && value.trim() === '' && fallback !== undefined && t.fallback(fallback),
  ].filter((hint) => typeof hint === 'string');

  return (
    <Field label={name} hint={hints.join(' · ') || undefined} errors={missing ? [t.missing] : []}>
      {(control) => (
        <>
          <input
            {...control}
            type="text"
            maxLength={2_000}
            autoComplete="off"
            spellCheck={false}
            value={value}
            {...(fallback !== undefined && { placeholder: fallback })}
            {...(options.length > 0 && {
              role: 'combobox',
              'aria-expanded': true,
              'aria-controls': listId,
              'aria-autocomplete': 'none',
              'aria-activedescendant': chosen < 0 ? undefined : `${listId}-${chosen}`,
            })}
            onFocus={(event) => event.target.select()}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={guard(onKeyDown)}
          />
          {options.length > 0 && (
            <div id={listId} role="listbox" aria-label={t.choices(name)} className="sb-choices">
              {options.map((option, at) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the arrows of the box that owns this list go through it
                <div
                  key={option}
                  id={`${listId}-${at}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={at === chosen}
                  className="sb-choice"
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={guard(() => onChange(option))}
                >
                  {option}
                </div>
              ))}
            </div>
          )}
        </>
      )}
    </Field>
  );
}
