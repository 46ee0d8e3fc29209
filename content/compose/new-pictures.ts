import { eventOrPause } from './pause.ts';
import { enclosingRoot } from './shadow-root.ts';

/** Watches a page for a picture that was not there before. */
export interface PictureWatch {
  /** Whether one has come, waiting for it at most so many milliseconds; ends the watch. */
  within(ms: number): Promise<boolean>;
}

/**
 * Looks for a new picture in an editor, beside it, or as a preview anywhere in its page. Incoming messages bring
 * pictures too (avatars, goods), so away from the editor only those count that live in the page itself (`blob:`,
 * `data:`, a canvas).
 */
export function newPictures(editor: HTMLElement, signal: AbortSignal): PictureWatch {
  const page = editor.ownerDocument;
  const known = new Set<Element>(page.querySelectorAll(pictures));
  const roots: ParentNode[] = [page];
  const root = enclosingRoot(editor);
  if (root) roots.push(root);
  for (const picture of root?.querySelectorAll(pictures) ?? []) known.add(picture);
  const home = editor.parentElement?.parentElement ?? editor.parentElement ?? editor;
  const isNew = (picture: Element): boolean => {
    if (known.has(picture)) return false;
    return editor.contains(picture) || home.contains(picture) || isLocal(picture);
  };
  const found = (): boolean => roots.some((one) => [...one.querySelectorAll(pictures)].some(isNew));

  return {
    async within(ms) {
      const come = new EventTarget();
      const observer = new MutationObserver(() => {
        if (found()) come.dispatchEvent(new Event('come'));
      });
      const stop = AbortSignal.any([signal, AbortSignal.timeout(ms + 100)]);
      stop.addEventListener('abort', () => observer.disconnect(), { once: true });
      const watched = { subtree: true, childList: true, attributes: true, attributeFilter: ['src', 'style'] };
      for (const one of roots) observer.observe(one, watched);
      if (!found()) await eventOrPause(come, ['come'], ms, signal);
      observer.disconnect();
      return found();
    },
  };
}

const pictures = 'img, canvas, [style*="background-image"], [style*="background:"]';

function isLocal(picture: Element): boolean {
  if (picture.tagName === 'CANVAS') return true;
  const source =
    picture.tagName === 'IMG' ? (picture.getAttribute('src') ?? '') : (picture.getAttribute('style') ?? '');
  return /(?:^|url\(["']?)(?:blob:|data:image)/.test(source);
}
