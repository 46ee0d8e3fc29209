import { asksForPalette, readSigns, typedCode } from '../../rules/phrases/code-trigger.ts';
import { isComposing, isImeKey } from './composition-guard.ts';
import { deepestFocused, editorOf, isField } from './deepest-editor.ts';
import type { EditorMemory } from './editor-memory.ts';
import { readText } from './read-text.ts';
import { refusalOf } from './refusal.ts';

export interface CodeTriggerOptions {
  editors: EditorMemory;
  /** The signs that open a code; '' turns codes off. Read at every key. */
  signs(): string;
  /** Whether a phrase that can be given here has this folded code. */
  knows(code: string): boolean;
  /** Whether a slash opens the palette in this editor. */
  slashOpens(editor: HTMLElement): boolean;
  /** Whether phrases are written in this editor: a page has boxes for other things too. */
  takes(editor: HTMLElement): boolean;
  /** A phrase of ours is on its way into an editor: what arrives there was not typed. */
  isBusy(): boolean;
  /** A code was typed and ended; `trigger` stands right before the caret. */
  onCode(code: string, trigger: string): void;
  onSlash(trigger: string): void;
  signal: AbortSignal;
}

const blanks = /^[ \u00a0\u3000]$/;

/**
 * Codes typed in the page's editors (phrases.md §2): `;fh` and then space or Tab. The space is taken as a key where
 * there is one; where an input method writes it, it is read from the text, at `compositionend` too, after which there
 * may be no further `input` (insertion.md §6). Only trusted events count, and never a key of an input method.
 */
export function watchTriggers(options: CodeTriggerOptions): void {
  const { editors, signal } = options;

  const pageOf = (event: Event): Document | undefined =>
    event.isTrusted ? ((event.target as Node | null)?.ownerDocument ?? undefined) : undefined;
  const editorIn = (page: Document | undefined): HTMLElement | undefined => {
    if (!page || !editors.reaches(page) || options.isBusy()) return undefined;
    const focused = deepestFocused(page);
    const editor = focused && editorOf(focused);
    return editor && options.takes(editor) && refusalOf(editor) === undefined ? editor : undefined;
  };
  const fire = (before: string, blank: string): boolean => {
    const signs = readSigns(options.signs());
    const typed = signs.size > 0 ? typedCode(before, signs, options.knows) : undefined;
    if (typed) options.onCode(typed.code, typed.trigger + blank);
    return typed !== undefined;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isImeKey(event) || (event.key !== ' ' && event.key !== 'Tab')) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat) return;
    const editor = editorIn(pageOf(event));
    if (!editor || isComposing(editor.ownerDocument)) return;
    const before = textBefore(editor);
    if (before === undefined || !fire(before, '')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  /** What was just written, where no key told of it. */
  const look = (page: Document | undefined, written: string): void => {
    const editor = editorIn(page);
    if (!editor || isComposing(editor.ownerDocument)) return;
    const before = textBefore(editor);
    if (before === undefined) return;
    if (blanks.test(written)) {
      if (blanks.test(before.at(-1) ?? '')) fire(before.slice(0, -1), before.slice(-1));
      return;
    }
    if (!before.endsWith('/') || !options.slashOpens(editor)) return;
    const after = readText(editor).suffix ?? '';
    if (asksForPalette(before.slice(0, -1), after)) options.onSlash('/');
  };
  const lookSoon = (page: Document | undefined, written: string): void => {
    if (!page || (!blanks.test(written) && written !== '/')) return;
    // Editors put a composed text in only after its end, and a framework that has not heard of an input yet puts the
    // old text back when the focus goes elsewhere meanwhile.
    setTimeout(() => !signal.aborted && look(page, written), 0);
  };
  const onInput = (event: Event): void => {
    const { inputType, data, isComposing: inComposition } = event as InputEvent;
    // Not what was pasted, dropped, undone or put in by a program.
    if (!inComposition && inputType === 'insertText') lookSoon(pageOf(event), data ?? '');
  };
  // Chromium does not mark the end of a composition as trusted, only its beginning.
  let composing: Document | undefined;
  const onCompositionStart = (event: Event): void => {
    composing = pageOf(event);
  };
  const onCompositionEnd = (event: Event): void => {
    lookSoon(composing, (event as CompositionEvent).data.slice(-1));
    composing = undefined;
  };
  editors.eachDocument((page) => {
    const view = page.defaultView;
    view?.addEventListener('keydown', onKeyDown, { capture: true, signal });
    view?.addEventListener('input', onInput, { capture: true, signal });
    view?.addEventListener('compositionstart', onCompositionStart, { capture: true, signal });
    view?.addEventListener('compositionend', onCompositionEnd, { capture: true, signal });
  });
}

/** The text before the caret; undefined where something is selected or the editor does not tell. */
function textBefore(editor: HTMLElement): string | undefined {
  if (isField(editor)) {
    const { value, selectionStart: at, selectionEnd: end } = editor;
    return at === null || at !== end ? undefined : value.slice(0, at);
  }
  const { text, prefix, suffix } = readText(editor);
  if (prefix === undefined || suffix === undefined) return undefined;
  return prefix.length + suffix.length === text.length ? prefix.replaceAll('\u00a0', ' ') : undefined;
}
