import { type PageBox, pageBox } from './hit.ts';

/** A frame drawn over an element of the page, in our own shadow root. */
export interface HighlightBox {
  element: Element;
  look: 'hover' | 'row' | 'field';
  /** The field's name, as the panel calls it. */
  label?: string | undefined;
}

/** Rows are many; those on screen are enough. */
const MAX_BOXES = 120;

/**
 * Draws frames over elements of the page and keeps them there while it scrolls, moves or draws itself anew; the frame
 * of an element that is gone goes, too. Nothing is put into the page.
 */
export function drawBoxes(
  layer: HTMLElement,
  view: Window,
  signal: AbortSignal,
): { show(boxes: readonly HighlightBox[]): void } {
  const { ownerDocument } = layer;
  const pool: HTMLElement[] = [];
  let wanted: readonly HighlightBox[] = [];
  let last = '';
  let frame = 0;

  /** The box a row scrolls in: what it clips is not there to be framed. */
  const scrollers = new WeakMap<Element, Element | null>();
  const scrollerOf = (element: Element): Element | null => {
    const parent = element.parentElement;
    if (!parent) return null;
    const known = scrollers.get(parent);
    if (known !== undefined) return known;
    let at: Element | null = parent;
    const style = (one: Element): string =>
      one.ownerDocument.defaultView?.getComputedStyle(one).overflowY ?? '';
    while (at && (at === at.ownerDocument.scrollingElement || !/auto|scroll|hidden/.test(style(at)))) {
      at = at.parentElement;
    }
    scrollers.set(parent, at);
    return at;
  };
  const shownBox = (element: Element): PageBox | undefined => {
    const box = pageBox(element);
    const scroller = box && scrollerOf(element);
    const clip = scroller && pageBox(scroller);
    if (!box || !clip) return box;
    const top = Math.max(box.top, clip.top);
    const height = Math.min(box.top + box.height, clip.top + clip.height) - top;
    return height > 0 ? { ...box, top, height } : undefined;
  };

  const place = (): void => {
    const { innerWidth, innerHeight } = view;
    const placed = wanted
      .slice(0, 4_000)
      .map((one) => ({ ...one, box: shownBox(one.element) }))
      .filter(
        ({ box }) =>
          box &&
          box.top < innerHeight &&
          box.left < innerWidth &&
          box.top + box.height > 0 &&
          box.left + box.width > 0,
      )
      .slice(0, MAX_BOXES);
    const now = placed
      .map(
        ({ box, look, label }) =>
          `${look} ${label ?? ''} ${box?.left},${box?.top},${box?.width},${box?.height}`,
      )
      .join('|');
    if (now === last) return;
    last = now;
    placed.forEach(({ box, look, label }, i) => {
      let element = pool[i];
      if (!element) {
        element = ownerDocument.createElement('div');
        element.append(ownerDocument.createElement('span'));
        pool.push(element);
        layer.append(element);
      }
      element.className = `picker-box picker-box-${look}`;
      element.hidden = false;
      Object.assign(element.style, {
        left: `${box?.left ?? 0}px`,
        top: `${box?.top ?? 0}px`,
        width: `${box?.width ?? 0}px`,
        height: `${box?.height ?? 0}px`,
      });
      const tag = element.firstElementChild as HTMLElement;
      tag.textContent = label ?? '';
      tag.hidden = !label;
    });
    for (const rest of pool.slice(placed.length)) rest.hidden = true;
  };
  // A page moves in ways no event tells; a look at each other frame costs less than it seems, for layout is clean.
  let beat = 0;
  const tick = (): void => {
    beat += 1;
    if (beat % 2 === 0) place();
    frame = view.requestAnimationFrame(tick);
  };
  frame = view.requestAnimationFrame(tick);
  signal.addEventListener('abort', () => view.cancelAnimationFrame(frame));
  return {
    show(boxes) {
      wanted = boxes;
      place();
    },
  };
}
