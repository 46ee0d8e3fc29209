import type { PhraseRow } from '../phrase-file.ts';
import type { Steps } from './steps.ts';

/** Rows written in one step. */
const stepRows = 2_000;

/**
 * Rows read from any program's file as our own file, in which they travel to the background: it reads them back the
 * same, what a file did not say staying unsaid. The place of a row in the list is its place in `rows`.
 *
 * @param images bytes of images as base64, by hash
 */
export function* carryRows(
  rows: readonly PhraseRow[],
  images: ReadonlyMap<string, string> = new Map(),
): Steps<string> {
  const parts: string[] = [];
  for (const [at, { row: _, untitled, title, ...rest }] of rows.entries()) {
    parts.push(JSON.stringify({ ...rest, ...(!untitled && { title }) }));
    if (at % stepRows === stepRows - 1) yield { done: at, total: rows.length };
  }
  const held = JSON.stringify(Object.fromEntries(images));
  return `{"format":"shoubian.phrases","version":1,"phrases":[${parts.join(',')}],"images":${held}}`;
}
