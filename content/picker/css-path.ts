import { isOwnNode } from '../site-map/own-nodes.ts';
import { type Anchor, anchorsOf, positionOf, rankOf } from './anchor.ts';

/** A selector that finds an element, and what it rests on in its weakest part. */
export interface CssPath extends Anchor {
  /** Parts that had to be joined; fewer last longer. */
  parts: number;
}

const MAX_ANCESTORS = 7;
const MAX_ANCHORS = 5;

/** Ancestors below `top` (exclusive), nearest first; a selector never crosses a shadow root. */
function ancestorsBelow(element: Element, top: ReadonlySet<Node>): Element[] {
  const found: Element[] = [];
  for (
    let at = element.parentElement;
    at && !top.has(at) && found.length < MAX_ANCESTORS;
    at = at.parentElement
  ) {
    if (at.localName === 'body' || at.localName === 'html') break;
    found.push(at);
  }
  return found;
}

const weaker = (a: Anchor['kind'], b: Anchor['kind']): Anchor['kind'] => (rankOf(a) > rankOf(b) ? a : b);

/**
 * Selectors for one element inside a row (or the page), best first: its own anchors, its anchors within those of
 * what is around it, its tag within them, and last its place. Which of them are unique there is for the caller.
 *
 * @param top the row's elements, or empty for the page
 */
export function cssPaths(element: Element, top: ReadonlySet<Node>): CssPath[] {
  const own = anchorsOf(element).slice(0, MAX_ANCHORS + 3);
  const around = ancestorsBelow(element, top).map((one) => anchorsOf(one).slice(0, MAX_ANCHORS));
  const paths: CssPath[] = own.map((anchor) => ({ ...anchor, parts: 1 }));
  for (const anchors of around) {
    for (const outer of anchors) {
      for (const anchor of own) {
        paths.push({ css: `${outer.css} ${anchor.css}`, kind: weaker(outer.kind, anchor.kind), parts: 2 });
      }
    }
  }
  // A plain tag within an anchor: `.order-status span`.
  around.forEach((anchors, depth) => {
    for (const outer of anchors) {
      if (depth === 0) paths.push({ css: `${outer.css} > ${element.localName}`, kind: outer.kind, parts: 2 });
      paths.push({ css: `${outer.css} ${element.localName}`, kind: outer.kind, parts: 3 });
    }
  });
  // Its place, from the nearest anchor or from the row.
  let steps = positionOf(element);
  paths.push(
    { css: element.localName, kind: 'position', parts: 3 },
    { css: steps, kind: 'position', parts: 4 },
  );
  for (const one of ancestorsBelow(element, top)) {
    for (const outer of anchorsOf(one).slice(0, 2)) {
      paths.push({ css: `${outer.css} > ${steps}`, kind: 'position', parts: 4 });
    }
    steps = `${positionOf(one)} > ${steps}`;
    paths.push({ css: steps, kind: 'position', parts: 5 });
  }
  // From the row's own child down to the element; the row itself may be the element of a group.
  for (const head of top) {
    if (head.nodeType !== 1 || isOwnNode(head) || !head.contains(element) || head === element) continue;
    for (const outer of anchorsOf(head as Element).slice(0, 2)) {
      paths.push({ css: `${outer.css} > ${steps}`, kind: 'position', parts: 5 });
    }
  }
  if (top.has(element)) paths.push({ css: element.localName, kind: 'position', parts: 4 });
  return paths
    .filter(({ css }, i, all) => css.length <= 400 && all.findIndex((other) => other.css === css) === i)
    .sort((a, b) => rankOf(a.kind) - rankOf(b.kind) || a.parts - b.parts || a.css.length - b.css.length);
}
