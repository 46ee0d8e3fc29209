import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { fieldNames } from '../../components/i18n/picker-texts.ts';
import type { PickerActions, PickerModel } from '../../components/picker/model.ts';
import { PickerPanel } from '../../components/picker/PickerPanel.tsx';
import { dockCss } from '../../components/ui/styles.ts';
import { TrustProvider, type Trusts } from '../../components/ui/trust.tsx';
import type { Language } from '../../rules/language/local-text.ts';
import { drawBoxes } from '../picker/boxes.ts';
import { startPointing } from '../picker/pointing.ts';
import { firstModel, type PickerParts, runPicker } from '../picker/run-picker.ts';
import { addStyles, hostStyle } from './dock-frame.ts';
import { createStore, type Store } from './dock-store.ts';
import { keepEvents, leaveFocusWithEditor } from './keep-events.ts';
import { relayKeys } from './key-relay.ts';
import { type DockHandle, dockTag } from './mount-dock.tsx';

export interface PickerHostOptions extends Omit<PickerParts, 'leave'> {
  language: Language;
  theme: PickerModel['theme'];
  shadowMode: ShadowRootMode;
  /** The page's dock, whose place is taken while the picker is open; a page without one gets a bare host. */
  dock: DockHandle | undefined;
  signal: AbortSignal;
  /** The picker is gone again. */
  left(): void;
}

type PickerHome = Pick<DockHandle, 'host' | 'shadow' | 'trusts'>;

/** A `shoubian-dock` with nothing in it, for a page that no map knows yet. */
function bareHost(document: Document, shadowMode: ShadowRootMode, signal: AbortSignal): PickerHome {
  for (const stale of document.querySelectorAll(dockTag)) stale.remove();
  const host = document.createElement(dockTag);
  for (const [name, value] of hostStyle) host.style.setProperty(name, value, 'important');
  const shadow = host.attachShadow({ mode: shadowMode });
  addStyles(shadow, dockCss);
  const { trusts } = relayKeys(host, shadow, document.defaultView ?? window, signal);
  keepEvents(host, signal);
  leaveFocusWithEditor(shadow, signal);
  document.documentElement.append(host);
  signal.addEventListener('abort', () => host.remove());
  return { host, shadow, trusts };
}

/** Between two looks at a page that changes while it is taught. */
const refreshMs = 1_000;

/**
 * Opens the picker over a page, in the dock's own shadow root. Everything of it goes when it is left: listeners,
 * elements, what it scrolled; the focus is where it was.
 */
export function openPicker(options: PickerHostOptions): void {
  const { document, dock, shadowMode } = options;
  const view = document.defaultView ?? window;
  const own = new AbortController();
  const signal = AbortSignal.any([options.signal, own.signal]);
  const { host, shadow, trusts: dockTrusts } = dock ?? bareHost(document, shadowMode, signal);
  const before = { focus: document.activeElement, byKeys: shadow.activeElement !== null };

  const layer = document.createElement('div');
  layer.className = 'picker-layer';
  const boxes = document.createElement('div');
  boxes.className = 'picker-boxes';
  const panel = document.createElement('div');
  panel.className = 'picker-panel';
  layer.append(boxes, panel);
  shadow.append(layer);
  const dockLayer = shadow.querySelector<HTMLElement>('.dock-layer');
  dockLayer?.style.setProperty('display', 'none');

  const copies = new WeakSet<Event>();
  const trusts: Trusts = (event) => dockTrusts(event) || copies.has(event);
  const store = createStore(firstModel(document, options));

  const leave = (undo: boolean): void => {
    if (own.signal.aborted) return;
    if (undo) pointing.unscroll();
    const { focus } = before;
    if (
      document.activeElement === host &&
      focus instanceof HTMLElement &&
      focus !== host &&
      focus !== document.body
    ) {
      focus.focus({ preventScroll: true });
    }
    own.abort();
  };
  const picker = runPicker({ ...options, leave }, store);

  const controls = (): HTMLElement[] => [
    ...panel.querySelectorAll<HTMLElement>('button:not(:disabled), select, input, textarea'),
  ];
  const enterPanel = (backwards: boolean): void =>
    controls()
      .at(backwards ? -1 : 0)
      ?.focus({ preventScroll: true });
  const pointing = startPointing({
    document,
    host,
    shadow,
    layer,
    copies,
    events: { ...picker.events, enterPanel },
    signal,
  });
  panel.addEventListener(
    'keydown',
    (event) => {
      if (!trusts(event) || event.isComposing || event.keyCode === 229) return;
      const at = shadow.activeElement;
      const typing = at !== null && /^(?:INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
      if (event.key === 'Tab') {
        // The page is not to get the focus while it is taught.
        const all = controls();
        const place = all.indexOf(at as HTMLElement);
        if (event.shiftKey ? place <= 0 : place === all.length - 1) {
          event.preventDefault();
          enterPanel(event.shiftKey);
        }
      }
      if (typing && event.key !== 'Escape') return;
      // A focused button takes Enter for itself, unless the arrows have chosen something on the page.
      const isRowEnter =
        event.key === 'Enter' && at instanceof HTMLButtonElement && store.get().step === 'row';
      if (isRowEnter || !pointing.press(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true, signal },
  );

  const root = createRoot(panel);
  root.render(
    <TrustProvider trusts={trusts}>
      <PickerRoot store={store} actions={picker.actions} />
    </TrustProvider>,
  );
  picker.connect(pointing);
  if (before.byKeys) view.requestAnimationFrame(() => !signal.aborted && enterPanel(false));

  const drawn = drawBoxes(boxes, view, signal);
  const names = fieldNames[options.language];
  const show = (): void =>
    drawn.show(
      picker.boxes().map((box) => ({ ...box, label: box.label && (names[box.label] ?? box.label) })),
    );
  const stopBoxes = store.subscribe(show);
  // A list of thousands takes its time to read: it is looked at again the less often the longer that takes.
  let nextLook = 0;
  const timer = setInterval(() => {
    const began = options.now();
    if (began >= nextLook) {
      picker.refresh();
      nextLook = began + (options.now() - began) * 20;
    }
    show();
  }, refreshMs);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    stopBoxes();
    root.unmount();
    layer.remove();
    dockLayer?.style.removeProperty('display');
    options.left();
  });
}

function PickerRoot({ store, actions }: { store: Store<PickerModel>; actions: PickerActions }) {
  const model = useSyncExternalStore(store.subscribe, store.get);
  return <PickerPanel model={model} actions={actions} />;
}
