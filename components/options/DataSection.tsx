import { type ChangeEvent, useId } from 'react';
import { shortShanghaiTime } from '../../rules/time/shanghai.ts';
import { importTexts } from '../i18n/import-texts.ts';
import { optionsTexts } from '../i18n/options-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import { TextSetting } from '../ui/TextSetting.tsx';
import { ExportQuestionCard } from './ExportQuestionCard.tsx';
import { ImportPreviewCard } from './ImportPreviewCard.tsx';
import type { SectionProps } from './model.ts';
import { readWhole } from './read-fields.ts';

/** Files in and out, what was set aside, and erasing. `[data-import]` and `[data-import-apply]` are a contract. */
export function DataSection({ model, actions }: SectionProps) {
  const t = useTexts(optionsTexts, model.language);
  const words = useTexts(importTexts, model.language);
  const fileId = useId();
  const onChoose = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    if (file) actions.readImport(file);
    // Choosing the same file again, changed meanwhile, must be seen as a new choice.
    event.target.value = '';
  };
  return (
    <>
      <h2>{t.imports}</h2>
      <div className="sb-card sb-form">
        <div className="sb-field sb-field-wide">
          <label htmlFor={fileId}>{t.chooseFile}</label>
          <input id={fileId} type="file" data-import="" onChange={onChoose} />
          <p className="sb-hint">{t.importHint}</p>
        </div>
        {model.reading && (
          <div className="sb-import" data-import-reading="" role="status">
            <p>{words.reading(model.reading.fileName)}</p>
            <progress max={1} value={model.reading.done} aria-label={words.reading(model.reading.fileName)} />
            {model.reading.canStop && (
              <div className="sb-actions">
                <Button onPress={actions.cancelImport}>{t.cancel}</Button>
              </div>
            )}
          </div>
        )}
        {model.preview && <ImportPreviewCard preview={model.preview} model={model} actions={actions} />}
      </div>
      <h2>{t.exports}</h2>
      {model.exportQuestion && (
        <ExportQuestionCard question={model.exportQuestion} model={model} actions={actions} />
      )}
      <ul className="sb-card sb-rows">
        {model.exports.map((row) => {
          const name = inLanguage(row.name, model.language);
          return (
            <li key={row.id}>
              <div className="sb-map-text">
                <p>
                  <strong>{name}</strong>
                </p>
                <p className="sb-hint">{inLanguage(row.note, model.language)}</p>
              </div>
              <Button
                title={t.exportOne(name)}
                data={{ 'data-export': row.id }}
                onPress={() => actions.exportFile(row.id)}
              >
                {t.exportOne(name)}
              </Button>
            </li>
          );
        })}
      </ul>
      <h2>{t.aside}</h2>
      <div className="sb-card">
        <p className="sb-hint">{model.aside.length === 0 ? t.nothingAside : t.asideIntro}</p>
        <ul className="sb-rows">
          {model.aside.map((row) => (
            <li key={row.id} data-aside={row.id}>
              <div className="sb-map-text">
                <p>
                  <strong>{inLanguage(row.name, model.language)}</strong>{' '}
                  <span className="sb-hint">{shortShanghaiTime(row.at)}</span>
                </p>
                <p className="sb-hint">{inLanguage(row.problem, model.language)}</p>
              </div>
              <Button onPress={() => actions.downloadAside(row.id)}>{t.download}</Button>
              <Button onPress={() => actions.restoreAside(row.id)}>{t.restore}</Button>
              <ConfirmButton
                label={t.discard}
                question={t.discardAsk}
                yes={t.eraseYes}
                no={t.cancel}
                onConfirm={() => actions.discardAside(row.id)}
              />
            </li>
          ))}
        </ul>
      </div>
      <h2>{t.erase}</h2>
      <div className="sb-card sb-form">
        <TextSetting
          label={t.retention}
          hint={t.retentionHint}
          value={model.settings.retentionDays}
          print={String}
          read={(text) => {
            const value = readWhole(text, 1, 3_660);
            return value === undefined ? { error: t.retentionBad } : { value };
          }}
          onSave={(retentionDays) => actions.saveSettings({ retentionDays })}
        />
        <div className="sb-erase">
          <ConfirmButton
            label={t.eraseFigures}
            question={t.eraseFiguresAsk}
            yes={t.eraseYes}
            no={t.cancel}
            onConfirm={() => actions.erase('figures')}
          />
          <ConfirmButton
            label={t.eraseEverything}
            question={t.eraseEverythingAsk}
            yes={t.eraseYes}
            no={t.cancel}
            onConfirm={() => actions.erase('everything')}
          />
        </div>
      </div>
    </>
  );
}
