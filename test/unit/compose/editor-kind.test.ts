// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { editorOf } from '../../../content/compose/deepest-editor.ts';
import { editorKind } from '../../../content/compose/editor-kind.ts';
import { paragraphsHtml } from '../../../content/compose/paragraphs-html.ts';
import { freeLength, refusalOf } from '../../../content/compose/refusal.ts';

function page(html: string): HTMLElement {
  document.body.innerHTML = html;
  const element = document.body.querySelector<HTMLElement>('[data-here]');
  if (!element) throw new Error('no element');
  return element;
}

test.each([
  ['<textarea data-here></textarea>', 'textarea'],
  ['<input data-here>', 'input'],
  ['<div data-here contenteditable="true" data-slate-editor="true"></div>', 'slate'],
  ['<div data-here contenteditable="true" data-lexical-editor="true"></div>', 'lexical'],
  ['<div data-here contenteditable="true" class="public-DraftEditor-content"></div>', 'draft'],
  ['<div data-here contenteditable="true" class="ProseMirror tiptap"></div>', 'prosemirror'],
  ['<div data-here contenteditable="true" class="ck ck-editor__editable"></div>', 'ckeditor5'],
  ['<div data-here contenteditable="true" class="mce-content-body"></div>', 'tinymce'],
  ['<div><div data-here contenteditable="true" class="ql-editor"></div></div>', 'quill2'],
  [
    '<div><div data-here contenteditable="true" class="ql-editor"></div><div class="ql-clipboard" contenteditable="true"></div></div>',
    'quill1',
  ],
  ['<pre data-here contenteditable="true"></pre>', 'contenteditable'],
])('%s is recognised', (html, kind) => {
  expect(editorKind(page(html))).toBe(kind);
});

test('an editor is the outermost editable element, and passwords and checkboxes are none', () => {
  const inner = page('<div contenteditable="true" id="host"><p><b data-here>a</b></p></div>');
  expect(editorOf(inner)?.id).toBe('host');
  expect(editorOf(page('<input type="password" data-here>'))).toBeUndefined();
  expect(editorOf(page('<input type="checkbox" data-here>'))).toBeUndefined();
  expect(editorOf(page('<p data-here>text</p>'))).toBeUndefined();
});

test.each([
  ['<textarea data-here></textarea>', undefined],
  ['<textarea data-here readonly></textarea>', 'read-only'],
  ['<textarea data-here disabled></textarea>', 'disabled'],
  ['<div data-here contenteditable="true" aria-readonly="true"></div>', 'read-only'],
  ['<section aria-disabled="true"><div data-here contenteditable="true"></div></section>', 'disabled'],
])('%s is refused as %s', (html, reason) => {
  expect(refusalOf(page(html))).toBe(reason);
});

test('what is overwritten makes room under maxlength', () => {
  const field = page('<textarea data-here maxlength="5">abc</textarea>');
  expect(freeLength(field, 0)).toBe(2);
  expect(freeLength(field, 3)).toBe(5);
  expect(freeLength(page('<textarea data-here></textarea>'), 0)).toBe(Number.POSITIVE_INFINITY);
});

test('html for an editor keeps empty lines and spaces and escapes markup', () => {
  expect(paragraphsHtml('a <b>\n\n&')).toBe('<p>a&nbsp;&lt;b></p><p><br></p><p>&amp;</p>');
});
