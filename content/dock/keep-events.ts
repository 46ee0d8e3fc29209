/**
 * What is done in the dock is not the page's business: a seller's desk has hotkeys, paste handlers that upload and
 * dialogs that pull the focus back (platform.md §2.3). Inner listeners have run when an event reaches the host, so
 * it ends here; keys are stopped earlier by the relay, and here once more for those it did not see. Mouse events
 * pass: a page may close its menus on them.
 */
const kept = [
  'keydown',
  'keyup',
  'keypress',
  'beforeinput',
  'input',
  'paste',
  'copy',
  'cut',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'focusin',
  'focusout',
] as const;

export function keepEvents(host: HTMLElement, signal: AbortSignal): void {
  for (const type of kept) host.addEventListener(type, (event) => event.stopPropagation(), { signal });
}

/** Where a press is meant to take the focus or to select text. Everything else leaves the focus with the editor. */
const takesFocus = 'input, textarea, select, option, [contenteditable], [data-selectable]';

/**
 * Clicking a phrase must not cost the editor its focus and selection: a press on anything but a field keeps them.
 * Fields keep working, and the keyboard still reaches every control.
 */
export function leaveFocusWithEditor(shadow: ShadowRoot, signal: AbortSignal): void {
  shadow.addEventListener(
    'mousedown',
    (event) => {
      const onField = event
        .composedPath()
        .some((node) => 'matches' in node && (node as Element).matches(takesFocus));
      if (!onField) event.preventDefault();
    },
    { signal },
  );
}
