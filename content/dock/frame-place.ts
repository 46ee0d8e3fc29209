import type { FramePlace } from '../../storage/contracts/frames.ts';
import { innerDocument } from '../compose/deepest-editor.ts';
import { shadowRootOf } from '../compose/shadow-root.ts';
import type { Box } from './dock-position.ts';

/** The frame element a window stands in, when the page around it is of the same origin. */
function outerFrame(view: Window): Element | undefined {
  try {
    return view.frameElement ?? undefined;
  } catch {
    return undefined;
  }
}

const moved = ({ left, top, width, height }: Box, by: Element): Box => {
  const outer = by.getBoundingClientRect();
  return { left: left + outer.left + by.clientLeft, top: top + outer.top + by.clientTop, width, height };
};

/** A box of one window in the viewport of the outermost window that can be reached from it, and which that is. */
export function climb(box: Box, from: Window): { box: Box; view: Window } {
  let view = from;
  let at = box;
  for (let frame = outerFrame(view); frame; frame = outerFrame(view)) {
    const outer = frame.ownerDocument.defaultView;
    if (!outer) break;
    at = moved(at, frame);
    view = outer;
  }
  return { box: at, view };
}

/** The same for another frame's script, which can go on from there if it knows the iframe. */
export function placeInFrame(box: Box, from: Window): FramePlace {
  const { box: at, view } = climb(box, from);
  const { left, top, width, height } = at;
  return {
    box: { left, top, width, height },
    viewport: { width: view.innerWidth, height: view.innerHeight },
    reached: view === view.top ? 'top' : view.parent === view.top ? 'child' : 'deeper',
  };
}

/** The iframe of this very document in which the focus is. */
export function focusedFrame(document: Document): Element | undefined {
  let active: Element | null | undefined = document.activeElement;
  while (active && active.tagName !== 'IFRAME') active = shadowRootOf(active)?.activeElement;
  return active ?? undefined;
}

const fits = (frame: Element, { viewport }: FramePlace): boolean =>
  Math.abs(frame.clientWidth - viewport.width) <= 1 && Math.abs(frame.clientHeight - viewport.height) <= 1;

/**
 * The iframe a frame of another origin stands in: nothing tells, except that the focus is in it, or that there is one
 * such iframe of its size.
 */
function frameAround(place: FramePlace, document: Document): Element | undefined {
  const focused = focusedFrame(document);
  if (focused && fits(focused, place)) return focused;
  const [only, another] = [...document.querySelectorAll('iframe')].filter(
    (frame) => !innerDocument(frame) && fits(frame, place),
  );
  return another ? undefined : only;
}

/**
 * A place told by a sub frame in the top page's viewport. Where the way up cannot be followed to the end: the visible
 * part of the iframe the focus is in; undefined when not even that is known.
 */
export function boxInTop(place: FramePlace, document: Document): Box | undefined {
  if (place.reached === 'top') return place.box;
  if (place.reached === 'child') {
    const frame = frameAround(place, document);
    if (frame) return moved(place.box, frame);
  }
  return focusedFrame(document)?.getBoundingClientRect();
}

/** The same for what must not be covered: only what is known for sure. */
export function knownBoxInTop(place: FramePlace, box: Box, document: Document): Box | undefined {
  if (place.reached === 'top') return box;
  const frame = place.reached === 'child' ? frameAround(place, document) : undefined;
  return frame && moved(box, frame);
}
