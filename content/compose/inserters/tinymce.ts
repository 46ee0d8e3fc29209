import { hasEmptyLine } from './empty-line.ts';
import { type Inserter, typeByCommand } from './inserter.ts';
import { pasteInserter } from './paste.ts';

/** TinyMCE and a text with an empty line: its paste tears the paragraph apart at the caret (insertion.md §2). */
export const tinymceInserter: Inserter = {
  name: 'tinymce-empty-line',
  takes: (job) => job.kind === 'tinymce' && hasEmptyLine(job.text),
  async insert(job) {
    // Firefox types it right, but TinyMCE does not notice it as a step of its undo.
    if (typeByCommand(job.editor, job.text) || job.changed()) return { tried: true, undoable: !job.firefox };
    return pasteInserter.insert(job);
  },
};
