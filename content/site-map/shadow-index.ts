import { isOwnNode } from './own-nodes.ts';

/** Open shadow roots of a page. */
export interface ShadowIndex {
  hasAny(): boolean;
  /** A piece was put into the page. */
  scan(node: Node): void;
  /** Looks again at custom elements that had no root yet: attaching one is no mutation. */
  recheck(): void;
  /** When to look again though nothing changed, epoch ms. */
  nextCheck(now: number): number | undefined;
}

/** A custom element that has not drawn itself is looked at this many times, a second apart. */
const MAX_CHECKS = 5;
const CHECK_GAP_MS = 1_000;

/** Finds open shadow roots and reports each once, so that the page's one observer can watch it too. */
export function createShadowIndex(document: Document, onRoot: (root: ShadowRoot) => void): ShadowIndex {
  const known = new WeakSet<ShadowRoot>();
  const pending = new Map<Element, number>();
  let any = false;

  const visit = (element: Element): void => {
    const root = element.shadowRoot;
    if (root) {
      if (known.has(root) || isOwnNode(element)) return;
      known.add(root);
      any = true;
      onRoot(root);
      walk(root);
    } else if (element.localName.includes('-') && !isOwnNode(element) && !pending.has(element)) {
      pending.set(element, 0);
    }
  };
  const walk = (node: Node): void => {
    if (node.nodeType === 1) visit(node as Element);
    if ('querySelectorAll' in node) for (const one of (node as ParentNode).querySelectorAll('*')) visit(one);
  };

  return {
    hasAny: () => any,
    scan(node) {
      if (node.nodeType !== 1 && node.nodeType !== 9) return;
      walk(node);
    },
    recheck() {
      for (const [element, checks] of pending) {
        if (!document.contains(element.getRootNode({ composed: true })) || checks >= MAX_CHECKS) {
          pending.delete(element);
        } else if (element.shadowRoot) {
          pending.delete(element);
          visit(element);
        } else {
          pending.set(element, checks + 1);
        }
      }
    },
    nextCheck: (now) => (pending.size > 0 ? now + CHECK_GAP_MS : undefined),
  };
}
