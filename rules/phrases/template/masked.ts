/**
 * Whether a page shows the value only in part (`张**`, `138****0000`, `●●●`). It may be shown to the agent, it must not be
 * written to a buyer.
 */
export function isMasked(value: string): boolean {
  return /[*＊﹡∗✱]|[●•■█□○]{2}/u.test(value);
}

/** What the page tells of a value: a blank one tells nothing. */
export function valueState(value: string | undefined): 'known' | 'absent' | 'masked' {
  if (value === undefined || value.trim() === '') return 'absent';
  return isMasked(value) ? 'masked' : 'known';
}
