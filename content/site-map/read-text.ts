import { isOwnNode } from './own-nodes.ts';

const ELEMENT = 1;
const TEXT = 3;

/** Elements whose content begins a new line, by tag: asking for the computed style would cost a layout per row. */
const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
const silent = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT']);

const isField = (element: Element): boolean =>
  element.tagName === 'INPUT' || element.tagName === 'TEXTAREA' || element.tagName === 'SELECT';

/**
 * What a form field holds: its value, else its placeholder (a price dialog may show the present price only there;
 * markets.md §5).
 */
function fieldText(element: Element): string {
  const { value } = element as HTMLInputElement;
  return value || (element.getAttribute('placeholder') ?? '');
}

/** Runs of blanks become one space, blank lines go, line breaks stay. */
function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

function collect(node: Node, preserve: boolean, out: string[]): void {
  if (node.nodeType === TEXT) {
    const text = node.nodeValue ?? '';
    out.push(preserve ? text : text.replace(/\s+/g, ' '));
    return;
  }
  if (node.nodeType !== ELEMENT) {
    // A shadow root: only its children count.
    if (node.nodeType === 11) for (const child of node.childNodes) collect(child, preserve, out);
    return;
  }
  const element = node as Element;
  const { tagName } = element;
  if (tagName === 'BR') {
    out.push('\n');
    return;
  }
  if (silent.has(tagName) || isField(element) || isOwnNode(element)) return;
  const block = blocks.has(tagName);
  if (block) out.push('\n');
  const keep = preserve || tagName === 'PRE';
  if (tagName === 'SLOT') {
    const assigned = (element as HTMLSlotElement).assignedNodes({ flatten: true });
    for (const child of assigned.length > 0 ? assigned : element.childNodes) collect(child, keep, out);
  } else {
    for (const child of (element.shadowRoot ?? element).childNodes) collect(child, keep, out);
  }
  if (block) out.push('\n');
}

/**
 * The text of an element as a person reads it: blocks and cells on lines of their own, inline parts joined, slots
 * and open shadow roots followed, scripts and our own nodes left out. A form field gives its value or placeholder.
 */
export function readText(node: Node): string {
  if (node.nodeType === ELEMENT) {
    const element = node as Element;
    if (isField(element)) return fieldText(element).trim();
    // Most fields are a single run of text.
    if (!element.firstElementChild && !element.shadowRoot && element.tagName !== 'PRE') {
      return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    }
  }
  const out: string[] = [];
  collect(node, false, out);
  return tidy(out.join(''));
}

/** Only the element's own text nodes, for values that share their element with buttons and tags. */
export function readOwnText(element: Element): string {
  if (isField(element)) return fieldText(element).trim();
  let text = '';
  for (const child of element.childNodes) if (child.nodeType === TEXT) text += child.nodeValue ?? '';
  return tidy(text.replace(/\s+/g, ' '));
}

/** The text of an element, or of the form field in it where it has no text of its own. */
export function readShown(element: Element): string {
  const text = readText(element);
  if (text) return text;
  const field = element.querySelector('input:not([type=hidden]), textarea, select');
  return field ? fieldText(field).trim() : '';
}
