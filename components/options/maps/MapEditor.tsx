import { useEffect, useMemo, useState } from 'react';
import { readMapForm, readMapText } from '../../../storage/import/map-text.ts';
import { optionsMapTexts } from '../../i18n/options-map-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, Line } from '../../ui/Marks.tsx';
import { Segments } from '../../ui/Segments.tsx';
import type { MapDraft, SectionProps } from '../model.ts';
import { checkDraft, type DraftCheck } from './check-draft.ts';
import type { Editing } from './editing.ts';
import { JsonView } from './JsonView.tsx';
import { type Json, printJson, withMoved, withoutValue, withRenamed, withValue } from './json-value.ts';
import { MapForm } from './MapForm.tsx';

/** The thorough look waits until the agent pauses: judging patterns takes longer than a key press may. */
const PAUSE_MS = 300;

/** Faults of form at once, those that cost time after a pause. `settled` is false until both are known. */
function useCheck(draft: MapDraft): { check: DraftCheck; settled: boolean } {
  const { text, editedId, takenIds } = draft;
  const form = useMemo(
    () => checkDraft(text, { editedId, takenIds }, readMapForm),
    [text, editedId, takenIds],
  );
  const [deep, setDeep] = useState<{ text: string; check: DraftCheck }>();
  const formFits = form.map !== undefined;
  useEffect(() => {
    if (!formFits) return undefined;
    const timer = setTimeout(
      () => setDeep({ text, check: checkDraft(text, { editedId, takenIds }, readMapText) }),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [text, editedId, takenIds, formFits]);
  if (!formFits) return { check: form, settled: true };
  return deep?.text === text ? { check: deep.check, settled: true } : { check: form, settled: false };
}

/** One map being edited: as a form or as JSON, both on the same draft. Nothing is kept before it is saved. */
export function MapEditor({ model, actions, draft }: SectionProps & { draft: MapDraft }) {
  const { language } = model;
  const t = useTexts(optionsMapTexts, language);
  const [view, setView] = useState<'form' | 'json'>('form');
  const [closing, setClosing] = useState(false);
  const { check, settled } = useCheck(draft);
  const { doc, faults } = check;
  const isDirty = draft.text !== draft.opened;
  const put = (next: Json): void => actions.changeDraft(printJson(next));
  const edit: Editing | undefined =
    (doc !== undefined && {
      doc,
      faults,
      language,
      t,
      set: (path, value) => put(withValue(doc, path, value)),
      remove: (path) => put(withoutValue(doc, path)),
      move: (path, by) => put(withMoved(doc, path, by)),
      rename: (path, from, to) => put(withRenamed(doc, path, from, to)),
    }) ||
    undefined;

  return (
    <section
      className="sb-card sb-map-editor"
      aria-label={draft.editedId === undefined ? t.creating : t.editing(inLanguage(draft.name, language))}
      data-map-editor={draft.editedId ?? ''}
    >
      <header className="sb-map-editor-head">
        <h2>{draft.editedId === undefined ? t.creating : t.editing(inLanguage(draft.name, language))}</h2>
        {isDirty && <Chip tone="warn">{t.unsaved}</Chip>}
        <span className="sb-spring" />
        <Segments
          label={t.views}
          options={[
            { id: 'form', label: t.form },
            { id: 'json', label: t.json },
          ]}
          chosen={view}
          onChoose={setView}
        />
      </header>
      {draft.changedElsewhere && (
        <Line tone="warn" icon="alert">
          {t.elsewhere}
        </Line>
      )}
      {draft.refused.map((error) => (
        <Line key={error.en} tone="stop" icon="alert">
          {inLanguage(error, language)}
        </Line>
      ))}
      {view === 'json' ? (
        <JsonView
          text={draft.text}
          faults={faults}
          language={language}
          t={t}
          onChange={actions.changeDraft}
        />
      ) : edit ? (
        <MapForm edit={edit} isNew={draft.editedId === undefined} />
      ) : (
        <Line tone="stop" icon="alert" actions={<Button onPress={() => setView('json')}>{t.json}</Button>}>
          {t.brokenJson}
        </Line>
      )}
      <footer className="sb-map-editor-foot">
        <span
          className={faults.length > 0 ? 'sb-error' : 'sb-hint'}
          role="status"
          data-faults={faults.length}
        >
          {faults.length > 0 ? t.faults(faults.length) : !settled ? t.checking : isDirty ? t.fine : t.saved}
        </span>
        <span className="sb-spring" />
        {closing ? (
          <Line
            tone="warn"
            icon="alert"
            actions={
              <>
                <Button kind="danger" onPress={actions.closeDraft}>
                  {t.closeYes}
                </Button>
                <Button onPress={() => setClosing(false)}>{t.keep}</Button>
              </>
            }
          >
            {t.closeAsk}
          </Line>
        ) : (
          <Button onPress={isDirty ? () => setClosing(true) : actions.closeDraft}>{t.close}</Button>
        )}
        <Button
          kind="primary"
          disabled={faults.length > 0 || !settled || (!isDirty && draft.editedId !== undefined)}
          data={{ 'data-map-save': '' }}
          onPress={actions.saveDraft}
        >
          {t.save}
        </Button>
      </footer>
    </section>
  );
}
