import { compositionSettled, isComposing } from './composition-guard.ts';
import { deepestFocused, editorOf, isField } from './deepest-editor.ts';
import { editorKind } from './editor-kind.ts';
import { editorSettled } from './editor-settled.ts';
import { type RefusalReason, refusalOf } from './refusal.ts';
import { type EditorSelection, restoreSelection, selectionSettled } from './selection.ts';

/**
 * Waits until an editor can be written to: no composition open, focus and selection where the agent left them, both
 * known to the editor. @returns why it must not be written to, or undefined
 * @param prepare what else must stand before the insert; done again when a composition began meanwhile
 */
export async function whenReady(
  editor: HTMLElement,
  selection: EditorSelection | undefined,
  signal: AbortSignal,
  prepare?: () => Promise<void>,
): Promise<RefusalReason | undefined> {
  const page = editor.ownerDocument;
  do {
    await compositionSettled(page, signal);
    if (signal.aborted) return 'stopped';
    const reason = refusalOf(editor);
    if (reason) return reason;
    if (!(await takeFocus(editor, selection, signal))) return 'no-focus';
    if (prepare) {
      await prepare();
      // What it selected has to reach the editor's model too.
      if (!isField(editor)) await editorSettled(editor, editorKind(editor), signal);
    }
    if (signal.aborted) return 'stopped';
  } while (isComposing(page));
  return undefined;
}

/** False when the page keeps the focus elsewhere. */
async function takeFocus(
  editor: HTMLElement,
  selection: EditorSelection | undefined,
  signal: AbortSignal,
): Promise<boolean> {
  // An editor that kept the focus knows its caret better than a memory from before the wait.
  if (!hasFocus(editor)) {
    editor.focus({ preventScroll: true });
    if (!hasFocus(editor)) return false;
    restoreSelection(editor, selection);
    await selectionSettled(editor, signal);
  }
  if (!isField(editor)) await editorSettled(editor, editorKind(editor), signal);
  return hasFocus(editor);
}

function hasFocus(editor: HTMLElement): boolean {
  const focused = deepestFocused(editor.ownerDocument);
  return focused !== undefined && editorOf(focused) === editor;
}
