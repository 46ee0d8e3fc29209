/** Characters platforms put where they hide something. */
const mask = /[*＊•●]|x{2,}|…/i;

/** Whether a text hides part of itself (`张**`, `138****0000`). */
export function isMasked(text: string): boolean {
  return mask.test(text);
}

/** Trimmed, or undefined where there is nothing to compare: absent, empty, or masked. */
export function clearText(text: string | undefined): string | undefined {
  const trimmed = text?.replace(/\s+/g, ' ').trim();
  return trimmed === undefined || trimmed === '' || isMasked(trimmed) ? undefined : trimmed;
}

/** A text without what people write differently for the same place: width, spaces, symbols, case. */
export const looseText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase();
