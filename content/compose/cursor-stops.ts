import { movedStops, nextStop } from '../../rules/phrases/stops.ts';
import { isComposing, isImeKey } from './composition-guard.ts';
import { deepestFocused, editorOf } from './deepest-editor.ts';
import type { EditorMemory } from './editor-memory.ts';
import { caretOf, selectInText } from './place-caret.ts';
import { readText } from './read-text.ts';

/** The places of the last insert that the agent still fills in. */
export interface CursorStops {
  /**
   * Begins with an editor whose caret stands at the first place.
   * @param stops the others, as offsets in the editor's text
   */
  visit(editor: HTMLElement, stops: readonly number[]): void;
  /** Whether Tab goes to a place now. */
  isPending(): boolean;
}

interface Visit {
  editor: HTMLElement;
  /** All places, also those the caret has been to. */
  stops: number[];
  text: string;
  over: AbortController;
}

/**
 * Tab and Shift+Tab go from place to place in an editor, as long as there are places left; what is typed moves the ones
 * behind along. Esc, another editor or a sent text ends it, and Tab is the page's again. While an input method composes
 * no key is ours.
 * @param changed told how many places lie ahead; 0 when it is over
 */
export function trackStops(options: {
  editors: EditorMemory;
  signal: AbortSignal;
  changed(ahead: number): void;
}): CursorStops {
  const { editors, signal, changed } = options;
  let visit: Visit | undefined;

  const end = (): void => {
    if (!visit) return;
    visit.over.abort();
    visit = undefined;
    changed(0);
  };
  const isHere = ({ editor }: Visit): boolean => {
    const focused = deepestFocused(editor.ownerDocument);
    return editor.isConnected && focused !== undefined && editorOf(focused) === editor;
  };
  /** Reads what was typed since; ends it where the text is gone or no place is left. */
  const follow = (now: Visit): boolean => {
    const { text } = readText(now.editor);
    if (text !== now.text) {
      now.stops = movedStops(now.stops, now.text, text, caretOf(now.editor) ?? text.length);
      now.text = text;
    }
    if (now.stops.length > 0 && text.trim() !== '') return true;
    end();
    return false;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const now = visit;
    if (!now || !event.isTrusted || isImeKey(event)) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key !== 'Tab' && event.key !== 'Escape') return;
    if (!isHere(now)) {
      end();
      return;
    }
    if (isComposing(now.editor.ownerDocument)) return;
    if (event.key === 'Escape') end();
    else {
      if (!follow(now)) return;
      const caret = caretOf(now.editor);
      const next = caret === undefined ? undefined : nextStop(now.stops, caret, event.shiftKey);
      // Past the last place the key is the page's again.
      if (next === undefined) {
        if (!event.shiftKey) end();
        return;
      }
      void selectInText(now.editor, { from: next }, now.over.signal);
      changed(now.stops.filter((stop) => stop > next).length);
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  editors.eachDocument((page) => {
    page.defaultView?.addEventListener('keydown', onKeyDown, { capture: true, signal });
  });

  return {
    visit(editor, stops) {
      end();
      const caret = caretOf(editor);
      if (caret === undefined || stops.length === 0) return;
      const over = new AbortController();
      const listen = { capture: true, signal: AbortSignal.any([signal, over.signal]) };
      const now: Visit = {
        editor,
        stops: [...new Set([caret, ...stops])].sort((a, b) => a - b),
        text: readText(editor).text,
        over,
      };
      visit = now;
      editor.addEventListener('input', () => follow(now), listen);
      editor.addEventListener(
        'focusout',
        // A page that draws its editor anew may take the focus for a moment.
        () => setTimeout(() => visit === now && !isHere(now) && end(), 0),
        listen,
      );
      changed(stops.filter((stop) => stop > caret).length);
    },
    isPending: () => visit !== undefined,
  };
}
