import { pause } from './pause.ts';

/** Draft stays busy for 20 ms after `compositionend`; below 50 ms phrases lost their first line (insertion.md §6). */
const graceMs = 50;

interface Composition {
  /** Where an input method is composing now. */
  target: EventTarget | undefined;
  /** When the last composition ended, on the clock of `performance.now()`. */
  endedAt: number;
  /** Tells those who wait that something changed. */
  changed: EventTarget;
  /** One listener per document, so that adding it again does nothing. */
  listener: (event: Event) => void;
}

const compositions = new WeakMap<Document, Composition>();

/**
 * True while an input method owns the keyboard: such a key is never a command of ours (insertion.md §6).
 * 229 covers Safari and old engines, which send keys of a composition without `isComposing`.
 */
export function isImeKey(event: { readonly isComposing: boolean; readonly keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Follows compositions in a document. Safe to call again, also after the page rewrote the document. */
export function guardComposition(document: Document, signal: AbortSignal): void {
  const { listener } = stateOf(document);
  for (const type of ['compositionstart', 'compositionend', 'keydown']) {
    document.addEventListener(type, listener, { capture: true, signal });
  }
}

/** True while an input method is composing in this document. */
export function isComposing(document: Document): boolean {
  const target = stateOf(document).target;
  if (target === undefined) return false;
  return !('isConnected' in target) || target.isConnected === true;
}

/** Waits until no composition is open and the last one is 50 ms past, or until the signal aborts. */
export async function compositionSettled(document: Document, signal: AbortSignal): Promise<void> {
  const state = stateOf(document);
  while (!signal.aborted) {
    const rest = isComposing(document) ? undefined : state.endedAt + graceMs - performance.now();
    if (rest === undefined) await change(state, signal);
    else if (rest > 0) await pause(rest, signal);
    else return;
  }
}

function stateOf(document: Document): Composition {
  const known = compositions.get(document);
  if (known) return known;
  const state: Composition = {
    target: undefined,
    endedAt: Number.NEGATIVE_INFINITY,
    changed: new EventTarget(),
    listener(event) {
      if (event.type === 'compositionstart') state.target = event.composedPath()[0] ?? document;
      else if (event.type === 'compositionend') end(state);
      // A composition whose element was taken away may never end; the next plain key proves that it is over.
      else if (state.target && event.isTrusted && !isImeKey(event as KeyboardEvent)) end(state);
    },
  };
  compositions.set(document, state);
  return state;
}

function end(state: Composition): void {
  state.target = undefined;
  state.endedAt = performance.now();
  state.changed.dispatchEvent(new Event('change'));
}

/** Also wakes up every half second, because an element that is taken out of the page sends nothing. */
function change(state: Composition, signal: AbortSignal): Promise<void> {
  const heard = new AbortController();
  state.changed.addEventListener('change', () => heard.abort(), { signal: heard.signal });
  return pause(500, AbortSignal.any([signal, heard.signal])).then(() => heard.abort());
}
