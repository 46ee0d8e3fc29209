import type { EditorMemory } from '../compose/editor-memory.ts';

/**
 * Epoch ms at which the agent last came into an editor of this frame, for telling which of several frames they write
 * in; undefined before the first time and once that editor is gone. Coming in tells `changed`.
 */
export function watchWriting(options: {
  document: Document;
  editors: EditorMemory;
  now(): number;
  changed(): void;
  signal: AbortSignal;
}): () => number | undefined {
  const { document, editors, signal } = options;
  let at: number | undefined;
  const look = (): void => {
    // A document keeps its focused element while the focus is in another frame.
    if (!document.hasFocus() || !editors.isInside()) return;
    at = options.now();
    options.changed();
  };
  editors.eachDocument((page) => page.addEventListener('focusin', look, { capture: true, signal }));
  look();
  return () => (editors.current() ? at : undefined);
}
