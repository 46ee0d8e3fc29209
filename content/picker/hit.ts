import { isOwnNode } from '../site-map/own-nodes.ts';
import { readText } from '../site-map/read-text.ts';

/** A box in the top window's coordinates, px. */
export interface PageBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

const isDrawn = (element: Element): boolean =>
  /^(?:img|input|textarea|select|button|svg|canvas|video|iframe|frame)$/.test(element.localName) ||
  element.closest('svg') !== null ||
  (element as HTMLElement).isContentEditable;

/** A transparent cover says nothing; what it covers was meant. */
const isMeant = (element: Element): boolean => isDrawn(element) || readText(element) !== '';

/** The document of a frame of the same host; undefined for a stranger's. */
export function frameDocument(element: Element): Document | undefined {
  if (!/^i?frame$/.test(element.localName)) return undefined;
  try {
    return (element as HTMLIFrameElement).contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}

/** Parts that let the pointer through (`pointer-events: none`) are found by where they are. */
function deeper(element: Element, x: number, y: number): Element {
  for (const child of [...(element.shadowRoot ?? element).children].reverse()) {
    if (isOwnNode(child)) continue;
    const { left, right, top, bottom } = child.getBoundingClientRect();
    if (x < left || x > right || y < top || y > bottom || !isMeant(child)) continue;
    const style = child.ownerDocument.defaultView?.getComputedStyle(child);
    if (style?.pointerEvents === 'none' && style.visibility === 'visible') return deeper(child, x, y);
  }
  return element;
}

/**
 * What the agent means at a point of the window: through covers, open shadow roots and frames of the same host. Only
 * reads; the page notices nothing.
 */
export function elementAt(root: Document | ShadowRoot, x: number, y: number): Element | undefined {
  const stack = root.elementsFromPoint(x, y).filter((one) => !isOwnNode(one) && one.getRootNode() === root);
  const hit = stack.find((one) => isMeant(one)) ?? stack[0];
  if (!hit) return undefined;
  const inner = frameDocument(hit);
  if (inner) {
    const { left, top } = hit.getBoundingClientRect();
    return elementAt(inner, x - left - hit.clientLeft, y - top - hit.clientTop) ?? hit;
  }
  const drawing = hit.closest('svg');
  if (drawing) return drawing;
  const shadow = hit.shadowRoot ? elementAt(hit.shadowRoot, x, y) : undefined;
  return shadow ?? deeper(hit, x, y);
}

/** Where an element of the page or of one of its frames lies in the window; undefined when it is gone or hidden. */
export function pageBox(element: Element): PageBox | undefined {
  if (!element.isConnected) return undefined;
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 && height === 0) return undefined;
  const box = { left, top, width, height };
  for (let view = element.ownerDocument.defaultView; view && view !== view.top; ) {
    let frame: Element | null = null;
    try {
      frame = view.frameElement;
    } catch {
      return undefined;
    }
    if (!frame) return undefined;
    const outer = frame.getBoundingClientRect();
    box.left += outer.left + frame.clientLeft;
    box.top += outer.top + frame.clientTop;
    view = frame.ownerDocument.defaultView;
  }
  return box;
}

const isSilent = (element: Element): boolean =>
  isOwnNode(element) ||
  /^(?:script|style|template|noscript|head|link|meta|br)$/.test(element.localName) ||
  !isMeant(element);

/** The way to walk the page by keys, as one tree through shadow roots and frames of the same host. */
export function walk(from: Element, to: 'parent' | 'child' | 'previous' | 'next'): Element | undefined {
  if (to === 'parent') {
    const up = from.parentNode;
    if (up?.nodeType === 1) return (up as Element).localName === 'html' ? undefined : (up as Element);
    if (up && 'host' in up) return (up as ShadowRoot).host;
    return undefined;
  }
  if (to === 'child') {
    const inner = frameDocument(from)?.body ?? from.shadowRoot ?? from;
    return [...inner.children].find((one) => !isSilent(one));
  }
  let at: Element | null = from;
  do {
    at = to === 'next' ? at.nextElementSibling : at.previousElementSibling;
  } while (at && isSilent(at));
  if (at) return at;
  const outer = from.ownerDocument.defaultView?.frameElement;
  return from.localName === 'body' && outer ? outer : undefined;
}
