import { isOwnNode } from '../site-map/own-nodes.ts';
import { parentAcross } from '../site-map/scope.ts';
import { elementAt, frameDocument, walk } from './hit.ts';

/** What the agent does while pointing. Only the agent's own events arrive here. */
export interface PointingEvents {
  hover(element: Element | undefined): void;
  pick(element: Element): void;
  /** A key that is not about walking; true when it was taken. */
  key(key: string): boolean;
  /** Tab from the page: into the panel. */
  enterPanel(backwards: boolean): void;
}

export interface PointingOptions {
  document: Document;
  /** The dock's host: what is done in the panel is handed on to it. */
  host: HTMLElement;
  shadow: ShadowRoot;
  /** Where the shield is put, inside `shadow`. */
  layer: HTMLElement;
  events: PointingEvents;
  /** Copies of the panel's own events, which the views must take for the agent's. */
  copies: WeakSet<Event>;
  signal: AbortSignal;
}

export interface Pointing {
  /** Whether a click means a thing of the page; otherwise the page is only kept still. */
  arm(isArmed: boolean): void;
  current(): Element | undefined;
  show(element: Element | undefined): void;
  /** A key pressed in the panel. @returns whether it was one for pointing */
  press(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean;
  /** Puts back what walking by keys has scrolled. */
  unscroll(): void;
}

const mouse = [
  'pointerdown',
  'pointerup',
  'pointermove',
  'pointerover',
  'pointerout',
  'pointerenter',
  'pointerleave',
  'mousedown',
  'mouseup',
  'mousemove',
  'mouseover',
  'mouseout',
  'mouseenter',
  'mouseleave',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'dragstart',
  'drag',
  'drop',
  'selectstart',
] as const;
const keys = ['keydown', 'keypress', 'keyup', 'beforeinput', 'paste', 'cut', 'copy'] as const;

/** What the views of the panel listen for. */
const forPanel = new Set([
  'mousedown',
  'mouseup',
  'mousemove',
  'click',
  'pointerdown',
  'pointermove',
  'pointerup',
]);

const arrows: Record<string, 'parent' | 'child' | 'previous' | 'next'> = {
  ArrowUp: 'parent',
  ArrowDown: 'child',
  ArrowLeft: 'previous',
  ArrowRight: 'next',
};

/**
 * Points at things of a page that must not notice (issue 3 point 5). A transparent frame in the dock's own shadow
 * root lies over the window, so that a click never reaches the page's elements and not even listeners the page put on
 * its window long before us; keys, and whatever gets past the shield, end at the window. The focus stays where it is.
 */
export function startPointing(options: PointingOptions): Pointing {
  const { document, host, shadow, layer, events, copies, signal } = options;
  const view = document.defaultView ?? window;
  let armed = false;
  let current: Element | undefined;

  const show = (element: Element | undefined): void => {
    if (element === current) return;
    current = element;
    events.hover(element);
  };

  const onMouse = (event: Event): void => {
    event.preventDefault();
    if (!event.isTrusted || !('clientX' in event)) return;
    const { type, clientX, clientY, button } = event as MouseEvent;
    if (!armed) return;
    if (type === 'mousemove' || type === 'pointermove') {
      isWalking = false;
      show(elementAt(document, clientX, clientY));
    }
    if (type === 'click' && button === 0) {
      const element = elementAt(document, clientX, clientY);
      show(element);
      if (element) events.pick(element);
    }
  };

  /** Where things were scrolled before walking moved them. */
  const scrolled = new Map<Element, [number, number]>();
  const reveal = (element: Element): void => {
    for (
      let at: Node | null = element;
      at;
      at = parentAcross(at) ?? (at as Document).defaultView?.frameElement ?? null
    ) {
      const box =
        at.nodeType === 1 ? (at as Element) : at.nodeType === 9 ? (at as Document).scrollingElement : null;
      if (box && !scrolled.has(box)) scrolled.set(box, [box.scrollLeft, box.scrollTop]);
    }
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  /** After an arrow key Enter means what the arrows chose; after the mouse or Tab it means the control in focus. */
  let isWalking = false;
  const press: Pointing['press'] = ({ key, ctrlKey, metaKey, altKey }) => {
    if (ctrlKey || metaKey || altKey) return false;
    if (key === 'Tab') isWalking = false;
    if (events.key(key)) return true;
    if (!armed) return false;
    const to = arrows[key];
    if (to) {
      isWalking = true;
      const start = current?.isConnected
        ? current
        : elementAt(document, view.innerWidth / 2, view.innerHeight / 3);
      const next = current?.isConnected ? start && walk(start, to) : start;
      if (next) {
        show(next);
        reveal(next);
      }
      return true;
    }
    if (key === 'Enter' && isWalking && current?.isConnected) {
      events.pick(current);
      return true;
    }
    return false;
  };

  const onKey = (event: KeyboardEvent): void => {
    // A key that an input method takes is its own (insertion.md §6).
    if (event.type !== 'keydown' || !event.isTrusted || event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Tab') events.enterPanel(event.shiftKey);
    else if (!press(event) && armed && event.key === 'Enter' && current?.isConnected) events.pick(current);
  };

  /** Hands an event of the panel on to it, and to nobody else. */
  const hand = (event: Event): void => {
    const inside =
      event.type === 'click' && (event as MouseEvent).detail === 0
        ? shadow.activeElement
        : shadow.elementFromPoint((event as MouseEvent).clientX, (event as MouseEvent).clientY);
    if (!inside || !layer.contains(inside)) return;
    const copy = new Event(event.type, { bubbles: true, cancelable: true, composed: false });
    const { clientX, clientY, button, buttons, detail } = event as MouseEvent;
    Object.assign(copy, {
      clientX,
      clientY,
      button,
      buttons,
      detail,
      pointerId: (event as PointerEvent).pointerId,
    });
    copies.add(copy);
    if (!inside.dispatchEvent(copy)) event.preventDefault();
  };

  const atWindow = (event: Event): void => {
    if (event.target === host) {
      event.stopImmediatePropagation();
      if (forPanel.has(event.type)) hand(event);
      return;
    }
    event.stopImmediatePropagation();
    if (
      event.type.startsWith('touch') ||
      event.type.startsWith('pointer') ||
      (keys as readonly string[]).includes(event.type)
    ) {
      if (event.cancelable) event.preventDefault();
    }
    if (event.type.startsWith('key')) onKey(event as KeyboardEvent);
    else if ((mouse as readonly string[]).includes(event.type)) onMouse(event);
  };

  const guarded = new WeakSet<Window>();
  const guard = (one: Window): void => {
    if (guarded.has(one)) return;
    guarded.add(one);
    for (const type of [...mouse, ...keys])
      one.addEventListener(type, atWindow, { capture: true, signal, passive: false });
  };
  const guardFrames = (inside: Document): void => {
    for (const frame of inside.querySelectorAll('iframe, frame')) {
      const inner = frameDocument(frame);
      if (!inner?.defaultView) continue;
      guard(inner.defaultView);
      guardFrames(inner);
    }
  };

  const shield = document.createElement('iframe');
  shield.className = 'picker-shield';
  shield.tabIndex = -1;
  shield.setAttribute('aria-hidden', 'true');
  const cover = (): void => {
    const inner = shield.contentWindow;
    if (!inner || guarded.has(inner)) return;
    guarded.add(inner);
    const swallow = (event: Event): void => {
      event.stopImmediatePropagation();
      onMouse(event);
    };
    for (const type of mouse)
      inner.addEventListener(type, swallow, { capture: true, signal, passive: false });
    for (const type of keys) {
      inner.addEventListener(
        type,
        (event) => {
          event.stopImmediatePropagation();
          event.preventDefault();
          if (type === 'keydown') onKey(event as unknown as KeyboardEvent);
        },
        { capture: true, signal },
      );
    }
    inner.addEventListener('wheel', (event) => scrollUnder(document, event, view), {
      capture: true,
      signal,
      passive: true,
    });
    const { documentElement } = inner.document;
    documentElement.style.setProperty('cursor', 'crosshair');
    documentElement.style.setProperty('height', '100%');
  };
  // Firefox replaces the first empty document of a frame by another one.
  shield.addEventListener('load', cover, { signal });
  layer.prepend(shield);
  cover();
  guard(view);
  guardFrames(document);
  const timer = setInterval(() => guardFrames(document), 1_000);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    shield.remove();
  });

  return {
    arm(isArmed) {
      armed = isArmed;
      shield.classList.toggle('picker-armed', isArmed);
      if (!isArmed) show(undefined);
    },
    current: () => current,
    show,
    press,
    unscroll() {
      for (const [box, [left, top]] of scrolled) box.scrollTo({ left, top, behavior: 'instant' });
    },
  };
}

/** The wheel over the shield scrolls what lies under it, as it would have. */
function scrollUnder(document: Document, event: WheelEvent, view: Window): void {
  if (!event.isTrusted || event.ctrlKey) return;
  const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? view.innerHeight : 1;
  const [x, y] = [event.deltaX * unit, event.deltaY * unit];
  for (let at = elementAt(document, event.clientX, event.clientY); at; ) {
    const { overflowX, overflowY } = at.ownerDocument.defaultView?.getComputedStyle(at) ?? {
      overflowX: '',
      overflowY: '',
    };
    const isRoot = at === at.ownerDocument.scrollingElement;
    const before = [at.scrollLeft, at.scrollTop];
    if (isRoot || /auto|scroll/.test(y !== 0 ? overflowY : overflowX)) {
      at.scrollBy({ left: x, top: y, behavior: 'instant' });
      if (at.scrollLeft !== before[0] || at.scrollTop !== before[1]) return;
    }
    const up: Node | null = at.parentNode;
    at =
      up?.nodeType === 1
        ? (up as Element)
        : up && 'host' in up
          ? (up as ShadowRoot).host
          : (at.ownerDocument.defaultView?.frameElement ?? undefined);
    if (at && isOwnNode(at)) return;
  }
}
