import { expect, test } from 'vitest';
import { isShortcut, parseShortcut } from '../../../content/dock/shortcut.ts';

const none = { alt: false, ctrl: false, shift: false, meta: false };

test.each([
  ['Alt+Q', { ...none, alt: true, code: 'KeyQ' }],
  [' ctrl + shift + 1 ', { ...none, ctrl: true, shift: true, code: 'Digit1' }],
  ['Cmd+/', { ...none, meta: true, code: 'Slash' }],
  ['F8', { ...none, code: 'F8' }],
  ['Q', undefined],
  ['Shift+Q', undefined],
  ['Alt+', undefined],
  ['Alt+Q+W', undefined],
  ['Alt+窗', undefined],
  ['', undefined],
])('%s', (text, expected) => {
  expect(parseShortcut(text)).toEqual(expected);
});

test('a shortcut is matched by the place of the key, with exactly its modifiers', () => {
  const shortcut = parseShortcut('Alt+Q');
  if (!shortcut) throw new Error('not read');
  const event = { code: 'KeyQ', altKey: true, ctrlKey: false, shiftKey: false, metaKey: false };
  expect(isShortcut(event, shortcut)).toBe(true);
  expect(isShortcut({ ...event, ctrlKey: true }, shortcut)).toBe(false);
  expect(isShortcut({ ...event, altKey: false }, shortcut)).toBe(false);
  expect(isShortcut({ ...event, code: 'KeyA' }, shortcut)).toBe(false);
});
