import { shadowRootOf } from './shadow-root.ts';

/** Input types that take a phrase or an amount. `password` is left out on purpose: never written by us. */
const textInputs = new Set(['text', 'search', 'tel', 'url', 'email', 'number']);

/** True for `<input>` and `<textarea>`, also those of another frame's realm. */
export function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element.tagName === 'INPUT' || element.tagName === 'TEXTAREA';
}

/** The document inside a frame element, when it is of the same origin. */
export function innerDocument(element: Element): Document | undefined {
  if (element.tagName !== 'IFRAME' && element.tagName !== 'FRAME') return undefined;
  try {
    return (element as HTMLIFrameElement).contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}

/** The element that really has the focus: down through same-origin frames and shadow roots (insertion.md §5). */
export function deepestFocused(document: Document): Element | undefined {
  let active: Element | null | undefined = document.activeElement;
  while (active) {
    const inner: Element | null | undefined = (innerDocument(active) ?? shadowRootOf(active))?.activeElement;
    if (!inner) return active;
    active = inner;
  }
  return undefined;
}

/**
 * The editor an element belongs to: the field itself, or the outermost editable ancestor (the editing host).
 * A frame stands for the editor in its body. Undefined for anything that takes no text.
 */
export function editorOf(element: Element): HTMLElement | undefined {
  const inner = innerDocument(element);
  if (inner) return inner.body ? editorOf(inner.body) : undefined;
  if (isField(element)) {
    return element.tagName === 'TEXTAREA' || textInputs.has(element.type) ? element : undefined;
  }
  let host = element as HTMLElement;
  if (!host.isContentEditable) return undefined;
  // Under designMode everything is editable up to the root element; the body is what editors write into.
  while (host.parentElement?.isContentEditable && host.tagName !== 'BODY') host = host.parentElement;
  return host;
}

/** The editor that has the focus now, or undefined. */
export function focusedEditor(document: Document): HTMLElement | undefined {
  const focused = deepestFocused(document);
  return focused && editorOf(focused);
}
