import { drawMark, type MarkContent } from './draw-mark.ts';
import { holderOf, isRowLike } from './mark-holder.ts';

/** What marks stand on: an order, a review, a price dialog, a message with an address. */
const attributes = ['data-order', 'data-review', 'data-price', 'data-address'] as const;

/** One row's mark. `key` is the row's key and unique; `host` is where it goes (its last child). */
export interface MarkRow extends MarkContent {
  key: string;
  host: Element;
  /** Which kind of row it marks (site-map.md, "What the page shows"). */
  attribute: (typeof attributes)[number];
  /** Value of that attribute. */
  id: string;
  /** Fixed vocabulary, shown as `data-flags`. */
  flags: string[];
}

export interface MarkLayerOptions {
  document: Document;
  /** Closed in the shipped build, so that the page cannot read what a mark says. */
  shadowMode: 'open' | 'closed';
  signal: AbortSignal;
  /** A trusted press of a chip with an action, or of an action button. */
  onAction(key: string, actionId: string): void;
  theme?: 'auto' | 'light' | 'dark';
}

export interface MarkLayer {
  /**
   * Makes the page show exactly these marks: new ones are added, changed ones drawn again, wiped ones put back,
   * others removed. Cheap when nothing changed; a row object that is the same as last time is not looked into.
   */
  sync(rows: readonly MarkRow[]): void;
  clear(): void;
  /** The mark of a row, to scroll to. */
  elementOf(key: string): HTMLElement | undefined;
  setTheme(theme: 'auto' | 'light' | 'dark'): void;
}

interface Mark {
  element: HTMLElement;
  root: ShadowRoot;
  row: MarkRow;
  /** What is drawn; '' before the first time. */
  drawn: string;
}

const contentOf = ({ chips, body, actions, faint }: MarkContent): string =>
  JSON.stringify([chips, body, actions, faint]);

/**
 * Marks on the rows of a page: one `shoubian-mark` per row, plain DOM in a shadow root, so that two thousand rows
 * stay cheap. Everything is taken away when the signal aborts.
 */
export function createMarkLayer(options: MarkLayerOptions): MarkLayer {
  const { document, shadowMode, signal, onAction } = options;
  const marks = new Map<string, Mark>();
  let theme = options.theme ?? 'auto';

  const applyTheme = (element: HTMLElement): void => {
    if (theme === 'auto') element.removeAttribute('data-theme');
    else element.setAttribute('data-theme', theme);
  };

  const create = (row: MarkRow): Mark => {
    // Content scripts have no customElements; an unregistered name is a plain element with a shadow root.
    const element = document.createElement('shoubian-mark');
    const root = element.attachShadow({ mode: shadowMode });
    applyTheme(element);
    const mark: Mark = { element, root, row, drawn: '' };
    listen(mark);
    return mark;
  };

  const listen = ({ root, row: { key } }: Mark): void => {
    root.addEventListener(
      'click',
      (event) => {
        event.stopPropagation();
        if (!event.isTrusted) return;
        const button = (event.target as Element | null)?.closest?.('button[data-action]');
        const action = button?.getAttribute('data-action');
        if (action) onAction(key, action);
      },
      { signal },
    );
    // A press on a mark must not select the page's row, nor take the caret out of the agent's editor.
    root.addEventListener(
      'mousedown',
      (event) => {
        event.stopPropagation();
        if ((event.target as Element | null)?.closest?.('button')) event.preventDefault();
      },
      { signal },
    );
    for (const type of ['mouseup', 'pointerdown', 'pointerup', 'dblclick']) {
      root.addEventListener(type, (event) => event.stopPropagation(), { signal });
    }
    root.addEventListener(
      'keydown',
      (event) => {
        const { key: pressed } = event as KeyboardEvent;
        if (pressed === 'Enter' || pressed === ' ') event.stopPropagation();
      },
      { signal },
    );
  };

  const draw = (mark: Mark, row: MarkRow): void => {
    const { element } = mark;
    for (const name of attributes) {
      if (name === row.attribute) {
        if (element.getAttribute(name) !== row.id) element.setAttribute(name, row.id);
      } else if (element.hasAttribute(name)) element.removeAttribute(name);
    }
    const flags = row.flags.join(' ');
    if (element.getAttribute('data-flags') !== flags) element.setAttribute('data-flags', flags);
    const content = contentOf(row);
    if (content !== mark.drawn) {
      drawMark(document, mark.root, row);
      mark.drawn = content;
    }
    mark.row = row;
  };

  const clear = (): void => {
    for (const { element } of marks.values()) element.remove();
    marks.clear();
  };
  signal.addEventListener('abort', clear, { once: true });

  return {
    sync(rows) {
      if (signal.aborted) return;
      const wanted = new Set<string>();
      const homeless: { mark: Mark; holder: Element }[] = [];
      for (const row of rows) {
        if (wanted.has(row.key)) continue;
        wanted.add(row.key);
        const mark = marks.get(row.key) ?? create(row);
        marks.set(row.key, mark);
        if (mark.row !== row || mark.drawn === '') draw(mark, row);
        // A mark stays where it is as long as it is in its holder, even if the page adds more after it.
        const holder = holderOf(row.host);
        if (mark.element.parentNode !== holder) homeless.push({ mark, holder });
      }
      for (const [key, { element }] of marks) {
        if (wanted.has(key)) continue;
        element.remove();
        marks.delete(key);
      }
      // Styles are asked for all holders first: asking between insertions would recalculate them every time.
      const inline = homeless.map(({ holder }) => isRowLike(holder));
      for (const [i, { mark, holder }] of homeless.entries()) {
        mark.element.toggleAttribute('data-inline', inline[i] === true);
        holder.append(mark.element);
      }
    },
    clear,
    elementOf: (key) => marks.get(key)?.element,
    setTheme(next) {
      theme = next;
      for (const { element } of marks.values()) applyTheme(element);
    },
  };
}
