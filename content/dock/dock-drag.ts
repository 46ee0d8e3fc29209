import type { DockPlace } from '../../components/dock/model.ts';
import type { Trusts } from '../../components/ui/trust.tsx';

export interface DockDragOptions {
  /** Listens here: inside a closed root the outside sees only the host. */
  shadow: ShadowRoot;
  trusts: Trusts;
  place(): DockPlace;
  /** Upper edge of the dock now, viewport px. */
  top(): number;
  /** The place that has its upper edge at this height. */
  placeAt(top: number): DockPlace;
  /** While dragging; nothing is kept yet. */
  move(place: DockPlace): void;
  /** Dropped, or moved by keyboard: to be remembered. */
  drop(place: DockPlace): void;
  signal: AbortSignal;
}

/** Under this a press is a click on the handle. */
const dragThreshold = 4;
const keyStep = 24;

/**
 * Moves the dock along the edge: by pointer on `data-drag-handle`, by Alt+↑/↓ while the focus is on or in it.
 * Only the agent's own events count (site-map.md, "What the page shows").
 */
export function dragAlongEdge(options: DockDragOptions): void {
  const { shadow, signal } = options;
  shadow.addEventListener('pointerdown', (event) => startDrag(event as PointerEvent, options), { signal });
  shadow.addEventListener(
    'keydown',
    (raw) => {
      const event = raw as KeyboardEvent;
      if (!options.trusts(event) || !event.altKey || event.ctrlKey || event.metaKey) return;
      const step = event.key === 'ArrowUp' ? -keyStep : event.key === 'ArrowDown' ? keyStep : 0;
      if (step === 0 || !handleOf(event)) return;
      event.preventDefault();
      event.stopPropagation();
      options.drop(options.placeAt(options.top() + step));
    },
    // The views keep keys to themselves while bubbling.
    { capture: true, signal },
  );
}

function startDrag(down: PointerEvent, options: DockDragOptions): void {
  const handle = handleOf(down);
  if (!handle || !down.isTrusted || down.button !== 0 || pressesButton(down, handle)) return;
  const grip = down.clientY - options.top();
  const dragging = new AbortController();
  const listen = { capture: true, signal: AbortSignal.any([options.signal, dragging.signal]) };
  const view = handle.ownerDocument.defaultView;
  let moved: DockPlace | undefined;
  view?.addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerId !== down.pointerId) return;
      if (!moved && Math.abs(event.clientY - down.clientY) < dragThreshold) return;
      // Frames would swallow the pointer.
      if (!moved) handle.setPointerCapture(down.pointerId);
      moved = options.placeAt(event.clientY - grip);
      options.move(moved);
    },
    listen,
  );
  for (const type of ['pointerup', 'pointercancel'] as const) {
    view?.addEventListener(
      type,
      (event) => {
        if (event.pointerId !== down.pointerId) return;
        dragging.abort();
        if (!moved) return;
        options.drop(moved);
        swallowClick(options);
      },
      listen,
    );
  }
}

/** The click that ends a drag must not open or close the dock. It comes in the same task or not at all. */
function swallowClick({ shadow, signal }: DockDragOptions): void {
  const done = new AbortController();
  shadow.addEventListener(
    'click',
    (event) => {
      event.stopImmediatePropagation();
      event.preventDefault();
    },
    { capture: true, signal: AbortSignal.any([signal, done.signal]) },
  );
  setTimeout(() => done.abort(), 0);
}

function handleOf(event: Event): HTMLElement | undefined {
  return event
    .composedPath()
    .find(
      (node): node is HTMLElement => 'matches' in node && (node as Element).matches('[data-drag-handle]'),
    );
}

/** The bar carries buttons of its own; the collapsed handle is a button itself. */
function pressesButton(event: Event, handle: HTMLElement): boolean {
  const path = event.composedPath();
  return path
    .slice(0, path.indexOf(handle))
    .some((node) => 'matches' in node && (node as Element).matches('button, a, input, select, textarea'));
}
