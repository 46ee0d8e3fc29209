import { bodyEnd, type PhraseIndex } from './search-index.ts';
import { type Asked, inGroups } from './search-words.ts';

/**
 * For every word, 1 where the phrase's text holds it. With one word, reading stops when `room` phrases are found that
 * nothing else found.
 */
export function bodyColumns(
  index: PhraseIndex,
  { words, groups }: Asked,
  grades: Uint8Array,
  room: number,
): Uint8Array[] {
  const { bodies, bodyStarts } = index;
  return words.map(({ text }) => {
    const column = new Uint8Array(grades.length);
    let left = words.length === 1 ? room : Number.POSITIVE_INFINITY;
    for (let hit = text.includes(bodyEnd) ? -1 : bodies.indexOf(text); hit >= 0 && left > 0; ) {
      const at = phraseAt(bodyStarts, hit);
      column[at] = 1;
      if (grades[at] === 0 && inGroups(index, at, groups)) left -= 1;
      hit = bodies.indexOf(text, bodyStarts[at + 1] ?? bodies.length);
    }
    return column;
  });
}

/** Phrases not found otherwise whose text has the words that nothing else of them has; the first `room` of them. */
export function bodyMatches(
  index: PhraseIndex,
  { groups }: Asked,
  columns: Uint8Array[],
  hits: Uint8Array[],
  grades: Uint8Array,
  room: number,
): number[] {
  const found: number[] = [];
  for (let at = 0; at < grades.length && found.length < room; at += 1) {
    if (grades[at] !== 0) continue;
    let missing = false;
    for (let word = 0; word < hits.length && !missing; word += 1)
      missing = !hits[word]?.[at] && !columns[word]?.[at];
    if (!missing && inGroups(index, at, groups)) found.push(at);
  }
  return found;
}

/** Which phrase's body the offset lies in. */
function phraseAt(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
