import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import type { DockActions, PhraseChoice, PhraseQuestion } from '../../components/dock/model.ts';
import { Palette, type PaletteProps } from '../../components/palette/Palette.tsx';
import { TrustProvider } from '../../components/ui/trust.tsx';
import { isImeKey } from '../compose/composition-guard.ts';
import type { EditorMemory } from '../compose/editor-memory.ts';
import { caretBox } from './caret-box.ts';
import type { Box } from './dock-position.ts';
import { createStore, type DockStore, type Store } from './dock-store.ts';
import { focusedFrame } from './frame-place.ts';
import { keepHeldKeys } from './held-key.ts';
import type { DockHandle } from './mount-dock.tsx';
import { placePalette } from './palette-position.ts';
import { isShortcut, parseShortcut } from './shortcut.ts';

export interface PaletteOptions {
  document: Document;
  dock: DockHandle;
  store: DockStore;
  memory: EditorMemory;
  /** Like `Alt+Q`. Read at every key, so that a changed setting works at once. */
  shortcut(): string;
  /** Of the top frame's own page; what is offered is the one dock's. */
  actions: Pick<DockActions, 'searchPhrases' | 'insertPhrase' | 'askPhrase'>;
  /** Asks for the palette where the editor it is for stands in a frame with a script of its own. @returns whether it does */
  askElsewhere?(): boolean;
  signal: AbortSignal;
}

/** The editor a palette is open for. */
export interface PaletteCaller {
  /** The caret in the top page's viewport. */
  box: Box;
  /** What was typed before the palette has the keys will be told by `type`. */
  typesFirst?: boolean;
  /** Gives focus and selection back to the editor. */
  giveBack(): void;
  /** Inserts there, and gives the focus back. */
  insert(id: string, choice: PhraseChoice): void;
  /** Asked for by something typed in the editor: what is typed on is searched for, never taken as a command. */
  asked?: boolean;
}

export interface PaletteHandle {
  /** Opens for an editor in a frame, or for the one the agent was last in. @returns false when there is none. */
  open(caller?: PaletteCaller): boolean;
  /**
   * Opens for what was typed in an editor of this page: `replace` gives way to what is picked, `query` is searched.
   * @param id picked at once, because it needs something from the agent
   */
  openFor(replace: string, query: string, id?: string): void;
  /** Takes what was typed before the palette had the keys; Enter as \n, Escape as \u001b. */
  type(text: string): void;
  /** Closes; the editor gets focus and selection back. */
  close(): void;
  isOpen(): boolean;
  /** The `code` of the key pressed in dock or palette that may still be down. */
  heldKey(): string | undefined;
}

interface PaletteState {
  /** A new number is a new palette: nothing typed before stays in it. */
  opened: number;
  /** Typed before the palette had the keys; absent until a frame has told it. */
  typed?: string;
  /** What the agent must say before the phrase picked last can go in. */
  question?: { id: string; asked: PhraseQuestion };
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
  const heldKeys = keepHeldKeys(dock, signal);
  let isOpen = false;
  let opened = 0;
  let retaken = 0;
  let pressedOutside = false;
  let caller: PaletteCaller | undefined;
  let askedIn: Element | undefined;

