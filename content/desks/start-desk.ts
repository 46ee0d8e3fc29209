import type { DockModel } from '../../components/dock/model.ts';
import { matchesAny } from '../../rules/hosts/match-pattern.ts';
import { MINUTE_MS } from '../../rules/time/shanghai.ts';
import { followKept, type KeptKey, type KeptState } from '../../storage/kept-state.ts';
import type { SiteMap } from '../../storage/schemas/site-map.ts';
import { isMarketOn, shownLanguage } from '../../storage/settings.ts';
import { trackEditors } from '../compose/editor-memory.ts';
import { createDockStore } from '../dock/dock-store.ts';
import { type DockHandle, mountDock } from '../dock/mount-dock.tsx';
import { watchOrphan } from '../dock/orphan.ts';
import { mountPalette } from '../dock/palette-host.tsx';
import { createMarkLayer } from '../marks/mark-layer.ts';
import type { PageReading } from '../site-map/facts.ts';
import { isInsideOwnNode, isOwnNode } from '../site-map/own-nodes.ts';
import { watchPage } from '../site-map/watch-page.ts';
import { effectiveMaps } from '../sites/built-in.ts';
import { createChatDesk, watchSteps } from './chat-desk.ts';
import { createDeskSession } from './desk-session.ts';
import { dockActions, missingValues } from './dock-actions.ts';
import { dockObstacles } from './dock-obstacles.ts';
import { linkFrames } from './frame-link.ts';

export interface DeskEnvironment {
  document: Document;
  shadowMode: 'open' | 'closed';
  browserLanguage: string;
  now(): number;
  isAlive(): boolean;
  /** Aborts when this content script is to stop: navigation, update, a newer instance. */
  signal: AbortSignal;
}

const mapFor = (state: KeptState, url: string): SiteMap | undefined =>
  effectiveMaps(state.maps).find((map) => matchesAny(url, map.hosts) && isMarketOn(state.settings, map.id));

/** Starts everything that runs in one page; does nothing on a page no map names or whose market is off. */
export async function startDesk(environment: DeskEnvironment): Promise<void> {
  const { document, now, shadowMode, browserLanguage } = environment;
  const own = new AbortController();
  const signal = AbortSignal.any([environment.signal, own.signal]);
  // What reads and writes the page; stops alone when the script is orphaned, so that the dock can still say so.
  const work = new AbortController();
  const working = AbortSignal.any([signal, work.signal]);
  const url = document.location.href;
  const topFrame = document.defaultView === document.defaultView?.top;

  let restock: ((state: KeptState, key: KeptKey) => void) | undefined;
  const state = await followKept(now, working, (next, key) => restock?.(next, key));
  const map = mapFor(state, url);
  if (!map || signal.aborted) {
    own.abort();
    return;
  }

  const place = state.settings.docks[document.location.hostname] ?? { collapsed: false, top: 0.2 };
  const store = createDockStore({
    language: shownLanguage(state.settings.language, browserLanguage),
    theme: state.settings.theme,
    place,
    page: {
      mapName: map.name,
      level: map.evidence.level,
      seen: map.evidence.seen,
      ...(map.evidence.note !== undefined && { note: map.evidence.note }),
    },
    orphaned: false,
    health: [],
    hasEditor: false,
    waiting: [],
    phrases: [],
    categories: [],
  } satisfies DockModel);

  const chatDesk = createChatDesk({
    shop: () => state.settings.shopId,
    now,
    signal: working,
  });
  const marks = createMarkLayer({
    document,
    shadowMode,
    signal,
    theme: state.settings.theme,
    onAction: (key, action) => markAction(key, action),
  });
  const frames = linkFrames({
    topFrame,
    signal,
    jump: (key) => session.jumpTo(key),
    changed: () => session.tick(),
  });
  const session = createDeskSession({
    document,
    signal,
    map,
    state,
    store,
    marks,
    chatDesk,
    now,
    browserLanguage,
    framed: frames.framed,
    ...(frames.publish && { publish: frames.publish }),
  });
  const planSteps = watchSteps(now, working);
  planSteps(state.queue.waiting);
  restock = (next, key) => {
    const nextMap = mapFor(next, url);
    if (nextMap !== map && JSON.stringify(nextMap) !== JSON.stringify(map)) {
      // Switched off: take everything away; a page that is on again is started afresh. A map that was replaced is
      // read anew at once.
      own.abort();
      if (nextMap) void startDesk(environment);
      return;
    }
    session.restock(next, key);
    planSteps(next.queue.waiting);
  };

  let readings: readonly PageReading[] = [];
  const editors = trackEditors({ document, isOurs: isInsideOwnNode, signal });
  const actions = frames.wrap(dockActions(session, store, editors));
  function markAction(key: string, action: string): void {
    const draft = session.draftOf(key);
    if (action === 'again') actions.redraftReview(key);
    if (draft === undefined) return;
    if (action === 'fill') actions.fillReview(key, draft);
    if (action === 'copy') actions.copy(draft);
  }

  let dock: DockHandle | undefined;
  if (topFrame) {
    dock = mountDock({
      document,
      shadowMode,
      store,
      actions,
      obstacles: () => dockObstacles(readings),
      signal,
    });
    mountPalette({
      document,
      dock,
      store,
      memory: editors,
      shortcut: () => session.state.settings.paletteKey,
      actions,
      blocked: (id) => missingValues(session, id),
      signal,
    });
  }
  watchOrphan({
    document,
    store,
    isAlive: environment.isAlive,
    signal,
    stop() {
      marks.clear();
      work.abort();
    },
  });
  watchPage({
    maps: [map],
    document,
    now,
    signal: working,
    isOurs: isOwnNode,
    topFrame,
    onReadings: (next) => {
      readings = next;
      dock?.attach();
      session.read(next);
    },
  });

  const minute = setInterval(() => session.tick(), MINUTE_MS / 2);
  working.addEventListener('abort', () => clearInterval(minute), { once: true });
}
