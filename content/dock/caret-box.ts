import { isField } from '../compose/deepest-editor.ts';
import type { RememberedEditor } from '../compose/insert.ts';
import type { Box } from './dock-position.ts';

/**
 * Where the agent is writing, in the top page's viewport: the caret of a rich editor, else the editor itself,
 * since a field does not tell where its caret is drawn.
 */
export function caretBox({ element, selection }: RememberedEditor): Box {
  let box: Box = element.getBoundingClientRect();
  if (selection?.in === 'rich' && !isField(element)) {
    const range = element.ownerDocument.createRange();
    range.setStart(selection.focus, Math.min(selection.focusOffset, lengthOf(selection.focus)));
    const caret = range.getClientRects()[0];
    // An empty line has no rectangle of its own; then the editor's is near enough.
    if (caret && caret.height > 0) box = caret;
  }
  let view = element.ownerDocument.defaultView;
  while (view?.frameElement) {
    const frame = view.frameElement;
    const outer = frame.getBoundingClientRect();
    const { width, height } = box;
    box = {
      left: box.left + outer.left + frame.clientLeft,
      top: box.top + outer.top + frame.clientTop,
      width,
      height,
    };
    view = frame.ownerDocument.defaultView;
  }
  return box;
}

function lengthOf(node: Node): number {
  return node.nodeType === 3 ? (node.nodeValue ?? '').length : node.childNodes.length;
}
