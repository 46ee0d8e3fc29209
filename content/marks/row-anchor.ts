import { holderOf } from './mark-holder.ts';

/** How an element without a size is put into a row so that nothing in it moves, and it scrolls with the row. */
export interface RowAnchor {
  /** Where it is appended. */
  holder: Element;
  /** `over`: out of the flow. `flow`: in it, taking no room. */
  way: 'over' | 'flow';
  /** Takes back the gap a flex box would put before it; CSS margins, '' where there is none. */
  margin: string;
  /** Cuts off what stands outside of it. */
  clip?: Element;
}

const blocks = new Set(['block', 'list-item', 'flow-root', 'table-cell', 'inline-block', 'table-caption']);

type Styles = (element: Element) => CSSStyleDeclaration;

function holdsPositioned(style: CSSStyleDeclaration): boolean {
  return (
    style.position !== 'static' ||
    style.transform !== 'none' ||
    style.filter !== 'none' ||
    /paint|layout|strict|content/.test(style.contain)
  );
}

/** Whether what is laid out of the flow here still scrolls with the row: the box it is laid in lies in the list. */
function scrollsAlong(holder: Element, styleOf: Styles): boolean {
  for (let element: Element | null = holder; element; element = element.parentElement) {
    const style = styleOf(element);
    if (holdsPositioned(style)) return true;
    if (/auto|scroll|overlay/.test(style.overflowY)) return false;
  }
  return true;
}

function gapMargin(style: CSSStyleDeclaration): string {
  const isColumn = style.flexDirection.startsWith('column');
  const isReversed = style.flexDirection.endsWith('-reverse');
  const gap = Number.parseFloat(isColumn ? style.rowGap : style.columnGap);
  if (!(gap > 0)) return '';
  return `margin-${isColumn ? 'block' : 'inline'}-${isReversed ? 'end' : 'start'}: -${gap}px`;
}

/** A piece of the row in which a box of no height moves nothing. */
function blockIn(row: Element, styleOf: Styles): Element | undefined {
  const pieces = [...row.children].flatMap((child) => [child, ...child.children]);
  return pieces.find((piece) => {
    const { width } = piece.getBoundingClientRect();
    return width > 0 && piece.firstChild !== null && blocks.has(styleOf(piece).display);
  });
}

/** Undefined where nothing can be put into the row without moving what stands in it. */
export function rowAnchor(row: Element): RowAnchor | undefined {
  const view = row.ownerDocument.defaultView ?? window;
  const styleOf: Styles = (element) => view.getComputedStyle(element);
  const holder = holderOf(row);
  if (scrollsAlong(holder, styleOf)) return { holder, way: 'over', margin: '' };
  const style = styleOf(holder);
  if (blocks.has(style.display)) return { holder, way: 'flow', margin: '' };
  const isFlex = /flex/.test(style.display);
  // A further child would take part in spreading the others.
  if (isFlex && !style.justifyContent.includes('space'))
    return { holder, way: 'flow', margin: gapMargin(style) };
  const block = blockIn(holder, styleOf);
  if (!block) return undefined;
  const clip = styleOf(block).overflowX === 'visible' ? undefined : block;
  return { holder: block, way: 'flow', margin: '', ...(clip && { clip }) };
}
