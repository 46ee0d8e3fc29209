import type { Evidence, PageEntry, SiteMap } from '../../storage/schemas/site-map.ts';
import type { PageFact, PageHealth, PageReading } from './facts.ts';
import type { Patience } from './health.ts';
import { sameFact } from './same-fact.ts';
import type { Shadows } from './scope.ts';
import { slowFields } from './slow-fields.ts';

/** What every reader of a page entry is given. */
export interface ReadContext {
  document: Document;
  /** Epoch ms. */
  now(): number;
  /** Open shadow roots of the page; false while there are none. */
  hasShadows(): Shadows;
  /** Another number whenever elements came, went or changed their attributes; words alone move no row. */
  structure?(): number;
  /**
   * Whether this task may read another row. A row it may not read is put off with `putOff`, and the page is read
   * again in a task of its own, so that hundreds of rows never hold the agent's typing up.
   */
  mayReadMore(): boolean;
  putOff(): void;
  /** Called for every row that is really read, for diagnostics and for proof that reading is incremental. */
  onRowRead?: ((item: Element) => void) | undefined;
}

/** Reads one entry of one map again and again while its page stays. */
export interface PageReader {
  /** Something changed at or in this node. */
  touch(node: Node): boolean;
  /** Undefined where the page has nothing of this kind now (no price dialog is open). */
  read(added: ReadonlySet<Node>): PageReading | undefined;
}

/** What a reader knows of its entry. */
export interface EntryOf<Entry extends PageEntry> {
  map: SiteMap;
  entry: Entry;
  ctx: ReadContext;
  /** Waits ten seconds before a missing root counts (site-map.md, Health). */
  patience: Patience;
}

/** Evidence of an entry: its own, else its map's. */
export function evidenceOf(map: SiteMap, entry: PageEntry): Evidence {
  return entry.evidence ?? map.evidence;
}

/** Builds readings of one entry that stay the same object while they say the same. */
export function createReadings(
  map: SiteMap,
  entry: PageEntry,
): (fact: PageFact, health: PageHealth) => PageReading {
  let last: PageReading | undefined;
  return (fact, counted) => {
    const slow = slowFields(entry);
    const health = slow.length > 0 ? { ...counted, slow } : counted;
    if (last && sameFact(last.fact, fact) && sameFact(last.health, health)) return last;
    last = {
      mapId: map.id,
      platform: map.platform,
      kind: entry.kind,
      level: evidenceOf(map, entry).level,
      entry,
      fact,
      health,
    };
    return last;
  };
}
