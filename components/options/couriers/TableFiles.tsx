import { type ChangeEvent, useId } from 'react';
import { courierTileTexts } from '../../i18n/courier-tile-texts.ts';
import { importTexts } from '../../i18n/import-texts.ts';
import { optionsTexts } from '../../i18n/options-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ImportPreviewCard } from '../ImportPreviewCard.tsx';
import type { SectionProps } from '../model.ts';

/** Ids of the exports that hold the courier table begin so. */
const tableExport = 'courier-table';

/** The table from a file, looked at before it is taken, and the table as a file. */
export function TableFiles({ model, actions }: SectionProps) {
  const t = useTexts(optionsTexts, model.language);
  const words = useTexts(courierTileTexts, model.language);
  const imports = useTexts(importTexts, model.language);
  const fileId = useId();
  const onChoose = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    if (file) actions.readImport(file);
    // Choosing the same file again, changed meanwhile, must be seen as a new choice.
    event.target.value = '';
  };
  const reading = model.reading && imports.reading(model.reading.fileName);
  return (
    <div className="sb-card sb-form" data-courier-files="">
      <div className="sb-field">
        <label htmlFor={fileId}>{words.chooseTable}</label>
        <input
          id={fileId}
          type="file"
          data-courier-import=""
          accept=".xlsx,.csv,.txt,.json"
          onChange={onChoose}
        />
        <p className="sb-hint">{words.importHint}</p>
      </div>
      <div className="sb-table-exports">
        {model.exports
          .filter(({ id }) => id.startsWith(tableExport))
          .map(({ id, name, note }) => (
            <Button
              key={id}
              icon="fill"
              title={inLanguage(note, model.language)}
              data={{ 'data-courier-export': id }}
              onPress={() => actions.exportFile(id)}
            >
              {t.exportOne(inLanguage(name, model.language))}
            </Button>
          ))}
      </div>
      {reading !== undefined && (
        <div className="sb-import" role="status">
          <p>{reading}</p>
          <progress max={1} value={model.reading?.done ?? 0} aria-label={reading} />
        </div>
      )}
      {model.preview && <ImportPreviewCard preview={model.preview} model={model} actions={actions} />}
    </div>
  );
}
