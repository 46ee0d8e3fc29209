import { isOwnNode } from '../site-map/own-nodes.ts';
import type { PlaceBox, RowBoxes } from './free-place.ts';

/** A row that holds more than this is no row of a list, and is not looked through. */
const MOST_NODES = 400;
/** How much larger than its words a badge or a chip is at most, px. */
const BADGE = 24;

/** Room a row keeps free at its end is not all given away, px. */
const MOST_PADDING = 20;

const pictureTags = new Set(['IMG', 'SVG', 'CANVAS', 'VIDEO', 'PICTURE']);
const controlTags = new Set(['BUTTON', 'INPUT', 'SELECT', 'TEXTAREA']);

const boxOf = ({ left, top, right, bottom }: DOMRect): PlaceBox => ({ left, top, right, bottom });
const isEmpty = ({ left, top, right, bottom }: PlaceBox): boolean => right - left < 1 || bottom - top < 1;
const overlap = (a: PlaceBox, b: PlaceBox): PlaceBox => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

/** What is left of a box after everything up to the row has cut it off (an ellipsis, a rounded picture). */
function clipped(box: PlaceBox, from: Element, row: Element, clips: (element: Element) => boolean): PlaceBox {
  let seen = box;
  for (let element: Element | null = from; element && element !== row; element = element.parentElement) {
    if (clips(element)) seen = overlap(seen, boxOf(element.getBoundingClientRect()));
  }
  return seen;
}

/**
 * What a row of the page shows, as drawn now. Our own elements are passed over.
 * @param within a box our element is cut off at, where it stands in one
 */
export function rowBoxes(row: Element, within?: Element): RowBoxes {
  const view = row.ownerDocument.defaultView ?? window;
  const texts: PlaceBox[] = [];
  const pictures: PlaceBox[] = [];
  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element): CSSStyleDeclaration => {
    const style = styles.get(element) ?? view.getComputedStyle(element);
    styles.set(element, style);
    return style;
  };
  const clips = (element: Element): boolean => styleOf(element).overflowX !== 'visible';
  const add = (list: PlaceBox[], box: PlaceBox, from: Element): void => {
    const seen = clipped(box, from, row, clips);
    if (!isEmpty(seen)) list.push(seen);
  };
  const range = row.ownerDocument.createRange();
  const filter = (node: Node): number =>
    isOwnNode(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  const walker = row.ownerDocument.createTreeWalker(
    row,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    filter,
  );
  for (let node = walker.nextNode(), n = 0; node && n < MOST_NODES; node = walker.nextNode(), n += 1) {
    const parent = node.parentElement;
    if (node.nodeType === Node.TEXT_NODE) {
      if (!parent || !node.nodeValue?.trim()) continue;
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) add(texts, boxOf(rect), parent);
      // Words on a ground of their own: a count in a dot, a label.
      if (parent === row) continue;
      const [words, ground] = [range.getBoundingClientRect(), parent.getBoundingClientRect()];
      const isGround = ground.width <= words.width + BADGE && ground.height <= words.height + BADGE;
      if (isGround) add(texts, boxOf(ground), parent);
      continue;
    }
    const element = node as Element;
    const tag = element.tagName.toUpperCase();
    const box = boxOf(element.getBoundingClientRect());
    if (controlTags.has(tag)) add(texts, box, element);
    else if (pictureTags.has(tag)) add(pictures, box, element);
    else if (!element.firstChild && !isEmpty(box) && isPainted(styleOf(element))) {
      // A dot of its own is a sign; what is as large as a face is one.
      const isSmall = box.right - box.left < BADGE && box.bottom - box.top < BADGE;
      add(isSmall ? texts : pictures, box, element);
    }
  }
  const whole = boxOf(row.getBoundingClientRect());
  const area = within ? overlap(whole, boxOf(within.getBoundingClientRect())) : whole;
  const padding = Number.parseFloat(styleOf(row).paddingRight) || 0;
  return {
    area,
    right: Math.min(area.right, whole.right - Math.min(padding, MOST_PADDING)),
    texts,
    pictures,
  };
}

const isPainted = ({ backgroundColor, backgroundImage }: CSSStyleDeclaration): boolean =>
  backgroundImage !== 'none' || !/^(?:transparent|rgba\(\d+, \d+, \d+, 0\))$/.test(backgroundColor);
