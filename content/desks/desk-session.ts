import type { DockModel, PricePreview } from '../../components/dock/model.ts';
import type { Language } from '../../rules/language/local-text.ts';
import type { Order } from '../../rules/orders/order.ts';
import type { OrderState } from '../../rules/orders/order-state.ts';
import { nextText } from '../../rules/phrases/next-text.ts';
import type { Platform } from '../../rules/platform.ts';
import { findAddresses } from '../../storage/contracts/addresses.ts';
import type { KeptKey, KeptState } from '../../storage/kept-state.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { ChatPlace } from '../../storage/schemas/queue.ts';
import type { SiteMap } from '../../storage/schemas/site-map.ts';
import { pauseShown, shownLanguage } from '../../storage/settings.ts';
import type { RememberedEditor } from '../compose/insert.ts';
import type { DockStore, Patch } from '../dock/dock-store.ts';
import { revealElement } from '../dock/reveal.ts';
import type { MarkLayer, MarkRow } from '../marks/mark-layer.ts';
import type { RowClocks } from '../marks/row-clocks.ts';
import { stayAtBottom } from '../marks/stay-at-bottom.ts';
import type { ChatFact, OrderFact, PageFact, PageKind, PageReading, PriceFact } from '../site-map/facts.ts';
import { type AddressChip, createAddressChips } from './address-chips.ts';
import { followPointed, itemsShown } from './card-desk.ts';
import type { ChatDesk } from './chat-desk.ts';
import type { AskedBy } from './chat-opener.ts';
import type { FieldWatch } from './field-watch.ts';
import { type FormMemory, followFormAnswers } from './form-memory.ts';
import { createGiving, type Giving } from './giving.ts';
import { createHealthDesk } from './health-desk.ts';
import { createOrdersWatch } from './orders-watch.ts';
import { evidenceOfPage } from './page-evidence.ts';
import { type PhraseShelf, shelvePhrases } from './phrase-views.ts';
import { type OpenPrice, priceView } from './price-desk.ts';
import { pricedOrder } from './priced-order.ts';
import { pricingView } from './pricing-view.ts';
import { createQueueDesk } from './queue-desk.ts';
import { createReviewsDesk } from './reviews-desk.ts';
import { shiftView } from './shift-actions.ts';

/** One page under one desk: the newest readings, the stores, and what marks and dock show of them. */
export interface DeskSession {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly platform: Platform;
  readonly mapId: string;
  readonly state: KeptState;
  readonly shelf: PhraseShelf;
  readonly giving: Giving;
  readonly forms: FormMemory;
  /** Which of a phrase's texts comes next for a buyer who got these. */
  nextIndex(id: string, given: readonly number[]): number;
  now(): number;
  chat(): ChatFact | undefined;
  orders(): readonly OrderFact[];
  price(): OpenPrice | undefined;
  /** The editor the page's map names; without a remembered selection. */
  pageEditor(): RememberedEditor | undefined;
  jumpTo(key: string): void;
  /** Takes the agent to a conversation, in this page or in the tab it stands in. */
  showConversation(chat: ChatPlace, by: AskedBy): void;
  showPrice(preview: PricePreview): void;
  redraft(reviewKey: string): void;
  draftOf(reviewKey: string): string | undefined;
  /** The chip beside a message that a mark's key stands for. */
  addressChip(key: string): AddressChip | undefined;
  /** New readings of the page, and the kinds of page that stand here and are turned off. */
  read(readings: readonly PageReading[], off?: readonly PageKind[]): void;
  /** The blanked structure around a field, to send to whoever maintains the maps; undefined where nothing is read. */
  report(kind: PageKind, field: string): string | undefined;
  /** One of the stores changed. */
  restock(state: KeptState, key: KeptKey): void;
  /** Time went on: countdowns on marks are worked out again. */
  tick(): void;
}

