import { grade, scoreOf } from './search-grades.ts';
import { cellOffsets, foldText } from './title-cells.ts';

/** Why a phrase was found, where its title alone does not show it. Ranges are UTF-16 offsets into the text beside them. */
export type HitReason =
  | { by: 'code'; ranges: [number, number][] }
  | { by: 'tag'; text: string; ranges: [number, number][] }
  /** Found in the text alone: a piece of it around the first place. */
  | { by: 'text'; text: string; ranges: [number, number][] };

interface Found {
  score: number;
  ranges: readonly [number, number][];
}
interface Shown {
  text: string;
  more?: readonly string[];
  code?: string;
  category?: string;
  group?: string;
  tags?: readonly string[];
}

/** Characters of the text shown before what was found, so that the eye finds it at the line's beginning. */
const lead = 8;

/** Places of the words in a text as written; none where folding does not map back: no highlight beats a wrong one. */
function placesOf(text: string, words: readonly string[]): [number, number][] {
  const offsets = cellOffsets(text);
  if (!offsets) return [];
  const folded = foldText(text);
  const places = words.flatMap((word): [number, number][] => {
    const at = folded.indexOf(word);
    if (at < 0) return [];
    const cell = [...folded.slice(0, at)].length;
    const from = offsets.starts[cell];
    const to = offsets.ends[cell + [...word].length - 1];
    return from === undefined || to === undefined ? [] : [[from, to]];
  });
  places.sort((a, b) => a[0] - b[0]);
  return places.filter(([from], i) => i === 0 || from >= (places[i - 1]?.[1] ?? 0));
}

/**
 * What to show beside a hit of `searchPhrases`.
 * @param query as typed
 * @param found score and title ranges of the hit
 */
export function hitReason(phrase: Shown, query: string, { score, ranges }: Found): HitReason | undefined {
  const words = foldText(query)
    .split(/\s+/)
    .filter((word) => word !== '' && !word.startsWith('@'));
  if (words.length === 0) return undefined;
  if (score === scoreOf(grade.codeEqual) || score === scoreOf(grade.codePrefix)) {
    const code = phrase.code ?? '';
    const places = placesOf(code, words.length === 1 ? words : [words.join(''), words.join(' ')]);
    return { by: 'code', ranges: places.filter(([from]) => from === 0) };
  }
  if (ranges.length > 0) return undefined;
  if (score === scoreOf(grade.group)) {
    for (const text of [...(phrase.tags ?? []), phrase.group ?? '', phrase.category ?? '']) {
      const places = placesOf(text, words);
      if (places.length > 0) return { by: 'tag', text, ranges: places };
    }
    return undefined;
  }
  if (score !== scoreOf(grade.body)) return undefined;
  for (const text of [phrase.text, ...(phrase.more ?? [])]) {
    const flat = text.replace(/\s/g, ' ');
    const [first] = placesOf(flat, words);
    if (!first) continue;
    const from = first[0] > lead + 4 ? startOf(flat, first[0] - lead) : 0;
    const mark = from > 0 ? '…' : '';
    const piece = mark + flat.slice(from);
    return { by: 'text', text: piece, ranges: placesOf(piece, words) };
  }
  return undefined;
}

/** Not between the halves of one character. */
const startOf = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at);
