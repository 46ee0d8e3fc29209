import type { Language, LocalText } from '../../rules/language/local-text.ts';
import type { FlagName } from '../../rules/orders/flag.ts';
import type { WaitingBuyer } from '../../rules/turns/queue.ts';
import type { PickRequest } from '../../storage/contracts/maps.ts';
import type { PageKindName } from '../../storage/health.ts';

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
}

/** A hit of the palette; `ranges` are UTF-16 offsets into the title, to highlight. */
export interface PhraseHit {
  phrase: PhraseView;
  ranges: [number, number][];
}

/** One flag with how many rows carry it and which orders they are. */
export interface FlagCount {
  flag: FlagName;
  label: LocalText;
  level: 'info' | 'warn' | 'stop';
  orders: { key: string; orderId?: string }[];
}

/** A merge suggestion with the reasons an agent weighs. */
export interface MergeGroupView {
  group: string;
  orders: { key: string; orderId?: string }[];
  reasonsFor: LocalText[];
  reasonsAgainst: LocalText[];
}

export interface OrdersView {
  rows: number;
  counts: FlagCount[];
  merges: MergeGroupView[];
  /** Name of the courier table the verdicts rest on, and whether it is only the example shop's. */
  table: { name: string; example: boolean };
}

export interface PriceView {
  /** Fen; absent when the dialog does not show it. */
  current?: number;
  /** What the dialog can be asked for; absent: everything. */
  ways?: readonly PriceRequest['way'][];
  hasFreight: boolean;
  /** What the last preview said; fen. */
  preview?: PricePreview;
}

/** What the agent typed in the price card. Amounts as typed; the rule reads them. */
export interface PriceRequest {
  way: 'target' | 'minus' | 'percent';
  value: string;
  freight?: string;
}

export interface PricePreview {
  request: PriceRequest;
  /** Fen, absent when blocked before it could be worked out. */
  newPrice?: number;
  freight?: number;
  payable?: number;
  delta?: number;
  /** What goes into the dialog's price fields, in their order; fen. Absent when blocked. */
  inputs?: readonly number[];
  blocks: LocalText[];
  warnings: LocalText[];
  /** Set after a fill was read back from the inputs. */
  filled?: boolean;
}

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

/** Something the agent must be told: an insert that did not land, a missing value. `copy` is offered to take by hand. */
export interface DockNotice {
  id: string;
  level: 'info' | 'warn' | 'stop';
  text: LocalText;
  copy?: string;
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
  orders?: OrdersView;
  price?: PriceView;
  reviews?: ReviewsView;
}

/** What the agent can do in the dock. Callbacks get only trusted events' outcomes. */
export interface DockActions {
  place(place: DockPlace): void;
  insertPhrase(id: string): void;
  searchPhrases(query: string, limit: number): PhraseHit[];
  dismissNotice(): void;
  /** Writes to the system clipboard on the agent's own click. */
  copy(text: string): void;
  jumpToOrder(key: string): void;
  copyOrderNumbers(keys: string[]): void;
  openConversation(waiting: WaitingBuyer): void;
  previewPrice(request: PriceRequest): void;
  fillPrice(request: PriceRequest): void;
  fillReview(key: string, text: string): void;
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
