import { isField } from './deepest-editor.ts';
import { readRich, readText } from './read-text.ts';
import { captureSelection, restoreSelection, selectionSettled } from './selection.ts';

/**
 * Where the caret stands in the editor's text as {@link file://./read-text.ts} gives it, in UTF-16 units: the end of
 * the selection. Undefined where the editor does not tell (no selection, or types such as `email`).
 */
export function caretOf(editor: HTMLElement): number | undefined {
  const { text, suffix } = readText(editor);
  return suffix === undefined ? undefined : text.length - suffix.length;
}

/**
 * Selects from `from` to `to` of the editor's text (or puts the caret at `from`), waits until the editor has seen it
 * and checks it. The editor must have the focus.
 * @param from and `to`: UTF-16 offsets in the text as `readText` gives it
 * @returns whether the selection stands there now
 */
export async function selectInText(
  editor: HTMLElement,
  { from, to = from }: { from: number; to?: number },
  signal: AbortSignal,
): Promise<boolean> {
  if (isField(editor)) {
    // Types such as `number` have no selection to set, and throw.
    if (editor.selectionStart === null) return false;
    if (!stands(editor, from, to)) {
      editor.setSelectionRange(from, to);
      await selectionSettled(editor, signal);
    }
    return stands(editor, from, to);
  }
  if (stands(editor, from, to)) return true;
  const [anchor, focus] = pointsAt(editor, [from, to]);
  if (!anchor || !focus) return false;
  const wanted = {
    in: 'rich',
    anchor: anchor.node,
    anchorOffset: anchor.offset,
    focus: focus.node,
    focusOffset: focus.offset,
  } as const;
  if (restoreSelection(editor, wanted)) await selectionSettled(editor, signal);
  return captureSelection(editor) !== undefined && stands(editor, from, to);
}

function stands(editor: HTMLElement, from: number, to: number): boolean {
  const { text, prefix, suffix } = readText(editor);
  return prefix?.length === from && suffix !== undefined && text.length - suffix.length === to;
}

interface TreePoint {
  node: Node;
  offset: number;
}

/** The places in a rich editor's tree where offsets of its text stand: inside text where there is any. */
function pointsAt(editor: HTMLElement, offsets: readonly number[]): (TreePoint | undefined)[] {
  const found: { point: TreePoint | undefined; inText: boolean }[] = offsets.map(() => ({
    point: undefined,
    inText: false,
  }));
  readRich(editor, [], (node, offset, at, length) => {
    offsets.forEach((wanted, i) => {
      const one = found[i];
      if (!one || one.inText || wanted < at || wanted > at + length) return;
      const inText = node.nodeType === 3;
      if (one.point && !inText) return;
      one.point = { node, offset: offset + wanted - at };
      one.inText = inText;
    });
  });
  return found.map(({ point }) => point);
}

/**
 * Where a prefix that was to stand in an editor ends in what stands there now: editors swap spaces for nbsp, add
 * zero-width marks and lose empty lines, so only what can be seen is counted.
 * @returns the offset in `now`, or undefined when `now` does not begin with it
 */
export function endOfPrefix(now: string, prefix: string): number | undefined {
  const seen = prefix.replace(/[\s\u200b\ufeff]+/g, '');
  let at = 0;
  for (const unit of seen.split('')) {
    while (at < now.length && isBlank(now[at])) at += 1;
    if (now[at] !== unit) return undefined;
    at += 1;
  }
  const blanks = /[\s\u200b\ufeff]*$/.exec(prefix)?.[0] ?? '';
  for (const blank of blanks.split('')) {
    while (isZeroWidth(now[at])) at += 1;
    if (blank === '\n' ? now[at] === '\n' : now[at] !== '\n' && isBlank(now[at])) at += 1;
  }
  return at;
}

function isBlank(unit: string | undefined): boolean {
  return unit !== undefined && /[\s\u200b\ufeff]/.test(unit);
}

function isZeroWidth(unit: string | undefined): boolean {
  return unit === '\u200b' || unit === '\ufeff';
}
