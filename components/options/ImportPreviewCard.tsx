import { encodingNames, textEncodings } from '../../rules/phrases/files/encoding.ts';
import type { ConflictChoice } from '../../rules/phrases/phrase-import.ts';
import { importTexts } from '../i18n/import-texts.ts';
import { optionsTexts } from '../i18n/options-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Line } from '../ui/Marks.tsx';
import { Segments } from '../ui/Segments.tsx';
import { ColumnQuestionField } from './ColumnQuestionField.tsx';
import { TablePreview } from './couriers/TablePreview.tsx';
import type { ImportConflicts, ImportPreview, SectionProps } from './model.ts';
import { ImportWording } from './wording/ImportWording.tsx';

const choices: readonly ConflictChoice[] = ['skip', 'replace', 'keep-both', 'newer'];

/** What a chosen file would do, with the choices it leaves to the agent. Nothing is changed before `apply`. */
export function ImportPreviewCard({ preview, model, actions }: SectionProps & { preview: ImportPreview }) {
  const t = useTexts(optionsTexts, model.language);
  const words = useTexts(importTexts, model.language);
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
      {preview.encoding && (
        <Field label={words.encoding}>
          {(control) => (
            <select
              {...control}
              value={preview.encoding}
              data-import-encoding=""
              onChange={(event) => {
                const chosen = textEncodings.find((one) => one === event.target.value);
                if (chosen) actions.chooseEncoding(chosen);
              }}
            >
              {textEncodings.map((one) => (
                <option key={one} value={one}>
                  {inLanguage(encodingNames[one], model.language)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {preview.columns && <ColumnQuestionField question={preview.columns} model={model} actions={actions} />}
      {preview.conflicts && <Conflicts conflicts={preview.conflicts} model={model} actions={actions} />}
      {preview.couriers && <TablePreview table={preview.couriers} model={model} actions={actions} />}
      {preview.wording && <ImportWording wording={preview.wording} language={model.language} />}
      {preview.samples && preview.samples.length > 0 && (
        <div className="sb-import-samples">
          <p className="sb-hint">{words.samples}</p>
          <dl>
            {preview.samples.map(({ head, text }) => (
              <div key={`${head} ${text}`}>
                <dt>{head}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
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

function Conflicts({ conflicts, model, actions }: SectionProps & { conflicts: ImportConflicts }) {
  const words = useTexts(importTexts, model.language);
  const offered = choices.filter((id) => id !== 'newer' || conflicts.dated);
  const options = offered.map((id) => ({ id, label: words.choices[id] }));
  const rest = conflicts.total - conflicts.rows.length;
  const label = words.conflictsFor(conflicts.total);
  return (
    <div data-import-conflicts="">
      <p>{label}</p>
      <Segments
        label={label}
        options={options}
        chosen={conflicts.chosen}
        onChoose={(choice) => actions.chooseConflicts(choice)}
      />
      <details className="sb-import-conflicts">
        <summary>{words.compare(conflicts.rows.length)}</summary>
        <ul>
          {conflicts.rows.map(({ row, title, present, incoming, choice }) => (
            <li key={row}>
              <p>
                <strong>{title}</strong> <span className="sb-hint">{words.line(row)}</span>
              </p>
              <dl className="sb-import-compare">
                <div>
                  <dt>{words.mine}</dt>
                  <dd>{present}</dd>
                </div>
                <div>
                  <dt>{words.theirs}</dt>
                  <dd>{incoming}</dd>
                </div>
              </dl>
              <Segments
                label={words.choiceFor(title)}
                options={options}
                chosen={choice}
                onChoose={(chosen) => actions.chooseConflicts(chosen, row)}
              />
            </li>
          ))}
        </ul>
        {rest > 0 && <p className="sb-hint">{words.more(rest)}</p>}
      </details>
    </div>
  );
}
