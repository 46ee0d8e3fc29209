import type { ShopPack } from '../packs/shop.ts';
import type { ZoneQuestion } from '../zones/index.ts';
import type { Order } from './order.ts';
import { hasFlashSale, piecesOf } from './order-facts.ts';

/** What an order tells the shop's courier table; what the page does not show stays unknown. */
export function zoneQuestion(order: Order, { flashSale }: Pick<ShopPack, 'flashSale'>): ZoneQuestion {
  const { amount, courier } = order;
  const pieces = piecesOf(order);
  return {
    flashSale: hasFlashSale(order, flashSale.words),
    askManagerFrom: flashSale.askManagerFrom,
    ...(pieces !== undefined && { pieces }),
    ...(amount !== undefined && { total: amount }),
    ...(courier !== undefined && { wished: courier }),
  };
}
