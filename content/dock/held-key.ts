import type { DockHandle } from './mount-dock.tsx';

/**
 * A key pressed in the dock may still be down when the editor gets the focus back: its repeats and its release
 * would reach the page, and an Enter there sends the message (insertion.md §1 rule 4). So the rest of such a key
 * press is never the page's.
 */
export interface HeldKey {
  /** The `code` of the key that may be down. */
  down(): string | undefined;
  press(code: string): void;
  /** Watches one more window; safe to call again for the same window. */
  watch(view: Window): void;
}

/** @param isOurs whether an event goes to the extension's own surface, where it is not held back */
export function createHeldKey(signal: AbortSignal, isOurs: (event: Event) => boolean): HeldKey {
  let down: string | undefined;
  const onKey = (event: KeyboardEvent): void => {
    if (event.code !== down || isOurs(event)) return;
    const isRest = event.type !== 'keydown' || event.repeat;
    if (isRest) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    // Released, or pressed anew because its release went to another window.
    if (event.type === 'keyup' || !isRest) down = undefined;
  };
  return {
    down: () => down,
    press(code) {
      down = code;
    },
    watch(view) {
      for (const type of ['keydown', 'keypress', 'keyup'] as const) {
        view.addEventListener(type, onKey, { capture: true, signal });
      }
    },
  };
}

/** The key pressed in the dock. */
export function keepHeldKeys(
  { shadow, trusts }: Pick<DockHandle, 'shadow' | 'trusts'>,
  signal: AbortSignal,
): HeldKey {
  const held = createHeldKey(signal, (event) => event.composedPath().includes(shadow.host));
  shadow.addEventListener(
    'keydown',
    (event) => {
      if (trusts(event)) held.press((event as KeyboardEvent).code);
    },
    { capture: true, signal },
  );
  return held;
}
