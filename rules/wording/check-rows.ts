import type { Steps } from '../phrases/files/steps.ts';
import { checkWording } from './check.ts';
import type { WordingLevel, WordingOptions } from './hit.ts';
import { viewHits, type WordingHitView, worstLevel } from './hit-view.ts';

/** A row of a file as far as its wording matters. */
export interface CheckableRow {
  /** Its line in the file. */
  row: number;
  title: string;
  text: string;
  more?: readonly string[];
}

/** What the wording check says of a file of phrases. */
export interface WordingOfRows {
  /** Rows with a hit, by their worst level. */
  levels: Record<WordingLevel, number>;
  /** The first of them, the strictest first. */
  first: { row: number; title: string; hits: WordingHitView[] }[];
}

/** Rows listed; the others are counted. */
const listed = 100;
/** Hits shown of one row. */
const perRow = 5;

/** Checks the texts of a file row by row; 50,000 of them take seconds and never hold a page. */
export function* checkRowSteps(rows: readonly CheckableRow[], options: WordingOptions): Steps<WordingOfRows> {
  const levels: Record<WordingLevel, number> = { stop: 0, warn: 0, info: 0 };
  const found: Record<WordingLevel, WordingOfRows['first']> = { stop: [], warn: [], info: [] };
  for (const [at, { row, title, text, more = [] }] of rows.entries()) {
    const hits = [text, ...more].flatMap((one) => viewHits(one, checkWording(one, options)));
    const worst = worstLevel(hits);
    if (worst) {
      levels[worst] += 1;
      if (found[worst].length < listed) found[worst].push({ row, title, hits: hits.slice(0, perRow) });
    }
    yield { done: at + 1, total: rows.length };
  }
  return { levels, first: [...found.stop, ...found.warn, ...found.info].slice(0, listed) };
}
