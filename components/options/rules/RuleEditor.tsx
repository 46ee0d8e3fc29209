import { useEffect, useId, useRef, useState } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import type { PlatformRow, RowValue } from '../../../rules/packs/platform-row.ts';
import { mayBeEmpty } from '../../../rules/packs/row-fault.ts';
import { optionsRulesTexts } from '../../i18n/options-rules-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { imeOwns } from '../../ui/ime.ts';
import { RuleFields } from './RuleFields.tsx';
import { draftOf, readDraft } from './rule-draft.ts';

/** The value of one row as fields. Nothing is kept before all of it can be read. */
export function RuleEditor({
  row,
  language,
  onSave,
  onCancel,
}: {
  row: PlatformRow;
  language: Language;
  onSave(value: RowValue, note: string): void;
  onCancel(): void;
}) {
  const t = useTexts(optionsRulesTexts, language);
  const [draft, setDraft] = useState(() => draftOf(row.user_value ?? row.value));
  const [note, setNote] = useState(row.user_note ?? '');
  const [tried, setTried] = useState(false);
  const errorId = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLInputElement>('input:not(:disabled)')?.focus(), []);
  const read = readDraft(row, draft);
  const fault = 'fault' in read ? inLanguage(read.fault, language) : undefined;
  const save = (): void => {
    setTried(true);
    if ('value' in read) onSave(read.value, note.trim());
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter and Esc in the fields, as in any form
    <div
      ref={box}
      className="sb-pack-editor"
      aria-describedby={tried && fault ? errorId : undefined}
      onKeyDown={(event) => {
        if (imeOwns(event) || event.defaultPrevented) return;
        if (event.key === 'Escape') onCancel();
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) save();
      }}
    >
      {mayBeEmpty(row) && (
        <label className="sb-check">
          <input
            type="checkbox"
            checked={draft.empty}
            onChange={(event) => setDraft({ ...draft, empty: event.target.checked })}
          />
          <span>{t.emptyTick}</span>
        </label>
      )}
      {!draft.empty && <RuleFields row={row} draft={draft} language={language} onChange={setDraft} />}
      <Field label={t.note} wide>
        {(control) => (
          <input
            {...control}
            type="text"
            autoComplete="off"
            maxLength={300}
            placeholder={t.noteHint}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {tried && fault && (
        <p id={errorId} className="sb-error" role="alert">
          {fault}
        </p>
      )}
      <div className="sb-buttons">
        <Button kind="primary" onPress={save}>
          {t.save}
        </Button>
        <Button onPress={onCancel}>{t.cancel}</Button>
      </div>
    </div>
  );
}
