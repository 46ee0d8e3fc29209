import { Field } from '../../ui/Field.tsx';
import { faultsAt, withoutPlace } from './check-draft.ts';
import type { Editing } from './editing.ts';
import { type JsonPath, placeText, textAt } from './json-value.ts';

/** One text of the document, with what is wrong with it beneath. Where it may be left out, emptying it leaves it out. */
export function TextBox({
  edit,
  path,
  label,
  hint,
  hideLabel = false,
  optional = false,
  mono = false,
  wide = false,
  lines = 1,
  readOnly = false,
}: {
  edit: Editing;
  path: JsonPath;
  label: string;
  hint?: string | undefined;
  hideLabel?: boolean;
  optional?: boolean;
  mono?: boolean;
  wide?: boolean;
  lines?: number;
  readOnly?: boolean;
}) {
  const errors = faultsAt(edit.faults, path).map((fault) => withoutPlace(fault, edit.language));
  return (
    <Field label={label} hint={hint} hideLabel={hideLabel} errors={[...new Set(errors)]} wide={wide}>
      {(control) => {
        const shared = {
          ...control,
          className: mono ? 'sb-mono' : undefined,
          value: textAt(edit.doc, path),
          spellCheck: false,
          readOnly,
          'data-place': placeText(path),
          onChange: (event: { target: { value: string } }) => {
            const { value } = event.target;
            if (optional && value === '') edit.remove(path);
            else edit.set(path, value);
          },
        };
        return lines > 1 ? (
          <textarea {...shared} rows={lines} />
        ) : (
          <input {...shared} type="text" autoComplete="off" />
        );
      }}
    </Field>
  );
}

/** One of a few choices; `absent` is what it means to say nothing. */
export function ChoiceBox({
  edit,
  path,
  label,
  choices,
  absent,
}: {
  edit: Editing;
  path: JsonPath;
  label: string;
  choices: readonly { value: string; name: string }[];
  /** The choice that is meant where the document says nothing; choosing it leaves the key out. */
  absent?: string;
}) {
  const errors = faultsAt(edit.faults, path).map((fault) => withoutPlace(fault, edit.language));
  const value = textAt(edit.doc, path) || (absent ?? '');
  return (
    <Field label={label} errors={[...new Set(errors)]}>
      {(control) => (
        <select
          {...control}
          data-place={placeText(path)}
          value={value}
          onChange={(event) => {
            if (event.target.value === absent) edit.remove(path);
            else edit.set(path, event.target.value);
          }}
        >
          {!choices.some((choice) => choice.value === value) && <option value={value}>{value || '—'}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A list to add something from; it always shows its invitation. */
export function AddBox({
  label,
  options,
  onAdd,
}: {
  label: string;
  options: readonly { value: string; name: string }[];
  onAdd: (value: string) => void;
}) {
  if (options.length === 0) return null;
  return (
    <select
      className="sb-add-box"
      aria-label={label}
      value=""
      onChange={(event) => {
        if (event.target.value !== '') onAdd(event.target.value);
      }}
    >
      <option value="">{label}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
  );
}
