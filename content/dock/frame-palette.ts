import type { FramePalette } from '../../storage/contracts/frames.ts';
import { isImeKey } from '../compose/composition-guard.ts';
import type { EditorMemory } from '../compose/editor-memory.ts';
import { caretInFrame } from './caret-box.ts';
import { placeInFrame } from './frame-place.ts';
import { createHeldKey } from './held-key.ts';
import { isShortcut, parseShortcut } from './shortcut.ts';

export interface FramePaletteOptions {
  document: Document;
  memory: EditorMemory;
  /** Like `Alt+Q`. Read at every key. */
  shortcut(): string;
  /** Tells the top frame. @returns whether anybody heard it */
  tell(told: FramePalette): Promise<boolean>;
  signal: AbortSignal;
}

export interface FramePaletteHandle {
  /** Asks the top frame to open its palette for the editor of this frame. */
  ask(): Promise<void>;
  /** Asks for it on behalf of what was typed in the editor: `replace` gives way to what is picked, `query` is searched. */
  askFor(replace: string, query: string): void;
  /** Gives focus and selection back to the editor; `held` is the key that did it and may still be down. */
  giveBack(held: string | undefined): Promise<boolean>;
}

/** Keys with a name among what is typed, each as one character (`typed` in storage/contracts/frames.ts). */
const keyOfName: Readonly<Partial<Record<string, string>>> = { Enter: '\n', Escape: '\u001b' };

/** The palette takes the keys within a few ms; a worker that slept may need longer to carry the word. */
const patienceMs = 1_500;

/**
 * The palette's key in a sub frame. The palette itself stands in the top frame, and until it has taken the focus the
 * agent may be typing already: those keys are kept from the draft and handed to the palette.
 */
export function watchFrameKeys(options: FramePaletteOptions): FramePaletteHandle {
  const { document, memory, tell, signal } = options;
  const own = document.defaultView ?? window;
  const held = createHeldKey(signal, () => false);
  let waiting: { typed: string; over: AbortController } | undefined;
  let isOpen = false;

  const open = (replace?: string): FramePalette => {
    const editor = memory.current();
    const view = editor?.element.ownerDocument.defaultView;
    if (!editor || !view) return { say: 'open' };
    const place = placeInFrame(caretInFrame(editor), view);
    return { say: 'open', place, ...(replace !== undefined && { replace }) };
  };

  /** The palette has the focus, or nobody answered. */
  const settle = (opened: boolean): void => {
    const { typed = '', over } = waiting ?? {};
    waiting = undefined;
    over?.abort();
    isOpen = opened;
    if (opened) void tell({ say: 'typed', text: typed }).catch(() => false);
    if (!opened) void memory.restore();
  };

  /** From the key until the palette has the focus nothing may reach the draft, not even through an input method. */
  const keepKeys = (view: Window, typed = ''): AbortController => {
    const over = new AbortController();
    waiting = { typed, over };
    const until = AbortSignal.any([signal, over.signal]);
    if (memory.isInside()) memory.current()?.element.blur();
    const timer = setTimeout(() => settle(!document.hasFocus()), patienceMs);
    until.addEventListener('abort', () => clearTimeout(timer), { once: true });
    view.addEventListener('blur', () => settle(true), { signal: until });
    return over;
  };

  const ask = (replace?: string): Promise<boolean> => {
    isOpen = true;
    return tell(open(replace)).catch(() => false);
  };

  const keep = (event: KeyboardEvent): void => {
    if (!waiting) return;
    if (event.type === 'keydown') {
      const { key } = event;
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (key === 'Backspace') waiting.typed = waiting.typed.slice(0, -1);
      else if (keyOfName[key] || ([...key].length === 1 && plain)) waiting.typed += keyOfName[key] ?? key;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onKey = (event: KeyboardEvent): void => {
    // Not of a frame that has got a script of its own since.
    if (!event.isTrusted || (event.view && !memory.reaches(event.view.document))) return;
    if (waiting) {
      keep(event);
      return;
    }
    if (event.type !== 'keydown' || isImeKey(event)) return;
    const shortcut = parseShortcut(options.shortcut());
    if (!shortcut || !isShortcut(event, shortcut)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // Where the caret is must be read before the editor goes without focus.
    const asked = ask();
    if (!memory.current()) return;
    const over = keepKeys(event.view ?? own);
    void asked.then((heard) => !heard && waiting?.over === over && settle(false));
  };
  /** A press into the frame while the palette is open for it means that the agent is done with the palette. */
  const onPress = (event: Event): void => {
    if (!event.isTrusted || !isOpen) return;
    isOpen = false;
    void tell({ say: 'pressed' }).catch(() => false);
  };
  memory.eachDocument((page) => {
    const view = page.defaultView;
    if (!view) return;
    // The window sees a key first; a desk's own hotkeys sit on its document.
    for (const type of ['keydown', 'keypress', 'keyup'] as const) {
      view.addEventListener(type, onKey, { capture: true, signal });
    }
    page.addEventListener('pointerdown', onPress, { capture: true, signal });
    held.watch(view);
  });

  return {
    async ask() {
      // Asked for in the top frame, which has the keys already.
      if (await ask()) await tell({ say: 'typed', text: '' }).catch(() => false);
    },
    askFor(replace, query) {
      const editor = memory.current();
      if (!editor || waiting) return;
      const asked = ask(replace);
      const over = keepKeys(editor.element.ownerDocument.defaultView ?? own, query);
      void asked.then((heard) => !heard && waiting?.over === over && settle(false));
    },
    async giveBack(code) {
      isOpen = false;
      if (code !== undefined) held.press(code);
      // A document keeps its focused element while the focus is in another frame; the window must have it first.
      if (!document.hasFocus()) own.focus();
      return memory.restore();
    },
  };
}
