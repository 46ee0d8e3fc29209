import type { PageEntry, SiteMap } from '../../storage/schemas/site-map.ts';
import type { PageKind, PageReading } from './facts.ts';
import { createPatience, type Patience } from './health.ts';
import { locateElement } from './locate.ts';
import { matchPage } from './match-page.ts';
import { holdsOwnNode, isOwnNode } from './own-nodes.ts';
import type { PageReader, ReadContext } from './page-reader.ts';
import { createChatReader } from './read-chat.ts';
import { createOrdersReader } from './read-orders.ts';
import { createPriceReader } from './read-price.ts';
import { createRefundsReader } from './read-refunds.ts';
import { createReviewsReader } from './read-reviews.ts';
import { scopeOf } from './scope.ts';
import { createShadowIndex } from './shadow-index.ts';
import { createTaskTimer, type SetTimer } from './task-timer.ts';
import { watchedAttributes } from './watched-attributes.ts';

export interface WatchOptions {
  /** Maps whose hosts fit this page, in order of precedence. */
  maps: readonly SiteMap[];
  document: Document;
  /** Epoch ms. */
  now(): number;
  signal: AbortSignal;
  /** Whether a node is one the extension added. Changes at and in those are ignored, but not their removal. */
  isOurs(node: Node): boolean;
  /** False in a frame: only entries with `frames: "all"` apply there. */
  topFrame: boolean;
  /**
   * Everything the page shows now, called whenever some of it changed, and when something of ours was taken out of
   * the page, so that it can be put back. A reading or a row that says the same is the same object as before.
   */
  onReadings(readings: PageReading[], off: readonly PageKind[]): void;
  /** Kinds of page that are not read at all; those that would apply here are handed to `onReadings` by name. */
  off?: readonly PageKind[];
  /** For tests; the default runs delays of 0 as a task of their own, which hidden tabs do not hold back. */
  setTimer?: SetTimer;
  onRowRead?(item: Element): void;
}

/** Between two reads of a page that changes all the time. Hidden tabs do not wait: their timers are held back. */
const READ_GAP_MS = 50;
/** A task reads rows for this long at most, and then leaves the page to the agent for a moment. */
const READ_SLICE_MS = 20;
/** Finding the rows of a very long page may use the slice up; some are read all the same, or nothing ever would be. */
const ROWS_AT_LEAST_MS = 8;

const isElement = (node: Node): boolean => node.nodeType === 1;

