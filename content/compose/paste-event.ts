/** What a synthetic paste carries. Never the system clipboard: the event has its own DataTransfer (insertion.md §1). */
export interface PasteParts {
  plain?: string;
  html?: string;
  files?: readonly File[];
}

/** What Firefox gives to content scripts on top of the DOM. */
interface FirefoxGlobals {
  cloneInto?: (value: object, scope: object, options: { wrapReflectors: boolean }) => ClipboardEventInit;
}
type Realm = Window & {
  ClipboardEvent: typeof ClipboardEvent;
  DataTransfer: typeof DataTransfer;
  wrappedJSObject?: Realm;
};

/** True in a Firefox content script, whose own events reach the page with empty data. */
export function needsPageRealm(): boolean {
  return typeof (globalThis as FirefoxGlobals).cloneInto === 'function';
}

/**
 * Dispatches a synthetic `paste` on an editor.
 * @returns whether the editor took it (called `preventDefault`).
 */
export function dispatchPaste(editor: HTMLElement, parts: PasteParts): boolean {
  const view = editor.ownerDocument.defaultView as Realm | null;
  if (!view) return false;
  const event = needsPageRealm() ? pageRealmEvent(view) : ownEvent(view);
  // After construction and on the event: filled earlier, Firefox hands the page an empty one (insertion.md §2).
  if (parts.plain !== undefined) event.clipboardData?.setData('text/plain', parts.plain);
  if (parts.html !== undefined) event.clipboardData?.setData('text/html', parts.html);
  for (const file of parts.files ?? []) event.clipboardData?.items.add(file);
  return !editor.dispatchEvent(event);
}

const shape = { bubbles: true, cancelable: true, composed: true };

function ownEvent(view: Realm): ClipboardEvent {
  return new view.ClipboardEvent('paste', { ...shape, clipboardData: new view.DataTransfer() });
}

function pageRealmEvent(view: Realm): ClipboardEvent {
  const page = view.wrappedJSObject ?? view;
  const init = { ...shape, clipboardData: new page.DataTransfer() };
  const clone = (globalThis as FirefoxGlobals).cloneInto;
  return new page.ClipboardEvent('paste', clone ? clone(init, page, { wrapReflectors: true }) : init);
}
