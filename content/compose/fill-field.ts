import { compositionSettled } from './composition-guard.ts';
import { deepestFocused, editorOf, isField } from './deepest-editor.ts';
import { typeByCommand } from './inserters/inserter.ts';
import { nextFrame, pause } from './pause.ts';
import { freeLength, type RefusalReason, refusalOf } from './refusal.ts';

/** How a fill ended. `value` is what the page's field holds afterwards, as it shows it. */
export interface FillOutcome {
  /** `changed`: the page took it and made something else of it (rounded, cut, refused). */
  result: 'ok' | 'changed' | 'missing' | 'unsupported';
  value: string;
  /** With `unsupported`: why nothing was written. */
  reason?: RefusalReason;
}

/** Controlled inputs render and reformat a moment after they lose the focus. */
const readAtMs = 120;

/**
 * Replaces the whole value of one of the page's fields the way a hand would: focus, select all, type, leave.
 * React and antd controlled inputs follow, because the browser's own editing makes the events. Presses nothing,
 * no key and no button (site-map.md "price": 确定修改 is never pressed).
 * @param input the `<input>` or `<textarea>`
 * @param text what it is to hold; '' empties it
 */
export async function fillField(
  input: Element,
  text: string,
  { signal }: { signal: AbortSignal },
): Promise<FillOutcome> {
  const field = editorOf(input);
  if (!field || !isField(field)) return { result: 'unsupported', value: '', reason: 'no-editor' };
  await compositionSettled(field.ownerDocument, signal);
  const refuse = (reason: RefusalReason): FillOutcome => ({
    result: 'unsupported',
    value: field.value,
    reason,
  });
  if (signal.aborted) return refuse('stopped');
  const reason = refusalOf(field);
  if (reason) return refuse(reason);
  if (text.length > freeLength(field, field.value.length)) return refuse('too-long');

  const before = field.value;
  field.focus({ preventScroll: true });
  if (deepestFocused(field.ownerDocument) !== field) return refuse('no-focus');
  if (before !== text) await replaceValue(field, text, signal);
  await leave(field, signal);
  const value = field.value;
  if (sameValue(value, text)) return { result: 'ok', value };
  return { result: sameValue(value, before) ? 'missing' : 'changed', value };
}

async function replaceValue(
  field: HTMLInputElement | HTMLTextAreaElement,
  text: string,
  signal: AbortSignal,
): Promise<void> {
  field.select();
  // The empty string is a no-op for `insertText` in Firefox (insertion.md §10).
  if (text === '') field.ownerDocument.execCommand('delete');
  else typeByCommand(field, text);
  if (field.value !== text && field.selectionStart !== null) {
    field.setRangeText(text, 0, field.value.length, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }
  const view = field.ownerDocument.defaultView;
  if (view) await nextFrame(view, signal);
}

/** Leaving the field is what commits it in antd and others; a `change` the browser did not make is added. */
async function leave(field: HTMLInputElement | HTMLTextAreaElement, signal: AbortSignal): Promise<void> {
  let heard = false;
  const listening = new AbortController();
  const note = (): void => {
    heard = true;
  };
  field.addEventListener('change', note, { capture: true, signal: listening.signal });
  field.blur();
  listening.abort();
  if (!heard) field.dispatchEvent(new Event('change', { bubbles: true }));
  await pause(readAtMs, signal);
}

/** `12` and `12.00` are one amount; anything else is compared as written. */
function sameValue(a: string, b: string): boolean {
  return plainAmount(a) === plainAmount(b);
}

function plainAmount(text: string): string {
  const amount = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(text.trim().replaceAll(',', ''));
  if (!amount) return text;
  const [, sign = '', whole = '', part = ''] = amount;
  return part === '' ? `${sign}${whole}` : `${sign}${whole}.${part}`;
}
