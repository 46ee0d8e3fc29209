import { isField } from './deepest-editor.ts';
import { eventOrPause, pause } from './pause.ts';
import { enclosingRoot } from './shadow-root.ts';

/** Where the caret or the selection stands in a field, in UTF-16 units. */
export interface FieldSelection {
  in: 'field';
  start: number;
  end: number;
  direction: 'forward' | 'backward' | 'none';
}

/** The same in a rich editor: the two ends as the agent drew them. */
export interface RichSelection {
  in: 'rich';
  anchor: Node;
  anchorOffset: number;
  focus: Node;
  focusOffset: number;
}

export type EditorSelection = FieldSelection | RichSelection;

/** At most this long for `selectionchange`: Firefox fires none for an unchanged range (insertion.md §5). */
const selectionSettleMs = 60;

/** The selection of an editor, or undefined when it has none (types like `email` tell nothing). */
export function captureSelection(editor: HTMLElement): EditorSelection | undefined {
  if (isField(editor)) {
    const { selectionStart: start, selectionEnd: end, selectionDirection } = editor;
    if (start === null || end === null) return undefined;
    return { in: 'field', start, end, direction: selectionDirection ?? 'none' };
  }
  const ends = selectionEnds(editor);
  return ends && editor.contains(ends.anchor) && editor.contains(ends.focus) ? ends : undefined;
}

function selectionEnds(editor: HTMLElement): RichSelection | undefined {
  const selection = editor.ownerDocument.getSelection();
  const root = enclosingRoot(editor);
  // Inside a shadow root the plain selection shows only the host; older engines have a selection on the root.
  if (root && selection && 'getComposedRanges' in selection) {
    const range = selection.getComposedRanges({ shadowRoots: [root] })[0];
    if (!range) return undefined;
    const start = [range.startContainer, range.startOffset] as const;
    const end = [range.endContainer, range.endOffset] as const;
    const [from, to] = selection.direction === 'backward' ? [end, start] : [start, end];
    return { in: 'rich', anchor: from[0], anchorOffset: from[1], focus: to[0], focusOffset: to[1] };
  }
  const own = root && 'getSelection' in root ? (root.getSelection as () => Selection | null)() : selection;
  if (!own?.anchorNode || !own.focusNode) return undefined;
  return {
    in: 'rich',
    anchor: own.anchorNode,
    anchorOffset: own.anchorOffset,
    focus: own.focusNode,
    focusOffset: own.focusOffset,
  };
}

/**
 * Puts a remembered selection back into a focused editor. Ends that are gone (the editor re-rendered) fall back
 * to the end of the text: a phrase after the draft is right more often than one before it.
 * @returns whether anything had to change, so that the caller waits for `selectionchange` only then.
 */
export function restoreSelection(editor: HTMLElement, wanted: EditorSelection | undefined): boolean {
  const now = captureSelection(editor);
  if (isField(editor)) {
    if (wanted?.in !== 'field' || !now || sameSelection(now, wanted)) return false;
    const length = editor.value.length;
    editor.setSelectionRange(Math.min(wanted.start, length), Math.min(wanted.end, length), wanted.direction);
    return true;
  }
  const usable = wanted?.in === 'rich' && editor.contains(wanted.anchor) && editor.contains(wanted.focus);
  if (usable ? now && sameSelection(now, wanted) : now) return false;
  const target: RichSelection = usable ? wanted : endOf(editor);
  editor.ownerDocument
    .getSelection()
    ?.setBaseAndExtent(
      target.anchor,
      clampOffset(target.anchor, target.anchorOffset),
      target.focus,
      clampOffset(target.focus, target.focusOffset),
    );
  return true;
}

/**
 * Waits until the editor has seen a changed selection: one task more than the event, since the editor's own
 * listener may come after ours (CKEditor 5 otherwise leaves the caret before the phrase).
 */
export async function selectionSettled(editor: HTMLElement, signal: AbortSignal): Promise<void> {
  await eventOrPause(editor.ownerDocument, ['selectionchange'], selectionSettleMs, signal);
  await pause(0, signal);
}

function endOf(editor: HTMLElement): RichSelection {
  let node: Node = editor;
  while (node.lastChild && node.lastChild.nodeName !== 'BR') node = node.lastChild;
  const offset = lengthOf(node);
  // In `<p><br></p>` the caret stands before the placeholder break.
  const at = node.lastChild?.nodeName === 'BR' ? offset - 1 : offset;
  return { in: 'rich', anchor: node, anchorOffset: at, focus: node, focusOffset: at };
}

function lengthOf(node: Node): number {
  return node.nodeType === 3 ? (node.nodeValue ?? '').length : node.childNodes.length;
}

function clampOffset(node: Node, offset: number): number {
  return Math.min(offset, lengthOf(node));
}

function sameSelection(a: EditorSelection, b: EditorSelection): boolean {
  if (a.in === 'field') return b.in === 'field' && a.start === b.start && a.end === b.end;
  return (
    b.in === 'rich' &&
    a.anchor === b.anchor &&
    a.anchorOffset === b.anchorOffset &&
    a.focus === b.focus &&
    a.focusOffset === b.focusOffset
  );
}

/**
 * Draft reads a pasted text's place from text nodes only (insertion.md §4): moves the ends of the selection from
 * elements into the text beside them. @returns whether the selection changed.
 */
export function moveSelectionIntoText(editor: HTMLElement): boolean {
  const now = captureSelection(editor);
  if (now?.in !== 'rich') return false;
  const [anchor, anchorOffset] = textPoint(now.anchor, now.anchorOffset);
  const [focus, focusOffset] = textPoint(now.focus, now.focusOffset);
  if (anchor === now.anchor && focus === now.focus) return false;
  editor.ownerDocument.getSelection()?.setBaseAndExtent(anchor, anchorOffset, focus, focusOffset);
  return true;
}

function textPoint(node: Node, offset: number): [Node, number] {
  if (node.nodeType === 3) return [node, offset];
  const after = node.childNodes[offset];
  let leaf: Node | null = after ?? node.lastChild;
  while (leaf?.firstChild) leaf = after ? leaf.firstChild : leaf.lastChild;
  return leaf?.nodeType === 3 ? [leaf, after ? 0 : lengthOf(leaf)] : [node, offset];
}
