import { useEffect, useState } from 'react';
import type { PricedGoods } from '../../../rules/price/goods-price.ts';
import type { ItemShown } from '../../../rules/products/card.ts';
import type { PricedOrder, PriceFacts } from '../../../storage/contracts/pricing.ts';
import type { DockActions, DockModel } from '../model.ts';

/** What is changed in price: goods with how many pieces, of an order of the page or of the open chat. */
export function goodsInHand(model: DockModel, orderId: string | undefined): PricedGoods[] {
  const row = model.orders?.list.find(({ order }) => orderId !== undefined && order.orderId === orderId);
  if (row) {
    return row.order.lines.map(({ title, sku, code, quantity }) => ({
      item: {
        ...(title !== undefined && { title }),
        ...(sku !== undefined && { sku }),
        ...(code !== undefined && { code }),
      },
      ...(quantity !== undefined && { quantity }),
    }));
  }
  const named = model.items?.find(({ id, title, code }) => (id ?? title ?? code) !== undefined);
  return named ? [{ item: named }] : [];
}

/** Asks for prices, costs and floors whenever the goods or the order become others. */
export function usePriceFacts(
  actions: DockActions,
  goods: readonly PricedGoods[],
  order: PricedOrder | undefined,
): PriceFacts | undefined {
  const asked = JSON.stringify([goods.map(({ item }) => item), order]);
  const [answer, setAnswer] = useState<{ asked: string; facts: PriceFacts | undefined }>();
  useEffect(() => {
    let current = true;
    const [items, of] = JSON.parse(asked) as [ItemShown[], PricedOrder | null];
    void actions.priceFacts(items.slice(0, 40), of ?? undefined).then((facts) => {
      if (current) setAnswer({ asked, facts });
    });
    return () => {
      current = false;
    };
  }, [asked, actions]);
  return answer?.asked === asked ? answer.facts : undefined;
}
