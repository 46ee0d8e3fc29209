import { everySecond } from '../../components/ui/every-second.ts';
import { stepOf, type WaitStep } from '../../rules/turns/index.ts';
import { freePlace, type RowBoxes } from './free-place.ts';
import { rowAnchor } from './row-anchor.ts';
import { rowBoxes } from './row-boxes.ts';
import { rowClockStyle } from './row-clock-style.ts';

/** What stands on one row of the page's conversation list. */
export interface RowNote {
  /** The row. */
  host: Element;
  /** The buyer, as the map tells conversations apart. */
  id: string;
  /** A running clock; `say` words it, long or short (epoch ms in). */
  clock?: {
    since: number;
    limits: { soft: number; warn: number; breach: number };
    /** Grey: the marketplace does not count it. */
    outside: boolean;
    say(now: number, short: boolean): string;
  };
  /** A word instead of a clock. */
  word?: string;
}

export interface RowClocks {
  /** Makes the page show exactly these; rows that stay are not touched. */
  sync(notes: readonly RowNote[]): void;
  setTheme(theme: 'auto' | 'light' | 'dark'): void;
}

interface RowClock {
  note: RowNote;
  element: HTMLElement;
  label: HTMLElement;
  clip: Element | undefined;
  seen: boolean;
  /** How it is drawn where the row has not room enough for the words in full. */
  look: Place['look'];
  /** What the place was found for; another row, size or length of words is looked at anew. */
  placed: string;
}

const LABEL_HEIGHT = 16;
/** Of the style. */
const BAR_WIDTH = 3;

/**
 * Small clocks on the rows of a page's conversation list, one `shoubian-mark` each. A clock covers no word of the row
 * and moves nothing in it: it takes no room and stands where the row is empty. Only clocks that are seen tick, with
 * everything else of the page that counts seconds; nothing runs while there is none. All go when the signal aborts.
 */
export function createRowClocks(options: {
  document: Document;
  shadowMode: 'open' | 'closed';
  now(): number;
  signal: AbortSignal;
  theme?: 'auto' | 'light' | 'dark';
}): RowClocks {
  const { document, shadowMode, now, signal } = options;
  const clocks = new Map<Element, RowClock>();
  let theme = options.theme ?? 'auto';
  let ticking: AbortController | undefined;

  const watcher = new IntersectionObserver((entries) => {
    const came = entries.flatMap(({ target, isIntersecting }) => {
      const clock = clocks.get(target);
      if (!clock) return [];
      clock.seen = isIntersecting;
      return isIntersecting ? [clock] : [];
    });
    show(came);
  });

  const applyTheme = (element: HTMLElement): void => {
    if (theme === 'auto') element.removeAttribute('data-theme');
    else element.setAttribute('data-theme', theme);
  };

  function create(note: RowNote): RowClock | undefined {
    const anchor = rowAnchor(note.host);
    if (!anchor) return undefined;
    const element = document.createElement('shoubian-mark');
    element.toggleAttribute('data-over', anchor.way === 'over');
    if (anchor.margin) element.style.cssText = anchor.margin;
    applyTheme(element);
    const root = element.attachShadow({ mode: shadowMode });
    const style = document.createElement('style');
    style.textContent = rowClockStyle();
    const label = document.createElement('span');
    label.className = 'clock';
    // Until it is seen and has a place.
    label.hidden = true;
    root.append(style, label);
    anchor.holder.append(element);
    watcher.observe(note.host);
    return { note, element, label, clip: anchor.clip, seen: false, look: 'full', placed: '' };
  }

  function remove(clock: RowClock): void {
    clock.element.remove();
    watcher.unobserve(clock.note.host);
    clocks.delete(clock.note.host);
  }

  const stepNow = ({ note }: RowClock, at: number): WaitStep | 'quiet' => {
    if (!note.clock) return 'quiet';
    return note.clock.outside ? 'fresh' : stepOf(note.clock, at);
  };

  /** Words first, for all of them; then places are measured, then taken: the page is laid out once, not once a row. */
  function show(which: Iterable<RowClock>): void {
    const at = now();
    const stale: RowClock[] = [];
    for (const clock of which) {
      const { label, note } = clock;
      const step = stepNow(clock, at);
      if (label.dataset.step !== step) label.dataset.step = step;
      say(clock, at);
      if (signOf(note, label) !== clock.placed) stale.push(clock);
    }
    const found = stale.map((clock) => placeOf(clock, at));
    for (const [i, clock] of stale.entries()) {
      put(clock, found[i], at);
      clock.placed = signOf(clock.note, clock.label);
    }
  }

  function sync(notes: readonly RowNote[]): void {
    if (signal.aborted) return;
    const wanted = new Map(notes.map((note) => [note.host, note]));
    for (const clock of [...clocks.values()]) if (!wanted.has(clock.note.host)) remove(clock);
    for (const note of wanted.values()) {
      let clock = clocks.get(note.host);
      if (clock && !note.host.contains(clock.element)) {
        // The page drew the row anew.
        remove(clock);
        clock = undefined;
      }
      clock ??= create(note);
      if (!clock) continue;
      clocks.set(note.host, clock);
      clock.note = note;
      if (clock.element.getAttribute('data-wait') !== note.id)
        clock.element.setAttribute('data-wait', note.id);
    }
    show([...clocks.values()].filter(({ seen }) => seen));
    const runs = [...clocks.values()].some(({ note }) => note.clock !== undefined);
    if (runs && !ticking) {
      ticking = new AbortController();
      everySecond(
        () => show([...clocks.values()].filter(({ seen }) => seen)),
        AbortSignal.any([signal, ticking.signal]),
      );
    } else if (!runs) {
      ticking?.abort();
      ticking = undefined;
    }
  }

  signal.addEventListener(
    'abort',
    () => {
      watcher.disconnect();
      for (const clock of [...clocks.values()]) clock.element.remove();
      clocks.clear();
    },
    { once: true },
  );

  return {
    sync,
    setTheme(next) {
      theme = next;
      for (const { element } of clocks.values()) applyTheme(element);
    },
  };
}

