/**
 * The only elements the extension adds to a page (site-map.md, "What the page shows"). The engine neither reads
 * them nor what is in them.
 */
export const OWN_SELECTOR = 'shoubian-dock, shoubian-mark';
const ownTags = new Set(['SHOUBIAN-DOCK', 'SHOUBIAN-MARK']);

/** Whether this node is one of ours. What is inside one sits in its shadow root and is never reached. */
export function isOwnNode(node: Node): boolean {
  const { nodeName } = node;
  // Asked of every element that is found: most names are too short to be one of ours.
  return nodeName.length >= 13 && ownTags.has(nodeName.toUpperCase());
}

/** Whether a node is ours or inside one of ours, for what follows the focus: that goes through shadow roots. */
export function isInsideOwnNode(node: Node): boolean {
  const root = node.getRootNode();
  return isOwnNode(node) || ('host' in root && isOwnNode(root.host as Element));
}

/** Whether a piece of the page is ours or carries something of ours. */
export function holdsOwnNode(node: Node): boolean {
  return isOwnNode(node) || (node.nodeType === 1 && (node as Element).querySelector(OWN_SELECTOR) !== null);
}
