import { useState } from 'react';
import { Field } from './Field.tsx';

/** What typed text means: a value to keep, or why it cannot be kept. */
export type Reading<T> = { value: T } | { error: string };

/**
 * A setting typed as text and kept at each change that can be read. While it is being typed the agent's own
 * characters stay in the box (`3.5` is not turned into `3.50` under the caret); after leaving it shows what is kept,
 * or the unread text with its error.
 */
export function TextSetting<T>({
  label,
  hideLabel = false,
  hint,
  value,
  print,
  read,
  onSave,
  suffix,
  lines = 1,
  wide = false,
}: {
  label: string;
  /** The label is heard, not seen: in a table whose header shows it. */
  hideLabel?: boolean;
  hint?: string;
  value: T;
  print: (value: T) => string;
  read: (text: string) => Reading<T>;
  onSave: (value: T) => void;
  suffix?: string;
  lines?: number;
  wide?: boolean;
}) {
  const [draft, setDraft] = useState<string>();
  const text = draft ?? print(value);
  const reading = read(text);
  const error = 'error' in reading ? reading.error : undefined;

  const onType = (typed: string): void => {
    setDraft(typed);
    const next = read(typed);
    if ('value' in next && print(next.value) !== print(value)) onSave(next.value);
  };
  const onLeave = (): void => {
    if (error === undefined) setDraft(undefined);
  };
  return (
    <Field
      label={label}
      hideLabel={hideLabel}
      hint={hint}
      errors={error === undefined ? [] : [error]}
      wide={wide}
    >
      {(control) => {
        const shared = {
          ...control,
          value: text,
          onChange: (event: { target: { value: string } }) => onType(event.target.value),
          onBlur: onLeave,
        };
        if (lines > 1) return <textarea {...shared} rows={lines} />;
        return (
          <span className="sb-with-suffix">
            <input {...shared} type="text" autoComplete="off" />
            {suffix && <span className="sb-muted">{suffix}</span>}
          </span>
        );
      }}
    </Field>
  );
}
