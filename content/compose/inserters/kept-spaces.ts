/** Whether the page shows a run of spaces as one, and none at the ends of a line. */
export function collapsesSpaces(editor: HTMLElement): boolean {
  const style = editor.ownerDocument.defaultView?.getComputedStyle(editor).whiteSpace ?? 'normal';
  return style === 'normal' || style === 'nowrap' || style === 'pre-line';
}

/** Spaces that would not be shown, as browsers type them: as nbsp. */
export function withKeptSpaces(text: string): string {
  return text.replace(/ {2,}|(?<=\n) | (?=\n)/g, (run) => '\u00a0'.repeat(run.length));
}
