import type { RegionReader } from '../address/region.ts';
import type { MergeCandidate } from '../merge/merge-candidate.ts';
import type { MergeGroup } from '../merge/merge-groups.ts';
import type { Refusal } from '../urging/next-touch.ts';
import type { Order } from './order.ts';
import type { OrderState } from './order-state.ts';

/** What flags need beside the orders of the page and the shop's numbers. All of it comes in: pages carry no lists of regions. */
export interface FlagContext {
  /** The region of an address text; undefined while it has not been read yet, then nothing is said of zones. */
  regionOf?: RegionReader;
  /** What the shop knows of an order. */
  stateOf?(order: Pick<Order, 'platform' | 'orderId'>): OrderState | undefined;
  /** What the buyer of an order said against it in a chat. */
  refusalOf?(order: Order): Refusal | undefined;
  /** When the shift that runs began, if one does; epoch ms. */
  shiftStart?: number;
  /** The agent's number, to tell what others did. */
  agent?: string;
  /** Unshipped orders of other pages visited in this shift, for merging. */
  seen?: readonly MergeCandidate[];
  /** Merge groups worked out already, so that they are not worked out twice. */
  groups?: readonly MergeGroup[];
  /** The shop orders belong to where a page does not name one. */
  shop?: string;
}
