import { type ReactNode, useId } from 'react';

/** What a field hands to its control so that label, hint and error are tied to it. */
export interface FieldControl {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

/** Label, control, hint and error of one input. Errors stand under the control and are announced. */
export function Field({
  label,
  hint,
  errors = [],
  wide = false,
  hideLabel = false,
  children,
}: {
  label: string;
  hint?: string | undefined;
  errors?: readonly string[];
  wide?: boolean;
  hideLabel?: boolean;
  children: (control: FieldControl) => ReactNode;
}) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, errors.length > 0 && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={wide ? 'sb-field sb-field-wide' : 'sb-field'}>
      <label htmlFor={id} className={hideLabel ? 'sb-unseen' : undefined}>
        {label}
      </label>
      {children({
        id,
        ...(describedBy && { 'aria-describedby': describedBy }),
        ...(errors.length > 0 && { 'aria-invalid': true as const }),
      })}
      {hint && (
        <p id={`${id}-hint`} className="sb-hint">
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <div id={`${id}-error`} className="sb-error" role="alert">
          {errors.map((error) => (
            <p key={error}>{error}</p>
          ))}
        </div>
      )}
    </div>
  );
}
