import { piecesOf } from './suggest-words.ts';

/**
 * What this agent inserted after which kind of message. Of a message only a sketch is kept: a few numbers below 4096,
 * each of which stands for thousands of pairs of characters, so that no buyer's words can be read back from it.
 */
export interface SuggestMemory {
  /** Longest unused first; at most `mostEntries`. */
  entries: MemoryEntry[];
}

export interface MemoryEntry {
  /** Rising, without repeats. */
  sketch: number[];
  /** How often each phrase was inserted after such a message; at most `mostPhrases`. */
  counts: { id: string; count: number }[];
}

export const emptyMemory: SuggestMemory = { entries: [] };

/** Bounds: about 100 bytes an entry, so the whole stays under 40 kB. */
export const mostEntries = 400;
export const mostPhrases = 6;
const mostPieces = 12;
/** Counts are halved beyond this, so that a new habit overtakes an old one. */
const mostCount = 32;
/** Messages at least this alike are one kind. */
const sameKind = 0.6;
/** Messages less alike say nothing of each other. */
const leastAlike = 0.4;

function hashOf(piece: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < piece.length; at += 1) hash = Math.imul(hash ^ piece.charCodeAt(at), 0x01000193);
  return (Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 20) & 4095;
}

/** Sketch of a message: pairs and words only, the weightiest first where there are too many. */
export function sketchOf(message: string): number[] {
  const pieces = [...piecesOf(message)].filter(([piece, weight]) => weight >= 0.5 || [...piece].length > 1);
  pieces.sort(([, a], [, b]) => b - a);
  const hashes = new Set(pieces.map(([piece]) => hashOf(piece)));
  return [...hashes].slice(0, mostPieces).sort((a, b) => a - b);
}

/** How alike two sketches are, 0 to 1: twice what they share over what they have. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const shared = a.filter((hash) => b.includes(hash)).length;
  return (2 * shared) / (a.length + b.length);
}

function counted(counts: MemoryEntry['counts'], id: string): MemoryEntry['counts'] {
  const before = counts.find((entry) => entry.id === id)?.count ?? 0;
  const others = counts.filter((entry) => entry.id !== id);
  const grown = [{ id, count: before + 1 }, ...others];
  const kept = before < mostCount ? grown : grown.map((entry) => ({ ...entry, count: entry.count >> 1 }));
  // The newest stays whatever the counts of the others are, or nothing new could ever be learnt.
  const rest = kept.slice(1).filter(({ count }) => count > 0);
  return [...kept.slice(0, 1), ...rest.sort((a, b) => b.count - a.count)].slice(0, mostPhrases);
}

/** The memory after the agent inserted a phrase in answer to a message; the given one is not changed. */
export const learn = (memory: SuggestMemory, message: string, phraseId: string): SuggestMemory =>
  learnSketch(memory, sketchOf(message), phraseId);

/** The same for a message of which only the sketch is known; its entry is the last of the new memory. */
export function learnSketch(
  memory: SuggestMemory,
  sketch: readonly number[],
  phraseId: string,
): SuggestMemory {
  if (sketch.length === 0) return memory;
  let best = -1;
  let bestLikeness = sameKind;
  for (const [at, entry] of memory.entries.entries()) {
    const alike = likeness(sketch, entry.sketch);
    if (alike < bestLikeness) continue;
    best = at;
    bestLikeness = alike;
  }
  const known = memory.entries[best];
  const entry: MemoryEntry = {
    sketch: known?.sketch ?? [...sketch],
    counts: counted(known?.counts ?? [], phraseId),
  };
  const others = memory.entries.filter((_, at) => at !== best);
  return { entries: [...others, entry].slice(-mostEntries) };
}

/** Votes for phrases by what was inserted after messages like this one. */
export function votesOf(memory: SuggestMemory, message: string): Map<string, number> {
  const sketch = sketchOf(message);
  const votes = new Map<string, number>();
  for (const entry of memory.entries) {
    const alike = likeness(sketch, entry.sketch);
    if (alike < leastAlike) continue;
    for (const { id, count } of entry.counts)
      votes.set(id, (votes.get(id) ?? 0) + alike * alike * Math.log2(1 + count));
  }
  return votes;
}
