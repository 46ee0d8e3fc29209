import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Language } from '../../rules/language/local-text.ts';
import type { FormField } from '../../rules/phrases/template.ts';
import { phraseFormTexts } from '../i18n/phrase-form-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { imeOwns } from '../ui/ime.ts';
import { useGuard } from '../ui/trust.tsx';
import { PhraseFormRow } from './PhraseFormRow.tsx';

export type Answers = Record<string, string>;

export interface PhraseFormProps {
  language: Language;
  /** The phrase's title. */
  title: string;
  fields: readonly FormField[];
  /** What was answered last, by field name; a value the page should have told is never taken from it. */
  last: Readonly<Record<string, string>>;
  /** The text as it will be with these answers. */
  preview: (answers: Answers) => string;
  /** Every field has an answer, blank only where its default stands in. */
  onSubmit: (answers: Answers) => void;
  onCancel: () => void;
  /** What submitting does, where it does not insert (the phrase pad copies). */
  submitLabel?: string;
}

const firstValue = (field: FormField, last: Readonly<Record<string, string>>): string =>
  (field.page === undefined && Object.hasOwn(last, field.name) ? last[field.name] : undefined) ??
  field.fallback ??
  '';

/**
 * What only the agent knows, asked before a phrase goes in (phrases.md §4): one row per field with the last answer in it
 * and selected, so that typing replaces it and Enter keeps it. Keyboard only: Enter goes on and at the last row inserts,
 * Esc cancels, arrows change a choice; none of them while an input method composes.
 */
export function PhraseForm(props: PhraseFormProps) {
  // Another phrase is another form: nothing typed for one stands in the other.
  return <Rows key={JSON.stringify([props.title, props.fields])} {...props} />;
}

function Rows({ language, title, fields, last, preview, onSubmit, onCancel, submitLabel }: PhraseFormProps) {
  const t = useTexts(phraseFormTexts, language);
  const guard = useGuard();
  const base = useId();
  const form = useRef<HTMLDivElement>(null);
  const [values, setValues] = useState(() => fields.map((field) => firstValue(field, last)));
  const [tried, setTried] = useState(false);

  const inputs = (): HTMLInputElement[] => [...(form.current?.querySelectorAll('input') ?? [])];
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  const answersOf = (texts: readonly string[]): Answers =>
    Object.fromEntries(fields.map(({ name }, at) => [name, (texts[at] ?? '').trim()]));
  const blank = (at: number): boolean =>
    (values[at] ?? '').trim() === '' && fields[at]?.fallback === undefined;
  const submit = (): void => {
    const missing = fields.findIndex((_, at) => blank(at));
    setTried(true);
    if (missing < 0) onSubmit(answersOf(values));
    else inputs()[missing]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (imeOwns(event)) return;
    const at = inputs().indexOf(event.target as HTMLInputElement);
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Tab') {
      if (!goRound(form.current, event)) return;
    } else if (event.key === 'Enter' && at >= 0) {
      if (event.ctrlKey || event.metaKey || at === fields.length - 1) submit();
      else inputs()[at + 1]?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <div
      ref={form}
      className="sb-phrase-form"
      role="dialog"
      tabIndex={-1}
      aria-label={t.name(title)}
      onKeyDown={guard(onKeyDown)}
    >
      <p className="sb-phrase-form-title">{title}</p>
      <div className="sb-scroll sb-phrase-form-rows">
        {fields.map((field, at) => (
          <PhraseFormRow
            key={field.name}
            language={language}
            field={field}
            value={values[at] ?? ''}
            missing={tried && blank(at)}
            onChange={(value) =>
              setValues((before) => before.map((held, index) => (index === at ? value : held)))
            }
          />
        ))}
      </div>
      <section className="sb-phrase-form-preview" aria-labelledby={`${base}-preview`}>
        <span id={`${base}-preview`} className="sb-hint">
          {t.preview}
        </span>
        <p className="sb-scroll">{preview(answersOf(values))}</p>
      </section>
      <div className="sb-phrase-form-foot">
        <span className="sb-hint">{t.keys}</span>
        <span className="sb-spring" />
        <Button onPress={onCancel}>{t.cancel}</Button>
        <Button kind="primary" onPress={submit}>
          {submitLabel ?? t.insert}
        </Button>
      </div>
    </div>
  );
}

/** Keeps Tab inside the form: the page behind it is not what is being written. True when it took the key. */
function goRound(form: HTMLElement | null, event: KeyboardEvent): boolean {
  const stops = [...(form?.querySelectorAll<HTMLElement>('input, button:not([tabindex="-1"])') ?? [])];
  const end = event.shiftKey ? stops[0] : stops.at(-1);
  if (event.target !== end) return false;
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  return true;
}
