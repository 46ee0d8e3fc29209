import { editorOf } from './deepest-editor.ts';
import type { RememberedEditor } from './insert.ts';
import { newPictures } from './new-pictures.ts';
import { dispatchPaste } from './paste-event.ts';
import { whenReady } from './ready.ts';
import type { RefusalReason } from './refusal.ts';
import { inTurn } from './turns.ts';

/**
 * How an insert of images ended. `unsure`: the editor took the event and nothing new is to be seen; `missing`: it did
 * not react at all; `partly`: some are there. With anything but `ok` the agent is offered the image to copy.
 */
export interface ImagesOutcome {
  result: 'ok' | 'partly' | 'unsure' | 'missing' | 'unsupported';
  /** How many of the images are to be seen. */
  seen: number;
  /** With `unsupported`: why nothing was tried. */
  reason?: RefusalReason;
}

/** Chats show a preview at once; those that upload first show a place for it. */
const appearsMs = 1_500;

/**
 * Gives image files to an editor as if they were pasted, one after the other since many chats look at the first only,
 * and looks whether they are there: a picture in the editor, or a new preview anywhere in its page (spec: insertion.md
 * §1: never the system clipboard, never sends).
 */
export async function insertImages(
  target: Element | RememberedEditor,
  files: readonly File[],
  { signal }: { signal: AbortSignal },
): Promise<ImagesOutcome> {
  const remembered = 'element' in target ? target : { element: target, selection: undefined };
  const editor = editorOf(remembered.element);
  if (!editor) return { result: 'unsupported', seen: 0, reason: 'no-editor' };
  return inTurn(editor.ownerDocument, async () => {
    let seen = 0;
    let taken = 0;
    for (const file of files) {
      const reason = await whenReady(editor, remembered.selection, signal);
      if (reason && seen + taken === 0) return { result: 'unsupported', seen, reason };
      if (reason) break;
      const shown = newPictures(editor, signal);
      if (dispatchPaste(editor, { files: [file] })) taken += 1;
      if (await shown.within(appearsMs)) seen += 1;
    }
    if (seen === files.length) return { result: 'ok', seen };
    if (seen > 0) return { result: 'partly', seen };
    return { result: taken > 0 ? 'unsure' : 'missing', seen };
  });
}