  const input = (): HTMLElement | null =>
    layer.querySelector('.sb-phrase-form input') ?? layer.querySelector('[role="combobox"]');
  const search = (query: string, limit: number) =>
    actions.searchPhrases(query, limit, store.get().giving?.offers);
  const hide = (): void => {
    isOpen = false;
    layer.hidden = true;
    state.patch({ opened: 0, typed: undefined, question: undefined });
  };
  const close = (): void => {
    if (!isOpen) return;
    hide();
    caller?.giveBack();
  };
  const ownEditor = (replace?: string): PaletteCaller | undefined => {
    const editor = memory.current();
    return (
      editor && {
        box: caretBox(editor),
        giveBack: () => void memory.restore(),
        insert: (id, choice) =>
          void memory
            .restore()
            .then(() => actions.insertPhrase(id, { ...choice, ...(replace !== undefined && { replace }) })),
      }
    );
  };
  const open = (by = ownEditor(), query = ''): boolean => {
    if (!by) return false;
    caller = by;
    askedIn = focusedFrame(document);
    const view = document.defaultView ?? window;
    const box = placePalette(by.box, { width: view.innerWidth, height: view.innerHeight });
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
    state.patch({ opened, typed: by.typesFirst ? undefined : query, question: undefined });
    const mine = opened;
    // A frame that says nothing any more must not keep Enter waiting.
    if (by.typesFirst)
      setTimeout(() => opened === mine && state.get().typed === undefined && type(''), 1_000);
    return true;
  };
  const pick = (id: string, index?: number): void => {
    const asked = actions.askPhrase(id, index);
    if (asked) {
      state.patch({ question: { id, asked } });
      return;
    }
    hide();
    caller?.insert(id, index === undefined ? {} : { index });
  };
  const answer = (answers: Readonly<Record<string, string>>): void => {
    const { question } = state.get();
    if (!question) return;
    hide();
    // The text that was asked about, not another one chance may choose.
    caller?.insert(question.id, { index: question.asked.index, answers });
  };
  const type = (text: string): void => {
    if (!isOpen) return;
    const query = text.split('\n', 1)[0]?.split('\u001b', 1)[0] ?? '';
    const isDigit = !caller?.asked && /^[1-9]$/.test(query) && text === query;
    const digit = isDigit ? Number(query) : 0;
    const hits = digit > 0 || text.includes('\n') ? search(digit > 0 ? '' : query, digit || 1) : [];
    const hit = hits[digit > 0 ? digit - 1 : 0];
    if (text.includes('\u001b')) close();
    else if (hit) pick(hit.phrase.id);
    else state.patch({ typed: query });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.isTrusted || isImeKey(event)) return;
    const shortcut = parseShortcut(options.shortcut());
    if (!shortcut || !isShortcut(event, shortcut)) return;
    // A frame that has got a script of its own since, which hears the key as well.
    if (event.view && !memory.reaches(event.view.document)) return;
    if (isOpen) close();
    else if (!options.askElsewhere?.() && !open()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  memory.eachDocument((page) => {
    // The window sees a key first; a desk's own hotkeys sit on its document.
    page.defaultView?.addEventListener('keydown', onKeyDown, { capture: true, signal });
    if (page.defaultView) heldKeys.watch(page.defaultView);
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
        // A press into a frame is heard by nobody here; only the frame that asked may be pulling its focus back.
        const goneTo = focusedFrame(document);
        const left = pressedOutside || (goneTo !== undefined && goneTo !== askedIn);
        if (!left && retaken < retakes && field) {
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
        search={search}
        onPick={pick}
        onClose={close}
        onAnswer={answer}
        onDrop={() => state.patch({ question: undefined })}
      />
    </TrustProvider>,
  );
  signal.addEventListener('abort', () => {
    root.unmount();
    layer.remove();
  });
  const openFor = (replace: string, query: string, id?: string): void => {
    if (isOpen || !open(ownEditor(replace), query)) return;
    if (id !== undefined) pick(id);
  };
  return { open: (by) => open(by), openFor, type, close, isOpen: () => isOpen, heldKey: heldKeys.down };
}

function PaletteRoot({
  state,
  store,
  ...handlers
}: Pick<PaletteProps, 'search' | 'onPick' | 'onClose' | 'onAnswer' | 'onDrop'> & {
  state: Store<PaletteState>;
  store: DockStore;
}) {
  const { opened, typed, question } = useSyncExternalStore(state.subscribe, state.get);
  const { language, theme, categories, groups, giving } = useSyncExternalStore(store.subscribe, store.get);
  if (opened === 0) return null;
  return (
    <Palette
      key={opened}
      language={language}
      theme={theme}
      groups={[...categories, ...Object.values(groups ?? {}).flat()]}
      given={giving?.given ?? {}}
      typed={typed ?? ''}
      pending={typed === undefined}
      question={question?.asked}
      {...handlers}
    />
  );
}
