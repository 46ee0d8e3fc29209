import { isOwnNode } from '../site-map/own-nodes.ts';
import { readText } from '../site-map/read-text.ts';
import { lastingNames } from './anchor.ts';

interface Shape {
  tag: string;
  names: Set<string>;
  inner: Set<string>;
}

const shapes = new WeakMap<Element, Shape>();

/** What an element is like, without what differs from row to row. */
function shapeOf(element: Element): Shape {
  const known = shapes.get(element);
  if (known) return known;
  const inner = new Set<string>();
  const walk = (node: Element, depth: number): void => {
    for (const child of (node.shadowRoot ?? node).children) {
      if (isOwnNode(child)) continue;
      inner.add(`${depth}${child.localName}.${lastingNames(child).join('.')}`);
      if (depth < 2) walk(child, depth + 1);
    }
  };
  walk(element, 0);
  const shape = { tag: element.localName, names: new Set(lastingNames(element)), inner };
  shapes.set(element, shape);
  return shape;
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 1;
  let both = 0;
  for (const one of a) if (b.has(one)) both += 1;
  return both / (a.size + b.size - both);
}

/** Whether two elements are rows of the same kind. */
export function isAlike(a: Element, b: Element): boolean {
  if (a === b) return true;
  const [one, other] = [shapeOf(a), shapeOf(b)];
  if (one.tag !== other.tag) return false;
  if (one.names.size > 0 || other.names.size > 0) return share(one.names, other.names) >= 0.5;
  return share(one.inner, other.inner) >= 0.3;
}

/** Whether an element shows any words; cheaper than reading them. */
export const hasText = (element: Element): boolean =>
  /\S/.test(element.textContent ?? '') || (element.shadowRoot !== null && readText(element) !== '');
