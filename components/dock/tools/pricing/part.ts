import type { Order } from '../../../../rules/orders/order.ts';
import type { DockActions, DockModel } from '../../model.ts';
import type { PricingView } from '../../price-model.ts';

/** What every part of the price tool gets. */
export interface PartProps {
  model: DockModel;
  actions: DockActions;
  pricing: PricingView;
  /** Of the order the tool was opened for. */
  orderKey?: string;
}

/** Orders of the page to begin with: the one the tool was opened for, else all. */
export const ordersOf = (model: DockModel): Order[] => (model.orders?.list ?? []).map(({ order }) => order);

export const orderName = ({ orderId, key, buyer }: Order): string =>
  [orderId === undefined ? key : `…${orderId.slice(-6)}`, buyer].filter(Boolean).join(' ');
