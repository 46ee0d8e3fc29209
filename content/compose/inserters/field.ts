import { isField } from '../deepest-editor.ts';
import type { Inserter } from './inserter.ts';
import { typeInSlices } from './type-in-slices.ts';

/** `<input>` and `<textarea>`, plain or controlled by React or Vue (insertion.md §2 step 1). */
export const fieldInserter: Inserter = {
  name: 'field',
  takes: (job) => isField(job.editor),
  async insert(job) {
    const field = job.editor;
    if (!isField(field)) return { tried: false, undoable: false };
    // The browser would turn each newline into a space of its own.
    const text = field.tagName === 'INPUT' ? job.text.replace(/\n+/g, ' ') : job.text;
    if ((await typeInSlices(job, text)) || job.changed()) return { tried: true, undoable: true };
    return { tried: replaceSelection(field, text), undoable: false };
  },
};

/** For a field in which the browser refuses the command: the text is right, the undo history is lost. */
function replaceSelection(field: HTMLInputElement | HTMLTextAreaElement, text: string): boolean {
  const { selectionStart, selectionEnd } = field;
  // Types such as `number` have no selection to replace.
  if (selectionStart === null || selectionEnd === null) return false;
  field.setRangeText(text, selectionStart, selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  return true;
}
