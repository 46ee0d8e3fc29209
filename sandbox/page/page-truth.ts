import type { Order } from '../../rules/orders/order.ts';
import type { Sender } from '../generator/conversations.ts';

/**
 * What a perfect reader reads from a practice page as it stands now: every field the page shows, absent where it
 * shows none. Written from the generator, never from the DOM. `window.practice.reading()` of every page returns it,
 * and the reading test compares the engine's facts with it field by field (test/reading).
 */
export interface PageTruth {
  orders?: OrderTruth[];
  chat?: ChatShown;
  reviews?: ReviewShown[];
  price?: PriceShown;
}

/** An order in page order; `key` and `platform` are the engine's own business. */
export type OrderTruth = Omit<Order, 'key' | 'platform' | 'shop'>;

export interface ItemTruth {
  title: string;
  id?: string;
  /** A card among the messages. */
  sent?: true;
}

export interface TimeShown {
  ms: number;
  precision: 'ms' | 's' | 'min';
}

export interface ChatShown {
  /** Of the open conversation. */
  buyer?: string;
  buyerId?: string;
  /** Rows in the page now, in page order: a virtual list shows only those that are mounted. */
  conversations: ConversationShown[];
  /** Messages of the open conversation, oldest first. */
  messages: MessageShown[];
  /** Order cards beside the chat. */
  orders?: OrderTruth[];
  /** Products the open conversation speaks of; absent where the page has no evidenced place for them. */
  items?: ItemTruth[];
}

export interface ConversationShown {
  id?: string;
  name?: string;
  preview?: string;
  unread?: number;
  time?: TimeShown;
  /** True where the row is marked as unanswered. */
  waiting?: true;
  /** Absent where the page's evidence names no mark of the open row. */
  active?: boolean;
}

export interface MessageShown {
  id?: string;
  /** Absent where nothing on the page tells the side. */
  side?: Sender;
  text?: string;
  time?: TimeShown;
  /** Only where the map reads the writer's name (Kuaishou, JD). */
  nick?: string;
  /** Whether the message shows a picture. */
  picture: boolean;
}

export interface ReviewShown {
  orderId?: string;
  buyer?: string;
  rating?: number;
  text?: string;
  time?: TimeShown;
  append?: string;
  itemTitle?: string;
  sku?: string;
  reply?: string;
}

/** Money in fen. */
export interface PriceShown {
  orderId?: string;
  current?: number;
  lineTitle?: string;
  mode: 'total' | 'line-delta' | 'line-total';
  /** How many price fields, and which others the dialog has. */
  prices: number;
  freight: boolean;
  freeFreight: boolean;
}
