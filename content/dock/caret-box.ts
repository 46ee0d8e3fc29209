import { isField } from '../compose/deepest-editor.ts';
import type { RememberedEditor } from '../compose/insert.ts';
import type { Box } from './dock-position.ts';
import { climb } from './frame-place.ts';

/**
 * Where the agent is writing, in its own window's viewport: the caret of a rich editor, else the editor itself, since
 * a field does not tell where its caret is drawn.
 */
export function caretInFrame({ element, selection }: RememberedEditor): Box {
  if (selection?.in === 'rich' && !isField(element)) {
    const range = element.ownerDocument.createRange();
    range.setStart(selection.focus, Math.min(selection.focusOffset, lengthOf(selection.focus)));
    const caret = range.getClientRects()[0];
    // An empty line has no rectangle of its own; then the editor's is near enough.
    if (caret && caret.height > 0) return caret;
  }
  return element.getBoundingClientRect();
}

/** The same in the viewport of the outermost window that can be reached. */
export function caretBox(editor: RememberedEditor): Box {
  const view = editor.element.ownerDocument.defaultView;
  const box = caretInFrame(editor);
  return view ? climb(box, view).box : box;
}

function lengthOf(node: Node): number {
  return node.nodeType === 3 ? (node.nodeValue ?? '').length : node.childNodes.length;
}
