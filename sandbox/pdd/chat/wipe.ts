import type Vue from 'vue2';
import type { VNode } from 'vue2';

/**
 * Removes every node below the page's root that its last render did not make. The real page re-renders in a way
 * that foreign nodes do not survive (markets.md §1, Behaviours); keyed rows alone would only lose what stands
 * inside them, so the rest is swept here.
 */
export function wipeForeign(page: Vue): void {
  const own = new Set<Node>();
  const collect = (vnode: VNode): void => {
    if (vnode.elm) own.add(vnode.elm);
    vnode.children?.forEach(collect);
  };
  collect((page as unknown as { _vnode: VNode })._vnode);
  const sweep = (parent: Node): void => {
    for (const child of [...parent.childNodes]) {
      if (own.has(child)) sweep(child);
      else child.remove();
    }
  };
  sweep(page.$el);
}
