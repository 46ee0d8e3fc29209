import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Field } from '../../ui/Field.tsx';
import { imeOwns } from '../../ui/ime.ts';
import { useGuard } from '../../ui/trust.tsx';
import type { RegionNames } from './model.ts';

const most = 8;
const separator = /[、，,;；\n]/;

/** The name the caret stands in, and where it lies in the text. */
function nameAt(text: string, caret: number): { name: string; start: number; end: number } {
  let start = caret;
  while (start > 0 && !separator.test(text[start - 1] ?? '')) start -= 1;
  let end = caret;
  while (end < text.length && !separator.test(text[end] ?? '')) end += 1;
  return { name: text.slice(start, end).trim(), start, end };
}

/** Regions as names in a text, with whole paths offered for the one being typed. */
export function RegionField({
  label,
  hint,
  value,
  errors,
  regions,
  autoFocus = false,
  onChange,
}: {
  label: string;
  hint: string;
  value: string;
  errors: readonly string[];
  regions: RegionNames | undefined;
  autoFocus?: boolean;
  onChange: (text: string) => void;
}) {
  const guard = useGuard();
  const listId = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number>();
  const [active, setActive] = useState(0);
  const at = caret === undefined ? undefined : nameAt(value, caret);
  const offered = at && at.name !== '' ? (regions?.suggest(at.name, most) ?? []) : [];
  // What is already written whole needs no offer, unless something lies below it.
  const open = offered.length > 0 && !(offered.length === 1 && offered[0] === at?.name);
  const look = (element: HTMLTextAreaElement): void => {
    setCaret(element.selectionStart);
    setActive(0);
  };
  const take = (path: string): void => {
    if (!at) return;
    const next = `${value.slice(0, at.start)}${path}${value.slice(at.end)}`;
    onChange(next);
    setCaret(undefined);
    const end = at.start + path.length;
    // After React has put the text in place.
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(end, end);
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (!open || imeOwns(event)) return;
    const chosen = offered[active];
    if (event.key === 'ArrowDown') setActive((active + 1) % offered.length);
    else if (event.key === 'ArrowUp') setActive((active - 1 + offered.length) % offered.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) take(chosen);
    else if (event.key === 'Escape') setCaret(undefined);
    else return;
    event.preventDefault();
  };
  return (
    <Field label={label} hint={hint} errors={errors} wide>
      {(control) => (
        <div className="sb-region-box">
          <textarea
            {...control}
            ref={box}
            rows={2}
            role="combobox"
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={open ? `${listId}-${active}` : undefined}
            // biome-ignore lint/a11y/noAutofocus: the agent just asked for this field
            autoFocus={autoFocus}
            value={value}
            onFocus={({ currentTarget }) => {
              // A field that begins with a province is written on, not before it.
              const { length } = currentTarget.value;
              if (autoFocus && currentTarget.selectionEnd === 0)
                currentTarget.setSelectionRange(length, length);
            }}
            onChange={(event) => {
              onChange(event.target.value);
              look(event.target);
            }}
            onClick={(event) => look(event.currentTarget)}
            onKeyDown={guard(onKeyDown)}
            onBlur={() => setCaret(undefined)}
          />
          {open && (
            <div id={listId} role="listbox" className="sb-region-list">
              {offered.map((path, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box
                <div
                  key={path}
                  id={`${listId}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === active}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={guard(() => take(path))}
                >
                  {path}
                </div>
              ))}
            </div>
          )}
        </div>
      )}
    </Field>
  );
}
