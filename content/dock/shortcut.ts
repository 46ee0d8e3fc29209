/** A key combination by the key's place on the keyboard, so that layouts and input methods do not matter. */
export interface Shortcut {
  code: string;
  alt: boolean;
  ctrl: boolean;
  shift: boolean;
  meta: boolean;
}

type KeyLike = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'shiftKey' | 'metaKey'>;

const modifiers: Record<string, keyof Omit<Shortcut, 'code'>> = {
  alt: 'alt',
  option: 'alt',
  ctrl: 'ctrl',
  control: 'ctrl',
  shift: 'shift',
  meta: 'meta',
  cmd: 'meta',
  command: 'meta',
};

const named: Record<string, string> = {
  ',': 'Comma',
  '.': 'Period',
  '/': 'Slash',
  '\\': 'Backslash',
  ';': 'Semicolon',
  "'": 'Quote',
  '`': 'Backquote',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '-': 'Minus',
  '=': 'Equal',
  space: 'Space',
};

/**
 * Reads `Alt+Q`, `Ctrl+Shift+1`, `Alt+/` and the like. Undefined for what cannot be a shortcut: no key, or a
 * letter, digit or sign without Alt, Ctrl or Meta, which would take a character from the agent's typing.
 */
export function parseShortcut(text: string): Shortcut | undefined {
  const shortcut: Shortcut = { code: '', alt: false, ctrl: false, shift: false, meta: false };
  for (const part of text.split('+').map((piece) => piece.trim().toLowerCase())) {
    const modifier = modifiers[part];
    if (modifier) shortcut[modifier] = true;
    else if (shortcut.code !== '') return undefined;
    else shortcut.code = codeOf(part) ?? '?';
  }
  if (shortcut.code === '' || shortcut.code === '?') return undefined;
  const free = /^F\d/.test(shortcut.code) || shortcut.alt || shortcut.ctrl || shortcut.meta;
  return free ? shortcut : undefined;
}

function codeOf(key: string): string | undefined {
  if (/^[a-z]$/.test(key)) return `Key${key.toUpperCase()}`;
  if (/^\d$/.test(key)) return `Digit${key}`;
  if (/^f([1-9]|1\d|2[0-4])$/.test(key)) return key.toUpperCase();
  return named[key];
}

/** Whether a key event is exactly this combination. */
export function isShortcut(event: KeyLike, shortcut: Shortcut): boolean {
  return (
    event.code === shortcut.code &&
    event.altKey === shortcut.alt &&
    event.ctrlKey === shortcut.ctrl &&
    event.shiftKey === shortcut.shift &&
    event.metaKey === shortcut.meta
  );
}
