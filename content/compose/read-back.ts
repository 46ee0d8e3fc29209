import { nextFrame, pause } from './pause.ts';
import { type EditorText, readText } from './read-text.ts';
import { type InsertResult, judgeInsert } from './verdict.ts';

type Verdict = Exclude<InsertResult, 'unsupported'>;

/** Editors render late and may revert: the next frame, then these moments after it (insertion.md §7). */
const readAtMs = [100, 300];
/** Phrases of hundreds of lines take longer to arrive. */
const longText = 4000;

/** A read-back that is going on; `settle` ends it with what the editor holds now. */
export interface ReadBack {
  done: Promise<Verdict>;
  settle(): void;
}

/**
 * Reads the editor back after an insert. Ends early when the agent goes on by hand (a key, a click): from then on
 * the text is the agent's, and sending or undoing at once is not a loss.
 * @param landed called once, as soon as the text is there as it should be
 */
export function readBack(
  editor: HTMLElement,
  before: EditorText,
  phrase: string,
  signal: AbortSignal,
  landed?: () => void,
): ReadBack {
  const early = new AbortController();
  const ended = AbortSignal.any([signal, early.signal]);
  const judge = (): Verdict => judgeInsert(before, phrase, readText(editor).text);
  let last: Verdict | undefined;
  const settle = (): void => {
    if (ended.aborted) return;
    last = judge();
    early.abort();
  };
  // Capture on the document: runs before the editor sees the key, so the text is still the insert's.
  for (const type of ['keydown', 'pointerdown', 'beforeinput'] as const) {
    editor.ownerDocument.addEventListener(
      type,
      (event) => {
        if (event.isTrusted && (last !== undefined || type === 'keydown')) settle();
      },
      { capture: true, signal: ended },
    );
  }
  const run = async (): Promise<Verdict> => {
    const view = editor.ownerDocument.defaultView;
    if (view) await nextFrame(view, ended);
    const start = performance.now();
    const moments = phrase.length > longText ? [...readAtMs, 1500] : readAtMs;
    for (const at of moments) {
      if (ended.aborted) break;
      if (last !== 'ok') {
        last = judge();
        if (last === 'ok') landed?.();
      } else last = judge();
      await pause(start + at - performance.now(), ended);
    }
    if (!ended.aborted) last = judge();
    early.abort();
    return last ?? judge();
  };
  return { done: run(), settle };
}
