import { editorOf } from './deepest-editor.ts';
import { type EditorKind, editorKind } from './editor-kind.ts';
import type { InsertJob } from './inserters/inserter.ts';
import { inserters } from './inserters/inserters.ts';
import { needsPageRealm } from './paste-event.ts';
import { placeAtStop } from './place-stop.ts';
import { readBack } from './read-back.ts';
import { type EditorText, readText } from './read-text.ts';
import { whenReady } from './ready.ts';
import { noteChange } from './recent-activity.ts';
import { freeLength, type RefusalReason } from './refusal.ts';
import type { EditorSelection } from './selection.ts';
import { selectTrigger } from './take-trigger.ts';
import { inTurn } from './turns.ts';
import type { InsertResult } from './verdict.ts';

/** An editor and where the caret stood in it when the agent left it. */
export interface RememberedEditor {
  element: HTMLElement;
  selection: EditorSelection | undefined;
}

/** How an insert ended. Only `ok` is silent; with every other result the agent is told and offered the text. */
export interface InsertOutcome {
  result: InsertResult;
  kind?: EditorKind;
  /** With `unsupported`: why. */
  reason?: RefusalReason;
  /** With `too-long`: UTF-16 units that would still fit. */
  free?: number;
  /** False where the text landed but Ctrl+Z does not take it out. */
  undoable: boolean;
  /** With `replace`: whether the trigger went; false when it still stands before the text. */
  replaced?: boolean;
  /**
   * With `stops`: the stops still to visit, as offsets in the editor's text (`readText(editor).text`) at the moment
   * the insert was read back. The first is missing when the caret stands there; all are there when it could not be
   * placed; none when the text did not land as it should.
   */
  stops?: number[];
}

export interface InsertOptions {
  /** Stops waiting; an insert already made stays. */
  signal: AbortSignal;
  /** What was typed right before the caret (`;code`) and is replaced by the text; kept when it stands there no more. */
  replace?: string;
  /** UTF-16 offsets in `text`, in order, where the agent goes on writing; the caret goes to the first. */
  stops?: readonly number[];
  /** Called while a long text lands, with the characters that are in and all of them. */
  onProgress?(done: number, all: number): void;
}

/**
 * Puts a text at the caret or over the selection of an editor: queued while an input method composes, undone by
 * one Ctrl+Z, read back. Never sends, never touches the clipboard (insertion.md §1).
 * @param target the editor (or anything inside it, or its frame), or a remembered one with its selection
 * @param text the phrase, ready to be read by the buyer
 */
export async function insertText(
  target: Element | RememberedEditor,
  text: string,
  options: InsertOptions,
): Promise<InsertOutcome> {
  const remembered = 'element' in target ? target : { element: target, selection: undefined };
  const editor = editorOf(remembered.element);
  if (!editor) return refused('no-editor');
  const insert = (): Promise<InsertOutcome> =>
    inTurn(editor.ownerDocument, (watching) =>
      insertNow(editor, remembered.selection, text, watching, options),
    );
  return options.replace === undefined ? insert() : once(editor, `${options.replace}\n${text}`, insert);
}

const triggered = new WeakMap<HTMLElement, { what: string; outcome: Promise<InsertOutcome> }>();

/** A code that was triggered twice (a key and the end of a composition, say) gives one copy. */
function once(
  editor: HTMLElement,
  what: string,
  insert: () => Promise<InsertOutcome>,
): Promise<InsertOutcome> {
  const running = triggered.get(editor);
  if (running?.what === what) return running.outcome;
  const outcome = insert().finally(() => {
    if (triggered.get(editor)?.outcome === outcome) triggered.delete(editor);
  });
  triggered.set(editor, { what, outcome });
  return outcome;
}

async function insertNow(
  editor: HTMLElement,
  selection: EditorSelection | undefined,
  phrase: string,
  watching: (settle: () => void) => void,
  { signal, replace, stops = [], onProgress }: InsertOptions,
): Promise<InsertOutcome> {
  let replaced: boolean | undefined;
  const trigger = async (): Promise<void> => {
    if (replace !== undefined) replaced = await selectTrigger(editor, replace, signal);
  };
  const reason = await whenReady(editor, selection, signal, replace === undefined ? undefined : trigger);
  if (reason) return refused(reason);

  const kind = editorKind(editor);
  const text = landingText(kind, phrase);
  const before = readText(editor);
  const free = freeLength(editor, replacedLength(before));
  if (text.length > free) return { ...refused('too-long'), kind, free };

  const job: InsertJob = {
    editor,
    kind,
    text,
    firefox: needsPageRealm(),
    changed: () => readText(editor).text !== before.text,
    progress: (done) => onProgress?.(done, text.length),
    signal,
  };
  const attempt = await inserters.find((inserter) => inserter.takes(job))?.insert(job);
  if (!attempt?.tried) return { ...refused('no-safe-way'), kind };
  noteChange(editor.ownerDocument);
  const landed = stops.map((stop) => landingText(kind, phrase.slice(0, stop)).length);
  const stop = placeAtStop(editor, before, text, landed, signal);
  const reading = readBack(editor, before, text, signal, stop.place);
  watching(reading.settle);
  const result = await reading.done;
  return {
    result,
    kind,
    undoable: attempt.undoable,
    ...(replaced !== undefined && { replaced }),
    ...(stops.length > 0 && { stops: result === 'ok' ? await stop.left() : [] }),
  };
}

function landingText(kind: EditorKind, phrase: string): string {
  const lf = phrase.replace(/\r\n?/g, '\n');
  return kind === 'input' ? lf.replace(/\n+/g, ' ') : lf;
}

function replacedLength({ text, prefix, suffix }: EditorText): number {
  return prefix === undefined || suffix === undefined ? 0 : text.length - prefix.length - suffix.length;
}

function refused(reason: RefusalReason): InsertOutcome {
  return { result: 'unsupported', reason, undoable: false };
}
