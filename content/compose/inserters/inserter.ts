import type { EditorKind } from '../editor-kind.ts';

/** One insert, ready to go: the editor has the focus, its selection stands, no composition is open. */
export interface InsertJob {
  editor: HTMLElement;
  kind: EditorKind;
  /** LF newlines only. */
  text: string;
  /** True in a Firefox content script. */
  firefox: boolean;
  /** Whether the editor's text differs from what it was before the insert. */
  changed(): boolean;
  /** Tells how many characters are in, where a long text goes in piece by piece. */
  progress(done: number): void;
  signal: AbortSignal;
}

/** What an inserter did. The read-back, not this, says whether the phrase landed. */
export interface InsertAttempt {
  /** False when the only way left would corrupt the draft, so that nothing more was tried. */
  tried: boolean;
  /** One Ctrl+Z takes it out again. */
  undoable: boolean;
}

/** One way to put text into one family of editors; the first of the list that takes a job does it. */
export interface Inserter {
  name: string;
  takes(job: InsertJob): boolean;
  insert(job: InsertJob): Promise<InsertAttempt>;
}

/** Types text over the selection the way a key press would: caret and undo history stay right (insertion.md §3). */
export function typeByCommand(editor: HTMLElement, text: string): boolean {
  // The only call that keeps the browser's own undo history; deprecated by name, without a successor.
  return editor.ownerDocument.execCommand('insertText', false, text);
}
