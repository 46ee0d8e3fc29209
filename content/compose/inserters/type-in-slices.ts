import { beginLongTyping } from '../long-typing.ts';
import { pause } from '../pause.ts';
import { type InsertJob, typeByCommand } from './inserter.ts';

/** Browsers type line by line and tell the page after each: 300 lines at once would hold it up for a third of a second. */
const linesAtOnce = 25;

/**
 * Types a text over the selection, a long one in slices between which the page goes on. The browser joins what is
 * typed on at the caret into one step of undo (Chromium). Should the agent press a key meanwhile, the rest goes in before it.
 * @returns what the first command returned
 */
export async function typeInSlices(job: InsertJob, text: string): Promise<boolean> {
  const { editor } = job;
  // Firefox makes each slice a step of undo, so there it goes in as one piece.
  const [first = '', ...rest] = job.firefox ? [text] : slicesOf(text);
  if (rest.length === 0) return typeByCommand(editor, first);
  const endTyping = beginLongTyping(editor.ownerDocument);
  try {
    return await typeAll(job, text, first, rest);
  } finally {
    endTyping();
  }
}

async function typeAll(job: InsertJob, text: string, first: string, rest: string[]): Promise<boolean> {
  const { editor, signal } = job;
  const typed = typeByCommand(editor, first);
  if (!typed) return typed;
  let done = first.length;
  const typeNext = (): void => {
    const slice = rest.shift() ?? '';
    typeByCommand(editor, slice);
    done += slice.length;
  };
  const ended = new AbortController();
  for (const type of ['keydown', 'pointerdown', 'compositionstart', 'focusout']) {
    editor.ownerDocument.addEventListener(
      type,
      () => {
        if (rest.length > 0) typeByCommand(editor, rest.splice(0).join(''));
      },
      { capture: true, signal: ended.signal },
    );
  }
  // Not ended by the signal: half a text is worse than a whole one.
  while (rest.length > 0) {
    job.progress(done);
    await pause(0, signal);
    if (rest.length > 0) typeNext();
  }
  ended.abort();
  job.progress(text.length);
  return typed;
}

function slicesOf(text: string): string[] {
  const lines = text.split('\n');
  const slices: string[] = [];
  for (let at = 0; at < lines.length; at += linesAtOnce) {
    const slice = lines.slice(at, at + linesAtOnce).join('\n');
    slices.push(at + linesAtOnce < lines.length ? `${slice}\n` : slice);
  }
  return slices;
}
