import type { RegionReader } from '../address/region.ts';
import type { Order } from './order.ts';
import type { OrderState } from './order-state.ts';

/** What flags need beside the orders of the page and the shop's numbers. All of it comes in: pages carry no lists of regions. */
export interface FlagContext {
  /** The region of an address text; undefined while it has not been read yet, then nothing is said of zones. */
  regionOf?: RegionReader;
  /** What the shop knows of an order. */
  stateOf?(order: Order): OrderState | undefined;
  /** Unshipped orders of other pages visited in this shift, for merging. */
  seen?: readonly Order[];
}
