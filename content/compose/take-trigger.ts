import { pause } from './pause.ts';
import { selectInText } from './place-caret.ts';
import { readText } from './read-text.ts';

/** Editors re-render and reset the selection; after this many tries the trigger stays (insertion.md §5). */
const tries = 3;
const retryMs = 30;

/**
 * Selects what was typed right before the caret (`;code`), so that the insert replaces exactly those characters.
 * Leaves the selection as it was when the text before the caret is another one by now.
 * @returns whether the trigger is selected
 */
export async function selectTrigger(
  editor: HTMLElement,
  trigger: string,
  signal: AbortSignal,
): Promise<boolean> {
  for (let attempt = 0; attempt < tries && !signal.aborted; attempt += 1) {
    if (attempt > 0) await pause(retryMs, signal);
    const { text, prefix, suffix } = readText(editor);
    if (prefix === undefined || suffix === undefined) return false;
    if (selected(editor) === plainSpaces(trigger)) return true;
    // A selection of the agent's own is not the caret behind a trigger.
    if (prefix.length + suffix.length !== text.length || !endsWith(prefix, trigger)) return false;
    const range = { from: prefix.length - trigger.length, to: prefix.length };
    if ((await selectInText(editor, range, signal)) && selected(editor) === plainSpaces(trigger)) return true;
    await selectInText(editor, { from: prefix.length }, signal);
  }
  return false;
}

function endsWith(prefix: string, trigger: string): boolean {
  return trigger !== '' && plainSpaces(prefix).endsWith(plainSpaces(trigger));
}

function selected(editor: HTMLElement): string | undefined {
  const { text, prefix, suffix } = readText(editor);
  if (prefix === undefined || suffix === undefined) return undefined;
  return plainSpaces(text.slice(prefix.length, text.length - suffix.length));
}

/** Rich editors keep a space as nbsp. */
function plainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
