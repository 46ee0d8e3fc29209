import type { Locator, PageEntry, SiteMap } from '../../storage/schemas/site-map.ts';
import { fitsPattern } from './pattern.ts';

/** An entry that applies to the page as it is now. */
export interface MatchedEntry {
  map: SiteMap;
  entry: PageEntry;
}

export interface MatchInput {
  /** pathname + search + hash. */
  path: string;
  topFrame: boolean;
  has(locator: Locator): boolean;
}

function fitsPath(path: string, pattern: string | undefined): boolean {
  return pattern === undefined || fitsPattern(path, pattern);
}

/**
 * The entries that apply, at most one per kind: the first in the order of maps and pages (site-map.md, Document).
 * Several kinds can apply on one page. Entries stand in the top frame only, unless they say `all`.
 */
export function matchPage(maps: readonly SiteMap[], { path, topFrame, has }: MatchInput): MatchedEntry[] {
  const matched = new Map<PageEntry['kind'], MatchedEntry>();
  for (const map of maps) {
    for (const entry of map.pages) {
      if (matched.has(entry.kind) || (entry.frames !== 'all' && !topFrame)) continue;
      const { when } = entry;
      if (!fitsPath(path, when?.path)) continue;
      if (when?.has !== undefined && !has(when.has)) continue;
      matched.set(entry.kind, { map, entry });
    }
  }
  return [...matched.values()];
}
