import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import type { DockActions } from '../../components/dock/model.ts';
import { Palette } from '../../components/palette/Palette.tsx';
import { TrustProvider } from '../../components/ui/trust.tsx';
import { isImeKey } from '../compose/composition-guard.ts';
import type { EditorMemory } from '../compose/editor-memory.ts';
import { caretBox } from './caret-box.ts';
import { createStore, type DockStore, type Store } from './dock-store.ts';
import { keepHeldKeys } from './held-key.ts';
import type { DockHandle } from './mount-dock.tsx';
import { placePalette } from './palette-position.ts';
import { isShortcut, parseShortcut } from './shortcut.ts';

/** A phrase that cannot be inserted yet, and the names of the values the page does not show. */
export interface BlockedPhrase {
  title: string;
  missing: string[];
}

export interface PaletteOptions {
  document: Document;
  dock: DockHandle;
  store: DockStore;
  memory: EditorMemory;
  /** Like `Alt+Q`. Read at every key, so that a changed setting works at once. */
  shortcut(): string;
  actions: Pick<DockActions, 'searchPhrases' | 'insertPhrase'>;
  /** Why a phrase must not be inserted now; the palette then stays open and says so. */
  blocked?(id: string): BlockedPhrase | undefined;
  signal: AbortSignal;
}

export interface PaletteHandle {
  /** Opens for the editor the agent was last in. @returns false when there is none. */
  open(): boolean;
  /** Closes; the editor gets focus and selection back. */
  close(): void;
  isOpen(): boolean;
}

interface PaletteState {
  /** A new number is a new palette: nothing typed before stays in it. */
  opened: number;
  blocked?: BlockedPhrase;
}

/** Some desks pull the focus back to their editor; more often than this it is the agent who went elsewhere. */
const retakes = 3;

/**
 * Opens the palette from the editor by its key, over the page and near the caret, and gives focus and selection
 * back when it closes (insertion.md §5). Runs no command while an input method composes.
 */
export function mountPalette(options: PaletteOptions): PaletteHandle {
  const { document, dock, store, memory, actions, signal } = options;
  const layer = document.createElement('div');
  layer.className = 'palette-layer';
  layer.hidden = true;
  dock.shadow.append(layer);
  const state = createStore<PaletteState>({ opened: 0 });
  const keepHeld = keepHeldKeys(dock, signal);
  let isOpen = false;
  let opened = 0;
  let retaken = 0;
  let pressedOutside = false;

  const input = (): HTMLElement | null => layer.querySelector('[role="combobox"]');
  const hide = (): void => {
    isOpen = false;
    layer.hidden = true;
    state.patch({ opened: 0, blocked: undefined });
  };
  const close = (): Promise<boolean> => {
    if (!isOpen) return Promise.resolve(false);
    hide();
    return memory.restore();
  };
  const open = (): boolean => {
    const editor = memory.current();
    if (!editor) return false;
    const view = document.defaultView ?? window;
    const box = placePalette(caretBox(editor), { width: view.innerWidth, height: view.innerHeight });
    const px = (value: number | undefined): string =>
      value === undefined ? 'auto' : `${Math.round(value)}px`;
    layer.style.left = px(box.left);
    layer.style.width = px(box.width);
    layer.style.top = px(box.top);
    layer.style.bottom = px(box.bottom);
    layer.style.setProperty('--palette-room', px(box.maxHeight));
    layer.hidden = false;
    isOpen = true;
    retaken = 0;
    pressedOutside = false;
    opened += 1;
    state.patch({ opened, blocked: undefined });
    return true;
  };
  const pick = (id: string): void => {
    const blocked = options.blocked?.(id);
    if (blocked) {
      state.patch({ blocked });
      return;
    }
    void close().then(() => actions.insertPhrase(id));
  };
  const dismiss = (): void => {
    void close();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.isTrusted || isImeKey(event)) return;
    const shortcut = parseShortcut(options.shortcut());
    if (!shortcut || !isShortcut(event, shortcut)) return;
    if (isOpen) dismiss();
    else if (!open()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  memory.eachDocument((page) => {
    // The window sees a key first; a desk's own hotkeys sit on its document.
    page.defaultView?.addEventListener('keydown', onKeyDown, { capture: true, signal });
    if (page.defaultView) keepHeld(page.defaultView);
  });

  document.defaultView?.addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && !event.composedPath().includes(layer)) pressedOutside = true;
    },
    { capture: true, signal },
  );
  layer.addEventListener(
    'focusout',
    () => {
      setTimeout(() => {
        // Another window, or only another part of the palette.
        if (!isOpen || !document.hasFocus() || layer.contains(dock.shadow.activeElement)) return;
        const field = input();
        if (!pressedOutside && retaken < retakes && field) {
          retaken += 1;
          field.focus();
        } else hide();
      }, 0);
    },
    { signal },
  );

  const root = createRoot(layer);
  root.render(
    <TrustProvider trusts={dock.trusts}>
      <PaletteRoot
        state={state}
        store={store}
        search={actions.searchPhrases}
        onPick={pick}
        onClose={dismiss}
      />
    </TrustProvider>,
  );
  signal.addEventListener('abort', () => {
    root.unmount();
    layer.remove();
  });
  return { open, close: () => void close(), isOpen: () => isOpen };
}

function PaletteRoot({
  state,
  store,
  search,
  onPick,
  onClose,
}: {
  state: Store<PaletteState>;
  store: DockStore;
  search: DockActions['searchPhrases'];
  onPick: (id: string) => void;
  onClose: () => void;
}) {
  const { opened, blocked } = useSyncExternalStore(state.subscribe, state.get);
  const { language, theme } = useSyncExternalStore(store.subscribe, store.get);
  if (opened === 0) return null;
  return (
    <Palette
      key={opened}
      language={language}
      theme={theme}
      search={search}
      onPick={onPick}
      onClose={onClose}
      blocked={blocked}
    />
  );
}
