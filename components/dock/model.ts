import type { ParsedAddress } from '../../rules/address/parsed-address.ts';
import type { Language, LocalText } from '../../rules/language/local-text.ts';
import type { OrderStateChange } from '../../rules/orders/order-state.ts';
import type { PlatformRow } from '../../rules/packs/platform-row.ts';
import type { ItemShown } from '../../rules/products/card.ts';
import type { CardSign } from '../../rules/products/card-sign.ts';
import type { WaitingBuyer } from '../../rules/turns/queue.ts';
import type { WordingHitView } from '../../rules/wording/hit-view.ts';
import type { ZoneAnswer, ZoneQuestion } from '../../rules/zones/zone-answer.ts';
import type { CardView } from '../../storage/contracts/cards.ts';
import type { PickRequest } from '../../storage/contracts/maps.ts';
import type { PricedOrder, PriceFacts, PriceSearch } from '../../storage/contracts/pricing.ts';
import type { PageKindName } from '../../storage/health.ts';
import type { ChatPlace, QuietChat } from '../../storage/schemas/queue.ts';
import type { ShiftActions, ShiftView } from '../shift/model.ts';
import type { MergeGroupView, OrdersFile, OrdersView } from './orders/orders-view.ts';
import type {
  GivingView,
  PhraseChoice,
  PhraseHit,
  PhraseOffer,
  PhraseQuestion,
  PhraseView,
} from './phrase-model.ts';
import type {
  NumberPut,
  NumberToPut,
  PricePreview,
  PriceRequest,
  PriceView,
  PricingView,
} from './price-model.ts';
import type { RegisterActions } from './registers/register-actions.ts';
import type { GuideActions } from './tools/guide/guide.ts';
import type { OpenTool, ToolId } from './tools/tool.ts';

/** How well a page's structure is known (site-map.md, evidence). */
export type EvidenceLevel = 'high' | 'medium' | 'low' | 'user';

/** Where the dock sits on one site. `top` is the share of the free height above it, 0…1. */
export interface DockPlace {
  collapsed: boolean;
  top: number;
}

export type {
  GivingView,
  OfferReason,
  PhraseChoice,
  PhraseHit,
  PhraseOffer,
  PhraseQuestion,
  PhraseView,
} from './phrase-model.ts';

/** An item the page shows, with the cards found for it. */
export interface ItemCards {
  key: string;
  /** The card's name, else what the page calls the item. */
  label: string;
  by?: CardSign;
  /** What was read that told the card. */
  sign?: string;
  /** None: the shop has no card of it. Several: the sign speaks for each. */
  cards: readonly CardView[];
  /** What a new card of it begins with. */
  draft: CardDraftStart;
}

export interface CardDraftStart {
  code?: string;
  id?: string;
  name?: string;
}

export interface CardsView {
  items: readonly ItemCards[];
}

/** A return or refund as a page lists it; what it does not show is absent. Money in fen. */
export interface RefundRowView {
  key: string;
  orderId?: string;
  buyer?: string;
  type?: string;
  reason?: string;
  amount?: number;
  status?: string;
  trackingNo?: string;
  returnTrackingNo?: string;
}

export type { OrderRowView, OrderUrging } from './orders/order-row.ts';
export type { FlagCount, MergeGroupView, MergeOrder, OrdersFile, OrdersView } from './orders/orders-view.ts';
export type { NumberPut, NumberToPut, PricePreview, PriceRequest, PriceView, PricingView };

export interface ReviewView {
  key: string;
  buyer?: string;
  rating?: number;
  text: string;
  reason: LocalText;
  polarity: 'bad' | 'mixed' | 'good' | 'unsure';
  draft: string;
}

export interface ReviewsView {
  rows: number;
  unanswered: ReviewView[];
}

/** A map that no longer fits, or a page the agent turned off, in plain words; one line per page kind. */
export interface HealthLine {
  /** `broken`: nothing is marked or filled. `warning`: the rest of the page still works. `off`: by the agent's choice. */
  level: 'broken' | 'warning' | 'off';
  page: PageKindName;
  /** What agents call this kind of page. */
  kind: LocalText;
  /** The first field the line names, as maps spell it; '' for a page that is off. */
  field: string;
  fieldName: LocalText;
  text: LocalText;
  /** Of a line that comes from a sub frame: its report, written there, where the rows are. */
  report?: string;
}

/** What the wording check says of the text in the editor. */
export interface WordingView {
  channel: 'chat' | 'reply';
  /** The strictest first. */
  hits: readonly WordingHitView[];
  /** How many there are beside these. */
  more: number;
}

/** Something the agent must be told: an insert that did not land, a missing value. `copy` is offered to take by hand. */
export interface DockNotice {
  id: string;
  level: 'info' | 'warn' | 'stop';
  text: LocalText;
  copy?: string;
  /** Images the editor did not take: hashes, to be copied by hand. */
  images?: readonly { hash: string; name: string }[];
}

