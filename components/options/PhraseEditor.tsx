import { type FormEvent, useId, useRef, useState } from 'react';
import type { Language, LocalText } from '../../rules/language/local-text.ts';
import { variableNames } from '../../rules/phrases/phrase.ts';
import { optionsTexts } from '../i18n/options-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { useGuard } from '../ui/trust.tsx';
import type { EditablePhrase, PhraseDraft } from './model.ts';
import { sameCode } from './same-code.ts';

/** One phrase being written. What is wrong stands under its field while typing; only a missing field stops saving. */
export function PhraseEditor({
  language,
  phrase,
  category,
  categories,
  phrases,
  checkTemplate,
  onSave,
  onCancel,
}: {
  language: Language;
  /** Absent for a new phrase. */
  phrase: EditablePhrase | undefined;
  category: string;
  categories: string[];
  phrases: EditablePhrase[];
  checkTemplate: (text: string) => LocalText[];
  onSave: (draft: PhraseDraft) => void;
  onCancel: () => void;
}) {
  const t = useTexts(optionsTexts, language);
  const guard = useGuard();
  const listId = useId();
  const textBox = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState({
    title: phrase?.title ?? '',
    code: phrase?.code ?? '',
    category: phrase?.category ?? category,
    text: phrase?.text ?? '',
  });
  const [tried, setTried] = useState(false);
  const id = phrase?.id ?? '';
  const twins = sameCode([
    ...phrases.filter((other) => other.id !== id),
    { id, title: draft.title, code: draft.code },
  ]).get(id);
  const missing = (value: string, text: string): string[] => (tried && value.trim() === '' ? [text] : []);
  const change = (patch: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...patch }));

  const insert = (name: string): void => {
    const box = textBox.current;
    const from = box?.selectionStart ?? draft.text.length;
    const to = box?.selectionEnd ?? from;
    const token = `{${name}}`;
    change({ text: draft.text.slice(0, from) + token + draft.text.slice(to) });
    requestAnimationFrame(() => {
      box?.focus();
      box?.setSelectionRange(from + token.length, from + token.length);
    });
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const title = draft.title.trim();
    const group = draft.category.trim();
    if (title === '' || group === '' || draft.text.trim() === '') return;
    const code = draft.code.trim();
    onSave({
      ...(phrase && { id: phrase.id }),
      title,
      text: draft.text,
      category: group,
      ...(code !== '' && { code }),
    });
  };

  return (
    <form className="sb-editor" onSubmit={guard(save)} noValidate>
      <div className="sb-editor-row">
        <Field label={t.title} errors={missing(draft.title, t.titleMissing)}>
          {(control) => (
            <input
              {...control}
              type="text"
              maxLength={200}
              // biome-ignore lint/a11y/noAutofocus: the agent just asked for this editor
              autoFocus
              value={draft.title}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={t.code}
          hint={t.codeHint}
          errors={twins ? [t.codeConflict(draft.code.trim(), twins.join('、'))] : []}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              maxLength={40}
              value={draft.code}
              onChange={(event) => change({ code: event.target.value })}
            />
          )}
        </Field>
        <Field label={t.category} errors={missing(draft.category, t.categoryMissing)}>
          {(control) => (
            <input
              {...control}
              type="text"
              maxLength={60}
              list={listId}
              value={draft.category}
              onChange={(event) => change({ category: event.target.value })}
            />
          )}
        </Field>
        <datalist id={listId}>
          {categories.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
      <Field
        label={t.text}
        errors={[
          ...missing(draft.text, t.textMissing),
          ...checkTemplate(draft.text).map((problem) => inLanguage(problem, language)),
        ]}
      >
        {(control) => (
          <textarea
            {...control}
            ref={textBox}
            rows={4}
            maxLength={20_000}
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      <div className="sb-editor-foot">
        <span className="sb-hint">{t.variables}</span>
        {variableNames.map((name) => (
          <button
            key={name}
            type="button"
            className="sb-variable"
            onMouseDown={(event) => event.preventDefault()}
            onClick={guard(() => insert(name))}
          >
            {`{${name}}`}
          </button>
        ))}
        <span className="sb-spring" />
        <Button onPress={onCancel}>{t.cancel}</Button>
        <button type="submit" className="sb-button sb-button-primary">
          {t.save}
        </button>
      </div>
    </form>
  );
}
