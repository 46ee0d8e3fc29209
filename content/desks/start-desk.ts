import type { DockActions } from '../../components/dock/model.ts';
import { MINUTE_MS } from '../../rules/time/shanghai.ts';
import { type PickRequest, startPicking } from '../../storage/contracts/maps.ts';
import { openChat } from '../../storage/contracts/open-chat.ts';
import { followKept, type KeptKey, type KeptState, pageKeys } from '../../storage/kept-state.ts';
import { onNotice } from '../../storage/messages/notices.ts';
import { pagesOffOf } from '../../storage/settings.ts';
import { trackStops } from '../compose/cursor-stops.ts';
import { trackEditors } from '../compose/editor-memory.ts';
import { createDockStore } from '../dock/dock-store.ts';
import { type DockHandle, mountDock } from '../dock/mount-dock.tsx';
import { watchOrphan } from '../dock/orphan.ts';
import { mountPalette, type PaletteHandle } from '../dock/palette-host.tsx';
import { createMarkLayer } from '../marks/mark-layer.ts';
import { createRowClocks } from '../marks/row-clocks.ts';
import type { PageReading } from '../site-map/facts.ts';
import { isInsideOwnNode, isOwnNode } from '../site-map/own-nodes.ts';
import { watchPage } from '../site-map/watch-page.ts';
import { followCards } from './card-desk.ts';
import { createChatDesk, watchSteps } from './chat-desk.ts';
import { createDeskSession } from './desk-session.ts';
import { deskValues, dockActions } from './dock-actions.ts';
import { dockObstacles } from './dock-obstacles.ts';
import { firstModel } from './first-model.ts';
import { followFields } from './follow-fields.ts';
import { gatherFrames } from './gather-frames.ts';
import { mapFor, shownOf } from './map-of-page.ts';
import { markActions } from './mark-actions.ts';
import { followOrderStates } from './order-states.ts';
import { publishDesk } from './publish-frame.ts';
import { tellStops } from './stops-notice.ts';
import { createTabTitle } from './tab-title.ts';
import { createTeaching } from './teach-page.ts';
import { guardTransfers } from './transfer-guard.ts';
import { serveTriggers } from './typed-triggers.ts';
import { wordingDesk } from './wording-desk.ts';

