import type { EditorKind } from '../editor-kind.ts';
import { paragraphsHtml } from '../paragraphs-html.ts';
import { dispatchPaste } from '../paste-event.ts';
import { pause } from '../pause.ts';
import { moveSelectionIntoText, selectionSettled } from '../selection.ts';
import { hasEmptyLine } from './empty-line.ts';
import { type Inserter, type InsertJob, typeByCommand } from './inserter.ts';
import { collapsesSpaces, withKeptSpaces } from './kept-spaces.ts';
import { typeInSlices } from './type-in-slices.ts';

/** TinyMCE takes the text out of its paste box in a later task of its own. */
const ownPasteMs = 100;

/** Editors in which plain text loses its empty lines and html keeps them. Never Slate: html makes it ignore the paste. */
const wantsHtml = new Set<EditorKind>(['prosemirror', 'ckeditor5']);

/**
 * Every rich editor: a synthetic paste; when the editor did not take it, wait and compare, since some insert by
 * themselves without saying so; only then the command (insertion.md §2 steps 2 and 3).
 */
export const pasteInserter: Inserter = {
  name: 'paste',
  takes: () => true,
  async insert(job) {
    const { editor, kind, text, signal } = job;
    if (kind === 'draft' && moveSelectionIntoText(editor)) await selectionSettled(editor, signal);
    const html = wantsHtml.has(kind) && hasEmptyLine(text) ? { html: paragraphsHtml(text) } : {};
    if (dispatchPaste(editor, { plain: text, ...html })) return { tried: true, undoable: true };
    await ownInsert(job);
    if (job.changed()) return { tried: true, undoable: true };
    if (signal.aborted || !commandIsSafe(job)) return { tried: false, undoable: false };
    if (kind === 'contenteditable') {
      await typeInSlices(job, collapsesSpaces(editor) ? withKeptSpaces(text) : text);
    } else typeByCommand(editor, text);
    return { tried: true, undoable: true };
  },
};

/** One task, or longer where the editor is known to insert late. */
async function ownInsert(job: InsertJob): Promise<void> {
  await pause(0, job.signal);
  if (job.kind !== 'tinymce') return;
  const end = performance.now() + ownPasteMs;
  while (!job.changed() && performance.now() < end && !job.signal.aborted) await pause(10, job.signal);
}

/** Where the command returns `true` and yet loses or doubles text (insertion.md §3). */
function commandIsSafe({ kind, text, editor }: InsertJob): boolean {
  if (kind === 'slate' || kind === 'ckeditor5') return false;
  if (kind === 'lexical') return !text.includes('\n');
  if (kind === 'draft') return !text.includes('\n') && (editor.textContent ?? '') !== '';
  return true;
}
