import type { DockModel, HealthLine, PricePreview } from '../../components/dock/model.ts';
import type { Language } from '../../rules/language/local-text.ts';
import type { Order } from '../../rules/orders/order.ts';
import type { OrderState } from '../../rules/orders/order-state.ts';
import { nextText } from '../../rules/phrases/next-text.ts';
import type { Platform } from '../../rules/platform.ts';
import { type HolidayYears, shipBy } from '../../rules/shipping/index.ts';
import { longestFirst, type WaitingBuyer } from '../../rules/turns/queue.ts';
import { findAddresses, readRegions } from '../../storage/contracts/addresses.ts';
import { reportHealth } from '../../storage/contracts/health.ts';
import { visitOrders } from '../../storage/contracts/visited-orders.ts';
import { holidaysStore, holidayYears } from '../../storage/holidays.ts';
import type { KeptKey, KeptState } from '../../storage/kept-state.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { SiteMap } from '../../storage/schemas/site-map.ts';
import { shownLanguage } from '../../storage/settings.ts';
import { watchStore } from '../../storage/watch.ts';
import type { RememberedEditor } from '../compose/insert.ts';
import type { DockStore, Patch } from '../dock/dock-store.ts';
import { revealElement } from '../dock/reveal.ts';
import type { MarkLayer, MarkRow } from '../marks/mark-layer.ts';
import { stayAtBottom } from '../marks/stay-at-bottom.ts';
import type { ChatFact, OrderFact, PageFact, PageKind, PageReading, PriceFact } from '../site-map/facts.ts';
import { writeReport } from '../site-map/report/write-report.ts';
import { builtInMaps } from '../sites/built-in.ts';
import { type AddressChip, createAddressChips } from './address-chips.ts';
import { followPointed, itemsShown } from './card-desk.ts';
import type { ChatDesk } from './chat-desk.ts';
import type { FieldWatch } from './field-watch.ts';
import { type FormMemory, followFormAnswers } from './form-memory.ts';
import { createGiving, type Giving } from './giving.ts';
import { healthLines } from './health-lines.ts';
import { pictureOrders } from './orders-desk.ts';
import { evidenceOfPage } from './page-evidence.ts';
import { type PhraseShelf, shelvePhrases } from './phrase-views.ts';
import { type OpenPrice, priceView } from './price-desk.ts';
import { pricedOrder } from './priced-order.ts';
import { pricingView } from './pricing-view.ts';
import { createRefusalWatch } from './refusal-watch.ts';
import { createRegionCache } from './region-cache.ts';

import { createReviewsDesk } from './reviews-desk.ts';
import { createVisitedOrders } from './visited-orders.ts';

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
  showConversation(waiting: WaitingBuyer): void;
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

/** An empty list says nothing of the map, and neither does the outer page of a list in a frame. */
const provesSomething = ({ health, fact }: PageReading): boolean =>
  health.rows > 0 || health.broken.length > 0 || (fact.kind === 'chat' && fact.conversations.length > 0);

