import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { Dock } from '../../components/dock/Dock.tsx';
import type { DockActions, DockPlace } from '../../components/dock/model.ts';
import { dockCss } from '../../components/ui/styles.ts';
import { TrustProvider, type Trusts } from '../../components/ui/trust.tsx';
import { dragAlongEdge } from './dock-drag.ts';
import { addStyles, dockFrameCss, hostStyle } from './dock-frame.ts';
import { type Box, placeDock, topShare } from './dock-position.ts';
import { createStore, type DockStore, type Store } from './dock-store.ts';
import { keepEvents, leaveFocusWithEditor } from './keep-events.ts';
import { relayKeys } from './key-relay.ts';

export const dockTag = 'shoubian-dock';

export interface DockOptions {
  document: Document;
  /** Closed in the shipped build, so that the page cannot read phrases; open in the test build. */
  shadowMode: ShadowRootMode;
  store: DockStore;
  actions: DockActions;
  /** What the dock must never cover, as it is laid out now: send button, list's scrollbar, confirm button. */
  obstacles(): readonly Box[];
  signal: AbortSignal;
}

/** The mounted dock, for the palette and for desks whose page changed its layout. */
export interface DockHandle {
  host: HTMLElement;
  shadow: ShadowRoot;
  /** Proof that an event inside the dock comes from the agent's hand. */
  trusts: Trusts;
  /** Whether a node is the dock or inside it, for `trackEditors`. */
  owns(node: Node): boolean;
  /**
   * Puts the dock back if the page took it out. The page's one observer says when (content/site-map); without it the
   * dock comes back at its next look.
   */
  attach(): void;
  /** Looks again at the obstacles, on the next frame. */
  relayout(): void;
}

/** The page may move its send button without any resize; a look now and then is cheap. */
const relookMs = 1000;

/**
 * Puts the one `shoubian-dock` of a page beside its body, since frameworks own what is inside the body, and draws
 * the dock in its shadow root. Comes back when the page removes it; goes for good when the signal aborts.
 */
export function mountDock(options: DockOptions): DockHandle {
  const { document, shadowMode, store, actions, signal } = options;
  for (const stale of document.querySelectorAll(dockTag)) stale.remove();
  const host = document.createElement(dockTag);
  for (const [name, value] of hostStyle) host.style.setProperty(name, value, 'important');
  const shadow = host.attachShadow({ mode: shadowMode });
  addStyles(shadow, `${dockCss}\n${dockFrameCss}`);
  const layer = document.createElement('div');
  layer.className = 'dock-layer';
  shadow.append(layer);

  const view = document.defaultView ?? window;
  const layout = createStore<Layout>({ collapsed: store.get().place.collapsed });
  let dragged: DockPlace | undefined;
  let keptPlace = store.get().place;
  let top = 0;

  const arrange = (): void => {
    const model = store.get();
    if (model.place !== keptPlace) {
      keptPlace = model.place;
      dragged = undefined;
    }
    const box = placeDock({
      viewport: { width: view.innerWidth, height: view.innerHeight },
      scrollbar: Math.max(0, view.innerWidth - document.documentElement.clientWidth),
      place: dragged ?? model.place,
      obstacles: options.obstacles(),
    });
    host.style.setProperty('visibility', box ? 'visible' : 'hidden', 'important');
    if (!box) return;
    top = box.top;
    for (const side of ['left', 'top', 'width', 'height'] as const) {
      host.style.setProperty(side, `${Math.round(box[side])}px`, 'important');
    }
    layer.style.setProperty('--dock-room', `${Math.floor(box.height)}px`);
    layout.patch({ collapsed: box.collapsed });
  };
  let awaitingFrame = false;
  const relayout = (): void => {
    if (awaitingFrame) return;
    awaitingFrame = true;
    view.requestAnimationFrame(() => {
      awaitingFrame = false;
      if (!signal.aborted) arrange();
    });
  };

  const attach = (): void => {
    if (signal.aborted || host.isConnected) return;
    // A newer copy of this script has brought its own dock.
    if (document.querySelector(dockTag)) return;
    document.documentElement.append(host);
    arrange();
  };
  const { trusts } = relayKeys(host, shadow, view, signal);
  keepEvents(host, signal);
  leaveFocusWithEditor(shadow, signal);
  dragAlongEdge({
    shadow,
    trusts,
    place: () => dragged ?? store.get().place,
    top: () => top,
    placeAt: (wanted) => {
      const { collapsed } = layout.get();
      // The dock drawn as a handle for want of room keeps being "open" in what is remembered.
      return { ...store.get().place, top: topShare(wanted, view.innerHeight, collapsed) };
    },
    move(place) {
      dragged = place;
      arrange();
    },
    drop(place) {
      dragged = place;
      actions.place(place);
      arrange();
    },
    signal,
  });
  view.addEventListener('resize', relayout, { signal });
  const timer = setInterval(() => {
    attach();
    if (document.visibilityState === 'visible') relayout();
  }, relookMs);

  attach();
  const root = createRoot(layer);
  root.render(
    <TrustProvider trusts={trusts}>
      <DockRoot store={store} layout={layout} actions={actions} />
    </TrustProvider>,
  );
  // A place chosen by the agent must be drawn in the same frame as the view that belongs to it.
  const stopFollowing = store.subscribe(() => store.get().place !== keptPlace && arrange());
  signal.addEventListener('abort', () => {
    stopFollowing();
    clearInterval(timer);
    root.unmount();
    host.remove();
  });
  return {
    host,
    shadow,
    trusts,
    owns: (node) => node === host || node.getRootNode() === shadow,
    relayout,
    attach,
  };
}

/** Collapsed as drawn, which may be for want of room and not by the agent's choice. */
interface Layout {
  collapsed: boolean;
}

function DockRoot({
  store,
  layout,
  actions,
}: {
  store: DockStore;
  layout: Store<Layout>;
  actions: DockActions;
}) {
  const model = useSyncExternalStore(store.subscribe, store.get);
  const { collapsed } = useSyncExternalStore(layout.subscribe, layout.get);
  const drawn =
    model.place.collapsed === collapsed ? model : { ...model, place: { ...model.place, collapsed } };
  return <Dock model={drawn} actions={actions} />;
}
