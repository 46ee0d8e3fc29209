import { bodyEnd, type PhraseIndex } from './search-index.ts';
import { type SuggestMemory, votesOf } from './suggest-memory.ts';
import { piecesOf } from './suggest-words.ts';
import { foldText } from './title-cells.ts';

export { emptyMemory, learn, type SuggestMemory } from './suggest-memory.ts';

/** A phrase that may answer a message; the higher the score the likelier, comparable within one list only. */
export interface PhraseSuggestion {
  id: string;
  score: number;
  /** What speaks for it most: what this agent did after messages like this, or the words it shares with it. */
  why: 'learnt' | 'words';
  /** With `words`: the longest piece of the message that it shares; absent where that is a single character. */
  words?: string;
}

/** What a piece in a field of the phrase counts. */
const fields = { title: 1, group: 0.35, text: 0.45 } as const;
type Field = keyof typeof fields;

/** What was learnt against what the words say: one earlier answer to the same message weighs more than any wording. */
const learntWeight = 1.5;

/** Below this the words have too little in common to be worth the agent's eye. */
const leastScore = 0.12;

interface Posting {
  row: number;
  /** Share of the piece in its field, damped: 0 to 1. */
  share: number;
}

const none: PhraseIndex['groups'][number] = { category: '', second: '', tags: [] };

type Pieces = Map<string, Posting[]>;
const known = new WeakMap<PhraseIndex, Pieces>();

/** Which phrases hold a piece and how much of them it is; rare pieces count more than those half the library has. */
function piecesIndex(index: PhraseIndex): Pieces {
  const made = known.get(index);
  if (made) return made;
  const rows = index.ids.map((_, row): Record<Field, Map<string, number>> => {
    const { category, second, tags } = index.groups[index.group[row] ?? 0] ?? none;
    const text = index.bodies.slice(index.bodyStarts[row], index.bodyStarts[row + 1]).replaceAll(bodyEnd, '');
    return {
      title: piecesOf(index.folded[row] ?? ''),
      group: piecesOf([category, second, ...tags].join(' ')),
      // What stands for a value says what the phrase needs, not what it is about.
      text: piecesOf(text.replaceAll(/\{[^{}]*\}/g, ' ')),
    };
  });
  const spread = new Map<string, number>();
  for (const row of rows)
    for (const piece of new Set([...row.title.keys(), ...row.group.keys(), ...row.text.keys()]))
      spread.set(piece, (spread.get(piece) ?? 0) + 1);
  const rarity = (piece: string): number => Math.log2(1 + rows.length / (spread.get(piece) ?? 1));

  const pieces: Pieces = new Map();
  for (const [row, byField] of rows.entries()) {
    for (const field of ['title', 'group', 'text'] as const) {
      const weighed = [...byField[field]].map(([piece, weight]) => [piece, weight * rarity(piece)] as const);
      const length = Math.hypot(...weighed.map(([, weight]) => weight));
      for (const [piece, weight] of weighed) {
        const list = pieces.get(piece) ?? [];
        list.push({ row, share: (fields[field] * weight) / length });
        pieces.set(piece, list);
      }
    }
  }
  known.set(index, pieces);
  return pieces;
}

/**
 * Phrases that may answer what the buyer last wrote, best first: by the words they share with it, and by what this
 * agent inserted after messages like it. Empty when nothing fits. Pure and local: nothing is sent or kept.
 *
 * @param message the buyer's last message; several in a row may be joined by newlines
 */
export function suggestPhrases(
  index: PhraseIndex,
  memory: SuggestMemory,
  message: string,
  { limit = 3 }: { limit?: number } = {},
): PhraseSuggestion[] {
  const asked = [...piecesOf(message)];
  const pieces = piecesIndex(index);
  const size = index.ids.length;
  // Words the library never uses say nothing about which of its phrases is meant.
  const weighed = asked.flatMap(([piece, weight]) => {
    const postings = pieces.get(piece);
    return postings ? [{ postings, weight: weight * Math.log2(1 + size / postings.length) }] : [];
  });
  const length = Math.hypot(...weighed.map(({ weight }) => weight)) || 1;
  const scores = new Float64Array(size);
  for (const { postings, weight } of weighed)
    for (const { row, share } of postings) scores[row] = (scores[row] ?? 0) + (share * weight) / length;

  const votes = votesOf(memory, message);
  const found: { row: number; score: number }[] = [];
  for (let row = 0; row < size; row += 1) {
    const learnt = votes.size > 0 ? (votes.get(index.ids[row] ?? '') ?? 0) : 0;
    const score = (scores[row] ?? 0) + learntWeight * learnt;
    if (score >= leastScore) found.push({ row, score });
  }
  // Rows stand in the order of use: equal scores keep it.
  found.sort((a, b) => b.score - a.score || a.row - b.row);
  return found.slice(0, limit).map(({ row, score }) => {
    const id = index.ids[row] ?? '';
    const byWords = scores[row] ?? 0;
    if (score - byWords > byWords) return { id, score, why: 'learnt' };
    const words = sharedWords(pieces, message, row);
    return { id, score, why: 'words', ...(words !== '' && { words }) };
  });
}

/** The longest run of the message whose neighbouring characters, or whose Latin word, the phrase has too. */
function sharedWords(pieces: Pieces, message: string, row: number): string {
  const has = (piece: string): boolean => pieces.get(piece)?.some((posting) => posting.row === row) ?? false;
  let best = '';
  for (const [run] of foldText(message).matchAll(/[\u3400-\u9fff\u{20000}-\u{3ffff}]+|[a-z]{2,}/gu)) {
    const characters = /^[a-z]/.test(run) ? [run] : [...run];
    let shared = /^[a-z]/.test(run) && has(run) ? run : '';
    for (let at = 0; at + 1 < characters.length; at += 1) {
      const pair = `${characters[at]}${characters[at + 1]}`;
      shared = has(pair) ? (shared === '' ? pair : shared + (characters[at + 1] ?? '')) : '';
      if ([...shared].length > [...best].length) best = shared;
    }
    if ([...shared].length > [...best].length) best = shared;
  }
  return best;
}
