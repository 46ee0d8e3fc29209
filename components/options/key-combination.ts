type Pressed = Pick<KeyboardEvent, 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'code' | 'key'>;

/**
 * Reads a pressed combination as `Alt+Q`. The letter is the key's place (`code`), because Alt changes the character
 * on a Mac. `incomplete` while only modifiers are down; `refused` without Alt, Ctrl or Cmd, since a bare letter is
 * what agents type.
 */
export function readKeyCombination(event: Pressed): { key: string } | 'incomplete' | 'refused' {
  if (['Control', 'Alt', 'Shift', 'Meta', 'AltGraph'].includes(event.key)) return 'incomplete';
  const main =
    /^Key([A-Z])$/.exec(event.code)?.[1] ??
    /^Digit(\d)$/.exec(event.code)?.[1] ??
    /^(F\d{1,2}|Space|Slash|Period|Comma|Backquote)$/.exec(event.code)?.[1];
  if (main === undefined || !(event.ctrlKey || event.altKey || event.metaKey)) return 'refused';
  const parts = [
    event.ctrlKey && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
    event.metaKey && 'Meta',
    main,
  ];
  return { key: parts.filter(Boolean).join('+') };
}
