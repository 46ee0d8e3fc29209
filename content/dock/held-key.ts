import type { DockHandle } from './mount-dock.tsx';

/**
 * A key pressed in the dock may still be down when the editor gets the focus back: its repeats and its release
 * would reach the page, and an Enter there sends the message (insertion.md §1 rule 4). So the rest of such a key
 * press is never the page's.
 * @returns a function that watches one more window; safe to call again for the same window
 */
export function keepHeldKeys(
  { shadow, trusts }: Pick<DockHandle, 'shadow' | 'trusts'>,
  signal: AbortSignal,
): (view: Window) => void {
  let down: string | undefined;
  shadow.addEventListener(
    'keydown',
    (event) => {
      if (trusts(event)) down = (event as KeyboardEvent).code;
    },
    { capture: true, signal },
  );
  const onKey = (event: KeyboardEvent): void => {
    if (event.code !== down || event.composedPath().includes(shadow.host)) return;
    const isRest = event.type !== 'keydown' || event.repeat;
    if (isRest) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    // Released, or pressed anew because its release went to another window.
    if (event.type === 'keyup' || !isRest) down = undefined;
  };
  return (view) => {
    for (const type of ['keydown', 'keypress', 'keyup'] as const) {
      view.addEventListener(type, onKey, { capture: true, signal });
    }
  };
}