/** Everything the dock shows. Plain data: desks write it, the view only reads it. */
export interface DockModel {
  language: Language;
  theme: 'auto' | 'light' | 'dark';
  place: DockPlace;
  page?: {
    mapName: LocalText;
    /** The least known of the pages that are read. */
    level: EvidenceLevel;
    seen: string;
    note?: string;
    /** Every page that is read, each with its own evidence. */
    entries?: { kind: PageKindName; level: EvidenceLevel; seen: string; note?: string }[];
  };
  /** The extension was updated under this page: one line, nothing else. */
  orphaned: boolean;
  health: HealthLine[];
  notice?: DockNotice;
  hasEditor: boolean;
  /** Do not disturb until then, epoch ms; absent where nothing would disturb. */
  pausedUntil?: number;
  /** In the order of the queue (metrics.md §6). */
  waiting: WaitingBuyer[];
  /** The platforms' rows in force, by which waits are judged; absent: the shipped ones. */
  rows?: readonly PlatformRow[];
  /** The buyer spoke last where the platform wants the shop's last word; those who wait as well. */
  lastWords?: readonly QuietChat[];
  /** The shop spoke last and nothing is open. */
  closable?: readonly QuietChat[];
  /** How many there are of each; the lists end where nobody would read on. */
  quietCounts?: { lastWords: number; closable: number };
  /** `key` of the conversation that is open, to mark it in the queue. */
  openConversation?: string;
  phrases: PhraseView[];
  /** In the order of the library. */
  categories: string[];
  /** By category: names of its second level, in the order of the library. */
  groups?: Readonly<Record<string, readonly string[]>>;
  /** Absent while no conversation is open. */
  giving?: GivingView;
  orders?: OrdersView;
  /** Returns and refunds, where a map of the page reads them. */
  refunds?: readonly RefundRowView[];
  price?: PriceView;
  /** The shop's formulas and compensation; of the top frame's desk. */
  pricing?: PricingView;
  reviews?: ReviewsView;
  /** Absent while the text in the editor is clean. */
  wording?: WordingView;
  /** Items the page shows; the top frame's desk asks for their cards. */
  items?: readonly ItemShown[];
  cards?: CardsView;
  /** The tool something else opened last; the dock shows it. */
  tool?: OpenTool;
  /** The agent's shift; of the top frame's desk. */
  shift?: ShiftView;
}

/** What the address tool shows of one text; with `problem`, why there is no verdict. */
export interface AddressReading {
  parsed?: ParsedAddress;
  answer?: ZoneAnswer;
  problem?: 'empty' | 'too-long' | 'abroad' | 'no-region' | 'failed';
}

/** What the agent can do in the dock. Callbacks get only trusted events' outcomes. */
export interface DockActions {
  place(place: DockPlace): void;
  /** Do not disturb for a quarter of an hour, or no longer. */
  pause(on: boolean): void;
  insertPhrase(id: string, choice?: PhraseChoice): void;
  /** What the agent must say before this phrase can go in; undefined where nothing is missing. */
  askPhrase(id: string, index?: number): PhraseQuestion | undefined;
  /** The open conversation's buyer begins anew with a phrase. */
  beginAnew(id: string): void;
  /** Takes the offer of the next part away. */
  dropOffer(id: string): void;
  /** Puts one image of a phrase on the clipboard, on the agent's own click. */
  copyImage(hash: string): void;
  /** @param offers what an empty query lists first; without it, what is offered for this page's own chat */
  searchPhrases(query: string, limit: number, offers?: readonly PhraseOffer[]): PhraseHit[];
  /** A text as it is (of a product card, of a tool), checked for wording like every other. */
  insertText(text: string): void;
  searchCards(query: string): Promise<readonly CardView[]>;
  newCard(start: CardDraftStart): void;
  dismissNotice(): void;
  /** Writes to the system clipboard on the agent's own click. */
  copy(text: string): void;
  jumpToOrder(key: string): void;
  copyOrderNumbers(keys: string[]): void;
  /** Notes something about orders of the page, by their keys; the ones without a number are passed over. */
  noteOrder(keys: string[], change: OrderStateChange): void;
  /** Saves these orders, in this order, as a file on the agent's machine. */
  exportOrders(keys: string[], file: OrdersFile): void;
  /** Notes what the buyer said to one parcel, for every order of the group, also those of other pages. */
  noteMerge(merge: MergeGroupView, state: 'asked' | 'agreed' | 'refused' | null): void;
  /** Shows a tool of the dock, beginning with an order of the page or a text. */
  openTool(id: ToolId, start?: { orderKey?: string; text?: string }): void;
  guide: GuideActions;
  registers: RegisterActions;
  shift?: ShiftActions;
  /** Reads an address and asks the shop's courier table about it. @param facts what is known of the order */
  readAddress(text: string, facts: ZoneQuestion): Promise<AddressReading>;
  /** Shows a conversation: in this page, else in the tab it stands in. `queue`: this is the tab that was chosen. */
  openConversation(chat: ChatPlace, by?: 'agent' | 'queue'): void;
  previewPrice(request: PriceRequest): void;
  fillPrice(request: PriceRequest): void;
  /** Live prices, costs and floors of goods; undefined where the background does not answer. */
  priceFacts(items: readonly ItemShown[], order?: PricedOrder): Promise<PriceFacts | undefined>;
  searchPrices(query: string): Promise<PriceSearch | undefined>;
  /** Puts one number into the input the agent was last in, else copies it. Never confirms anything. */
  putNumber(number: NumberToPut): Promise<NumberPut>;
  fillReview(key: string, text: string): void;
  /** Puts the better word in the place of a hit of the wording check. */
  replaceWord(id: string): void;
  /** Releases the word of a hit for this shop. */
  releaseWord(id: string): void;
  /** Selects the word of a hit in the editor. */
  showWord(id: string): void;
  redraftReview(key: string): void;
  jumpToReview(key: string): void;
  openOptions(): void;
  /** Shows the figures page, at this marketplace. */
  openFigures?(): void;
  reloadPage(): void;
  /** Starts the picker: for one field of a page kind that no longer reads, or (nothing set) to teach this page. */
  pointAt(request: PickRequest): void;
  /** Puts the blanked report about the field a line names on the clipboard. */
  copyReport(line: HealthLine): void;
  /** Off: this kind of page is neither read nor marked on this marketplace until it is turned on again. */
  setPage(kind: PageKindName, on: boolean): void;
}
