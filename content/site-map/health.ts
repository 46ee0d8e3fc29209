import type { Breakage, PageHealth, PageKind } from './facts.ts';
import type { Tally } from './read-field.ts';

/** How long something a page must have may be missing before it counts as broken (site-map.md, Health). */
export const PATIENCE_MS = 10_000;

/** Remembers since when things are missing. Time is injected; nothing here waits. */
export interface Patience {
  /** True once `missing` has been so for ten seconds without a break. */
  isOver(what: string, missing: boolean, now: number): boolean;
  /** When the next thing runs out of patience, epoch ms; undefined when nothing is missing. */
  next(now: number): number | undefined;
}

export function createPatience(patienceMs = PATIENCE_MS): Patience {
  const since = new Map<string, number>();
  return {
    isOver(what, missing, now) {
      if (!missing) {
        since.delete(what);
        return false;
      }
      const start = since.get(what) ?? now;
      since.set(what, start);
      return now - start >= patienceMs;
    },
    next(now) {
      const due = [...since.values()].map((start) => start + patienceMs).filter((at) => at > now);
      return due.length > 0 ? Math.min(...due) : undefined;
    },
  };
}

/** A required field that yields nothing for every row while rows exist is broken (site-map.md, Health). */
export function isFieldBroken(tally: Tally, field: string): boolean {
  const count = tally[field];
  return count !== undefined && count.rows > 0 && count.seen === 0;
}

/** The health of one page entry: rows, counts per field, and what is broken by name. */
export function healthOf(
  kind: PageKind,
  rows: number,
  fields: Tally,
  brokenFields: readonly string[],
): PageHealth {
  const broken: Breakage[] = brokenFields.map((field) => ({ kind, field }));
  return { kind, rows, fields, broken };
}

const FRAME_WIDTH = 300;
const FRAME_HEIGHT = 200;

/**
 * Whether a list that is not here may stand in a frame of this page (JD's orders sometimes do; markets.md §10). An
 * entry for all frames then misses nothing: the frame's own watcher says whether the list is there.
 */
export function mayBeInFrame(document: Document, frames: 'top' | 'all' | undefined): boolean {
  if (frames !== 'all') return false;
  return [...document.querySelectorAll('iframe')].some((frame) => {
    const { width, height } = frame.getBoundingClientRect();
    return width >= FRAME_WIDTH && height >= FRAME_HEIGHT;
  });
}
