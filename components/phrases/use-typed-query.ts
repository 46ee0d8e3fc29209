import { type ChangeEvent, type CompositionEvent, useState } from 'react';

/** The box's text with the letters being composed run together: an IME splits them, `fa'huo` and `fa huo`. */
export function withRawLetters(value: string, composing: string): string {
  const at = value.lastIndexOf(composing);
  if (composing === '' || at < 0) return value;
  return value.slice(0, at) + composing.replace(/['’\s]/g, '') + value.slice(at + composing.length);
}

export interface TypedQuery {
  /** What stands in the box. */
  value: string;
  /** What to search for: while an input method composes, its raw letters (phrases.md §3). */
  query: string;
  /** The keyboard is the input method's: no key is a command. */
  composing: boolean;
  setValue(value: string): void;
  /** For the box: its value and what follows typing and composing. */
  box: {
    value: string;
    onChange(event: ChangeEvent<HTMLInputElement>): void;
    onCompositionStart(event: CompositionEvent): void;
    onCompositionUpdate(event: CompositionEvent): void;
    onCompositionEnd(): void;
  };
}

/** A search box's text, also while it is being composed. */
export function useTypedQuery(onTyped?: () => void): TypedQuery {
  const [value, setValue] = useState('');
  const [composing, setComposing] = useState('');
  const onCompose = (event: CompositionEvent): void => setComposing(event.data);
  return {
    value,
    query: withRawLetters(value, composing),
    composing: composing !== '',
    setValue,
    box: {
      value,
      onChange(event) {
        setValue(event.target.value);
        onTyped?.();
      },
      onCompositionStart: onCompose,
      onCompositionUpdate: onCompose,
      onCompositionEnd: () => setComposing(''),
    },
  };
}
