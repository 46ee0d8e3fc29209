import { revealElement } from '../dock/reveal.ts';
import type { ConversationFact } from '../site-map/facts.ts';
import { isOwnNode } from '../site-map/own-nodes.ts';

/** How far it went: open, pressed but the page does not say what is open, shown only, or not in the list. */
export type OpenedChat = 'open' | 'pressed' | 'shown' | 'missing';

export interface ChatList {
  document: Document;
  /** The rows that are on the page now. */
  rows(): readonly ConversationFact[];
  /** Key of the open conversation as the page tells it; undefined where it does not. */
  open(): string | undefined;
  signal: AbortSignal;
}

/** A page that opens a conversation shows so within this. */
const OPENS_WITHIN_MS = 1_500;
/** A list that draws only what is seen has drawn, and was read, within this. */
const DRAWN_WITHIN_MS = 250;
/** Steps through a long list: more rows than anybody serves in a day. */
const MOST_STEPS = 120;
/** A list that is the same after this many steps has all its rows on the page already. */
const STILL_STEPS = 2;
const LOOK_EVERY_MS = 25;
/** Of the list's height, each step: rows at its edges are not passed over. */
const STEP_SHARE = 0.8;

/**
 * Opens a conversation in this page as the agent would: by its row. Clicks of a script are not what agents' clicks
 * are, and a page may ignore them; then the row is in view and glows. A list that draws only what is seen is scrolled
 * until the row is there, never for longer than a few steps take, and is left where it was when the row is not in it;
 * the agent's own hand on the list ends it at once.
 */
export async function openChatRow(key: string, list: ChatList): Promise<OpenedChat> {
  if (list.open() === key) {
    const row = list.rows().find((one) => one.key === key);
    if (row) revealElement(row.element);
    return 'open';
  }
  const row = rowOf(key, list) ?? (await seek(key, list));
  if (!row || list.signal.aborted) return 'missing';
  revealElement(row.element);
  const tells = list.open() !== undefined || row.active || list.rows().some(({ active }) => active);
  press(row.element, list.document);
  const isOpen = (): boolean => list.open() === key || (rowOf(key, list)?.active ?? false);
  if (await until(isOpen, OPENS_WITHIN_MS, list.signal)) return 'open';
  return tells || list.open() !== undefined ? 'shown' : 'pressed';
}

/** The same buyer may stand in several groups of a list; one that is seen comes first. */
function rowOf(key: string, list: ChatList): ConversationFact | undefined {
  const rows = list.rows().filter((one) => one.key === key && one.element.isConnected);
  return rows.find(({ element }) => element.getClientRects().length > 0) ?? rows[0];
}

function scrollerOf(element: Element | undefined, document: Document): Element | undefined {
  for (let box = element?.parentElement; box; box = box.parentElement) {
    const { overflowY } = getComputedStyle(box);
    const scrolls = overflowY === 'auto' || overflowY === 'scroll' || overflowY === 'overlay';
    if (scrolls && box.scrollHeight > box.clientHeight + 4) return box;
    if (box === document.body) return undefined;
  }
  return undefined;
}

async function seek(key: string, list: ChatList): Promise<ConversationFact | undefined> {
  const [any] = list.rows();
  const box = scrollerOf(any?.element, list.document);
  if (!box) return undefined;
  const own = new AbortController();
  const signal = AbortSignal.any([list.signal, own.signal]);
  for (const type of ['wheel', 'pointerdown', 'touchstart', 'keydown']) {
    box.addEventListener(type, (event) => event.isTrusted && own.abort(), { signal, passive: true });
  }
  const before = box.scrollTop;
  const found = (): boolean => rowOf(key, list) !== undefined;
  // From here on downwards, then what is above.
  let wrapped = false;
  let still = 0;
  for (let steps = 0; steps < MOST_STEPS && still < STILL_STEPS; steps += 1) {
    const atEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 2;
    if (wrapped && (atEnd || box.scrollTop >= before)) break;
    const changed = changesOf(list);
    box.scrollTop = atEnd ? 0 : box.scrollTop + box.clientHeight * STEP_SHARE;
    wrapped ||= atEnd;
    if (await until(found, DRAWN_WITHIN_MS, signal, changed)) break;
    if (signal.aborted) break;
    still = changed() ? 0 : still + 1;
  }
  const row = rowOf(key, list);
  if (!row && !signal.aborted) box.scrollTop = before;
  own.abort();
  return row;
}

/** Whether the list has been read anew since; rows that were drawn and read need not be waited for any longer. */
function changesOf(list: ChatList): () => boolean {
  const sign = (): string =>
    list
      .rows()
      .map(({ key }) => key)
      .join('\u0001');
  const before = sign();
  return () => sign() !== before;
}

/** True once `reached`; gives up after `ms`, or as soon as `settled` says that nothing more comes. */
function until(
  reached: () => boolean,
  ms: number,
  signal: AbortSignal,
  settled?: () => boolean,
): Promise<boolean> {
  return new Promise((resolve) => {
    let left = Math.ceil(ms / LOOK_EVERY_MS);
    const look = (): void => {
      const done = !signal.aborted && reached();
      if (done || signal.aborted || left <= 0 || settled?.()) {
        resolve(done);
        return;
      }
      left -= 1;
      setTimeout(look, LOOK_EVERY_MS);
    };
    look();
  });
}

const controls = 'a[href], button, input, select, textarea, [role="button"], [contenteditable]';

/** What lies under the middle of the row, as a hand would meet it; the row itself where that is a control of its own. */
function targetIn(row: Element, document: Document): Element {
  const { left, top, width, height } = row.getBoundingClientRect();
  const met = document.elementFromPoint(left + width / 2, top + height / 2);
  if (!met || !row.contains(met) || isOwnNode(met)) return row;
  const control = met.closest(controls);
  return control && control !== row && row.contains(control) ? row : met;
}

function press(row: Element, document: Document): void {
  const view = document.defaultView;
  const target = targetIn(row, document);
  const { left, top, width, height } = row.getBoundingClientRect();
  const init: PointerEventInit = {
    bubbles: true,
    cancelable: true,
    composed: true,
    view,
    button: 0,
    clientX: left + width / 2,
    clientY: top + height / 2,
  };
  target.dispatchEvent(new PointerEvent('pointerdown', { ...init, buttons: 1, isPrimary: true }));
  target.dispatchEvent(new MouseEvent('mousedown', { ...init, buttons: 1 }));
  target.dispatchEvent(new PointerEvent('pointerup', { ...init, isPrimary: true }));
  target.dispatchEvent(new MouseEvent('mouseup', init));
  target.dispatchEvent(new MouseEvent('click', init));
}
