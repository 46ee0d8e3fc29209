import { isOwnNode } from './own-nodes.ts';
import type { Shadows } from './scope.ts';

/** Open shadow roots of a page. */
export interface ShadowIndex {
  /** The roots that are in the page, in its order; false while there are none. */
  present(): Shadows;
  /** A piece was put into the page; it is looked through by `look`. */
  scan(node: Node): void;
  /** Looks through what was put in, as long as it may; false where more is left for the next task. */
  look(mayGoOn: () => boolean): boolean;
  /** Looks again at custom elements that had no root yet: attaching one is no mutation. True where one has now. */
  recheck(): boolean;
  /** When to look again though nothing changed, epoch ms. */
  nextCheck(now: number): number | undefined;
}

/** A custom element that has not drawn itself is looked at this many times, a second apart. */
const MAX_CHECKS = 5;
const CHECK_GAP_MS = 1_000;
/** Elements between two looks at the clock. */
const STRIDE = 500;
const SHOW_ELEMENT = 1;

const PRECEDING = 2;

/** The element of the page's own tree that a root hangs on, however deep. */
function outermostHost(root: ShadowRoot): Element {
  let host = root.host;
  for (let outer: Node = host.getRootNode(); outer.nodeType === 11; outer = host.getRootNode()) {
    host = (outer as ShadowRoot).host;
  }
  return host;
}

const inPageOrder = (a: Element, b: Element): number =>
  a === b ? 0 : a.compareDocumentPosition(b) & PRECEDING ? 1 : -1;

/** Finds open shadow roots and reports each once, so that the page's one observer can watch it too. */
export function createShadowIndex(document: Document, onRoot: (root: ShadowRoot) => void): ShadowIndex {
  const known = new Set<ShadowRoot>();
  const pending = new Map<Element, number>();
  /** Pieces that were not looked through to the end yet. */
  const queue: TreeWalker[] = [];
  let ordered: readonly ShadowRoot[] | undefined;

  const visit = (element: Element): void => {
    const root = element.shadowRoot;
    if (root) {
      if (known.has(root) || isOwnNode(element)) return;
      known.add(root);
      ordered = undefined;
      onRoot(root);
      lookThrough(root);
    } else if (element.localName.includes('-') && !isOwnNode(element) && !pending.has(element)) {
      pending.set(element, 0);
    }
  };
  const lookThrough = (node: Node): void => {
    queue.push(document.createTreeWalker(node, SHOW_ELEMENT));
  };

  return {
    present() {
      if (known.size === 0) return false;
      for (const root of known) {
        if (root.isConnected) continue;
        known.delete(root);
        ordered = undefined;
      }
      ordered ??= [...known]
        .map((root) => ({ root, host: outermostHost(root) }))
        .sort((a, b) => inPageOrder(a.host, b.host))
        .map(({ root }) => root);
      return ordered.length > 0 ? { roots: ordered } : false;
    },
    scan(node) {
      if (node.nodeType !== 1 && node.nodeType !== 9) return;
      if (node.nodeType === 1) visit(node as Element);
      if (node.firstChild) lookThrough(node);
    },
    look(mayGoOn) {
      for (let walker = queue.at(-1); walker; walker = queue.at(-1)) {
        for (let count = 1; ; count += 1) {
          const element = walker.nextNode();
          if (!element) {
            queue.splice(queue.indexOf(walker), 1);
            break;
          }
          visit(element as Element);
          if (count % STRIDE === 0 && !mayGoOn()) return false;
        }
      }
      return true;
    },
    recheck() {
      const before = known.size;
      for (const [element, checks] of pending) {
        if (!element.isConnected || checks >= MAX_CHECKS) {
          pending.delete(element);
        } else if (element.shadowRoot) {
          pending.delete(element);
          visit(element);
        } else {
          pending.set(element, checks + 1);
        }
      }
      return known.size > before;
    },
    nextCheck: (now) => (pending.size > 0 ? now + CHECK_GAP_MS : undefined),
  };
}
