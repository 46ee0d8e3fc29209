/**
 * How a title is cut for search: NFKC and lower case, one cell per code point, each cell knowing where it stands in
 * the title as the agent wrote it. Used when keys are made and when the index is built, so that both cut alike.
 */

/** NFKC, lower case, trimmed ends: full width meets half width (phrases.md §3). */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The folded title as code points; entry n of a title's PinyinKeys belongs to cell n. */
export function titleCells(title: string): string[] {
  return [...foldText(title)];
}

/** Latin, Chinese characters and signs, full width: one unit folds to one unit, so cell n is unit n of the title. */
const unitForUnit = /^[\0-\x7f\u3000-\u3029\u3400-\u9fff\uff01-\uff5e]*$/;

/** Whether offsets of cells and of the title as written are the same numbers. */
export const isPlainTitle = (title: string): boolean => unitForUnit.test(title);

/**
 * UTF-16 offsets into the original title for every cell: cell n covers [starts[n], ends[n]). Undefined where folding
 * does not map back piece by piece (letters that only combine across marks): no highlight is better than a wrong one.
 */
export function cellOffsets(title: string): { starts: number[]; ends: number[] } | undefined {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  let folded = '';
  // A base with its marks folds as one; each cell that comes out of it covers the whole of it.
  for (const piece of title.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    const part = foldText(piece);
    folded += part;
    for (const _ of part) {
      starts.push(at);
      ends.push(at + piece.length);
    }
    at += piece.length;
  }
  return folded === foldText(title) ? { starts, ends } : undefined;
}
