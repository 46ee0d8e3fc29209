import type { ParsedAddress } from '../../rules/address/parsed-address.ts';
import type { Language, LocalText } from '../../rules/language/local-text.ts';
import type { MergeConsent } from '../../rules/merge/merge-consent.ts';
import type { FlagName } from '../../rules/orders/flag.ts';
import type { OrderStateChange } from '../../rules/orders/order-state.ts';
import type { HitReason } from '../../rules/phrases/hit-reason.ts';
import type { PhraseColour, PhraseKind } from '../../rules/phrases/phrase.ts';
import type { FormField } from '../../rules/phrases/template.ts';
import type { Platform } from '../../rules/platform.ts';
import type { ItemShown } from '../../rules/products/card.ts';
import type { CardSign } from '../../rules/products/card-sign.ts';
import type { WaitingBuyer } from '../../rules/turns/queue.ts';
import type { WordingHitView } from '../../rules/wording/hit-view.ts';
import type { ZoneAnswer, ZoneQuestion } from '../../rules/zones/zone-answer.ts';
import type { CardView } from '../../storage/contracts/cards.ts';
import type { PickRequest } from '../../storage/contracts/maps.ts';
import type { PricedOrder, PriceFacts, PriceSearch } from '../../storage/contracts/pricing.ts';
import type { PageKindName } from '../../storage/health.ts';
import type { OrderRowView } from './orders/order-row.ts';
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

/** A phrase as the dock and the palette list it. */
export interface PhraseView {
  id: string;
  title: string;
  text: string;
  code?: string;
  category: string;
  /** The second level. */
  group?: string;
  tags?: readonly string[];
  colour?: PhraseColour;
  /** The agent's own, not the shop's. */
  personal?: boolean;
  pinned?: boolean;
  /** Of a phrase with several texts. */
  kind?: PhraseKind;
  more?: readonly string[];
  pick?: 'turn';
  images?: number;
}

/** Why a phrase is offered before anything was searched for. */
export type OfferReason =
  /** The part after the one that was just sent. */
  | 'next-part'
  /** This agent answers messages like the buyer's last one with it. */
  | 'learnt'
  /** It shares words with the buyer's last message. */
  | 'words';

export interface PhraseOffer {
  id: string;
  why: OfferReason;
  /** With `words`: the words. */
  words?: string;
}

/** A hit of the palette; `ranges` are UTF-16 offsets into the title, to highlight. */
export interface PhraseHit {
  phrase: PhraseView;
  ranges: [number, number][];
  /** Where the title does not show it. */
  why?: HitReason;
  offer?: PhraseOffer;
}

/** How far the open conversation's buyer is with phrases, and what may be wanted next. */
export interface GivingView {
  /** By phrase id: the texts this buyer already got, in the order they were given. */
  given: Readonly<Record<string, readonly number[]>>;
  /** In the order they are shown. */
  offers: readonly PhraseOffer[];
}

/** How a phrase is to be given; what is absent is worked out when it is inserted. */
export interface PhraseChoice {
  /** Which of its texts. */
  index?: number;
  /** What the agent said in the form. */
  answers?: Readonly<Record<string, string>>;
  /** What was typed for it in the editor and gives way to it. */
  replace?: string;
  /** Whose turn it counts for, where the chat stands in another frame. */
  conversation?: string;
}

/** What must be said before a phrase can go in. */
export interface PhraseQuestion {
  title: string;
  index: number;
  /** Empty where no answer helps: what is missing is no variable. */
  fields: FormField[];
  /** What was answered the last time. */
  last: Record<string, string>;
  /** Names of values the page does not tell, or braces that are no variable. */
  missing: string[];
  preview(answers: Readonly<Record<string, string>>): string;
}

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

/** One flag with how many rows carry it and which orders they are. */
export interface FlagCount {
  flag: FlagName;
  label: LocalText;
  level: 'info' | 'warn' | 'stop';
  orders: { key: string; orderId?: string }[];
}

/** An order of a merge suggestion; with `elsewhere` it stood on another page, at that time (epoch ms). */
export interface MergeOrder {
  key: string;
  orderId?: string;
  elsewhere?: number;
}

/** A merge suggestion with the reasons an agent weighs. */
export interface MergeGroupView {
  group: string;
  platform: Platform;
  /** Those of this page first. */
  orders: MergeOrder[];
  reasonsFor: LocalText[];
  reasonsAgainst: LocalText[];
  /** What the buyer said to it, as noted. */
  consent: MergeConsent;
  /** What to write into the memo, in the shop's format. */
  memo: string;
  /** What the buyer is asked. */
  question: string;
}

/** A file of the orders a list shows. */
export interface OrdersFile {
  format: 'xlsx' | 'csv';
  /** Names, phones and addresses as the page shows them; otherwise masked. */
  clear: boolean;
}

export interface OrdersView {
  rows: number;
  /** How many orders there are, where `list` had to be cut on its way out of a frame. */
  named?: number;
  /** Of what is not handled yet. */
  counts: FlagCount[];
  merges: MergeGroupView[];
  /** What still leaves with today's batches (A10): when (epoch ms), and the order numbers. */
  today?: { at: number; orders: string[] }[];
  /** Every row whose order number was read, in page order. */
  list: OrderRowView[];
  /** Name of the courier table the verdicts rest on, and whether it is only the example shop's. */
  table: { name: string; example: boolean };
}

export type { PricePreview, PriceRequest, PriceView };

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
  waiting: WaitingBuyer[];
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
  /** Reads an address and asks the shop's courier table about it. @param facts what is known of the order */
  readAddress(text: string, facts: ZoneQuestion): Promise<AddressReading>;
  openConversation(waiting: WaitingBuyer): void;
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
  reloadPage(): void;
  /** Starts the picker: for one field of a page kind that no longer reads, or (nothing set) to teach this page. */
  pointAt(request: PickRequest): void;
  /** Puts the blanked report about the field a line names on the clipboard. */
  copyReport(line: HealthLine): void;
  /** Off: this kind of page is neither read nor marked on this marketplace until it is turned on again. */
  setPage(kind: PageKindName, on: boolean): void;
}
