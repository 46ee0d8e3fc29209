/** The two browsers' ways into a closed root; neither is in lib.dom. */
interface FirefoxElement {
  openOrClosedShadowRoot?: ShadowRoot | null;
}
interface ExtensionGlobals {
  chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
}

/**
 * The shadow root of an element, closed ones included (insertion.md §5: Firefox property, Chrome `chrome.dom`,
 * else open roots only). Read from the globals and not through the extension API object, so that the inserters
 * also run where there is none.
 */
export function shadowRootOf(element: Element): ShadowRoot | undefined {
  const firefox = (element as FirefoxElement).openOrClosedShadowRoot;
  if (firefox) return firefox;
  // Chrome throws for elements that cannot carry a root, such as those of SVG.
  if (!('attachShadow' in element)) return undefined;
  const chromium = (globalThis as ExtensionGlobals).chrome?.dom?.openOrClosedShadowRoot;
  return chromium?.(element) ?? element.shadowRoot ?? undefined;
}

/** The shadow root a node lives in, or undefined for the document's own tree. */
export function enclosingRoot(node: Node): ShadowRoot | undefined {
  const root = node.getRootNode();
  // Not `instanceof`: frames have their own classes.
  return root.nodeType === 11 && 'host' in root ? (root as ShadowRoot) : undefined;
}
