import { countText } from '../../rules/attention/words.ts';

/** After the number stands a sign nobody sees, by which our words are known from a page's own "(3) …". */
const OURS = '\u2060';
const prefixed = new RegExp(`^\\(\\d+\\+?\\)${OURS} `);

/** A page that writes its title back each time would be written against for ever; then it has it. */
const MOST_WRITES = 20;
const WRITES_WITHIN_MS = 1_000;

export interface TabTitle {
  /** How many buyers wait; 0 takes our words away. */
  show(count: number): void;
}

/**
 * The number of waiting buyers before the title of a tab that is not in front. The title stays the page's: what it
 * writes meanwhile is kept and gets the number again, and everything is taken back when nobody waits, when the tab
 * comes in front and when the desk stops.
 */
export function createTabTitle(options: {
  document: Document;
  now: () => number;
  signal: AbortSignal;
}): TabTitle {
  const { document, now, signal } = options;
  let count = 0;
  /** Whether our words may have been read: a page may put back later what it read. */
  let wrote = false;
  let writes: number[] = [];

  const isShown = (): boolean => count > 0 && document.visibilityState === 'hidden' && !signal.aborted;

  const write = (asked: boolean): void => {
    const title = titleOf(document);
    if (!title) return;
    const own = title.textContent.replace(prefixed, '');
    const wanted = isShown() ? `(${countText(count)})${OURS} ${own}` : own;
    if (wanted === title.textContent) return;
    const at = now();
    writes = writes.filter((before) => before > at - WRITES_WITHIN_MS && before <= at);
    if (!asked && writes.length >= MOST_WRITES) return;
    writes.push(at);
    wrote = true;
    // In the text that is there: a framework keeps hold of that very node and writes into it again.
    const [text] = title.childNodes;
    if (text && title.childNodes.length === 1 && text.nodeType === text.TEXT_NODE) text.nodeValue = wanted;
    else title.textContent = wanted;
  };

  let observed: Node | null = null;
  const inHead = new MutationObserver(() => write(false));
  const ofRoot = new MutationObserver(() => {
    observe();
    write(false);
  });
  /** Looks at the head, also at one that took the place of another; not before there is something to keep. */
  function observe(): void {
    const head = !signal.aborted && (wrote || isShown()) ? document.head : null;
    if (head === observed) return;
    inHead.disconnect();
    ofRoot.disconnect();
    observed = head;
    if (!head) return;
    inHead.observe(head, { childList: true, characterData: true, subtree: true });
    ofRoot.observe(document.documentElement, { childList: true });
  }
  const look = (): void => {
    observe();
    write(true);
  };

  document.addEventListener('visibilitychange', look, { signal });
  signal.addEventListener('abort', look, { once: true });
  return {
    show(next) {
      if (next === count) return;
      count = next;
      look();
    },
  };
}

/** The element that names the page; a drawing in it may have a title of its own. */
const titleOf = (document: Document): Element | undefined =>
  [...document.getElementsByTagName('title')].find(
    ({ namespaceURI }) => namespaceURI === 'http://www.w3.org/1999/xhtml',
  );