export function createDeskSession(parts: SessionParts): DeskSession {
  const { document, signal, map, store, marks, chatDesk, now } = parts;
  let { state } = parts;
  let readings: readonly PageReading[] = [];
  let off: readonly PageKind[] = [];
  let shelf = shelvePhrases(state.library, map.platform);
  let pricePreview: PricePreview | undefined;
  let priceRoot: Element | undefined;
  let toldHealth = '';
  const reported = new WeakMap<PageReading, { field: string; text: string }>();
  const reviewsDesk = createReviewsDesk();
  const forms = followFormAnswers(now, signal);
  const giving = createGiving({
    platform: map.platform,
    view: document.defaultView,
    changed: () => showGiving(),
    signal,
  });
  const regions = createRegionCache({
    ask: async (texts) => (await sendRequest(readRegions, { texts })).regions,
    changed: () => showRows(),
    signal,
  });
  const refusals = createRefusalWatch({
    platform: map.platform,
    rules: () => state.shop.pack.urging,
    now,
    signal,
    changed: () => orderRows().length > 0 && showRows(),
  });
  let holidays: HolidayYears = {};
  void watchStore(holidaysStore, now, signal, (record) => {
    holidays = holidayYears(record);
    if (orderRows().length > 0) showRows();
  });
  const visited = createVisitedOrders({
    tell: async (page) => (await sendRequest(visitOrders, page)).seen,
    changed: () => showRows(),
    now,
    signal,
  });
  const addressChips = createAddressChips({
    ask: async (runs) => (await sendRequest(findAddresses, { runs })).found,
    changed: () => showRows(),
    signal,
  });
  const language = (): Language => shownLanguage(state.settings.language, parts.browserLanguage);

  const factOf = <K extends PageKind>(kind: K): Extract<PageFact, { kind: K }> | undefined =>
    readings.find((reading) => reading.kind === kind)?.fact as Extract<PageFact, { kind: K }> | undefined;
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
      health: linesNow(),
      orders: undefined,
      reviews: undefined,
      price: undefined,
      refunds: undefined,
    };
    if (orderRows().length > 0) {
      const picture = pictureOrders(
        orderRows(),
        { ...state.shop.pack, holidays },
        at,
        language(),
        {
          regionOf: regions.regionOf,
          stateOf: parts.stateOf,
          refusalOf: refusals.refusalOf,
          agent: state.settings.agentNumber,
          seen: visited.seen(),
          shop: state.settings.shopId,
        },
        state.settings.shopName,
      );
      rows.push(...picture.marks);
      change.orders = picture.view;
      visited.show(
        orderRows().map(({ order }) => order),
        {
          regionOf: regions.regionOf,
          shop: state.settings.shopId,
          deadlineOf: (order) => shipBy(order, { ...state.shop.pack, holidays })?.at,
        },
      );
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
    tellHealth();
  }

  /** A sub frame's lines are shown by the top frame, which cannot see the rows: the report goes along. */
  function linesNow(): HealthLine[] {
    const gone = parts.fields.gone().filter(({ kind }) => readings.some((one) => one.kind === kind));
    const lines = healthLines(
      readings.flatMap((reading) => reading.health.broken),
      gone,
      off,
      readings.flatMap(({ kind, health }) => (health.slow ?? []).map((field) => ({ kind, field }))),
    );
    if (document.defaultView === document.defaultView?.top) return lines;
    return lines.map((line) => {
      const text = line.level === 'off' ? undefined : reportOnce(line.page, line.field);
      return { ...line, ...(text !== undefined && { report: text }) };
    });
  }

  function report(kind: PageKind, field: string): string | undefined {
    const reading = readings.find((one) => one.kind === kind);
    if (!reading) return undefined;
    return writeReport({
      document,
      map,
      reading,
      field,
      gone: parts.fields.gone().filter((one) => one.kind === kind),
      builtIn: builtInMaps(),
      product: parts.product,
      isOwnMap: state.maps.maps.some((one) => one.id === map.id && one.deletedAt === null),
    });
  }

  /** The same reading is reported on once: a sub frame shows its lines again at every change of the page. */
  function reportOnce(kind: PageKind, field: string): string | undefined {
    const reading = readings.find((one) => one.kind === kind);
    if (!reading) return undefined;
    const known = reported.get(reading);
    if (known?.field === field) return known.text;
    const text = report(kind, field);
    if (text !== undefined) reported.set(reading, { field, text });
    return text;
  }

  function tellHealth(): void {
    const elsewhere = parts.elsewhere();
    const here = readings.filter(({ kind, health }) => health.rows > 0 || !elsewhere.includes(kind));
    const broken = here.flatMap((reading) => reading.health.broken);
    const gone = [...parts.fields.gone()];
    const kinds = here.filter(provesSomething).map(({ kind }) => kind);
    const told = JSON.stringify([kinds, broken, gone]);
    // A page that fits says so only if the kept state says otherwise: no store is written at every load.
    const page = state.health.pages.find((one) => one.id === map.id);
    const kept = [...(page?.broken ?? []), ...(page?.gone ?? [])].some(({ kind }) => kinds.includes(kind));
    if (told === toldHealth || (broken.length + gone.length === 0 && toldHealth === '' && !kept)) return;
    toldHealth = told;
    sendRequest(reportHealth, { mapId: map.id, kinds, broken, gone }).catch(() => undefined);
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
    refusals.read(chat);
    showGiving();
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
      waiting: longestFirst(state.queue.waiting),
      phrases: shelf.views,
      categories: shelf.categories,
      groups: shelf.groups,
      pricing: pricingView(state.shop.pack, map.platform),
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
    showConversation(waiting) {
      const row = factOf('chat')?.conversations.find((one) => one.key === waiting.buyer);
      if (row) revealElement(row.element);
    },
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
    report,
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
      if (key !== 'health') showState();
      // Marks depend on the shop's rules and on the language, not on who waits.
      if (key === 'shop' || key === 'settings') showRows();
    },
    tick: showRows,
  };
  showState();
  return session;
}
