/** What an editor is built with, as far as it can be seen from outside (insertion.md §4). */
export const editorKinds = [
  'input',
  'textarea',
  'slate',
  'lexical',
  'draft',
  'ckeditor5',
  'prosemirror',
  'quill1',
  'quill2',
  'tinymce',
  'contenteditable',
] as const;
export type EditorKind = (typeof editorKinds)[number];

const richMarks: [EditorKind, string][] = [
  ['slate', '[data-slate-editor="true"]'],
  ['lexical', '[data-lexical-editor="true"]'],
  ['draft', '.public-DraftEditor-content'],
  ['ckeditor5', '.ck-editor__editable'],
  ['prosemirror', '.ProseMirror'],
  ['tinymce', '.mce-content-body'],
];

/** Names the kind of an editor that {@link file://./deepest-editor.ts} found. */
export function editorKind(editor: HTMLElement): EditorKind {
  if (editor.tagName === 'INPUT') return 'input';
  if (editor.tagName === 'TEXTAREA') return 'textarea';
  const mark = richMarks.find(([, selector]) => editor.matches(selector));
  if (mark) return mark[0];
  if (!editor.matches('.ql-editor')) return 'contenteditable';
  // Quill 1 keeps its paste box beside the editor; Quill 2 has none.
  const pasteBox = editor.parentElement?.querySelector(':scope > .ql-clipboard[contenteditable]');
  return pasteBox ? 'quill1' : 'quill2';
}
