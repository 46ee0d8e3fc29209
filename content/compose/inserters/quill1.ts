import { dispatchPaste } from '../paste-event.ts';
import { type Inserter, typeByCommand } from './inserter.ts';

/**
 * Quill 1. In Chromium a synthetic paste inserts nothing and deletes the selection; in Firefox the command alone
 * drops newlines, but right after a paste, in the same task, it lands in Quill's own paste box (insertion.md §2).
 */
export const quill1Inserter: Inserter = {
  name: 'quill1',
  takes: (job) => job.kind === 'quill1',
  async insert(job) {
    if (job.firefox) dispatchPaste(job.editor, { plain: job.text });
    typeByCommand(job.editor, job.text);
    return { tried: true, undoable: true };
  },
};
