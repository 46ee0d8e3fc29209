import { fieldInserter } from './field.ts';
import type { Inserter } from './inserter.ts';
import { pasteInserter } from './paste.ts';
import { quill1Inserter } from './quill1.ts';
import { tinymceInserter } from './tinymce.ts';

/** In order: the first that takes a job does it. The last takes everything (insertion.md §2). */
export const inserters: readonly Inserter[] = [fieldInserter, quill1Inserter, tinymceInserter, pasteInserter];
