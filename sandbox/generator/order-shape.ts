import type { FlagName } from '../../rules/orders/flag.ts';
import type { Order, OrderStatus } from '../../rules/orders/order.ts';
import type { Buyer } from './people.ts';
import type { Place } from './places.ts';

export interface PracticeLine {
  /** Number of the sub order, in the marketplace's form. */
  id: string;
  title: string;
  colour: string;
  size: string;
  code: string;
  /** Fen, one piece. */
  price: number;
  quantity: number;
  hue: number;
  /** After-sale words of the line. */
  afterSale?: string;
}

/** An order as the practice shop knows it, before any page masks it. Money in fen, times in epoch ms. */
export interface PracticeOrder {
  orderId: string;
  buyer: Buyer;
  /** Absent where the platform hides the whole address. */
  place?: Place;
  street: string;
  lines: PracticeLine[];
  /** What the buyer pays, freight included. */
  amount: number;
  freight: number;
  status: OrderStatus;
  placedAt: number;
  paidAt?: number;
  shipBy?: number;
  /** With the parcel on its way: when it left, by whom, under which number. */
  shippedAt?: number;
  courier?: string;
  trackingNo?: string;
  memo?: string;
  /** Colour of the memo's flag, as the marketplaces name it (红). */
  flag?: string;
  tags: string[];
}

/** The flags the example shop's table and defaults decide, and open refunds; the others need tracking. */
export const decidedFlags = [
  'remote',
  'out-of-zone',
  'surcharge',
  'zone-unknown',
  'merge',
  'below-minimum',
  'unpaid',
  'ship-today',
  'ship-late',
  'refund-only',
  'memo',
  'confirm-address',
] as const satisfies readonly FlagName[];
export type DecidedFlag = (typeof decidedFlags)[number];

/** What a perfect reader of the page knows, and what the example shop must then say. */
export interface OrdersTruth {
  /** In page order. A field the page does not show is absent. */
  rows: Order[];
  /** Flag → order numbers, counted where the case was placed, never computed by rules/. */
  flags: Record<DecidedFlag, string[]>;
  /** Each merge group's order numbers. */
  mergeGroups: string[][];
  /** Pairs that look alike under masking and belong to different buyers: never one group. */
  lookAlikes: string[][];
  /** Official division names per order number, as far as the page shows them. */
  regions: Record<string, { province: string; city: string; district?: string }>;
}