interface SessionParts {
  document: Document;
  signal: AbortSignal;
  map: SiteMap;
  state: KeptState;
  store: DockStore;
  marks: MarkLayer;
  rowClocks: RowClocks;
  chatDesk: ChatDesk;
  fields: FieldWatch;
  now(): number;
  browserLanguage: string;
  /** Version of the product, for reports. */
  product: string;
  /** What the shop knows of an order. */
  stateOf(order: Order): OrderState | undefined;
  /** Kinds that are read in sub frames: an outer page that lacks them is not broken for that. */
  elsewhere(): readonly PageKind[];
}

export function createDeskSession(parts: SessionParts): DeskSession {
  const { document, signal, map, store, marks, chatDesk, now } = parts;
  let { state } = parts;
  let readings: readonly PageReading[] = [];
  let off: readonly PageKind[] = [];
  let shelf = shelvePhrases(state.library, map.platform);
  let pricePreview: PricePreview | undefined;
  let priceRoot: Element | undefined;
  const reviewsDesk = createReviewsDesk();
  const forms = followFormAnswers(now, signal);
  const giving = createGiving({
    platform: map.platform,
    view: document.defaultView,
    changed: () => showGiving(),
    signal,
  });
  const orders = createOrdersWatch({
    platform: map.platform,
    state: () => state,
    stateOf: parts.stateOf,
    now,
    signal,
    changed: () => orderRows().length > 0 && showRows(),
  });
  const health = createHealthDesk({ ...parts, state: () => state });
  const addressChips = createAddressChips({
    ask: async (runs) => (await sendRequest(findAddresses, { runs })).found,
    changed: () => showRows(),
    signal,
  });
  const language = (): Language => shownLanguage(state.settings.language, parts.browserLanguage);

  const factOf = <K extends PageKind>(kind: K): Extract<PageFact, { kind: K }> | undefined =>
    readings.find((reading) => reading.kind === kind)?.fact as Extract<PageFact, { kind: K }> | undefined;
  const queue = createQueueDesk({
    document,
    platform: map.platform,
    rowClocks: parts.rowClocks,
    state: () => state,
    language,
    chat: () => factOf('chat'),
    inFrames: () => parts.elsewhere().includes('chat'),
    tell: (told) => store.patch({ notice: told }),
    signal,
  });
  const orderRows = (): readonly OrderFact[] => factOf('orders')?.rows ?? [];

  const openPrice = (fact: PriceFact): OpenPrice => ({
    fact,
    platform: map.platform,
    order: pricedOrder(fact, factOf('chat'), orderRows()),
  });

  function showRows(): void {
    const at = now();
    const rows: MarkRow[] = [];
    const change: Patch<DockModel> = {
      health: health.lines(readings, off),
      orders: undefined,
      reviews: undefined,
      price: undefined,
      refunds: undefined,
    };
    if (orderRows().length > 0) {
      const picture = orders.picture(orderRows(), at, language());
      rows.push(...picture.marks);
      change.orders = picture.view;
    }
    const reviews = factOf('reviews');
    if (reviews && reviews.rows.length > 0) {
      const picture = reviewsDesk.picture(reviews, language());
      rows.push(...picture.marks);
      change.reviews = picture.view;
    }
    const price = factOf('price');
    if (price?.root !== priceRoot) {
      // Another dialog, another order: what was worked out before does not apply.
      priceRoot = price?.root;
      pricePreview = undefined;
    }
    if (price) change.price = priceView(openPrice(price), pricePreview);
    const refunds = factOf('refunds');
    if (refunds && refunds.rows.length > 0)
      change.refunds = refunds.rows.map(({ element: _, mark: __, time: ___, memo: ____, ...row }) => row);
    const chips = addressChips.marks(factOf('chat'), state.shop.pack, language());
    rows.push(...chips);
    const fresh = chips.findLast(({ key }) => marks.elementOf(key) === undefined);
    stayAtBottom(fresh?.host, () => marks.sync(rows));
    store.patch(change);
    health.tell(readings);
  }

  function showEvidence(): void {
    const page = evidenceOfPage(map, readings);
    if (JSON.stringify(page) !== JSON.stringify(store.get().page)) store.patch({ page });
  }

  function showChat(): void {
    const chat = factOf('chat');
    const open = chat?.conversationKey;
    const { shopId } = state.settings;
    store.patch({
      hasEditor: chat?.editor !== undefined || factOf('reviews') !== undefined,
      openConversation: open === undefined ? undefined : `${map.platform}|${shopId}|${open}`,
    });
    const reading = readings.find((one) => one.kind === 'chat');
    if (reading && chat) chatDesk.read(reading, chat);
    giving.read(chat, store.get().openConversation);
    orders.hear(chat);
    showGiving();
    queue.showClocks();
  }

  const pointed = followPointed(document, orderRows, signal, showItems);
  let toldItems = '[]';
  function showItems(): void {
    const items = itemsShown(factOf('chat'), orderRows(), pointed.key());
    const told = JSON.stringify(items);
    if (told === toldItems) return;
    toldItems = told;
    store.patch({ items: items.length > 0 ? items : undefined });
  }

  function showGiving(): void {
    const view = giving.view();
    if (JSON.stringify(view) !== JSON.stringify(store.get().giving)) store.patch({ giving: view });
  }

  function showState(): void {
    marks.setTheme(state.settings.theme);
    store.patch({
      language: language(),
      theme: state.settings.theme,
      pausedUntil: pauseShown(state.settings.attention),
      ...queue.shown(),
      phrases: shelf.views,
      categories: shelf.categories,
      groups: shelf.groups,
      pricing: pricingView(state.shop.pack, map.platform),
      shift: shiftView(state.shifts, now()),
    });
  }

  const session: DeskSession = {
    document,
    signal,
    platform: map.platform,
    mapId: map.id,
    get state() {
      return state;
    },
    get shelf() {
      return shelf;
    },
    giving,
    nextIndex(id, given) {
      const phrase = shelf.find(id);
      return phrase ? nextText(phrase, given, Math.random()).index : 0;
    },
    forms,
    now,
    chat: () => factOf('chat'),
    orders: orderRows,
    price: () => {
      const fact = factOf('price');
      return fact && openPrice(fact);
    },
    pageEditor: () => {
      const editor = factOf('chat')?.editor;
      return editor instanceof HTMLElement ? { element: editor, selection: undefined } : undefined;
    },
    jumpTo(key) {
      const row =
        orderRows().find((one) => one.order.key === key) ??
        factOf('reviews')?.rows.find((one) => one.key === key);
      if (row) revealElement(row.element);
    },
    showConversation: queue.openChat,
    showPrice(preview) {
      pricePreview = preview;
      const price = factOf('price');
      if (price) store.patch({ price: priceView(openPrice(price), preview) });
    },
    redraft(key) {
      reviewsDesk.redraft(key);
      showRows();
    },
    draftOf: (key) => {
      const reviews = factOf('reviews');
      return (
        reviews &&
        reviewsDesk.picture(reviews, language()).view.unanswered.find((one) => one.key === key)?.draft
      );
    },
    addressChip: addressChips.find,
    report: (kind, field) => health.report(readings, kind, field),
    read(next, offNow = []) {
      readings = next;
      off = offNow;
      parts.fields.read(next);
      showEvidence();
      showRows();
      showChat();
      showItems();
    },
    restock(next, key) {
      state = next;
      if (key === 'library') shelf = shelvePhrases(next.library, map.platform);
      queue.restock(key);
      if (key !== 'health') showState();
      // Marks depend on rules, on the language and on what is handled in this shift, not on who waits.
      if (key === 'shop' || key === 'rules' || key === 'settings' || key === 'shifts') showRows();
    },
    tick: showRows,
  };
  showState();
  return session;
}