export interface DeskEnvironment {
  document: Document;
  shadowMode: 'open' | 'closed';
  browserLanguage: string;
  /** Version of the product. */
  product: string;
  now(): number;
  isAlive(): boolean;
  /** Aborts when this content script is to stop: navigation, update, a newer instance. */
  signal: AbortSignal;
}

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

  // Heard from the first moment: the background speaks as soon as this script is in the page.
  let teach: ((request: PickRequest) => void) | undefined;
  let asked: PickRequest | undefined;
  if (topFrame) {
    onNotice(startPicking, signal, (request) => {
      if (teach) teach(request);
      else asked = request;
    });
  }
  // Most frames are none of ours and read no more than what says so.
  const asking = new AbortController();
  let restock: ((state: KeptState, key: KeptKey) => void) | undefined;
  const first = await followKept(
    now,
    AbortSignal.any([working, asking.signal]),
    (next, key) => restock?.(next, key),
    pageKeys,
  );
  let state = first;
  if (!signal.aborted && mapFor(first, url)) {
    asking.abort();
    state = await followKept(now, working, (next, key) => restock?.(next, key));
  }
  const map = mapFor(state, url);
  if (signal.aborted) {
    own.abort();
    return;
  }
  const teaching = (kept: () => KeptState, dock: () => DockHandle | undefined): void => {
    teach = createTeaching({
      document,
      shadowMode,
      browserLanguage,
      now,
      signal: working,
      state: kept,
      dock,
    });
    if (asked) teach(asked);
  };
  if (!map) {
    // A page no map knows: it can be taught, and is at work once it is.
    let kept = state;
    restock = (next) => {
      kept = next;
      if (!mapFor(next, url)) return;
      own.abort();
      void startDesk(environment);
    };
    if (topFrame)
      teaching(
        () => kept,
        () => undefined,
      );
    return;
  }

  const store = createDockStore(firstModel(state, map, document.location.hostname, browserLanguage));

  const chatDesk = createChatDesk({
    view: document.defaultView,
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
  const rowClocks = createRowClocks({
    document,
    shadowMode,
    now,
    signal: working,
    theme: state.settings.theme,
  });
  const fields = followFields({ document, now, signal: working, changed: () => session.tick() });
  const session = createDeskSession({
    document,
    signal,
    map,
    state,
    store,
    marks,
    rowClocks,
    chatDesk,
    fields,
    now,
    browserLanguage,
    product: environment.product,
    stateOf: followOrderStates(now, working, () => session.tick()),
    elsewhere: () => frames?.kinds() ?? [],
  });
  const shown = shownOf(state, map);
  const planSteps = watchSteps(now, working);
  planSteps(state.queue.waiting);
  const tabTitle = topFrame ? createTabTitle({ document, now, signal: working }) : undefined;
  const showInTitle = ({ settings, queue }: KeptState): void =>
    tabTitle?.show(
      settings.attention.title ? queue.waiting.filter(({ platform }) => platform === map.platform).length : 0,
    );
  showInTitle(state);
  restock = (next, key) => {
    const nextMap = mapFor(next, url);
    if (shownOf(next, nextMap) !== shown) {
      // Switched off: take everything away; a page that is on again is started afresh. A map that was replaced, or a
      // kind of page that was turned off or on, is read anew at once.
      own.abort();
      if (nextMap) void startDesk(environment);
      return;
    }
    session.restock(next, key);
    if (key === 'shop') wording.look();
    planSteps(next.queue.waiting);
    showInTitle(next);
  };

  let readings: readonly PageReading[] = [];
  const editors = trackEditors({
    document,
    isOurs: isInsideOwnNode,
    // Such a frame has a desk of its own, which is joined to this one by messages, whatever its origin.
    isElsewhere: (page) => mapFor(session.state, page.location.href) !== undefined,
    signal,
  });
  const shared = { document, store, editors, now };
  const frames = topFrame
    ? gatherFrames({
        ...shared,
        values: (lent) => deskValues(session, lent),
        nextIndex: (id, given) => session.nextIndex(id, given[id] ?? []),
        changed: () => session.tick(),
        signal,
      })
    : undefined;
  const frame = topFrame
    ? undefined
    : publishDesk({
        ...shared,
        values: () => (session.chat() ? deskValues(session, undefined) : undefined),
        obstacles: () => dockObstacles(readings),
        shortcut: () => session.state.settings.paletteKey,
        signal: working,
      });
  const inserting = new Set<string>();
  const openPalette = (replace: string, query: string, id?: string): void => {
    if (frame) frame.askFor(replace, query);
    else palette?.openFor(replace, query, id);
  };
  /** In an editor of this very page, wherever the dock would write. */
  const insertHere: DockActions['insertPhrase'] = (id, choice) => {
    frames?.forget();
    ownActions.insertPhrase(id, choice);
  };
  // Before the stops: a code typed at one of them is ended by Tab as well.
  serveTriggers({
    session,
    editors,
    isInserting: () => inserting.size > 0,
    ask: (id) => ownActions.askPhrase(id),
    insert: insertHere,
    openPalette,
    signal: working,
  });
  const stops = trackStops({
    editors,
    signal: working,
    changed: tellStops(store),
  });
  guardTransfers(session, store, working);
  const wording = wordingDesk({ session, store, editors, readings: () => readings, signal: working });
  const ownActions = dockActions({
    session,
    store,
    editors,
    stops,
    inserting,
    wording,
    ordersShown: () => (frames?.store ?? store).get().orders?.list,
    lent: () => frames?.lentChat() ?? { values: frame?.lent() },
    pick: (request) => teach?.(request),
  });
  const actions = frames?.route(ownActions) ?? ownActions;
  if (frames) onNotice(openChat, working, ({ chat }) => actions.openConversation(chat, 'queue'));
  frame?.serve(ownActions);
  const markAction = markActions(session, actions, ownActions);

  let dock: DockHandle | undefined;
  let palette: PaletteHandle | undefined;
  if (frames) {
    followCards(frames.store, store, working);
    dock = mountDock({
      document,
      shadowMode,
      store: frames.store,
      actions,
      obstacles: () => [...dockObstacles(readings), ...frames.obstacles()],
      signal,
    });
    palette = mountPalette({
      document,
      dock,
      store: frames.store,
      memory: editors,
      shortcut: () => session.state.settings.paletteKey,
      actions: {
        ...ownActions,
        insertPhrase: insertHere,
      },
      askElsewhere: frames.askPalette,
      signal,
    });
    frames.serve(palette);
  }
  // In a frame: asked by the dock of the top frame, which may not look into a frame of another origin.
  teaching(
    () => session.state,
    () => dock,
  );
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
    off: pagesOffOf(state.settings, map.id),
    onReadings: (next, off) => {
      readings = next;
      dock?.attach();
      session.read(next, off);
      wording.look();
      (frames ?? frame)?.saw(next);
    },
  });

  const minute = setInterval(() => session.tick(), MINUTE_MS / 2);
  working.addEventListener('abort', () => clearInterval(minute), { once: true });
}
