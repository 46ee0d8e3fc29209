import type { LocalText } from '../language/local-text.ts';
import type { WordingCategory, WordingHit, WordingLevel } from './hit.ts';

/** A hit as it is shown: the word between what stands around it. Plain data. */
export interface WordingHitView {
  /** The same place with the same word has the same id. */
  id: string;
  level: WordingLevel;
  category: WordingCategory;
  before: string;
  word: string;
  after: string;
  reason: LocalText;
  source: string;
  suggestion?: string;
}

/** Characters shown on each side of a word. */
const around = 7;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** The same place with the same word and reason has the same id, however the rest of the draft changes behind it. */
export const hitId = (draft: string, { start, end, category }: WordingHit): string =>
  `${start}:${category}:${draft.slice(start, end)}`;

/** Hits as they are shown, the strictest first; within a level in the order of the text. */
export function viewHits(draft: string, hits: readonly WordingHit[]): WordingHitView[] {
  const rank: Record<WordingLevel, number> = { stop: 0, warn: 1, info: 2 };
  return hits
    .map((hit): WordingHitView => {
      const from = Math.max(0, hit.start - around);
      const to = Math.min(draft.length, hit.end + around);
      const word = draft.slice(hit.start, hit.end);
      return {
        id: hitId(draft, hit),
        level: hit.level,
        category: hit.category,
        before: `${from > 0 ? '…' : ''}${oneLine(draft.slice(from, hit.start))}`,
        word: oneLine(word),
        after: `${oneLine(draft.slice(hit.end, to))}${to < draft.length ? '…' : ''}`,
        reason: hit.says,
        source: hit.source,
        // Nothing to put in a word's place is no better word.
        ...(hit.suggestion && { suggestion: hit.suggestion }),
      };
    })
    .sort((one, other) => rank[one.level] - rank[other.level]);
}

/** The strictest level among hits. */
export const worstLevel = (hits: readonly { level: WordingLevel }[]): WordingLevel | undefined =>
  (['stop', 'warn', 'info'] as const).find((level) => hits.some((hit) => hit.level === level));
