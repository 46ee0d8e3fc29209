/**
 * A long text is typed in slices that the browser joins into one step of undo, unless a part of the page that has a
 * shadow root goes meanwhile (seen in Chromium: a page that draws its list anew takes our marks out of it, and undo
 * ends at the slice before). Whoever puts such parts into the page listens here and takes them out first.
 */
type Listener = (underWay: boolean) => void;

const typing = new WeakMap<Document, number>();
const listeners = new WeakMap<Document, Set<Listener>>();

const tell = (page: Document, underWay: boolean): void => {
  for (const listener of listeners.get(page) ?? []) listener(underWay);
};

/** Call before the first slice; returns what is to be called after the last. */
export function beginLongTyping(page: Document): () => void {
  const before = typing.get(page) ?? 0;
  typing.set(page, before + 1);
  if (before === 0) tell(page, true);
  return () => {
    const left = (typing.get(page) ?? 1) - 1;
    typing.set(page, left);
    if (left === 0) tell(page, false);
  };
}

/** Calls the listener when a long text begins to be typed in the page, and when it is in. */
export function onLongTyping(page: Document, signal: AbortSignal, listener: Listener): void {
  const own = listeners.get(page) ?? new Set();
  listeners.set(page, own.add(listener));
  signal.addEventListener('abort', () => own.delete(listener), { once: true });
}
