import { walkPinyin } from './pinyin-walk.ts';
import { initialsAt, longestWalk } from './search-grades.ts';
import type { PhraseIndex } from './search-index.ts';
import type { Word } from './search-words.ts';
import { cellOffsets, isPlainTitle } from './title-cells.ts';

/**
 * UTF-16 ranges of the title as written for the cells that took the query, merged; none where the offsets cannot be
 * known. Worked out for the listed matches only.
 */
export function rangesOf(title: string, cells: readonly number[]): [number, number][] {
  if (cells.length === 0) return [];
  const plain = isPlainTitle(title);
  const offsets = plain ? undefined : cellOffsets(title);
  if (!plain && !offsets) return [];
  const ranges: [number, number][] = [];
  for (const cell of [...cells].sort((a, b) => a - b)) {
    const start = offsets ? offsets.starts[cell] : cell;
    const end = offsets ? offsets.ends[cell] : cell + 1;
    if (start === undefined || end === undefined) continue;
    const last = ranges.at(-1);
    if (last && last[1] >= start) last[1] = Math.max(last[1], end);
    else ranges.push([start, end]);
  }
  return ranges;
}

/** The cells of a title that took the words as typed. */
export function exactCells(index: PhraseIndex, at: number, words: readonly Word[]): number[] {
  const title = index.folded[at] ?? '';
  if (words.length > 1) {
    for (const joint of [' ', '']) {
      const whole = cellsOfText(title, words.map(({ text }) => text).join(joint));
      if (whole) return whole;
    }
  }
  return words.flatMap((word) => wordCells(index, at, word));
}

function cellsOfText(title: string, text: string): number[] | undefined {
  const from = title.indexOf(text);
  if (from < 0) return undefined;
  const first = [...title.slice(0, from)].length;
  return [...text].map((_, offset) => first + offset);
}

function wordCells(index: PhraseIndex, at: number, { text, keys }: Word): number[] {
  const title = index.folded[at] ?? '';
  if (title.startsWith(text)) return cellsOfText(title, text) ?? [];
  const initials = initialsAt(index, at, keys);
  if (initials >= 0) return [...keys].map((_, offset) => initials + offset);
  const literal = cellsOfText(title, text);
  if (literal) return literal;
  if (keys.length > longestWalk) return [];
  const cells = index.cells[at] ?? [];
  return walkPinyin(cells, keys, 'own') ?? walkPinyin(cells, keys, 'any') ?? [];
}
