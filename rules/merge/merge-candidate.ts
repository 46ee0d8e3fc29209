import type { RegionReader } from '../address/region.ts';
import type { Order } from '../orders/order.ts';
import { piecesOf } from '../orders/order-facts.ts';
import { clearText, isMasked, looseText } from './merge-key.ts';
import { type MergeTrait, traitsOf } from './merge-traits.ts';
import { printOf } from './print.ts';

/**
 * What merging needs to know of an unshipped order, and nothing more: people and places only as prints that are equal
 * for equal texts. Plain data, so that orders of other pages can be compared with those of this one.
 */
export interface MergeCandidate {
  key: string;
  platform: Order['platform'];
  shop?: string;
  orderId?: string;
  /** Print of the platform's buyer id. A nick is none; several buyers may carry it. */
  buyer?: string;
  /** Print of receiver, phone and address together, all shown in clear, without spaces and symbols. */
  to?: string;
  /** Prints of the clear texts exactly as shown. */
  receiver?: string;
  phone?: string;
  address?: string;
  /** Part of the receiver's data is hidden. */
  masked?: true;
  /** The page shows no address at all. */
  noAddress?: true;
  /** Division code the address lies in. */
  region?: string;
  /** Epoch ms. */
  deadline?: number;
  /** Print of the memo. */
  memo?: string;
  flag?: string;
  courier?: string;
  pieces?: number;
  traits?: MergeTrait[];
  /** Epoch ms at which another page showed it; absent for the orders of this page. */
  elsewhere?: number;
}

export interface CandidateOptions {
  /** Ship-by time of an order where the page shows none; defaults to the page's only. */
  deadlineOf?: ((order: Order) => number | undefined) | undefined;
  /** Where an address lies; undefined while it has not been read yet. Without it, addresses are not looked into. */
  regionOf?: RegionReader | undefined;
  /** The shop an order belongs to where the page does not name one. */
  shop?: string | undefined;
}

/** Below this a region is doubtful and separates nothing (data.md §5). */
const doubtful = 0.6;

/** Only what waits in the warehouse can still share a parcel. */
export function isOpen(order: Order): boolean {
  return order.status === 'unshipped' && order.shippedAt === undefined && order.trackingNo === undefined;
}

/** An unshipped order as merging sees it; undefined for any other. */
export function candidateOf(order: Order, options: CandidateOptions = {}): MergeCandidate | undefined {
  if (!isOpen(order)) return undefined;
  const { deadlineOf, regionOf } = options;
  const [buyer, receiver, phone, address] = [order.buyerId, order.receiver, order.phone, order.address].map(
    clearText,
  );
  const shop = order.shop ?? options.shop;
  const region = order.address === undefined ? undefined : regionOf?.(order.address);
  const memo = order.memo?.trim();
  const flag = order.flag?.trim();
  const courier = order.courier?.trim();
  const pieces = piecesOf(order);
  const deadline = deadlineOf ? deadlineOf(order) : order.shipBy;
  const traits = traitsOf(order);
  const hidden = [order.receiver, order.phone, order.address].some(
    (text) => text !== undefined && (text.trim() === '' || isMasked(text)),
  );
  return {
    key: order.key,
    platform: order.platform,
    ...(shop !== undefined && { shop }),
    ...(order.orderId !== undefined && { orderId: order.orderId }),
    ...(buyer !== undefined && { buyer: printOf(buyer) }),
    ...(receiver !== undefined &&
      phone !== undefined &&
      address !== undefined && { to: printOf([receiver, phone, address].map(looseText).join('\n')) }),
    ...(receiver !== undefined && { receiver: printOf(receiver) }),
    ...(phone !== undefined && { phone: printOf(phone) }),
    ...(address !== undefined && { address: printOf(order.address?.trim() ?? address) }),
    ...(hidden && { masked: true as const }),
    ...(order.address === undefined && { noAddress: true as const }),
    ...(region?.code !== undefined && region.confidence >= doubtful && { region: region.code }),
    ...(deadline !== undefined && { deadline }),
    ...(memo !== undefined && memo !== '' && { memo: printOf(memo) }),
    ...(flag !== undefined && flag !== '' && { flag }),
    ...(courier !== undefined && courier !== '' && { courier }),
    ...(pieces !== undefined && { pieces }),
    ...(traits.length > 0 && { traits }),
  };
}
