import { isField } from './deepest-editor.ts';

/** Why nothing was written. */
export type RefusalReason =
  /** Not an editor, or one that is not in the page any more. */
  | 'no-editor'
  | 'disabled'
  | 'read-only'
  /** Would pass `maxlength`; the browser would cut it silently. */
  | 'too-long'
  /** The page did not let the editor have the focus. */
  | 'no-focus'
  /** The only way left would damage the draft. */
  | 'no-safe-way'
  /** The page was left, or the extension stopped, before it could be done. */
  | 'stopped';

/** Why an editor must not be written to at all, or undefined (insertion.md §2 step 0). */
export function refusalOf(editor: HTMLElement): RefusalReason | undefined {
  if (!editor.isConnected) return 'no-editor';
  // `:disabled` also sees a disabled fieldset around the field.
  if (editor.matches(':disabled') || editor.closest('[aria-disabled="true"], [inert]')) return 'disabled';
  if (isField(editor) && editor.readOnly) return 'read-only';
  return editor.getAttribute('aria-readonly') === 'true' ? 'read-only' : undefined;
}

/**
 * UTF-16 units that still fit when `replaced` of them are overwritten; Infinity without a limit.
 * Counted beforehand, because the command cuts silently and returns `true`, and assigning ignores the limit.
 */
export function freeLength(editor: HTMLElement, replaced: number): number {
  if (!isField(editor) || editor.maxLength < 0) return Number.POSITIVE_INFINITY;
  return Math.max(0, editor.maxLength - editor.value.length + replaced);
}
