import { isOwnNode } from './own-nodes.ts';

type Root = Element | Document | ShadowRoot;

/** One run of text on the page, as it is compared with labels. */
export interface TextPiece {
  node: Node;
  /** As shown, blanks joined. */
  text: string;
  /** `text` in the one form labels are compared in; may differ from it in length. */
  folded: string;
}

/**
 * Where a locator looks: the page, a root, a row, or an `until-next` group of siblings that together are one row.
 * `shadows` says whether any open shadow root is on the page at all; without one no row is searched for them.
 */
export interface Scope {
  readonly elements: readonly Root[];
  readonly group: boolean;
  readonly shadows: Shadows;
  /** Open shadow roots under `elements`, found once per scope. */
  roots?: readonly ShadowRoot[];
  /** Its text by root, and that of a whole page as one, for labels; kept for one read (text-pieces.ts). */
  pieces?: Map<Node, readonly TextPiece[]>;
  words?: string;
}

/**
 * Open shadow roots of the page: none, some, or a list of them that a watcher keeps, in the order they stand in the
 * page. With the list nobody has to look at every element of a long page.
 */
export type Shadows = boolean | { readonly roots: readonly ShadowRoot[] };

export function scopeOf(elements: readonly Root[], shadows: Shadows, group = false): Scope {
  return { elements, group, shadows };
}

/** Open shadow roots inside a node, nested ones included, our own left out. */
export function shadowRootsIn(node: Node): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const visit = (element: Element): void => {
    const root = element.shadowRoot;
    if (!root || isOwnNode(element)) return;
    found.push(root);
    found.push(...shadowRootsIn(root));
  };
  if (node.nodeType === 1) visit(node as Element);
  if ('querySelectorAll' in node) {
    for (const element of (node as ParentNode).querySelectorAll('*')) visit(element);
  }
  return found;
}

/** Whether a shadow root lies in an element, other roots in between or not. */
function liesIn(root: ShadowRoot, element: Root): boolean {
  for (let host: Element | undefined = root.host; host; ) {
    if (element.contains(host)) return true;
    const outer: Node = host.getRootNode();
    host = outer.nodeType === 11 ? (outer as ShadowRoot).host : undefined;
  }
  return false;
}

function findRoots({ elements, shadows }: Scope): readonly ShadowRoot[] {
  if (!shadows) return [];
  if (shadows === true) return elements.flatMap(shadowRootsIn);
  const { roots } = shadows;
  return elements.flatMap((element) => {
    // A row is quicker looked through than all the roots of a page with one in every row.
    const size = element.nodeType === 1 ? (element as Element).getElementsByTagName('*').length : Infinity;
    return size < roots.length ? shadowRootsIn(element) : roots.filter((root) => liesIn(root, element));
  });
}

/** Open shadow roots in a scope. */
export function shadowRootsOf(scope: Scope): readonly ShadowRoot[] {
  scope.roots ??= findRoots(scope);
  return scope.roots;
}

/** `matches` that takes a selector the browser does not know as one that matches nothing. */
export function matches(element: Element, css: string): boolean {
  try {
    return element.matches(css);
  } catch {
    return false;
  }
}

/**
 * Elements of a scope that match, in document order, ours left out. The members of a group count as inside it; a
 * single row matches itself only where nothing inside it does, so that `[data-id]` finds the row's own attribute.
 * A selector the browser does not know finds nothing, which the map's health then shows.
 */
export function queryAll(scope: Scope, css: string): Element[] {
  const found: Element[] = [];
  try {
    for (const root of scope.elements) {
      if (scope.group && root.nodeType === 1 && (root as Element).matches(css)) found.push(root as Element);
      found.push(...root.querySelectorAll(css));
    }
    for (const root of shadowRootsOf(scope)) found.push(...root.querySelectorAll(css));
    if (found.length === 0 && !scope.group) {
      const [only] = scope.elements;
      if (only?.nodeType === 1 && (only as Element).matches(css)) found.push(only as Element);
    }
  } catch {
    return [];
  }
  return found.filter((element) => !isOwnNode(element));
}

/** The first match, without building the list of all: most fields are read this way. */
export function queryFirst(scope: Scope, css: string): Element | undefined {
  const [only] = scope.elements;
  if (scope.group || scope.shadows || !only || scope.elements.length !== 1) return queryAll(scope, css)[0];
  try {
    const found = only.querySelector(css);
    if (found) return isOwnNode(found) ? queryAll(scope, css)[0] : found;
    return only.nodeType === 1 && (only as Element).matches(css) ? (only as Element) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether an element or something inside it matches. */
export function holds(scope: Scope, css: string): boolean {
  const [first] = scope.elements;
  return (first?.nodeType === 1 && matches(first as Element, css)) || queryFirst(scope, css) !== undefined;
}

/** The parent in the page as one tree: from a shadow root to its host. */
export function parentAcross(node: Node): Node | null {
  return node.parentNode ?? (node as ShadowRoot).host ?? null;
}
