import type { Platform } from '../platform.ts';

export const orderStatuses = ['unpaid', 'unshipped', 'shipped', 'done', 'closed', 'refunding'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** One goods row of an order. Money is integer fen; what the page did not show is absent. */
export interface OrderLine {
  title?: string;
  sku?: string;
  code?: string;
  quantity?: number;
  price?: number;
  refund?: string;
}

/**
 * An order as a page shows it (site-map.md, orders.fields). Money is integer fen, times are epoch ms.
 * Names, phones and addresses may be masked (`张**`, `138****0000`) and are kept exactly as read.
 */
export interface Order {
  /** Stable on one page: the order number where the page shows one. */
  key: string;
  platform: Platform;
  shop?: string;
  orderId?: string;
  buyer?: string;
  buyerId?: string;
  receiver?: string;
  phone?: string;
  address?: string;
  amount?: number;
  freight?: number;
  status?: OrderStatus;
  /** The status words of the page, also where no map entry translates them. */
  statusText?: string;
  placedAt?: number;
  paidAt?: number;
  shipBy?: number;
  /** What stands in the place of the ship-by time where it is no time: 48小时内发货. */
  promise?: string;
  shippedAt?: number;
  memo?: string;
  flag?: string;
  courier?: string;
  trackingNo?: string;
  lastTrackAt?: number;
  lastTrackText?: string;
  lines: OrderLine[];
}
