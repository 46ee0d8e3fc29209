const cellTags = new Set(['TD', 'TH']);
const empty = new Set(['INPUT', 'TEXTAREA', 'SELECT', 'IMG', 'BR', 'HR', 'VIDEO', 'CANVAS', 'SVG', 'IFRAME']);
const inlineTags = new Set(['SPAN', 'A', 'LABEL', 'B', 'STRONG', 'EM', 'I', 'SMALL']);

/** The last cell of a table row; undefined in a row without cells. */
function lastCell(row: Element): Element | undefined {
  return [...row.children].reverse().find((child) => cellTags.has(child.tagName));
}

/**
 * The element a mark is appended to. A table row or body takes only cells, so the mark goes into its last cell; an
 * element that shows no children passes it to its parent.
 */
export function holderOf(host: Element): Element {
  const { tagName } = host;
  if (tagName === 'TR') return lastCell(host) ?? host;
  if (tagName === 'TBODY' || tagName === 'TABLE' || tagName === 'THEAD' || tagName === 'TFOOT') {
    const rows = [...host.querySelectorAll('tr')];
    return (rows.length > 0 ? rows.reverse().map(lastCell).find(Boolean) : undefined) ?? host;
  }
  if (empty.has(tagName.toUpperCase())) return host.parentElement ?? host;
  return host;
}

/** Whether children of this element stand in a line, so that a mark of a full line would push them apart. */
export function isRowLike(holder: Element): boolean {
  if (inlineTags.has(holder.tagName)) return true;
  const style = holder.ownerDocument.defaultView?.getComputedStyle(holder);
  return /flex/.test(style?.display ?? '') && !/column/.test(style?.flexDirection ?? '');
}
