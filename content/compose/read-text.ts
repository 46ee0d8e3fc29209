import { isField } from './deepest-editor.ts';
import { captureSelection } from './selection.ts';

/** What an editor held at one moment. `prefix` and `suffix` are absent when the caret cannot be read. */
export interface EditorText {
  text: string;
  /** Text before the selection. */
  prefix?: string;
  /** Text after the selection. */
  suffix?: string;
  /** True for fields: their text is compared character by character, a rich editor's only after tidying. */
  exact: boolean;
}

/** A place in the tree, as a Range counts it. */
interface Point {
  node: Node;
  offset: number;
}

const blocks = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI ' +
    'MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

/** Reads an editor's text and where its selection cuts it. */
export function readText(editor: HTMLElement): EditorText {
  const selection = captureSelection(editor);
  if (isField(editor)) {
    const text = editor.value;
    if (selection?.in !== 'field') return { text, exact: true };
    const prefix = text.slice(0, selection.start);
    return { text, prefix, suffix: text.slice(selection.end), exact: true };
  }
  if (selection?.in !== 'rich') return { text: readRich(editor, []).text, exact: false };
  const ends = [
    { node: selection.anchor, offset: selection.anchorOffset },
    { node: selection.focus, offset: selection.focusOffset },
  ];
  const { text, offsets } = readRich(editor, ends);
  const [a, b] = offsets;
  if (a === undefined || b === undefined) return { text, exact: false };
  return { text, prefix: text.slice(0, Math.min(a, b)), suffix: text.slice(Math.max(a, b)), exact: false };
}

/**
 * A rich editor's text, one line per block or `<br>`. Not `innerText`: that reports one empty `<div>` line as an
 * extra newline and adjacent `<p>` as an empty line (insertion.md §7). The break that ends a block is only a
 * placeholder; islands with `contenteditable=false` (placeholders, mention chips) are left out, since editors
 * show and hide some of them by themselves.
 * @param points places whose offsets in the text are wanted
 * @param note told every place a caret can stand at: `length` characters from `offset` of `node` on stand at `at` in
 * the text
 */
export function readRich(
  editor: Node,
  points: readonly Point[],
  note?: (node: Node, offset: number, at: number, length: number) => void,
): { text: string; offsets: number[] } {
  const lines = [''];
  let touched = false;
  let breakOwed = false;
  let length = 0;
  const offsets: number[] = [];

  const begin = (): void => {
    if (breakOwed) {
      lines.push('');
      length += 1;
      breakOwed = false;
    }
    touched = true;
  };
  const write = (text: string): void => {
    if (text === '') return;
    begin();
    lines[lines.length - 1] += text;
    length += text.length;
  };
  const endLine = (): void => {
    begin();
    breakOwed = true;
    touched = false;
  };
  const closeLine = (): void => {
    if (touched) {
      breakOwed = true;
      touched = false;
    }
  };
  /** Where the next character would stand; a break that is owed comes before it. */
  const next = (): number => length + (breakOwed ? 1 : 0);
  const mark = (node: Node, offset: number): void => {
    if (note && node.nodeType === 1 && !hasBlockChild(node)) note(node, offset, next(), 0);
    points.forEach((point, i) => {
      if (point.node !== node || point.offset !== offset) return;
      // A caret in a line means that the line has begun, even if it is empty. One that stands between blocks does not.
      if (node.nodeType === 3 || !hasBlockChild(node)) begin();
      offsets[i] = length;
    });
  };
  const writeText = (node: Node): void => {
    const data = node.nodeValue ?? '';
    const preserved = keepsNewlines(node);
    const cuts = points.filter((point) => point.node === node).map((point) => point.offset);
    let from = 0;
    for (const to of [...new Set([...cuts, data.length])].sort((a, b) => a - b)) {
      const piece = data.slice(from, to);
      let at = from;
      piece.split('\n').forEach((line, i) => {
        if (i > 0 && preserved) endLine();
        const shown = i > 0 && !preserved ? ` ${line}` : line;
        note?.(node, i > 0 && !preserved ? at - 1 : at, next(), shown.length);
        at += line.length + 1;
        write(shown);
      });
      mark(node, to);
      from = to;
    }
  };
  const walk = (node: Node): void => {
    if (node.nodeType === 3) writeText(node);
    if (node.nodeType !== 1) return;
    const element = node as Element;
    if (element.tagName === 'BR') {
      endLine();
      return;
    }
    if (node !== editor && element.getAttribute('contenteditable') === 'false') return;
    const block = node !== editor && blocks.has(element.tagName);
    if (block) closeLine();
    node.childNodes.forEach((child, i) => {
      mark(node, i);
      walk(child);
    });
    mark(node, node.childNodes.length);
    if (block) closeLine();
  };
  walk(editor);
  return { text: lines.join('\n'), offsets };
}

function hasBlockChild(node: Node): boolean {
  return [...node.childNodes].some((child) => blocks.has(child.nodeName));
}

/** Whether the newlines of a text node are shown as such. */
function keepsNewlines(node: Node): boolean {
  const parent = node.parentElement;
  if (!parent || !(node.nodeValue ?? '').includes('\n')) return false;
  const style = parent.ownerDocument.defaultView?.getComputedStyle(parent).whiteSpace ?? '';
  return style.startsWith('pre') || style === 'break-spaces';
}
