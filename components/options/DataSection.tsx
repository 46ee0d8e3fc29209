import { type ChangeEvent, useId } from 'react';
import { shortShanghaiTime } from '../../rules/time/shanghai.ts';
import { optionsTexts } from '../i18n/options-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import { Line } from '../ui/Marks.tsx';
import { TextSetting } from '../ui/TextSetting.tsx';
import type { ImportPreview, SectionProps } from './model.ts';
import { readWhole } from './read-fields.ts';

/** Files in and out, what was set aside, and erasing. `[data-import]` and `[data-import-apply]` are a contract. */
export function DataSection({ model, actions }: SectionProps) {
  const t = useTexts(optionsTexts, model.language);
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
        {model.preview && <Preview preview={model.preview} model={model} actions={actions} />}
      </div>
      <h2>{t.exports}</h2>
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

function Preview({ preview, model, actions }: SectionProps & { preview: ImportPreview }) {
  const t = useTexts(optionsTexts, model.language);
  const kind = preview.kind ? inLanguage(preview.kind, model.language) : t.notRecognised;
  return (
    <section
      className="sb-import"
      data-import-preview=""
      aria-label={t.importOf(preview.fileName)}
      aria-live="polite"
    >
      <p>
        <strong>{kind}</strong> <span className="sb-hint">{preview.fileName}</span>
      </p>
      <ul>
        {preview.lines.map((line) => (
          <li key={line.en}>{inLanguage(line, model.language)}</li>
        ))}
      </ul>
      {preview.problems.map((problem) => (
        <Line key={problem.en} tone={preview.applicable ? 'warn' : 'stop'} icon="alert">
          {inLanguage(problem, model.language)}
        </Line>
      ))}
      <div className="sb-actions">
        <Button
          kind="primary"
          disabled={!preview.applicable}
          data={{ 'data-import-apply': '' }}
          onPress={actions.applyImport}
        >
          {t.apply}
        </Button>
        <Button onPress={actions.cancelImport}>{t.cancel}</Button>
      </div>
    </section>
  );
}
