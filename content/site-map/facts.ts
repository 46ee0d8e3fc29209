import type { Order } from '../../rules/orders/order.ts';
import type { Platform } from '../../rules/platform.ts';
import type { PageEntry } from '../../storage/schemas/site-map.ts';

/**
 * What the engine hands to desks: facts with absent fields absent, never selectors (architecture.md,
 * "Facts, not pages"). Elements ride along only as anchors for marks, scrolling and filling.
 */
export type PageKind = 'chat' | 'orders' | 'reviews' | 'price' | 'refunds';
export type EvidenceLevel = 'high' | 'medium' | 'low' | 'user';
export type Side = 'buyer' | 'agent' | 'bot' | 'system';

export interface ConversationFact {
  /** Equal for every row of the same conversation (PDD shows one buyer in several groups). */
  key: string;
  id?: string;
  name?: string;
  preview?: string;
  /** Unread count where the page shows one; 0 is "shown and none", absent is "not shown". */
  unread?: number;
  /** The row is marked as unanswered, with or without a count. */
  waiting?: true;
  time?: TimeFact;
  active: boolean;
  element: Element;
}

/** A time as read, with how exactly the page showed it (metrics.md §1.5). */
export interface TimeFact {
  ms: number;
  precision: 'ms' | 's' | 'min';
}

export interface MessageFact {
  /** Message id of the page, else absent. */
  id?: string;
  side: Side | undefined;
  text?: string;
  time?: TimeFact;
  image?: string;
  /** The writer's name as the message shows it; also decides the side where nothing else does. */
  nick?: string;
  element: Element;
}

export interface ChatFact {
  kind: 'chat';
  /** Identity of the open conversation: id, else unmasked name; absent when neither can be read. */
  conversationKey?: string;
  buyer?: string;
  buyerId?: string;
  /** Name of the account that is signed in, where the page shows it. */
  account?: string;
  conversations: ConversationFact[];
  messages: MessageFact[];
  /** Order cards beside the chat. */
  orders: OrderFact[];
  /** Products the open conversation speaks of, in page order; absent where the map does not say where. */
  items?: ItemFact[];
  editor?: Element;
  send?: Element;
}

/** A product shown in a chat: the bar above the messages, or a card among them. */
export interface ItemFact {
  title?: string;
  sku?: string;
  /** The shop's own code. */
  code?: string;
  /** The marketplace's id. */
  id?: string;
  /** A card among the messages, which was sent at some time; the bar above them is about what is open. */
  sent?: true;
}

export interface OrderFact {
  /** The order as rules see it. `order.key` is the row's key. */
  order: Order;
  /** First element of the row; with `until-next` groups the marks' home is `mark`. */
  element: Element;
  /** Where marks go: appended as the last child of this element. */
  mark: Element;
}

export interface OrdersFact {
  kind: 'orders';
  rows: OrderFact[];
  /** Where the agent writes the memo, while the page shows it. */
  memoEditor?: Element;
}

export interface ReviewFact {
  key: string;
  orderId?: string;
  buyer?: string;
  /** 1–5. */
  rating?: number;
  text?: string;
  time?: TimeFact;
  append?: string;
  itemTitle?: string;
  sku?: string;
  /** The shop's reply, where there is one. */
  reply?: string;
  element: Element;
  mark: Element;
}

export interface ReviewsFact {
  kind: 'reviews';
  rows: ReviewFact[];
  replyEditor?: Element;
}

export interface PriceFact {
  kind: 'price';
  orderId?: string;
  /** Fen. */
  current?: number;
  lineTitle?: string;
  /** What each price field held before anybody typed, where they hold prices (`line-total`); fen, in their order. */
  lines?: number[];
  mode: 'total' | 'line-delta' | 'line-total';
  inputs: { price: Element[]; freight?: Element; freeFreight?: Element };
  /** Only so that nothing of ours ever covers or presses it. */
  confirm?: Element;
  root: Element;
  mark: Element;
}

export interface RefundFact {
  key: string;
  orderId?: string;
  buyer?: string;
  type?: string;
  reason?: string;
  amount?: number;
  status?: string;
  trackingNo?: string;
  returnTrackingNo?: string;
  time?: TimeFact;
  memo?: string;
  element: Element;
  mark: Element;
}

export interface RefundsFact {
  kind: 'refunds';
  rows: RefundFact[];
}

export type PageFact = ChatFact | OrdersFact | ReviewsFact | PriceFact | RefundsFact;

/** Why a page is broken, in terms the health line can name (site-map.md, Health). */
export interface Breakage {
  kind: PageKind;
  /** `root` when the page's root is missing for 10 s, else the required field that yields nothing. */
  field: string;
}

/** Rows seen and values read per field, for the health line and the diagnostics. */
export interface PageHealth {
  kind: PageKind;
  rows: number;
  /** field → rows that yielded a value; nested as `lines.title`, `conversations.id`, `messages.text`. */
  fields: Record<string, { seen: number; rows: number }>;
  broken: Breakage[];
  /** Fields whose pattern was so slow that it is no longer run on this page; absent where there are none. */
  slow?: readonly string[];
}

/** One read of one page entry. A broken page carries no rows to mark and no editor to fill. */
export interface PageReading {
  mapId: string;
  platform: Platform;
  kind: PageKind;
  level: EvidenceLevel;
  /** The entry of the map that was read by, for reports and for what is kept per version of it. */
  entry: PageEntry;
  fact: PageFact;
  health: PageHealth;
}
