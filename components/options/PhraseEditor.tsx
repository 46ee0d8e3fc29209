import { type FormEvent, useId, useRef, useState } from 'react';
import { variableNames } from '../../rules/phrases/phrase.ts';
import { tokenExamples } from '../../rules/phrases/template.ts';
import { libraryTexts } from '../i18n/library-texts.ts';
import { optionsTexts } from '../i18n/options-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { WordingHits } from '../phrases/WordingHits.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { useGuard } from '../ui/trust.tsx';
import type { Place } from './library/filter.ts';
import type { EditablePhrase, PhraseDraft, SectionProps } from './model.ts';
import { beginDraft, type EditorDraft, finishDraft, usesMore } from './phrase-editor/draft.ts';
import { ImagesField } from './phrase-editor/ImagesField.tsx';
import { TextsField } from './phrase-editor/TextsField.tsx';
import { TraitsField } from './phrase-editor/TraitsField.tsx';
import { sameCode } from './same-code.ts';

/** One phrase being written. What is wrong stands under its field while typing; only a missing field stops saving. */
export function PhraseEditor({
  model,
  actions,
  phrase,
  from,
  place,
  onDone,
}: SectionProps & {
  /** Absent for a new phrase. */
  phrase: EditablePhrase | undefined;
  /** What a new phrase begins with: the one it is a copy of. */
  from?: EditablePhrase | undefined;
  /** Where a new phrase goes unless the agent says otherwise. */
  place: Place;
  /** With what was saved, or without when the agent gave up. */
  onDone: (saved?: PhraseDraft) => void;
}) {
  const { language } = model;
  const t = useTexts(optionsTexts, language);
  const words = useTexts(libraryTexts, language);
  const guard = useGuard();
  const listId = useId();
  const textBox = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(() => beginDraft(phrase ?? from, place));
  const [tried, setTried] = useState(false);
  const [more, setMore] = useState(() => usesMore(draft));
  const id = phrase?.id ?? '';
  const twins = sameCode([
    ...model.phrases.filter((other) => other.id !== id),
    { id, title: draft.title, code: draft.code },
  ]).get(id);
  const missing = (value: string, text: string): string[] => (tried && value.trim() === '' ? [text] : []);
  const change = (patch: Partial<EditorDraft>): void => setDraft((before) => ({ ...before, ...patch }));
  const isEmpty = draft.texts.every(({ text }) => text.trim() === '');
  const problemsOf = (text: string, at: number): string[] => [
    ...(tried && at === 0 && (draft.kind === 'single' ? text.trim() === '' : isEmpty) ? [t.textMissing] : []),
  ];

  const insert = (name: string): void => {
    const box = textBox.current;
    const target = draft.texts.find((one) => one.id === box?.dataset.text) ?? draft.texts[0];
    if (!target) return;
    const from = box?.selectionStart ?? target.text.length;
    const to = box?.selectionEnd ?? from;
    const token = `{${name}}`;
    const text = target.text.slice(0, from) + token + target.text.slice(to);
    change({ texts: draft.texts.map((one) => (one.id === target.id ? { ...one, text } : one)) });
    requestAnimationFrame(() => {
      box?.focus();
      box?.setSelectionRange(from + token.length, from + token.length);
    });
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const finished = finishDraft(draft, phrase?.id);
    if (!finished) return;
    actions.savePhrase(finished);
    onDone(finished);
  };
  const text = (
    name: 'title' | 'code' | 'category' | 'group',
    label: string,
    max: number,
    {
      errors = [],
      hint,
      list,
      focus = false,
    }: { errors?: string[]; hint?: string; list?: string; focus?: boolean },
  ) => (
    <Field label={label} errors={errors} hint={hint}>
      {(control) => (
        <input
          {...control}
          type="text"
          maxLength={max}
          // biome-ignore lint/a11y/noAutofocus: the agent just asked for this editor
          autoFocus={focus}
          list={list}
          value={draft[name]}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  );

  return (
    <form className="sb-editor" onSubmit={guard(save)} noValidate>
      <div className="sb-editor-row sb-phrase-names">
        {text('title', t.title, 200, { errors: missing(draft.title, t.titleMissing), focus: true })}
        {text('code', t.code, 40, {
          hint: t.codeHint,
          errors: twins ? [t.codeConflict(draft.code.trim(), twins.join('、'))] : [],
        })}
        {text('category', t.category, 60, {
          errors: missing(draft.category, t.categoryMissing),
          list: listId,
        })}
        {text('group', words.group, 60, { hint: words.groupHint, list: `${listId}-groups` })}
        <datalist id={listId}>
          {model.categories.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <datalist id={`${listId}-groups`}>
          {(model.library.groups[draft.category.trim()] ?? []).map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
      <TextsField
        language={language}
        draft={draft}
        problemsOf={problemsOf}
        faultsOf={(text) => (draft.literal ? [] : actions.checkTemplate(text, phrase?.id))}
        box={textBox}
        onChange={change}
      />
      {draft.texts.slice(0, draft.kind === 'single' ? 1 : undefined).map((one) => (
        <WordingHits
          key={one.id}
          language={language}
          text={one.text}
          wording={model.shop.wording}
          onChange={(text) =>
            change({ texts: draft.texts.map((other) => (other.id === one.id ? { ...other, text } : other)) })
          }
          onRelease={actions.wording.release}
        />
      ))}
      {!draft.literal && (
        <div className="sb-editor-foot">
          <span className="sb-hint">{t.variables}</span>
          {[...variableNames, ...tokenExamples].map((name) => (
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
        </div>
      )}
      <details className="sb-editor-more" open={more} onToggle={(event) => setMore(event.currentTarget.open)}>
        <summary>{words.more}</summary>
        <TraitsField language={language} draft={draft} onChange={change} />
        <ImagesField
          language={language}
          images={draft.images}
          actions={actions.library}
          onChange={(next) => setDraft((before) => ({ ...before, images: next(before.images) }))}
        />
      </details>
      <div className="sb-editor-foot">
        <span className="sb-spring" />
        <Button onPress={() => onDone()}>{t.cancel}</Button>
        <button type="submit" className="sb-button sb-button-primary">
          {t.save}
        </button>
      </div>
    </form>
  );
}