/** Whether a record may change which elements a selector finds. */
function movesElements({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  if (type === 'characterData') return false;
  if (type === 'attributes') return true;
  return [...addedNodes].some(isElement) || [...removedNodes].some(isElement);
}

interface Slot {
  map: SiteMap;
  entry: PageEntry;
  reader: PageReader & { edited?(target: Node): void };
  patience: Patience;
}

function createReader(map: SiteMap, entry: PageEntry, ctx: ReadContext, patience: Patience): Slot['reader'] {
  switch (entry.kind) {
    case 'chat':
      return createChatReader({ map, entry, ctx, patience });
    case 'orders':
      return createOrdersReader({ map, entry, ctx, patience });
    case 'reviews':
      return createReviewsReader({ map, entry, ctx, patience });
    case 'price':
      return createPriceReader({ map, entry, ctx, patience });
    case 'refunds':
      return createRefundsReader({ map, entry, ctx, patience });
  }
}

/**
 * Watches one page with one MutationObserver and reads what its maps describe: coalesced, only touched rows again,
 * through route changes and replaced roots, also while the tab is hidden (platform.md, decision 5). The first
 * readings come as a task of their own, never from inside this call. Everything stops on the signal.
 */
export function watchPage(options: WatchOptions): void {
  const { maps, document, now, signal, topFrame, onReadings } = options;
  if (signal.aborted || maps.length === 0) return;
  const view = document.defaultView;
  const isOurs = (node: Node): boolean => isOwnNode(node) || options.isOurs(node);
  const setTimer = options.setTimer ?? createTaskTimer(signal);
  const shadows = createShadowIndex(document, (root) => observer.observe(root, watched));
  const ctx: ReadContext = {
    document,
    now,
    hasShadows: shadows.present,
    structure: () => structure,
    mayReadMore() {
      const at = now();
      firstRow ??= at;
      return at - lastRead < READ_SLICE_MS || at - firstRow < ROWS_AT_LEAST_MS;
    },
    putOff: () => {
      hasMore = true;
    },
    onRowRead: options.onRowRead,
  };

  const isOff = (kind: PageKind): boolean => options.off?.includes(kind) ?? false;
  let off: PageKind[] = [];
  let slots: Slot[] = [];
  let last: PageReading[] = [];
  let isFirst = true;
  let mustRestore = false;
  let offChanged = false;
  let hasMore = false;
  let structure = 0;
  /** When this task came to its first row. */
  let firstRow: number | undefined;
  const added = new Set<Node>();
  let cancelRead: (() => void) | undefined;
  let cancelCheck: (() => void) | undefined;
  let lastRead = Number.NEGATIVE_INFINITY;

  const path = (): string => {
    const { pathname = '', search = '', hash = '' } = view?.location ?? {};
    return pathname + search + hash;
  };

  const match = (): void => {
    const page = scopeOf([document], shadows.present());
    const matched = matchPage(maps, {
      path: path(),
      topFrame,
      has: (locator) => locateElement(locator, page) !== undefined,
    });
    const offNow = matched.map(({ entry }) => entry).filter(({ kind }) => isOff(kind));
    // A dialog that is not open is no page to be told of.
    const shown = offNow.filter((entry) => entry.kind !== 'price' || locateElement(entry.root, page));
    if (shown.map(({ kind }) => kind).join() !== off.join()) {
      off = shown.map(({ kind }) => kind);
      offChanged = true;
    }
    const on = matched.filter(({ entry }) => !isOff(entry.kind));
    slots = on.map(({ map, entry }) => {
      const old = slots.find((slot) => slot.entry === entry);
      if (old) return old;
      const patience = createPatience();
      return { map, entry, patience, reader: createReader(map, entry, ctx, patience) };
    });
  };

  const read = (): void => {
    cancelRead = undefined;
    if (signal.aborted) return;
    lastRead = now();
    hasMore = false;
    firstRow = undefined;
    if (shadows.recheck()) structure += 1;
    if (!shadows.look(() => now() - lastRead < READ_SLICE_MS)) {
      cancelRead = setTimer(read, 0);
      return;
    }
    match();
    const readings: PageReading[] = [];
    for (const { reader } of slots) {
      const reading = reader.read(added);
      if (reading) readings.push(reading);
    }
    added.clear();
    if (hasMore) {
      cancelRead = setTimer(read, 0);
      return;
    }
    scheduleCheck();
    const changed = readings.length !== last.length || readings.some((reading, i) => reading !== last[i]);
    if (!changed && !mustRestore && !isFirst && !offChanged) return;
    isFirst = false;
    offChanged = false;
    mustRestore = false;
    last = readings;
    onReadings(readings, off);
  };

  /** Something that is missing becomes "broken" without the page changing again. */
  const scheduleCheck = (): void => {
    cancelCheck?.();
    cancelCheck = undefined;
    const at = now();
    const due = [...slots.map(({ patience }) => patience.next(at)), shadows.nextCheck(at)];
    const next = Math.min(...due.map((one) => one ?? Number.POSITIVE_INFINITY));
    if (Number.isFinite(next)) cancelCheck = setTimer(schedule, next - at);
  };

  const schedule = (): void => {
    if (cancelRead || signal.aborted) return;
    const wait = document.visibilityState === 'hidden' ? 0 : Math.max(0, lastRead + READ_GAP_MS - now());
    cancelRead = setTimer(read, Math.min(wait, READ_GAP_MS));
  };

  /** True where the record says something about the page rather than about us. */
  const take = (record: MutationRecord): boolean => {
    const { target } = record;
    if (isOurs(target)) return false;
    if (record.type !== 'childList') {
      for (const { reader } of slots) reader.touch(target);
      return true;
    }
    let isPage = false;
    for (const node of record.removedNodes) {
      if (!isOurs(node)) isPage = true;
      if (isOurs(node) || holdsOwnNode(node)) mustRestore = true;
    }
    const isInRow = (): boolean => slots.map(({ reader }) => reader.touch(target)).includes(true);
    let inRow: boolean | undefined;
    for (const node of record.addedNodes) {
      if (isOurs(node)) continue;
      isPage = true;
      inRow ??= isInRow();
      shadows.scan(node);
      if (!inRow && isElement(node)) added.add(node);
    }
    if (isPage) inRow ??= isInRow();
    return isPage || mustRestore;
  };

  const attributes = watchedAttributes(maps);
  const watched: MutationObserverInit = {
    childList: true,
    subtree: true,
    characterData: true,
    ...(attributes.length > 0 && { attributes: true, attributeFilter: attributes }),
  };
  const observer = new MutationObserver((records) => {
    if (!records.map(take).includes(true)) return;
    if (records.some(movesElements)) structure += 1;
    schedule();
  });
  observer.observe(document, watched);
  shadows.scan(document);

  // Route changes of a single-page back office; where the Navigation API is missing, the next change of the page tells.
  const navigation = (view as (Window & { navigation?: EventTarget }) | null)?.navigation;
  navigation?.addEventListener('navigatesuccess', schedule, { signal });
  view?.addEventListener('popstate', schedule, { signal });
  view?.addEventListener('hashchange', schedule, { signal });
  document.addEventListener('visibilitychange', schedule, { signal });
  document.addEventListener(
    'input',
    (event) => {
      const target = event.composedPath()[0];
      if (!target) return;
      for (const { reader } of slots) reader.edited?.(target as Node);
    },
    { signal, capture: true },
  );

  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      cancelRead?.();
      cancelCheck?.();
    },
    { once: true },
  );
  schedule();
}
