import type { CardsView, ItemCards } from '../../components/dock/model.ts';
import type { ItemShown } from '../../rules/products/card.ts';
import type { CardAnswer } from '../../storage/contracts/cards.ts';
import { cardsFor, mostItems } from '../../storage/contracts/cards.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { watchChange } from '../../storage/watch.ts';
import type { DockStore } from '../dock/dock-store.ts';
import type { ChatFact, OrderFact } from '../site-map/facts.ts';

/** Items of an order list asked for while the agent points at none. */
const rowsRead = 12;
/** Messages looked through for codes and addresses, the newest first, and the length of one that is looked through. */
const messagesRead = 12;
const messageLength = 400;
/** Items with tabs of their own. */
const mostTabs = 4;

/** May a code or an address stand in it? Most messages hold neither, and are not asked about. */
const mayTell = (text: string): boolean =>
  /[?&][a-z_]*id=\d|\.html|[a-z][^\s]{0,20}\d|\d[^\s]{0,20}[a-z]|\d{5}|\p{Script=Han}\d{3}/iu.test(
    text.normalize('NFKC'),
  );

function linesOf(orders: readonly OrderFact[]): ItemShown[] {
  return orders.flatMap(({ order }) =>
    order.lines.flatMap(({ title, sku, code }): ItemShown[] =>
      title === undefined && sku === undefined && code === undefined
        ? []
        : [
            {
              ...(title !== undefined && { title }),
              ...(sku !== undefined && { sku }),
              ...(code !== undefined && { code }),
            },
          ],
    ),
  );
}

/** The bar above the messages tells what is open; of cards that were sent the last is meant. */
function goodsOf({ items = [] }: ChatFact): ItemShown[] {
  const bars = items.filter(({ sent }) => !sent);
  const cards = items.filter(({ sent }) => sent).reverse();
  return [...bars, ...cards].map(({ sent: _, ...item }) => item);
}

/** What was written, newest first; robots and the platform speak of everything. */
function written(chat: ChatFact): ItemShown[] {
  return chat.messages
    .slice(-messagesRead)
    .reverse()
    .flatMap(({ side, text }) => {
      const said = text?.slice(0, messageLength);
      const isPerson = side === 'buyer' || side === 'agent' || side === undefined;
      return said !== undefined && isPerson && mayTell(said) ? [{ text: said }] : [];
    });
}

/**
 * The items a page shows: of the open chat, what stands beside it and what was written; of an order list, the row
 * the agent points at, else the first rows.
 */
export function itemsShown(
  chat: ChatFact | undefined,
  orders: readonly OrderFact[],
  pointed: string | undefined,
): ItemShown[] {
  const row = orders.filter(({ order }) => order.key === pointed);
  const shown = chat
    ? [...goodsOf(chat), ...linesOf(chat.orders), ...written(chat)]
    : linesOf(row.length > 0 ? row : orders.slice(0, rowsRead));
  const seen = new Set<string>();
  const items = shown.filter((item) => {
    const key = JSON.stringify(item);
    return !seen.has(key) && seen.add(key);
  });
  return items.slice(0, mostItems);
}

/** In the row, or in what follows its first element up to the next row's: an order may be several table rows. */
const belongsTo = (element: Element, node: Node): boolean =>
  element.contains(node) ||
  (element.parentElement?.contains(node) === true &&
    (element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);

/** Follows which order row the agent points at; the last one stays until another is pointed at. */
export function followPointed(
  document: Document,
  orders: () => readonly OrderFact[],
  signal: AbortSignal,
  changed: () => void,
): { key(): string | undefined } {
  let pointed: string | undefined;
  let target: EventTarget | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    timer = undefined;
    const node = target instanceof Node ? target : undefined;
    const row = node && orders().findLast(({ element }) => belongsTo(element, node));
    if (!row || row.order.key === pointed) return;
    pointed = row.order.key;
    changed();
  };
  document.addEventListener(
    'pointerover',
    (event) => {
      target = event.target;
      // Rows passed over on the way are not what the agent looks at.
      clearTimeout(timer);
      timer = setTimeout(look, 150);
    },
    { passive: true, signal },
  );
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return { key: () => pointed };
}

/** What the dock shows of items and the cards found for them; each card once, and no empty tab for a message. */
export function cardsView(items: readonly ItemShown[], answers: readonly CardAnswer[]): CardsView {
  const tabs: ItemCards[] = [];
  const seen = new Set<string>();
  for (const [at, item] of items.entries()) {
    const { by, sign, cards } = answers[at] ?? { cards: [] };
    const label = cards[0]?.name ?? item.title ?? item.code ?? item.sku ?? item.id;
    if (label === undefined) continue;
    const key = cards.length > 0 ? cards.map(({ id }) => id).join(' ') : label;
    if (seen.has(key)) continue;
    seen.add(key);
    const { id, title, code } = item;
    tabs.push({
      key,
      label,
      cards,
      ...(by !== undefined && { by }),
      ...(sign !== undefined && { sign }),
      draft: {
        ...(code !== undefined && { code }),
        ...(id !== undefined && { id }),
        ...(title !== undefined && { name: title }),
      },
    });
  }
  // Items with a card come first: a chat's own card must not hide behind something somebody sent once.
  return {
    items: [
      ...tabs.filter(({ cards }) => cards.length > 0),
      ...tabs.filter(({ cards }) => cards.length === 0),
    ].slice(0, mostTabs),
  };
}

/** Changes that come together are asked about together. */
const GATHER_MS = 80;

/**
 * Asks the background for the cards of what the dock speaks of, and again when that changes or cards do. No page ever
 * reads the cards themselves.
 * @param shown what the dock shows, of all frames
 * @param own where the answer goes
 */
export function followCards(shown: DockStore, own: DockStore, signal: AbortSignal): void {
  let asked = '';
  let seen: readonly ItemShown[] | undefined;
  let round = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = (): void => {
    timer = undefined;
    const { items = [], place } = shown.get();
    if (signal.aborted || place.collapsed) return;
    asked = JSON.stringify(items);
    round += 1;
    const mine = round;
    if (items.length === 0) {
      own.patch({ cards: undefined });
      return;
    }
    sendRequest(cardsFor, { items: [...items] }).then(
      ({ found }) => {
        if (mine === round && !signal.aborted) own.patch({ cards: cardsView(items, found) });
      },
      () => {
        if (mine === round && !signal.aborted) own.patch({ cards: undefined });
      },
    );
  };
  const askSoon = (): void => {
    timer ??= setTimeout(ask, GATHER_MS);
  };
  const stop = shown.subscribe(() => {
    const { items = [], place } = shown.get();
    if (items === seen || place.collapsed) return;
    seen = items;
    if (JSON.stringify(items) !== asked) askSoon();
  });
  watchChange('cards', signal, askSoon);
  signal.addEventListener(
    'abort',
    () => {
      stop();
      clearTimeout(timer);
    },
    { once: true },
  );
  askSoon();
}
