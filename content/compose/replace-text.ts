import { type InsertOutcome, insertText } from './insert.ts';
import { caretOf, selectInText } from './place-caret.ts';
import { readText } from './read-text.ts';
import { whenReady } from './ready.ts';
import { captureSelection, type EditorSelection } from './selection.ts';

/** A place in an editor's text, and what must stand there. */
export interface TextPlace {
  /** UTF-16 offsets in the text as `readText` gives it. */
  start: number;
  end: number;
  was: string;
}

/** `moved`: the agent has written on, another text stands at that place; nothing was touched. */
export type ReplaceOutcome = InsertOutcome | 'moved';

/**
 * Puts a text in the place of another one within an editor, by the same inserters as a phrase: undone by one Ctrl+Z,
 * read back. The caret goes back to where the agent was writing.
 * @param selection where the caret was when the agent left the editor
 */
export async function replaceText(
  editor: HTMLElement,
  place: TextPlace,
  text: string,
  { selection, signal }: { selection: EditorSelection | undefined; signal: AbortSignal },
): Promise<ReplaceOutcome> {
  let caret: number | undefined;
  let selected = false;
  const reason = await whenReady(editor, selection, signal, async () => {
    caret = caretOf(editor);
    selected = await selectPlace(editor, place, signal);
  });
  if (reason) return { result: 'unsupported', reason, undoable: false };
  if (!selected) return 'moved';
  const outcome = await insertText({ element: editor, selection: captureSelection(editor) }, text, {
    signal,
  });
  if (outcome.result === 'ok' && caret !== undefined) {
    const back = caret >= place.end ? caret + text.length - (place.end - place.start) : undefined;
    if (back !== undefined && back <= readText(editor).text.length)
      await selectInText(editor, { from: back }, signal);
  }
  return outcome;
}

/** Selects a place whose text is still the expected one. @returns whether it is selected now */
export async function selectPlace(
  editor: HTMLElement,
  { start, end, was }: TextPlace,
  signal: AbortSignal,
): Promise<boolean> {
  if (readText(editor).text.slice(start, end) !== was) return false;
  return selectInText(editor, { from: start, to: end }, signal);
}
