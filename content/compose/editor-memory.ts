import { guardComposition } from './composition-guard.ts';
import { deepestFocused, editorOf, focusedEditor, innerDocument } from './deepest-editor.ts';
import type { RememberedEditor } from './insert.ts';
import { followActivity } from './recent-activity.ts';
import { captureSelection, type EditorSelection, restoreSelection, selectionSettled } from './selection.ts';

/** Knows where the agent was last writing, so that a picker may take the focus in between. */
export interface EditorMemory {
  /** The last editor that had the focus and is still in the page, with its selection at that moment. */
  current(): RememberedEditor | undefined;
  /** Gives focus and selection back to it. @returns false when there is none or the page keeps the focus. */
  restore(): Promise<boolean>;
  /** Whether an editor of this memory has the focus now. */
  isInside(): boolean;
  /** Whether the editors of a document are this memory's. */
  reaches(document: Document): boolean;
  /**
   * Calls with every document the agent may write in, now and later: the page's own and its same-origin frames.
   * Again for the same document after the page may have rewritten it, so add the same listener each time.
   */
  eachDocument(visit: (document: Document) => void): void;
  /** Calls when another editor is remembered, or none any more. */
  onChange(listener: () => void): void;
}

export interface TrackEditorsOptions {
  document: Document;
  /** Whether a node is the extension's own; focus in there is not the agent's editor. */
  isOurs(node: Node): boolean;
  /** Whether a frame is another memory's: a script of our own runs in it. Left alone, its editors and its keys too. */
  isElsewhere?(document: Document): boolean;
  signal: AbortSignal;
}

/**
 * Remembers the last focused editor of a page and its selection, through same-origin frames and shadow roots,
 * and follows compositions there (insertion.md §5, §6). The page of a frame that was rewritten with
 * `document.write` loses its listeners; they are set again whenever the focus moves between frames.
 */
export function trackEditors(options: TrackEditorsOptions): EditorMemory {
  const { document, isOurs, signal } = options;
  let element: HTMLElement | undefined;
  let selection: EditorSelection | undefined;
  const followed = new Set<Document>();
  const visitors: ((document: Document) => void)[] = [];
  const listeners: (() => void)[] = [];
  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  /** Also what stands inside of such a frame. */
  const isElsewhere = (page: Document): boolean => {
    let at: Document | undefined = page;
    while (at && at !== document) {
      if (options.isElsewhere?.(at)) return true;
      at = at.defaultView?.frameElement?.ownerDocument;
    }
    return false;
  };
  const focusedHere = (): HTMLElement | undefined => {
    const focused = deepestFocused(document);
    if (!focused || isOurs(focused)) return undefined;
    const editor = editorOf(focused);
    return editor && !isElsewhere(editor.ownerDocument) ? editor : undefined;
  };

  /** Looks at what has the focus now; a focus in our own dock or on nothing leaves the memory as it is. */
  const note = (): void => {
    const editor = focusedHere();
    if (!editor) return;
    const now = captureSelection(editor);
    if (editor !== element) {
      element = editor;
      selection = now;
      tell();
    } else if (now) selection = now;
  };

  const follow = (page: Document): void => {
    if (isElsewhere(page)) return;
    const listen = { capture: true, signal };
    for (const type of ['focusin', 'focusout', 'selectionchange', 'keyup', 'pointerup', 'input'] as const) {
      page.addEventListener(type, note, listen);
    }
    page.addEventListener('load', followLoaded, listen);
    // Moving into a frame sends the outer document nothing but its window's blur.
    page.defaultView?.addEventListener('blur', descendSoon, { signal });
    page.defaultView?.addEventListener('focus', descendSoon, { signal });
    guardComposition(page, signal);
    followActivity(page, signal);
    followed.add(page);
    for (const visit of visitors) visit(page);
    for (const frame of page.querySelectorAll('iframe, frame')) {
      const inner = innerDocument(frame);
      if (inner && !followed.has(inner)) follow(inner);
    }
  };
  const followLoaded = (event: Event): void => {
    const inner =
      event.target && 'tagName' in event.target ? innerDocument(event.target as Element) : undefined;
    if (inner) follow(inner);
  };
  const descend = (): void => {
    if (signal.aborted) return;
    forgetGone();
    let page: Document | undefined = deepestFocused(document)?.ownerDocument ?? document;
    while (page) {
      follow(page);
      page = page === document ? undefined : page.defaultView?.frameElement?.ownerDocument;
    }
    note();
  };
  const forgetGone = (): void => {
    for (const page of followed) if (!isAlive(page) || isElsewhere(page)) followed.delete(page);
  };
  const descendSoon = (): void => {
    setTimeout(descend, 0);
  };

  follow(document);
  descend();
  return {
    current() {
      note();
      if (element && !isInPage(element)) {
        element = undefined;
        selection = undefined;
        tell();
      }
      return element && { element, selection };
    },
    async restore() {
      const remembered = this.current();
      if (!remembered) return false;
      const editor = remembered.element;
      if (focusedEditor(document) === editor) return true;
      editor.focus({ preventScroll: true });
      if (focusedEditor(document) !== editor) return false;
      restoreSelection(editor, remembered.selection);
      await selectionSettled(editor, signal);
      return true;
    },
    isInside: () => focusedHere() !== undefined,
    reaches: (page) => !isElsewhere(page),
    eachDocument(visit) {
      visitors.push(visit);
      forgetGone();
      for (const page of followed) visit(page);
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
}

/** Whether a document is still shown. Firefox throws at any touch of one whose frame has gone elsewhere. */
function isAlive(page: Document): boolean {
  try {
    return page.defaultView !== null;
  } catch {
    return false;
  }
}

function isInPage(element: Element): boolean {
  try {
    return element.isConnected && isAlive(element.ownerDocument);
  } catch {
    return false;
  }
}
