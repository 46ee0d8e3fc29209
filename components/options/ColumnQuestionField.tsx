import { choosableColumns, columnNames } from '../../rules/phrases/files/choose-columns.ts';
import type { ColumnQuestion } from '../../rules/phrases/files/read-phrases.ts';
import { importTexts } from '../i18n/import-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import type { SectionProps } from './model.ts';

/** Which column of a table is what, with its first rows; the answer is remembered for tables with the same header. */
export function ColumnQuestionField({
  question,
  model,
  actions,
}: SectionProps & { question: ColumnQuestion }) {
  const words = useTexts(importTexts, model.language);
  const { columns, headRows, samples } = question;
  return (
    <fieldset className="sb-fieldset sb-columns" data-import-columns="">
      <legend>{words.columns}</legend>
      <label className="sb-tick">
        <input
          type="checkbox"
          checked={headRows > 0}
          onChange={(event) => actions.chooseColumns(columns, event.target.checked ? 1 : 0)}
        />
        <span>{words.firstIsHead}</span>
      </label>
      <div className="sb-columns-list">
        {samples.map((sample, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          <div key={at} className="sb-columns-one">
            <select
              aria-label={words.column(at + 1)}
              value={columns[at] ?? ''}
              onChange={(event) => {
                const column = choosableColumns.find((one) => one === event.target.value);
                // A column of a kind can be one only; the one just chosen is meant.
                const next = columns.map((one, place) =>
                  place === at ? column : one === column && column !== 'more' ? undefined : one,
                );
                actions.chooseColumns(next, headRows);
              }}
            >
              <option value="">{words.notUsed}</option>
              {choosableColumns.map((one) => (
                <option key={one} value={one}>
                  {inLanguage(columnNames[one], model.language)}
                </option>
              ))}
            </select>
            {sample.map((cell, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a sample is its place
              <p key={row} className="sb-hint sb-clip" title={cell}>
                {cell}
              </p>
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