interface Place {
  left: number;
  top: number;
  /** `short`: fewer words. `bar`: their colour alone. */
  look: 'full' | 'short' | 'bar';
  /** Of our element, which everything is drawn from. */
  from: DOMRect;
  /** Of the row. */
  height: number;
}

const wordsOf = ({ clock, word = '' }: RowNote, at: number, short: boolean): string =>
  clock?.say(at, short) ?? word;

/** Figures are all equally wide, so a running clock keeps its place. */
const shapeOf = (words: string): string => words.replace(/\d/g, '0');

function say({ note, label, look }: RowClock, at: number): void {
  const words = wordsOf(note, at, look !== 'full');
  if (label.textContent !== words) label.textContent = words;
}

/** The row as it is drawn, and the room the words take. */
function signOf({ host }: RowNote, label: HTMLElement): string {
  const { width, height } = host.getBoundingClientRect();
  return [width, height, shapeOf(label.textContent ?? ''), host.textContent].join('\u0001');
}

function placeOf(clock: RowClock, at: number): Place | undefined {
  const { note, element } = clock;
  const boxes = rowBoxes(note.host, clock.clip);
  const from = element.getBoundingClientRect();
  const { height } = note.host.getBoundingClientRect();
  const words = (look: 'full' | 'short', onPictures: boolean): Place | undefined => {
    const width = widthOf(clock, wordsOf(note, at, look === 'short'));
    const place = freePlace(boxes, { width, height: LABEL_HEIGHT }, onPictures);
    return place && { ...place, look, from, height };
  };
  const bar = barIn(boxes);
  return (
    words('full', false) ??
    words('short', false) ??
    words('short', true) ??
    (bar && { ...bar, look: 'bar', from, height })
  );
}

const widths = new Map<string, number>();

/** All clocks are drawn alike: one is measured for each shape of words. */
function widthOf({ label, note }: RowClock, words: string): number {
  const shape = `${note.clock ? 'clock' : 'word'} ${shapeOf(words)}`;
  const known = widths.get(shape);
  if (known !== undefined) return known;
  const { textContent, hidden } = label;
  label.hidden = false;
  label.removeAttribute('data-bar');
  label.textContent = words;
  const { width } = label.getBoundingClientRect();
  label.textContent = textContent;
  label.hidden = hidden;
  if (width > 0) widths.set(shape, width);
  return width;
}

/** No room for words: their colour alone, at the row's edge. */
function barIn({ area, texts }: RowBoxes): { left: number; top: number } | undefined {
  const isFree = texts.every(({ left }) => left >= area.left + BAR_WIDTH);
  return isFree ? { left: area.left, top: area.top } : undefined;
}

function put(clock: RowClock, place: Place | undefined, at: number): void {
  const { label } = clock;
  label.hidden = place === undefined;
  if (!place) return;
  clock.look = place.look;
  label.toggleAttribute('data-bar', place.look === 'bar');
  say(clock, at);
  label.style.left = `${Math.round(place.left - place.from.left)}px`;
  label.style.top = `${Math.round(place.top - place.from.top)}px`;
  label.style.height = place.look === 'bar' ? `${place.height}px` : '';
}
