import type { EditorKind } from './editor-kind.ts';
import { nextFrame, pause } from './pause.ts';
import { activityIn } from './recent-activity.ts';

/** Slate looks at the selection at most every 100 ms. */
const slateSelectionMs = 120;
/** ProseMirror joins changes beside each other into one step of undo unless half a second lies between them. */
const proseMirrorGroupMs = 500;
/**
 * Quill joins all that happens within a second of the first change; which one that was cannot be told from outside.
 */
const quillGroupMs = 1_000;
const marginMs = 20;

/**
 * Waits until an editor knows its caret and an insert would be a step of undo of its own. The caret that a key just
 * moved reaches an editor's model only with the `selectionchange` that comes a moment later; and where an editor
 * joins what follows within its own time, one Ctrl+Z would take the last typed words out together with the phrase.
 */
export async function editorSettled(
  editor: HTMLElement,
  kind: EditorKind,
  signal: AbortSignal,
): Promise<void> {
  const page = editor.ownerDocument;
  const view = page.defaultView;
  if (view) await nextFrame(view, signal);
  await pause(0, signal);
  const { changedAt, selectedAt } = activityIn(page);
  const until = (at: number): Promise<void> => pause(at + marginMs - performance.now(), signal);
  if (kind === 'slate') await until(selectedAt + slateSelectionMs);
  if (kind === 'prosemirror') await until(changedAt + proseMirrorGroupMs);
  if (kind === 'quill1' || kind === 'quill2') await until(changedAt + quillGroupMs);
  if (kind === 'lexical') tellSelection(page);
}

/**
 * Lexical skips one `selectionchange` after it has set the selection itself, also when that one is the agent's
 * (insertion.md §4: inserted at the old caret). Told twice, it has read the selection that stands.
 */
function tellSelection(page: Document): void {
  const event = (page.defaultView as (Window & { Event: typeof Event }) | null)?.Event ?? Event;
  page.dispatchEvent(new event('selectionchange'));
  page.dispatchEvent(new event('selectionchange'));
}
